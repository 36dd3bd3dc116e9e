"""The search of a language: a page that lists every page by group, and the index its script reads.

Words are kept as they are written, so that «bán» typed with its mark is not «bạn»; the script folds
them for who types without. What people type who look for a page stands in data/synonyms.yml.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, groupby

from lachan.common import markdown, placeholders
from lachan.common.yamltext import parse
from lachan.plan import paths
from lachan.site.context import PageContext, View, common, link, pages
from lachan.site.finder import finder
from lachan.site.texts import lines_left, theme_words
from lachan.texts.front import PageFront
from lachan.texts.project import Project
from lachan.texts.text import Text

_MARKS = re.compile(r"\{[.#:][^{}]*\}")
_CALLS = "{.calls}"
"""Marks a list of numbers: who types one of them looks for that list."""
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\+?[0-9][0-9 .]{7,}[0-9]")
_DIALLED = re.compile(r"^(\+?84|0)")


def page(here: PageContext) -> View:
    """The page: every page of residents as a link, by group, for readers without JavaScript too."""
    strings = here.language.strings["search"]
    return common(here, [True for _ in here.project.languages]) | {
        "title": strings["title"],
        "noindex": True,
        "hero": {"title": strings["title"], "lead": strings["lead"], "eye": "", "art": ""},
        "index": here.to(paths.index(here.project, here.lang)),
        "groups": list(_groups(here)),
        "finder": finder(here),
    }


def index(here: PageContext) -> str:
    """The index as JSON: by its address, each page's headings, synonyms and words.

    Name and summary of a page are in the list already and not said twice.
    """
    content = {"pages": {here.page(text.id): _entry(here.project, text) for text in readers(here)}}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def readers(here: PageContext) -> Iterator[Text[PageFront]]:
    """The pages that residents read, in the order of the list."""
    found = [text for text in pages(here).values() if text.front.template != "staff.html"]
    doors = {_folder(text): text.front.door or 9 for text in found if text.id.endswith("/index")}

    def place(text: Text[PageFront]) -> tuple[int, str, bool, int, int, str]:
        folder, front = _folder(text), text.front
        head = text.id.endswith("/index")
        home = text.id == "index"
        return (
            doors.get(folder, 0),
            folder,
            not head,
            99 if home else front.door or 9,
            front.number,
            text.id,
        )

    yield from sorted(found, key=place)


def _groups(here: PageContext) -> Iterator[View]:
    """Pages of their own first, then each folder under the name of its first page."""
    for folder, texts in groupby(readers(here), _folder):
        group = list(texts)
        yield {
            "title": group[0].front.name if folder else here.language.strings["search"]["first"],
            "pages": [link(here, text, "") | {"lang": text.lang} for text in group],
        }


def _folder(text: Text[PageFront]) -> str:
    return text.id.rpartition("/")[0]


def _entry(project: Project, text: Text[PageFront]) -> Sequence[str | Sequence[str]]:
    """Headings, synonyms one by one, and the other words of a page."""
    numbers = {id: n.shown for id, n in project.campaign.numbers(text.front.country).items()}
    body = placeholders.fill(lines_left(project, text), numbers | theme_words(project, text.lang))
    headings: list[str] = []
    words: list[str] = []
    for node in markdown.parse(_MARKS.sub("", body)):
        (headings if node.type == "heading" else words).append(markdown.plain(node))
    listed = [shown for id, shown in numbers.items() if _CALLS in body and f"{{{id}}}" in text.body]
    typed = [plain(phrase) for phrase in [*synonyms().get(text.lang, {}).get(text.id, ()), *listed]]
    return [plain(" ".join(headings)), typed, plain(" ".join(words))]


def plain(text: str) -> str:
    """The words of `text` in lower case with one space between them, as in js/search.js."""
    text = unicodedata.normalize("NFC", text).lower()
    text = _NUMBER.sub(lambda found: _DIALLED.sub("", re.sub("[ .]", "", found[0])), text)
    return " ".join(_WORD.findall(re.sub("['’ʼ]", "", text)))


@cache
def synonyms() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """By language and id of a page: what people type who look for it."""
    raw = files("lachan").joinpath("data/synonyms.yml").read_text("utf-8")
    languages: Mapping[str, Mapping[str, Sequence[Sequence[str]]]] = parse(raw, "synonyms.yml")[0].value
    return {
        lang: {id: tuple(chain.from_iterable(lines)) for id, lines in pages.items()}
        for lang, pages in languages.items()
    }
