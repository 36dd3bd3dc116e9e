"""The rules by which Mozilla's HTTP Observatory takes points from a site, on one answer.

Source: developer.mozilla.org/en-US/observatory/docs/tests_and_scoring (tests and score modifiers);
redirects and certificates are the server's own and not seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

SIX_MONTHS = 15_768_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
WIDE = {"*", "http:", "https:", "data:", "blob:", "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"}


class _Scripts(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.sources: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.sources.append(dict(attributes).get("src") or "")


def policy(value: str) -> dict[str, list[str]]:
    """The sources of each part of a Content Security Policy."""
    parts = (part.split() for part in value.split(";") if part.strip())
    return {name: sources for name, *sources in parts}


def faults(headers: Mapping[str, str], html: str) -> Iterator[str]:
    """What takes points; `headers` have names in small letters."""
    rules = policy(headers.get("content-security-policy", ""))
    if rules.get("default-src") != ["'none'"]:
        yield "the policy does not begin with nothing at all"
    for name in ("script-src", "style-src", "object-src"):
        if wide := WIDE & set(rules.get(name, rules.get("default-src", ["*"]))):
            yield f"{name} allows {', '.join(sorted(wide))}"
    if any(re.match("http:|ftp:", source) for sources in rules.values() for source in sources):
        yield "the policy allows what is not encrypted"
    for name in ("base-uri", "form-action", "frame-ancestors"):
        if rules.get(name) != ["'none'"]:
            yield f"{name} is open"
    age = re.match(r"max-age=(\d+)", headers.get("strict-transport-security", ""))
    if not age or int(age[1]) < SIX_MONTHS:
        yield "strict transport for less than six months"
    if headers.get("x-content-type-options") != "nosniff":
        yield "kinds of files may be guessed"
    if headers.get("referrer-policy") not in PRIVATE:
        yield "other sites learn where a reader comes from"
    if "set-cookie" in headers:
        yield "a cookie is set"
    if headers.get("access-control-allow-origin"):
        yield "other sites may read answers"
    for source in _Scripts(html).sources:
        if not source or re.match("[a-z]+:|//", source):
            yield f"a script from elsewhere: {source or 'inside the page'}"
