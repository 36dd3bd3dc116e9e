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
from lachan.texts.language import Language
from lachan.texts.project import Project
from lachan.texts.source import Citation
from lachan.texts.text import PageFront, Text

View = dict[str, Any]


@dataclass(frozen=True)
class Spot:
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


def common(spot: Spot, translated: list[bool]) -> View:
    """What every page of ours has; `translated` says for each language whether it has the page."""
    project, site = spot.project, spot.project.site_url.rstrip("/") + "/"
    bare = spot.path.removeprefix(project.folder(spot.lang))
    alternates = [
        {
            "lang": code,
            "name": language.name,
            "url": spot.to(project.folder(code) + bare),
            "abs": site + project.folder(code) + bare,
            "current": code == spot.lang,
            "translated": has_text,
        }
        for (code, language), has_text in zip(project.languages.items(), translated, strict=True)
    ]
    return {
        "lang": spot.lang,
        "text_lang": spot.lang,
        "strings": spot.language.strings,
        "title": spot.language.strings["site"]["name"],
        "description": spot.language.strings["share"]["text"],
        "share": neutral(spot),
        "canonical": site + spot.path,
        "alternates": alternates,
        "noindex": False,
        "home": spot.to(project.folder(spot.lang)),
        "search": spot.to(paths.search(project, spot.lang)),
        "exit_url": project.campaign.country.exit,
        "hero": {"title": "", "lead": "", "eye": "", "art": ""},
        "calls": [],
        "sections": [],
        "hotline": contact_view(spot, project.campaign.hotline),
        "police": contact_view(spot, project.campaign.police),
        "doors": list(doors(spot)),
        "tricks": [],
        "more_tricks": None,
        "finder": None,
        "links": [],
        "foot": foot(spot, [], None, 0),
        "overdue": "",
    }


def neutral(spot: Spot) -> View:
    """How a page is shared that gives nothing away; where `offered`, with a button to share it."""
    strings = spot.language.strings["share"]
    shown = {"title": strings["title"], "offered": False}
    return shown | picture(spot, paths.shared(spot.lang), strings["alt"])


def picture(spot: Spot, path: str, alt: str) -> View:
    """The picture that chats show of a page; they ask for its whole address."""
    return {"image": spot.project.site_url.rstrip("/") + "/" + path, "alt": alt}


def contact_view(
    spot: Spot, contact: Contact, words: Mapping[str, str] | None = None, country: str = ""
) -> View:
    """A contact as templates see it: number as shown, address to call, what may be said beside it."""
    number = contact.usable(country)
    return {
        "role": contact.file.role,
        "name": contact.name(spot.lang, words),
        "number": number.shown if number else "",
        "tel": number.tel if number else "",
        "note": contact_notes.sentence(contact, spot.language),
        "drawn": _drawing(spot.project, number),
    }


def _drawing(project: Project, number: Number | None) -> str:
    """The drawing of a short number, which looks the same on every phone; few have one."""
    name = f"number-{number.shown}" if number else ""
    return name if (project.root / "assets/art" / f"{name}.svg").exists() else ""


def calls(spot: Spot) -> list[View]:
    """The two call bands at the head of a page: the hotline, and the police for danger."""
    campaign, strings = spot.project.campaign, spot.language.strings
    pairs = ((campaign.hotline, strings["hotline"]), (campaign.police, strings["danger"]))
    return [{"contact": contact_view(spot, contact), **words} for contact, words in pairs]


def doors(spot: Spot) -> Iterator[View]:
    """The three landing cards, in their order: help, suspicion, tricks."""
    found = [page for page in pages(spot).values() if page.front.door]
    for page in sorted(found, key=lambda page: page.front.door or 0):
        yield link(spot, page, page.front.art)


def pages(spot: Spot) -> Mapping[str, Text[PageFront]]:
    """Every page by id, in this language where it has it, else in Vietnamese."""
    return spot.project.pages[spot.lang]


def link(spot: Spot, page: Text[PageFront], art: str) -> View:
    """What leads to a page: its name, a line about it, a drawing."""
    front = page.front
    return {"url": spot.page(page.id), "title": front.name, "summary": front.summary, "art": art}


def foot(
    spot: Spot,
    sources: list[Citation],
    reviewed: date | None,
    review_in: int,
    reviewer: str = "editor",
) -> View:
    """The small print: sources, when and by whom the text was read again and is due, the edition."""
    edition = spot.project.campaign.country.edition
    shape = spot.language.strings["date"]
    return {
        "sources": [spot.project.sources.full(source, spot.language) for source in sources],
        "reviewed": reviewed.strftime(shape) if reviewed else "",
        "reviewer": spot.language.strings["foot"]["reviewers"][reviewer],
        "due": days.months_later(reviewed, review_in).strftime(shape) if reviewed else "",
        "edition": f"{edition:%Y.%m}",
    }
