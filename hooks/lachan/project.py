"""Everything people have written, read once: campaigns, texts, languages, the site's address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lachan import address
from lachan.campaign import Campaign, Place, read_campaign
from lachan.language import Language, read_languages
from lachan.poster import Poster, read_poster
from lachan.problem import Problem
from lachan.script import Script, read_script
from lachan.text import Texts, read_texts
from lachan.yamltext import Tree, Where, read


@dataclass(frozen=True)
class Project:
    """What was read. After this nobody asks again whether it is well formed."""

    root: Path
    site_url: str
    where_url: Where
    languages: Mapping[str, Language]
    campaign: Campaign
    texts: Texts
    posters: Mapping[tuple[str, str], Poster]
    scripts: Mapping[tuple[str, str], Script]

    @property
    def default(self) -> str:
        """The language at the root of the site, which every text is written in first."""
        return next(iter(self.languages))

    @property
    def sample(self) -> bool:
        """Whether the address leads nowhere, so that nothing printed may be used."""
        return address.reserved(self.site_url)

    def words(self, lang: str, place: Place) -> dict[str, str]:
        """What every placeholder stands for at `place`: its words, and the numbers of contacts."""
        numbers = {
            id: contact.number.shown
            for id, contact in self.campaign.contacts.items()
            if contact.number and contact.printable
        }
        return self.languages[lang].words(place) | numbers

    def folder(self, lang: str) -> str:
        """The folder of a language on the site: "" for the default one, else "en/"."""
        return "" if lang == self.default else f"{lang}/"


def read_project(root: Path, campaigns: Path) -> tuple[Project | None, list[Problem]]:
    """Read all of `root`, with the places in the folder `campaigns`.

    The project is None when a part that all others need could not be read.
    """
    site, problems = read(root / "mkdocs.yml", "mkdocs.yml")
    names = _language_names(site)
    if not names:
        problems.append(
            Problem("mkdocs.yml", 1, "chưa khai báo ngôn ngữ nào (plugins: i18n: languages)")
        )
    bad_address = _address_problems(site)
    problems += bad_address
    shown = campaigns.relative_to(root).as_posix() if campaigns.is_relative_to(root) else str(campaigns)
    campaign, found = read_campaign(campaigns, shown)
    problems += found
    languages, found = read_languages(root / "docs", names)
    problems += found
    texts, found = read_texts(root / "docs", list(names))
    problems += found
    posters: dict[tuple[str, str], Poster] = {}
    for key, poster_text in texts.posters.items():
        poster, found = read_poster(poster_text)
        problems += found
        posters |= {key: poster} if poster else {}
    scripts: dict[tuple[str, str], Script] = {}
    for key, script_text in texts.scripts.items():
        script, found = read_script(script_text)
        problems += found
        scripts |= {key: script} if script else {}
    unusable = campaign is None or len(languages) < len(names) or not names or bad_address
    if campaign is None or unusable:
        return None, problems
    return Project(
        root=root,
        site_url=str(site.value.get("site_url") or ""),
        where_url=site.at(("site_url",)),
        languages={language.code: language for language in languages},
        campaign=campaign,
        texts=texts,
        posters=posters,
        scripts=scripts,
    ), problems


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
    try:
        parts = urlsplit(str(site.value.get("site_url") or ""))
    except ValueError:
        parts = urlsplit("")
    plain = not (parts.query or parts.fragment or parts.username)
    if parts.scheme in {"http", "https"} and parts.hostname and plain:
        return []
    message = "site_url phải là địa chỉ đầy đủ của trang, ví dụ https://lachan.example/"
    return [site.at(("site_url",)).problem(message)]
