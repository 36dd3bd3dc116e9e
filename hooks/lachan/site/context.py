"""One page of the site in one language, and what every page of ours is given.

Values are plain; every address is relative to the page, so that the site works in any folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lachan.common import days
from lachan.contacts.contact import Contact
from lachan.contacts.phone import Number
from lachan.plan import contact_notes, paths
from lachan.texts.front import PageFront
from lachan.texts.language import Language
from lachan.texts.project import Project
from lachan.texts.source import Citation
from lachan.texts.text import Text

View = dict[str, Any]


@dataclass(frozen=True)
class PageContext:
    """One page of the site in one language: `path` is its address."""

    project: Project
    lang: str
    path: str

    @property
    def language(self) -> Language:
        """The page's language, with its strings."""
        return self.project.languages[self.lang]

    def to(self, target: str) -> str:
        """The relative address of another path of the site."""
        return paths.relative(target, self.path)

    def page(self, id: str) -> str:
        """The relative address of a text."""
        return self.to(paths.page(self.project, self.lang, id))


def common(here: PageContext, translated: list[bool]) -> View:
    """What every page of ours has; `translated` says for each language whether it has the page."""
    project, site = here.project, here.project.site_url.rstrip("/") + "/"
    bare = here.path.removeprefix(project.folder(here.lang))
    alternates = [
        {
            "lang": code,
            "name": language.name,
            "url": here.to(project.folder(code) + bare),
            "abs": site + project.folder(code) + bare,
            "current": code == here.lang,
            "translated": has_text,
        }
        for (code, language), has_text in zip(project.languages.items(), translated, strict=True)
    ]
    return {
        "lang": here.lang,
        "text_lang": here.lang,
        "strings": here.language.strings,
        "title": here.language.strings["site"]["name"],
        "description": here.language.strings["share"]["text"],
        "share": neutral(here),
        "canonical": site + here.path,
        "alternates": alternates,
        "noindex": False,
        "home": here.to(project.folder(here.lang)),
        "search": here.to(paths.search(project, here.lang)),
        "exit_url": project.campaign.country.exit,
        "hero": {"title": "", "lead": "", "eye": "", "art": ""},
        "calls": [],
        "sections": [],
        "hotline": contact_view(here, project.campaign.hotline),
        "police": contact_view(here, project.campaign.police),
        "doors": list(doors(here)),
        "tricks": [],
        "more_tricks": None,
        "finder": None,
        "links": [],
        "foot": foot(here, [], None, 0),
        "overdue": "",
    }


def neutral(here: PageContext) -> View:
    """How a page is shared that gives nothing away; where `offered`, with a button to share it."""
    strings = here.language.strings["share"]
    shown = {"title": strings["title"], "offered": False}
    return shown | picture(here, paths.shared(here.lang), strings["alt"])


def picture(here: PageContext, path: str, alt: str) -> View:
    """The picture that chats show of a page; they ask for its whole address."""
    return {"image": here.project.site_url.rstrip("/") + "/" + path, "alt": alt}


def contact_view(
    here: PageContext, contact: Contact, words: Mapping[str, str] | None = None, country: str = ""
) -> View:
    """A contact as templates see it: number as shown, address to call, what may be said beside it."""
    number = contact.usable(country)
    return {
        "role": contact.file.role,
        "name": contact.name(here.lang, words),
        "number": number.shown if number else "",
        "tel": number.tel if number else "",
        "note": contact_notes.sentence(contact, here.language),
        "drawn": _drawing(here.project, number),
    }


def _drawing(project: Project, number: Number | None) -> str:
    """The drawing of a short number, which looks the same on every phone; few have one."""
    name = f"number-{number.shown}" if number else ""
    return name if (project.root / "assets/art" / f"{name}.svg").exists() else ""


def calls(here: PageContext) -> list[View]:
    """The two call bands at the head of a page: the hotline, and the police for danger."""
    campaign, strings = here.project.campaign, here.language.strings
    pairs = ((campaign.hotline, strings["hotline"]), (campaign.police, strings["danger"]))
    return [{"contact": contact_view(here, contact), **words} for contact, words in pairs]


def doors(here: PageContext) -> Iterator[View]:
    """The three landing cards, in their order: help, suspicion, tricks."""
    found = [page for page in pages(here).values() if page.front.door]
    for page in sorted(found, key=lambda page: page.front.door or 0):
        yield link(here, page, page.front.art)


def pages(here: PageContext) -> Mapping[str, Text[PageFront]]:
    """Every page by id, in this language where it has it, else in Vietnamese."""
    return here.project.pages[here.lang]


def link(here: PageContext, page: Text[PageFront], art: str) -> View:
    """What leads to a page: its name, a line about it, a drawing."""
    front = page.front
    return {"url": here.page(page.id), "title": front.name, "summary": front.summary, "art": art}


def foot(
    here: PageContext,
    sources: list[Citation],
    reviewed: date | None,
    review_in: int,
    reviewer: str = "editor",
) -> View:
    """The small print: sources, when and by whom the text was read again and is due, the edition."""
    edition = here.project.campaign.country.edition
    shape = here.language.strings["date"]
    return {
        "sources": [here.project.sources.full(source, here.language) for source in sources],
        "reviewed": reviewed.strftime(shape) if reviewed else "",
        "reviewer": here.language.strings["foot"]["reviewers"][reviewer],
        "due": days.months_later(reviewed, review_in).strftime(shape) if reviewed else "",
        "edition": f"{edition:%Y.%m}",
    }
