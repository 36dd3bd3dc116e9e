"""How a web server should hand the site out: one set of rules, written down for several servers.

Netlify and Cloudflare Pages find `_headers` (and `_redirects`) in the site itself; for nginx and Caddy
`lachan server` prints a file to copy. Every page also carries a policy of its own, never a wider one,
for servers that are told nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined

from lachan.texts.project import Project

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
"""The most that any page may do (Content Security Policy, Level 3). The pages for staff draw their
signs from `data:` pictures inside a style sheet."""

_UNUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What stands on every answer. Strict transport (RFC 6797) is for this host alone: what else lives
below its name is not ours."""

_FRESH = "no-cache"
"""Asked for anew every time, answered with 304 while it is the same: a number may have changed."""
_BRIEF = "public, max-age=600"
"""From page to page within one visit, in seconds."""
_FOR_EVER = "public, max-age=31536000, immutable"
_NAMED_BY_CONTENT = ("assets/stylesheets/*", "loa/*")
"""Material's style sheets and the pieces of sound carry a hash in their names."""

_ROOT = "/srv/lachan"


def site_files(project: Project, assets: Iterable[str]) -> dict[str, str]:
    """What hosts read in the site itself: `_headers`, and `_redirects` where a language has a folder.

    `assets` are the paths of the theme's files. Rules of `_headers` that meet would be joined, so no
    header stands in two that can; what no rule names is kept by these hosts for no time at all.
    """
    base, folders = _base(project), _folders(project)
    rules = {f"{base}*": HEADERS} | {
        pattern: {"Cache-Control": value} for pattern, value in _cache(base, assets).items()
    }
    blocks = (
        f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for pattern, headers in rules.items()
    )
    found = {"_headers": "\n".join(blocks)}
    if folders:
        found["_redirects"] = "".join(f"{folder}* {folder}404.html 404\n" for folder in folders)
    return found


def nginx(project: Project, assets: Iterable[str]) -> str:
    """A file for /etc/nginx/conf.d."""
    return _filled("nginx.conf", project, assets)


def caddy(project: Project, assets: Iterable[str]) -> str:
    """A Caddyfile."""
    return _filled("Caddyfile", project, assets)


def _filled(name: str, project: Project, assets: Iterable[str]) -> str:
    environment = Environment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["nginx_pattern"] = _nginx_pattern
    template = files("lachan").joinpath(f"data/server/{name}").read_text("utf-8")
    base = _base(project)
    cache = _cache(base, assets)
    return environment.from_string(template).render(
        host=urlsplit(project.site_url).hostname,
        root=_ROOT,
        base=base,
        folders=_folders(project),
        headers=HEADERS,
        fresh=_FRESH,
        cache=cache,
        kept={value: [p for p in cache if cache[p] == value] for value in sorted(set(cache.values()))},
    )


def _base(project: Project) -> str:
    """The folder of its host that the site lies in, with a slash at both ends."""
    return urlsplit(project.site_url).path.rstrip("/") + "/"


def _folders(project: Project) -> list[str]:
    """The folders of languages, each with a 404.html of its own."""
    found = (project.folder(lang) for lang in project.languages)
    return [_base(project) + folder for folder in found if folder]


def _cache(base: str, assets: Iterable[str]) -> dict[str, str]:
    """How long what may be kept, by path; a star at the end is anything below. No two of them meet."""
    brief = {base + path: _BRIEF for path in sorted(assets) if path.startswith("assets/")}
    return {base + path: _FOR_EVER for path in _NAMED_BY_CONTENT} | brief


def _nginx_pattern(pattern: str) -> str:
    """A path as nginx' `map` takes it. As it is it would go into a table where long ones have no room
    (`map_hash_bucket_size`): with a site in a folder of its host nginx would not start.
    """
    return f"~^{re.escape(pattern[:-1])}" if pattern.endswith("*") else f"~^{re.escape(pattern)}$"
