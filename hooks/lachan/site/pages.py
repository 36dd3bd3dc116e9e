"""Pages that no text stands behind: a commune's, the search, those for no network and wrong addresses.

Rendered outside the page pipeline: half a millisecond each, not five.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment

from lachan.checks import javascript
from lachan.common import unbroken
from lachan.plan import paths
from lachan.site import communes, finder, offline, search
from lachan.site.context import PageContext, View
from lachan.site.kit import MadeKit, broadcast_view, poster_view, script_view, share_view
from lachan.site.print_room import room_view
from lachan.texts.project import Project


def every(env: Environment, project: Project, lang: str) -> Iterator[tuple[str, str]]:
    """(path of the file, its content) for all in one language that are not a place's."""
    here = PageContext(project, lang, paths.search(project, lang))
    yield _render(env, here, "search.html", search.page(here))
    yield paths.index(project, lang), search.index(here)
    here = PageContext(project, lang, paths.communes(project, lang))
    script = javascript.source(project.root, javascript.NAMES)
    yield paths.names(project, lang), finder.names(here, script)
    if len(project.campaign.places) > finder.FEW:
        yield _render(env, here, "communes.html", finder.page(here))
    here = PageContext(project, lang, paths.offline(project, lang))
    yield _render(env, here, "offline.html", offline.offline(here))
    here = PageContext(project, lang, project.folder(lang))
    view = communes.not_found(here)
    html = env.get_template("404.html").render(view | {"page": None, "base_url": view["root"]})
    yield f"{here.path}404.html", html


def of_place(env: Environment, project: Project, lang: str, kit: MadeKit) -> Iterator[tuple[str, str]]:
    """(path of the file, its content) for every page of one commune in one language."""
    place = kit.place
    names = place.short_names
    here = PageContext(project, lang, paths.commune(project, lang, place))
    extra = {
        "poster": poster_view(here, kit),
        "script": broadcast_view(here, kit),
        "share": share_view(here, kit),
    }
    yield _render(env, here, "commune.html", communes.commune(here, place, extra), names)
    if place.gets(lang):
        here = PageContext(project, lang, paths.room(project, lang, place))
        yield _render(
            env, here, "print-room.html", communes.room(here, place, room_view(here, kit)), names
        )
    for id in kit.seconds:
        text = project.texts.scripts[lang, id]
        here = PageContext(project, lang, paths.script(project, lang, place, text.front.number))
        view = communes.script(here, place, id, {"script": script_view(here, kit, text)})
        yield _render(env, here, "script.html", view, names)


def _render(
    env: Environment, here: PageContext, template: str, view: View, names: Iterable[str] = ()
) -> tuple[str, str]:
    # `page` and `base_url` are what MkDocs' own filter `url` goes by.
    html = env.get_template(template).render(view | {"page": None, "base_url": here.to("")})
    return f"{here.path}index.html", unbroken.html(html, names)
