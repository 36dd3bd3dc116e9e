"""Everything people have written, read once: campaigns, texts, languages, the site's address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from lachan.campaign import address
from lachan.campaign.cascade import read_campaign
from lachan.campaign.model import Campaign, Place
from lachan.common.problem import Problem, Where
from lachan.common.yamltext import Tree, read
from lachan.texts.design import Designs, read_designs
from lachan.texts.form import read_form
from lachan.texts.form_tree import Form
from lachan.texts.front import PageFront
from lachan.texts.language import Language, read_languages
from lachan.texts.post import Post, read_post
from lachan.texts.poster import Poster, read_poster
from lachan.texts.script import Script, read_script
from lachan.texts.source import REGISTER, Register, read_sources
from lachan.texts.text import Key, PrintKey, Text, Texts, read_texts


@dataclass(frozen=True)
class Project:
    """What was read. After this nobody asks again whether it is well formed."""

    root: Path
    today: date
    """The day as of which it was read. What it decides (a number too old to be used, a new name of a
    place) stands in contacts and places, so that a new day alone makes nothing again."""
    site_url: str
    where_url: Where
    languages: Mapping[str, Language]
    campaign: Campaign
    designs: Designs
    sources: Register
    texts: Texts
    posters: Mapping[PrintKey, Poster]
    forms: Mapping[Key, Form]
    scripts: Mapping[Key, Script]
    posts: Mapping[Key, Post]
    late: frozenset[str]
    """Paths of the texts that should have been read again before that day."""
    withdrawn: frozenset[str] = frozenset()
    """The texts that were called back and are not there any more (`withdrawal`)."""

    @property
    def default(self) -> str:
        """The language at the root of the site, which every text is written in first."""
        return next(iter(self.languages))

    @property
    def sample(self) -> bool:
        """Whether the address leads nowhere, so that nothing printed may be used."""
        return address.reserved(self.site_url)

    @cached_property
    def pages(self) -> Mapping[str, Mapping[str, Text[PageFront]]]:
        """For each language every page by id, in Vietnamese where the language does not have it."""
        texts = self.texts.pages
        ids = sorted({id for _, id in texts})
        return {
            lang: {id: texts.get((lang, id)) or texts[self.default, id] for id in ids}
            for lang in self.languages
        }

    def words(self, lang: str, place: Place) -> dict[str, str]:
        """What every placeholder stands for at `place`: its words, and the numbers of contacts."""
        numbers = {id: number.shown for id, number in self.campaign.lasting.items()}
        return self.languages[lang].words(place) | numbers

    def folder(self, lang: str) -> str:
        """The folder of a language on the site: "" for the default one, else "en/"."""
        return "" if lang == self.default else f"{lang}/"


def read_project(
    root: Path, campaigns: Path, today: date, faulty: Set[str] = frozenset()
) -> tuple[Project | None, list[Problem]]:
    """Read all of `root` as of `today`, with the places in the folder `campaigns`.

    The project is None when a part that all others need could not be read. Of the files `faulty` only
    code and name count (`cascade.read_campaign`).
    """
    site, problems = read(root / "mkdocs.yml", "mkdocs.yml")
    names = _language_names(site)
    if not names:
        problems.append(
            Problem("mkdocs.yml", 1, "chưa khai báo ngôn ngữ nào (plugins: i18n: languages)")
        )
    bad_address = _address_problems(site)
    problems += bad_address
    campaign, found = read_campaign(campaigns, shown(root, campaigns), today, faulty=faulty)
    problems += found
    sources, found = read_sources(root / "docs" / REGISTER, f"docs/{REGISTER}")
    problems += found
    languages, found = read_languages(root / "docs", names)
    problems += found
    texts, found = read_texts(root / "docs", list(names))
    problems += found
    designs, found = read_designs(root / "assets")
    problems += found
    posters = _each(texts.posters, lambda text: read_poster(text, designs), problems)
    forms = _each(texts.forms, read_form, problems)
    scripts = _each(texts.scripts, read_script, problems)
    posts = _each(texts.posts, read_post, problems)
    unusable = len(languages) < len(names) or not names or bad_address
    if campaign is None or sources is None or unusable:
        return None, problems
    return Project(
        root=root,
        today=today,
        site_url=str(site.value.get("site_url") or ""),
        where_url=site.at(("site_url",)),
        languages={language.code: language for language in languages},
        campaign=campaign,
        designs=designs,
        sources=sources,
        texts=texts,
        posters=posters,
        forms=forms,
        scripts=scripts,
        posts=posts,
        late=frozenset(text.path for text in texts.all if text.due <= today),
    ), problems


def shown(root: Path, folder: Path) -> str:
    """A folder as problems name it: from `root`, if it lies below."""
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)


K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


def _each(
    texts: Mapping[K, T], reader: Callable[[T], tuple[V | None, list[Problem]]], problems: list[Problem]
) -> dict[K, V]:
    """What `reader` makes of each text; what it finds wrong goes to `problems`."""
    made: dict[K, V] = {}
    for key, text in texts.items():
        value, found = reader(text)
        problems += found
        if value is not None:
            made[key] = value
    return made


def _language_names(site: Tree) -> dict[str, str]:
    """Code and name of every language that mkdocs.yml gives the i18n plugin, in its order."""
    names: dict[str, str] = {}
    plugins = site.value.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else []:
        settings = plugin.get("i18n") if isinstance(plugin, dict) else None
        listed = settings.get("languages") if isinstance(settings, dict) else None
        for entry in listed if isinstance(listed, list) else []:
            code = entry.get("locale") if isinstance(entry, dict) else None
            if isinstance(code, str):
                names[code] = str(entry.get("name") or code)
    return names


def _address_problems(site: Tree) -> list[Problem]:
    where = site.at(("site_url",))
    return [where.problem(fault) for fault in address.faults(str(site.value.get("site_url") or ""))]
