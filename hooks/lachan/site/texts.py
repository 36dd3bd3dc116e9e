"""Pages that are written in Markdown: the home page, help, tricks, hotlines, 30/7."""

from __future__ import annotations

from dataclasses import asdict

from lachan.checks import wording
from lachan.common.sections import Content
from lachan.contacts import expired
from lachan.contacts.contact import in_language
from lachan.plan import online, paper, paths, sharing
from lachan.site.context import (
    PageContext,
    View,
    calls,
    common,
    contact_view,
    foot,
    link,
    neutral,
    pages,
    picture,
)
from lachan.site.finder import finder
from lachan.texts.front import AUDIENCES, PageFront
from lachan.texts.project import Project
from lachan.texts.text import Text


def text(here: PageContext, text: Text[PageFront], content: Content) -> View:
    """A page of Markdown. `text` may be the Vietnamese one where the language has none of its own."""
    front, project = text.front, here.project
    tricks = _tricks(here, text) if text.id.endswith("index") else []
    named = ((project.campaign.contacts[call.contact], call) for call in front.calls)
    own_calls = [
        {"contact": contact_view(here, contact, country=front.country)}
        | {"label": call.label, "note": call.note}
        for contact, call in named
        if contact.usable(front.country)
    ]
    home = text.id == "index"
    more = home and len(tricks) > HOME_TRICKS and _ALL_TRICKS not in project.withdrawn
    return common(here, [(lang, text.id) in project.texts.pages for lang in project.languages]) | {
        "title": front.title,
        "text_lang": text.lang,
        "hero": {
            "title": content.title,
            "lead": content.lead,
            "eye": front.eye,
            "art": "neighbours" if home else front.art if front.art == "lure-job" else "",
        },
        "calls": calls(here) if home else own_calls,
        "sections": [asdict(section) for section in content.sections],
        "tricks": tricks[:HOME_TRICKS] if home else tricks,
        "more_tricks": _all_tricks(here, tricks) if more else None,
        "finder": finder(here) if home and project.campaign.places else None,
        "related": _related(here, text),
        **_shown(here, text),
        **review(here, text),
    }


def review(here: PageContext, text: Text[PageFront]) -> View:
    """Where a text has its facts from and when it was read again: all that a staff page has of ours."""
    front = text.front
    small_print = foot(here, front.sources, front.reviewed, front.review_in, front.reviewer)
    late = front.law == "yes" and text.path in here.project.late
    notice = here.language.strings["overdue"].format_map(small_print) if late else ""
    return {"strings": here.language.strings, "foot": small_print, "overdue": notice}


def _shown(here: PageContext, text: Text[PageFront]) -> View:
    """What others see of a page before they open it: nothing of its own where it must be discreet.

    Else its summary, the name that other pages call it by, and the picture of the post on its subject.
    """
    front, project = text.front, here.project
    if front.discreet == "yes":
        return {}
    share = neutral(here) | {
        "title": front.title if text.id == "index" else front.name,
        "offered": True,
    }
    post = sharing.post(project, text)
    if post:
        words = paper.shared(project, post, project.posts[post.lang, post.id])
        alt = online.alt(words["title"], words["lead"], words["art_alt"])
        share |= picture(here, paths.shared(post.lang, post.id), alt)
    return {"description": front.summary, "share": share}


HOME_TRICKS = 6
"""Tiles on the home page; the page of all tricks has the others."""


_ALL_TRICKS = "thu-doan/index"
"""The page of all tricks."""


def _all_tricks(here: PageContext, tricks: list[View]) -> View:
    return {"url": here.page(_ALL_TRICKS), "number": len(tricks)}


def _tricks(here: PageContext, text: Text[PageFront]) -> list[View]:
    """The tricks in the folder of `text`: on the home page, and on the page that lists them."""
    folder = text.id.removesuffix("index")
    tricks = [p for id, p in pages(here).items() if p.front.tile and id.startswith(folder)]
    tricks.sort(key=lambda page: page.front.number)
    return [link(here, page, page.front.tile) for page in tricks]


def _related(here: PageContext, text: Text[PageFront]) -> list[View]:
    """On the page of an audience: every page that names it."""
    folder, _, audience = text.id.rpartition("/")
    if folder != AUDIENCES:
        return []
    named = [page for page in pages(here).values() if audience in page.front.audiences]
    return [link(here, page, "") for page in named if page.id != text.id]


def lines_left(project: Project, text: Text[PageFront]) -> str:
    """The Markdown of a page without the lines whose numbers must not be used, and without links to
    pages that were called back: their words stay.
    """
    gone = [id for id, contact in project.campaign.contacts.items() if contact.left_out]
    return wording.unlinked(expired.lines_left(text.body, gone), text.id, project.withdrawn)


def links(project: Project, text: Text[PageFront]) -> dict[str, str]:
    """In Markdown what a page puts in for the contacts it names: numbers to call."""
    numbers = project.campaign.numbers(text.front.country)
    return {id: f"[{number.shown}]({number.tel})" for id, number in numbers.items()}


def theme_words(project: Project, lang: str) -> dict[str, str]:
    """What `placeholders.PAGE_WORDS` stand for: the newest theme of 30/7 that was announced."""
    themes = project.campaign.country.themes
    if not themes:
        return {"theme": "", "theme-year": ""}
    year = max(themes)
    return {"theme": in_language(themes[year].name, lang), "theme-year": str(year)}
