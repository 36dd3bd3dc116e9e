"""The same pages under stock MkDocs: Material as it comes, or the barest template there can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from lachan.common import placeholders
from lachan.site import texts
from lachan.texts.project import Project

from benchmarks.process import Measurement, run

MATERIAL = "{name: material, language: vi, font: false}"
"""Without the fonts that it would fetch from another host: here no request may leave the machine."""
BARE = "{name: null, custom_dir: theme}"
_TEMPLATE = "<!doctype html><title>{{ page.title }}</title><main>{{ page.content }}</main>"
_MARKDOWN = "[attr_list, pymdownx.mark, tables]"


def build(root: Path, pages: Mapping[str, str], theme: str, *, navigation: bool) -> Measurement:
    """Build `pages` (Markdown by path without ending) in `root` into `root`/site.

    Without `navigation` only the first one is listed: else every page would list all the others.
    """
    for path, words in pages.items():
        file = root / "docs" / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
    settings = f"site_name: Lá Chắn\ntheme: {theme}\nmarkdown_extensions: {_MARKDOWN}\n"
    if not navigation:
        settings += f"nav: [{next(iter(pages))}.md]\nnot_in_nav: '*'\n"
    if theme == BARE:
        settings += "plugins: []\n"
        (root / "theme").mkdir(exist_ok=True)
        (root / "theme/main.html").write_text(_TEMPLATE, "utf-8")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    return run(["-m", "mkdocs", "build", "--quiet"], cwd=root)


def written(project: Project, lang: str) -> dict[str, str]:
    """Every page of our site that somebody wrote, with its numbers put in, by path without ending."""
    pages = {id: text for (of, id), text in project.texts.pages.items() if of == lang}
    words = texts.theme_words(project, lang)
    return {
        id: placeholders.fill(texts.lines_left(project, text), words | texts.links(project, text))
        for id, text in pages.items()
    }


def markdown(html: str) -> str:
    """The words of a page that no text stands behind, as somebody would have written them."""
    reader = _Reader()
    reader.feed(html)
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.words)).strip() + "\n"


_BEFORE = {"h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "li": "\n\n", "p": "\n\n"}


class _Reader(HTMLParser):
    """Collects what stands in `main`: headings, paragraphs and links."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = False
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block or a link."""
        self._inside = self._inside or tag == "main"
        if not self._inside:
            return
        self.words.append(_BEFORE.get(tag, ""))
        if tag == "a":
            self._link = dict(attrs).get("href") or ""
            self.words.append("[")

    def handle_endtag(self, tag: str) -> None:
        """End a link, or the words."""
        if self._inside and tag == "a":
            self.words.append(f"]({self._link}) ")
        self._inside = self._inside and tag != "main"

    def handle_data(self, data: str) -> None:
        """Take over the words."""
        if self._inside and data.strip():
            self.words.append(" ".join(data.split()) + " ")
