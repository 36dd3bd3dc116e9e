"""A commune's own pages: what its QR opens, its print room, its scripts on the phone."""

from __future__ import annotations

from collections.abc import Iterator, Set
from urllib.parse import urlsplit

from lachan.campaign.model import Place
from lachan.contacts.contact import Contact
from lachan.formats.kinds import Kind
from lachan.plan import paths
from lachan.site.context import Spot, View, calls, common, contact_view, foot, link, pages
from lachan.site.finder import was
from lachan.texts.project import Project
from lachan.texts.source import Citation


def commune(spot: Spot, place: Place, extra: View) -> View:
    """A commune's page. `extra` brings its poster and its script."""
    people = [_person(spot, c, place) for c in place.contacts.values() if c.file.residents]
    return (
        _place(spot, place)
        | extra
        | {
            "description": spot.language.strings["commune"]["lead"],
            "was": list(was(spot, place.former, place.name)),
            "calls": calls(spot),
            "people": people,
            "sections": [_remember(spot)],
            "day": _day(spot),
        }
    )


def room(spot: Spot, place: Place, extra: View) -> View:
    """A commune's print room. `extra` brings its items and its bundle."""
    words = spot.language.words(place)
    return (
        _place(spot, place, {lang for lang in spot.project.languages if place.gets(lang)})
        | extra
        | {
            "noindex": True,
            "title": spot.language.strings["room"]["title"] + " – " + words["Place"],
            "sample": spot.project.sample,
            "missing": [
                spot.language.strings["files"]["missing"].format(name=contact.name(spot.lang, words))
                for contact in _local_on_posters(spot.project, place)
                if not contact.usable()
            ],
            "people": [
                {"name": contact.name(spot.lang, words), "does": contact.does(spot.lang, words)}
                for contact in place.contacts.values()
                if not contact.file.residents
            ],
        }
    )


def script(spot: Spot, place: Place, id: str, extra: View) -> View:
    """A loudspeaker script on the phone. `extra` brings the script itself."""
    scripts = spot.project.texts.scripts
    there = {lang for lang, other in scripts if other == id and place.wants(Kind.SHEET, id, lang)}
    return _place(spot, place, there) | extra | {"noindex": True, "title": extra["script"]["title"]}


def _place(spot: Spot, place: Place, there: Set[str] | None = None) -> View:
    """What all pages of a place have; `there` are the languages that have this page, if not all."""
    strings, project = spot.language.strings, spot.project
    links = [
        (paths.room(project, lang, place), strings["staff"]["room"])
        for lang in (spot.lang, *project.languages)
        if place.gets(lang)
    ][:1]
    if (spot.lang, "can-bo/index") in project.texts.pages:
        links.append((paths.page(project, spot.lang, "can-bo/index"), strings["staff"]["handbook"]))
    title = spot.language.title(place.name)
    small_print = foot(spot, _home_sources(spot), None, 0)
    view = common(spot, [True for _ in project.languages])
    others = [a for a in view["alternates"] if there is None or a["lang"] in there]
    return view | {
        "alternates": others,
        "title": title,
        "place": {
            "code": place.code,
            "name": title,
            "kind": place.name.kind,
            "short": place.name.short,
            "province": spot.language.title(place.province),
            "words": spot.language.words(place),
        },
        "links": [{"url": spot.to(path), "title": name} for path, name in links],
        "foot": small_print | {"edition": f"{small_print['edition']} · {place.code}"},
    }


def _local_on_posters(project: Project, place: Place) -> Iterator[Contact]:
    wanted = {text.front.local for text in project.texts.printed}
    return (place.contacts[id] for id in sorted(wanted & place.contacts.keys()))


def _person(spot: Spot, contact: Contact, place: Place) -> View:
    """Who answers. Where the police have no number of their own here, 113 stands in: never a blank."""
    words = spot.language.words(place)
    shown = contact if contact.usable() else None
    if shown is None and contact.file.role == "local-police":
        shown = spot.project.campaign.police
    return {
        "name": contact.name(spot.lang, words),
        "does": contact.does(spot.lang, words),
        "contact": contact_view(spot, shown, words) if shown else None,
    }


def _remember(spot: Spot) -> View:
    words = spot.language.strings["remember"]
    number = contact_view(spot, spot.project.campaign.hotline)
    lines = [line.format_map(number) for line in words["lines"]]
    body = "".join(f"<li><strong>{line}</strong></li>" for line in lines)
    return {"kind": "steps", "id": "nho", "title": words["title"], "body": f"<ol>{body}</ol>"}


def _day(spot: Spot) -> View | None:
    page = pages(spot).get("ngay-30-7")
    if page is None:
        return None
    entry = link(spot, page, "")
    return {"title": entry["title"], "text": entry["summary"], "url": entry["url"]}


def _home_sources(spot: Spot) -> list[Citation]:
    home = pages(spot).get("index")
    return home.front.sources if home else []


def not_found(spot: Spot) -> View:
    """The page for a wrong address, in every language, its own first; addresses start at the host."""
    project = spot.project
    root = urlsplit(project.site_url).path.rstrip("/") + "/"
    voices = [
        {"lang": code, "strings": language.strings, "home": root + project.folder(code)}
        for code, language in sorted(project.languages.items(), key=lambda item: item[0] != spot.lang)
    ]
    return common(spot, [False for _ in project.languages]) | {
        "alternates": [],
        "noindex": True,
        "root": root,
        "home": root + spot.path,
        "search": root + paths.search(project, spot.lang),
        "title": spot.language.strings["site"]["name"],
        "hero": {
            "title": spot.language.strings["not_found"]["title"],
            "lead": "",
            "eye": "",
            "art": "",
        },
        "calls": calls(spot),
        "voices": voices,
        "links": [],
    }
