"""Where everything stands on the site. Paths are relative to its root and never begin with a slash."""

from __future__ import annotations

import posixpath
import re

from lachan.campaign.model import Place
from lachan.texts.project import Project


def page(project: Project, lang: str, id: str) -> str:
    """The address of a text: `thu-doan/viec-nhe-luong-cao/`, `en/…`; an `index` is its folder."""
    folder = "" if id == "index" else id.removesuffix("/index") + "/"
    return project.folder(lang) + folder


def commune(project: Project, lang: str, place: Place) -> str:
    """A commune's page, what the QR of a poster opens: `11692/`, `en/11692/`."""
    return f"{project.folder(lang)}{place.code}/"


_PLACE = re.compile(r"(?:^|/)([0-9]{5})/")


def code(path: str) -> str:
    """The code of the place in whose folders a path lies, "" for all others."""
    match = _PLACE.search(path)
    return match[1] if match else ""


def script(project: Project, lang: str, place: Place, number: int) -> str:
    """A script on the phone, digits only for the QR on its sheet: `11692/1/`."""
    return f"{commune(project, lang, place)}{number}/"


def room(project: Project, lang: str, place: Place) -> str:
    """A commune's print room: `11692/tai-lieu/`."""
    return f"{commune(project, lang, place)}tai-lieu/"


def search(project: Project, lang: str) -> str:
    """The page that finds others: `tim/`, `en/tim/`."""
    return f"{project.folder(lang)}tim/"


def communes(project: Project, lang: str) -> str:
    """The list of all communes: `xa-phuong/`, `en/xa-phuong/`."""
    return f"{project.folder(lang)}xa-phuong/"


def names(project: Project, lang: str) -> str:
    """The names of all communes for the scripts that look through them: `xa-phuong/ten.js`."""
    return f"{communes(project, lang)}ten.js"


def offline(project: Project, lang: str) -> str:
    """What a phone shows without a network for a page that it does not keep: `khong-mang/`."""
    return f"{project.folder(lang)}khong-mang/"


INDEX = "muc-luc.json"
"""The name of what the search of a language knows."""


def index(project: Project, lang: str) -> str:
    """What the search of a language knows, read by its page alone: `tim/muc-luc.json`."""
    return search(project, lang) + INDEX


def file(place: Place, lang: str, stem: str, suffix: str) -> str:
    """A finished file; those of all languages lie in one folder: `11692/tai-lieu/11692-vi-….pdf`."""
    return f"{place.code}/tai-lieu/{place.code}-{lang}-{stem}.{suffix}"


def shared(lang: str, id: str = "") -> str:
    """The picture that chats show of the pages on one subject, or of any page: `chia-se/vi.png`."""
    return f"chia-se/{lang}-{id}.png" if id else f"chia-se/{lang}.png"


def icon(size: int) -> str:
    """The site's sign, `size` pixels wide: `assets/icon-192.png`."""
    return f"assets/icon-{size}.png"


def piece(key: str) -> str:
    """A piece of sound, shared by all places that say the same: `loa/0a1b….mp3`."""
    return f"loa/{key}.mp3"


def relative(target: str, here: str) -> str:
    """The way from the page `here` to `target`: up to the root, and down again.

    So it is right for an address typed without its last slash, too, at the root of a host, where the
    way up ends: `../11203/` from `/11692/` is `../11203/` from `/11692`, `1/` would not be `11692/1/`.
    """
    return "../" * here.count("/") + target or "./"


_LINK = re.compile(r'(?<= href=")(?![a-z]+:|[#/])([^"#]+)')


def rooted(html: str, here: str) -> str:
    """The page `here` with the links in its text led by way of the root, as `relative` does."""

    def way(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join("/", here, match[1])).lstrip("/")
        return relative(target + "/" if target and match[1].endswith("/") else target, here)

    return _LINK.sub(way, html)
