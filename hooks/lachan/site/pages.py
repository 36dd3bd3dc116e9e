"""Pages that no text stands behind: a commune's, the search, the one for wrong addresses.

Rendered outside the page pipeline: half a millisecond each, not five.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from lachan import paths
from lachan.project import Project
from lachan.site import communes, search
from lachan.site.kit import Kit, broadcast_view, poster_view, script_view
from lachan.site.room import room_view
from lachan.site.spot import Spot, View


def place_pages(env: Environment, project: Project, lang: str, kit: Kit) -> Iterator[tuple[str, str]]:
    """(path of the page, its HTML) for every page of one commune in one language."""
    place = kit.place
    spot = Spot(project, lang, paths.commune(project, lang, place))
    extra = {"poster": poster_view(spot, kit), "script": broadcast_view(spot, kit)}
    yield _render(env, spot, "commune.html", communes.commune(spot, place, extra))
    if kit.artefacts:
        spot = Spot(project, lang, paths.room(project, lang, place))
        yield _render(env, spot, "print-room.html", communes.room(spot, place, room_view(spot, kit)))
    for id in kit.seconds:
        text = project.texts.scripts[lang, id]
        spot = Spot(project, lang, paths.script(project, lang, place, text.front.number))
        view = communes.script(spot, place, id, {"script": script_view(spot, kit, text)})
        yield _render(env, spot, "script.html", view)


def search_page(env: Environment, project: Project, lang: str) -> dict[str, str]:
    """The search of one language: its page and the index it reads, by their path."""
    spot = Spot(project, lang, paths.search(project, lang))
    path, html = _render(env, spot, "search.html", search.page(spot))
    return {f"{path}index.html": html, paths.index(project, lang): search.index(spot)}


def not_found(env: Environment, project: Project) -> str:
    """404.html: in every language, addresses from the root of the host."""
    spot = Spot(project, project.default, "")
    view = communes.not_found(spot)
    return env.get_template("404.html").render(view | {"page": None, "base_url": view["home"]})


def _render(env: Environment, spot: Spot, template: str, view: View) -> tuple[str, str]:
    # `page` and `base_url` are what MkDocs' own filter `url` goes by.
    html = env.get_template(template).render(view | {"page": None, "base_url": spot.to("")})
    return spot.path, html
