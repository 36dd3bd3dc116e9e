"""The pages of a commune, rendered outside the page pipeline: half a millisecond each, not five."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from lachan import paths
from lachan.build import Made
from lachan.campaign import Place
from lachan.site import communes
from lachan.site.kit import poster_view, room_view
from lachan.site.spot import Spot, View


def commune_pages(env: Environment, made: Made, lang: str) -> Iterator[tuple[str, str]]:
    """(path of the page, its HTML) for every page of every commune in one language."""
    sizes = {artefact.path: file.stat().st_size for artefact, file in made.files}
    for place in made.places:
        artefacts = [artefact for artefact, _ in made.files if artefact.place == place.code]
        room = paths.room(made.project, lang, place)
        spot = Spot(made.project, lang, paths.commune(made.project, lang, place))
        extra = {"poster": poster_view(spot, artefacts, room), "script": None}
        yield _render(env, spot, "commune.html", communes.commune(spot, place, extra))
        spot = Spot(made.project, lang, room)
        view = communes.room(spot, place, room_view(spot, artefacts, sizes))
        yield _render(env, spot, "print-room.html", view)


def not_found(env: Environment, made: Made) -> str:
    """404.html: in every language, addresses from the root of the host."""
    spot = Spot(made.project, made.project.default, "")
    view = communes.not_found(spot)
    return env.get_template("404.html").render(view | {"page": None, "base_url": view["home"]})


def _render(env: Environment, spot: Spot, template: str, view: View) -> tuple[str, str]:
    # `page` and `base_url` are what MkDocs' own filter `url` goes by.
    html = env.get_template(template).render(view | {"page": None, "base_url": spot.to("")})
    return spot.path, html


__all__ = ["Place", "commune_pages", "not_found"]
