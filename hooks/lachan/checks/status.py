"""What an editor wants to know of every page: how it reads, when it is due, what is untranslated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lachan.checks.readability import Readability, readability
from lachan.texts.front import PageFront
from lachan.texts.project import Project
from lachan.texts.text import Text


@dataclass(frozen=True)
class PageStatus:
    """One page of the first language; `translations` are «en», or «en?» where it is out of date."""

    text: Text[PageFront]
    reading: Readability
    due: date
    translations: tuple[str, ...]


def status(project: Project) -> Iterator[PageStatus]:
    """Every page in the order of its name."""
    for (lang, id), text in project.texts.pages.items():
        if lang == project.default:
            yield PageStatus(text, readability(text), text.due, tuple(_translations(project, id)))


def _translations(project: Project, id: str) -> Iterator[str]:
    source = project.texts.pages[project.default, id]
    for lang in project.languages:
        text = project.texts.pages.get((lang, id))
        if text and lang != project.default:
            yield lang + ("" if text.front.translated_from == source.digest else "?")
