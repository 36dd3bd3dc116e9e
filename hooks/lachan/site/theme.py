"""The theme on its way to the site: few style sheets from many parts, drawings put into pages.

assets/theme is a folder of templates and of components, each with its own style; readers get one
file of each kind, so that a page needs three requests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from lachan.checks import javascript
from lachan.formats.kinds import PICTURES, Variant
from lachan.texts.project import Project

_OWN = frozenset(
    {
        "resident",
        "main",
        "home",
        "commune",
        "communes",
        "print-room",
        "script",
        "search",
        "offline",
        "404",
    },
)
_SHEETS = {
    "prompter": ("prompter",),
    "room": ("bundles", "filter", "items", "post", "shelf", "weeks"),
}
"""Components that only one kind of page has, so that no other page carries their style."""
_PICTURES = ("call", "mark", "neighbours")
"""Drawings loaded as files, besides tiles: handset of number rows, icon, neighbours on wide screens."""


_TOKEN = re.compile(r"^  --([a-z-]+): (.+);$", re.M)


def own_template(name: str | None) -> bool:
    """Whether a template is ours. Ours escape what they set; Material's expect to do it themselves."""
    return bool(name) and (str(name).startswith("components/") or str(name)[:-5] in _OWN)


def environment(assets: Path) -> Environment:
    """The templates of ours alone, for pages that no text stands behind."""
    env = _Environment(loader=FileSystemLoader(assets / "theme"), auto_reload=False)
    env.filters["url"] = _url
    prepare(env, assets)
    return env


class _Environment(Environment):
    """Looks for a key first; Jinja asks for an attribute before, which costs an exception each time."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template calls `obj.attribute`."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@pass_context
def _url(context: Context, path: str) -> str:
    """What MkDocs' own filter does: the way from the page to a file of the site."""
    return f"{context['base_url']}{path}"


def prepare(env: Environment, assets: Path) -> None:
    """Give the templates what they call: `art`, `count`, `fill`, escaping; `tokens`, and as `shared`
    the width and height of the picture that others see of a page.
    """
    env.autoescape = own_template
    env.globals["art"] = drawer(assets / "art")
    env.globals["tokens"] = tokens(assets)
    env.globals["shared"] = PICTURES[Variant.WIDE]
    env.filters["count"] = count
    env.filters["fill"] = fill


def fill(words: str, values: Mapping[str, Any]) -> Markup:
    """Put `values` in for the {slots} of a line from strings.yml."""
    return escape(words).format_map(values)


def count(words: str, number: int) -> Markup:
    """A line from strings.yml that says how many there are, so that no proof dials it.

    A province of 113 communes is no call for the police: `pageproof` passes over <data>.
    """
    return fill(words, {"number": Markup('<data value="{0}">{0}</data>').format(number)})


def drawer(folder: Path) -> Callable[..., Markup]:
    """A function that puts a drawing of `folder` into a page, silent or with a spoken label."""

    @cache
    def source(name: str) -> str:
        svg = (folder / f"{name}.svg").read_text("utf-8").replace("\n", "")
        return svg.replace(' xmlns="http://www.w3.org/2000/svg"', "")

    def art(name: str, label: str = "") -> Markup:
        spoken = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
        return Markup(source(name).replace("<svg", f"<svg {spoken}", 1))

    return art


def tokens(assets: Path) -> dict[str, str]:
    """The colours and measures of the design by their names, as they are by day."""
    day, _ = (assets / "theme/css/tokens.css").read_text("utf-8").split("@media", 1)
    return dict(_TOKEN.findall(day))


def styles(theme: Path) -> dict[str, str]:
    """Every style sheet: `lachan`, which all pages load, and those of single kinds of pages.

    Its parts stand in the order in which one may build on what came before.
    """
    own = {part: sheet for sheet, parts in _SHEETS.items() for part in parts}
    sheets = {"lachan": [theme / "css" / f"{name}.css" for name in ("tokens", "base", "layout")]}
    for part in sorted(theme.glob("components/*/*.css")):
        sheets.setdefault(own.get(part.parent.name, "lachan"), []).append(part)
    sheets["lachan"].append(theme / "css" / "print.css")
    return {
        name: str(rcssmin.cssmin("".join(part.read_text("utf-8") for part in parts)))
        for name, parts in sheets.items()
    }


def files(project: Project) -> dict[str, bytes]:
    """Every file that our pages load, by its path on the site."""
    assets = project.root / "assets"
    theme = assets / "theme"
    scripts = {
        f"assets/{name}": str(rjsmin.jsmin(javascript.source(project.root, name))).encode()
        for name in javascript.shipped(project.root)
    }
    tiles = {text.front.tile for text in project.texts.pages.values() if text.front.tile}
    pictures = {
        f"assets/art/{name}.svg": (assets / "art" / f"{name}.svg").read_bytes()
        for name in sorted({*_PICTURES, *tiles})
    }
    sheets = {f"assets/{name}.css": css.encode() for name, css in styles(theme).items()}
    return scripts | pictures | sheets


def only_source(path: str) -> bool:
    """Whether a file of the theme is a part that `files` puts together, not one that readers load."""
    return path.startswith(("components/", "css/", "js/"))
