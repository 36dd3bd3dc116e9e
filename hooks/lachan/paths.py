"""Where everything stands on the site. Paths are relative to its root and never begin with a stroke."""

from __future__ import annotations

import posixpath

from lachan.campaign import Place
from lachan.project import Project


def page(project: Project, lang: str, id: str) -> str:
    """The address of a text: `thu-doan/viec-nhe-luong-cao/`, `en/…`; an `index` is its folder."""
    folder = "" if id == "index" else id.removesuffix("/index") + "/"
    return project.folder(lang) + folder


def commune(project: Project, lang: str, place: Place) -> str:
    """A commune's page, what the QR of a poster opens: `11692/`, `en/11692/`."""
    return f"{project.folder(lang)}{place.code}/"


def script(project: Project, lang: str, place: Place, number: int) -> str:
    """A script on the phone, digits only for the QR on its sheet: `11692/1/`."""
    return f"{commune(project, lang, place)}{number}/"


def room(project: Project, lang: str, place: Place) -> str:
    """A commune's print room: `11692/tai-lieu/`."""
    return f"{commune(project, lang, place)}tai-lieu/"


def search(project: Project, lang: str) -> str:
    """The page that finds others: `tim/`, `en/tim/`."""
    return f"{project.folder(lang)}tim/"


def index(project: Project, lang: str) -> str:
    """What the search of a language knows, read by its page alone: `tim/muc-luc.json`."""
    return f"{search(project, lang)}muc-luc.json"


def file(place: Place, lang: str, stem: str, suffix: str) -> str:
    """A finished file; those of all languages lie in one folder: `11692/tai-lieu/11692-vi-….pdf`."""
    return f"{place.code}/tai-lieu/{place.code}-{lang}-{stem}.{suffix}"


def piece(key: str) -> str:
    """A piece of sound, shared by all places that say the same: `loa/0a1b….mp3`."""
    return f"loa/{key}.mp3"


def relative(target: str, here: str) -> str:
    """The way from the page `here` to `target`, keeping the stroke that ends a folder."""
    way = posixpath.relpath("/" + target, "/" + here)
    return way + "/" if target.endswith("/") or not target else way
