"""Addresses of the site: what a QR carries, what is printed under it, whether it leads anywhere.

After the host there are only digits (and a language's folder), so scheme and host can be upper-case,
which lets the QR use its denser alphanumeric mode: 25 modules at level Q instead of 33.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

_RESERVED = ("example", "test", "invalid", "localhost", "local", "internal")
"""Names that can never be a real site (RFC 2606, RFC 6761)."""


def reserved(site_url: str) -> bool:
    """Whether `site_url` leads nowhere a resident could go: everything printed is a sample then."""
    host = urlsplit(site_url).hostname or ""
    labels = host.rstrip(".").split(".")
    if labels[-1] in _RESERVED or labels[-2:-1] == ["example"] or len(labels) < 2:
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def encoded(site_url: str, path: str) -> str:
    """The address of `path` as a QR carries it: scheme and host upper-case, the path as it is."""
    parts = urlsplit(site_url)
    return f"{parts.scheme}://{parts.netloc}".upper() + parts.path.rstrip("/") + "/" + path


def shown(site_url: str, path: str) -> str:
    """The address of `path` as people type it: no scheme, no stroke at the end."""
    parts = urlsplit(site_url)
    return (parts.netloc + parts.path.rstrip("/") + "/" + path).rstrip("/")
