"""A commune's own pages: what its QR opens, its print room, its scripts on the phone."""

from __future__ import annotations

from collections.abc import Iterator, Set
from urllib.parse import urlsplit

from lachan.campaign.model import Place
from lachan.contacts.contact import Contact
from lachan.formats.kinds import Kind
from lachan.plan import paths
from lachan.site.context import PageContext, View, calls, common, contact_view, foot, link, pages
from lachan.site.finder import was
from lachan.texts.project import Project
from lachan.texts.source import Citation


def commune(here: PageContext, place: Place, extra: View) -> View:
    """A commune's page. `extra` brings its poster and its script."""
    people = [_person(here, c, place) for c in place.contacts.values() if c.file.residents]
    return (
        _place(here, place)
        | extra
        | {
            "description": here.language.strings["commune"]["lead"],
            "was": list(was(here, place.former, place.name)),
            "calls": calls(here),
            "people": people,
            "sections": [_remember(here)],
            "day": _day(here),
        }
    )


def room(here: PageContext, place: Place, extra: View) -> View:
    """A commune's print room. `extra` brings its items and its bundle."""
    words = here.language.words(place)
    return (
        _place(here, place, {lang for lang in here.project.languages if place.gets(lang)})
        | extra
        | {
            "noindex": True,
            "title": here.language.strings["room"]["title"] + " – " + words["Place"],
            "sample": here.project.sample,
            "missing": [
                here.language.strings["files"]["missing"].format(name=contact.name(here.lang, words))
                for contact in _local_on_posters(here.project, place)
                if not contact.usable()
            ],
            "people": [
                {"name": contact.name(here.lang, words), "does": contact.does(here.lang, words)}
                for contact in place.contacts.values()
                if not contact.file.residents
            ],
        }
    )


def script(here: PageContext, place: Place, id: str, extra: View) -> View:
    """A loudspeaker script on the phone. `extra` brings the script itself."""
    scripts = here.project.texts.scripts
    there = {lang for lang, other in scripts if other == id and place.wants(Kind.SHEET, id, lang)}
    return _place(here, place, there) | extra | {"noindex": True, "title": extra["script"]["title"]}


def _place(here: PageContext, place: Place, there: Set[str] | None = None) -> View:
    """What all pages of a place have; `there` are the languages that have this page, if not all."""
    strings, project = here.language.strings, here.project
    links = [
        (paths.room(project, lang, place), strings["staff"]["room"])
        for lang in (here.lang, *project.languages)
        if place.gets(lang)
    ][:1]
    if (here.lang, "can-bo/index") in project.texts.pages:
        links.append((paths.page(project, here.lang, "can-bo/index"), strings["staff"]["handbook"]))
    title = here.language.title(place.name)
    small_print = foot(here, _home_sources(here), None, 0)
    view = common(here, [True for _ in project.languages])
    others = [a for a in view["alternates"] if there is None or a["lang"] in there]
    return view | {
        "alternates": others,
        "title": title,
        "place": {
            "code": place.code,
            "name": title,
            "kind": place.name.kind,
            "short": place.name.short,
            "province": here.language.title(place.province),
            "words": here.language.words(place),
        },
        "links": [{"url": here.to(path), "title": name} for path, name in links],
        "foot": small_print | {"edition": f"{small_print['edition']} · {place.code}"},
    }


def _local_on_posters(project: Project, place: Place) -> Iterator[Contact]:
    wanted = {text.front.local for text in project.texts.printed}
    return (place.contacts[id] for id in sorted(wanted & place.contacts.keys()))


def _person(here: PageContext, contact: Contact, place: Place) -> View:
    """Who answers. Where the police have no number of their own here, 113 stands in: never a blank."""
    words = here.language.words(place)
    shown = contact if contact.usable() else None
    if shown is None and contact.file.role == "local-police":
        shown = here.project.campaign.police
    return {
        "name": contact.name(here.lang, words),
        "does": contact.does(here.lang, words),
        "contact": contact_view(here, shown, words) if shown else None,
    }


def _remember(here: PageContext) -> View:
    words = here.language.strings["remember"]
    number = contact_view(here, here.project.campaign.hotline)
    lines = [line.format_map(number) for line in words["lines"]]
    body = "".join(f"<li><strong>{line}</strong></li>" for line in lines)
    return {"kind": "steps", "id": "nho", "title": words["title"], "body": f"<ol>{body}</ol>"}


def _day(here: PageContext) -> View | None:
    page = pages(here).get("ngay-30-7")
    if page is None:
        return None
    entry = link(here, page, "")
    return {"title": entry["title"], "text": entry["summary"], "url": entry["url"]}


def _home_sources(here: PageContext) -> list[Citation]:
    home = pages(here).get("index")
    return home.front.sources if home else []


def not_found(here: PageContext) -> View:
    """The page for a wrong address, in every language, its own first; addresses start at the host."""
    project = here.project
    root = urlsplit(project.site_url).path.rstrip("/") + "/"
    voices = [
        {"lang": code, "strings": language.strings, "home": root + project.folder(code)}
        for code, language in sorted(project.languages.items(), key=lambda item: item[0] != here.lang)
    ]
    return common(here, [False for _ in project.languages]) | {
        "alternates": [],
        "noindex": True,
        "root": root,
        "home": root + here.path,
        "search": root + paths.search(project, here.lang),
        "title": here.language.strings["site"]["name"],
        "hero": {
            "title": here.language.strings["not_found"]["title"],
            "lead": "",
            "eye": "",
            "art": "",
        },
        "calls": calls(here),
        "voices": voices,
        "links": [],
    }
