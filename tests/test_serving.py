"""What web servers are told: one set of rules in three kinds of writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from conftest import lachan
from lachan.site import serving
from lachan.texts.project import Project
from miniature import ROOT

ASSETS = ("assets/lachan.css", "assets/art/mark.svg", "tu-mot-kieu-khac.js")
FRESH = "no-cache"
KEPT = {
    "assets/lachan.css": "public, max-age=600",
    "assets/art/mark.svg": "public, max-age=600",
    "assets/stylesheets/*": "public, max-age=31536000, immutable",
    "loa/*": "public, max-age=31536000, immutable",
}
BASES = {"https://lachan.example/": "/", "https://Tinh.Example/la-chan/": "/la-chan/"}


@pytest.fixture(params=BASES)
def project(request: pytest.FixtureRequest, read_mini: Project) -> Project:
    """The miniature in Vietnamese and English, at the root of its host and in a folder."""
    languages = dict(read_mini.languages)
    languages["en"] = replace(languages["vi"], code="en")
    return replace(read_mini, site_url=request.param, languages=languages)


def headers(rules: str) -> dict[str, dict[str, str]]:
    """What `_headers` says, by pattern."""
    blocks = (block.strip().split("\n  ") for block in rules.split("\n\n"))
    return {pattern: dict(line.split(": ", 1) for line in lines) for pattern, *lines in blocks}


def nginx_headers(conf: str) -> dict[str, str]:
    return dict(re.findall(r'add_header (\S+) "([^"]*)" always;', conf))


def caddy_headers(conf: str) -> dict[str, str]:
    return dict(re.findall(r'^\t\t([A-Z]\S+) "([^"]*)"$', conf.partition("(files)")[0], re.M))


def test_all_three_say_the_same(project: Project) -> None:
    base = BASES[project.site_url]
    rules = headers(serving.site_files(project, ASSETS)["_headers"])
    nginx, caddy = serving.nginx(project, ASSETS), serving.caddy(project, ASSETS)
    assert rules.pop(f"{base}*") == nginx_headers(nginx) == caddy_headers(caddy) == serving.HEADERS
    assert rules == {base + path: {"Cache-Control": value} for path, value in KEPT.items()}
    kept = re.findall(r'^    ~\^(/\S+?)(\$?) "(.*)";$', nginx, re.M)
    assert {path.replace("\\", "") + ("" if end else "*"): value for path, end, value in kept} == {
        base + path: value for path, value in KEPT.items()
    }
    named = dict(re.findall(r"@(kept\d) path (.*)", caddy))
    values = dict(re.findall(r'header @(kept\d) Cache-Control "(.*)"', caddy))
    assert {path: values[name] for name, paths in named.items() for path in paths.split()} == {
        base + path: value for path, value in KEPT.items()
    }
    assert f'default "{FRESH}";' in nginx
    assert f'header ?Cache-Control "{FRESH}"' in caddy


def test_a_wrong_address_gets_the_page_of_its_language(project: Project) -> None:
    base = BASES[project.site_url]
    nginx, caddy = serving.nginx(project, ASSETS), serving.caddy(project, ASSETS)
    assert re.findall(r"error_page 403 404 =404 (\S+);", nginx) == [
        f"{base}404.html",
        f"{base}en/404.html",
    ]
    assert f"location {base}en/ {{" in nginx
    assert re.findall(r"handle (\S*) ?{\n\t\t\trewrite \* (\S+)", caddy) == [
        (f"{base}en/*", f"{base}en/404.html"),
        ("", f"{base}404.html"),
    ]
    assert serving.site_files(project, ASSETS)["_redirects"] == f"{base}en/* {base}en/404.html 404\n"


def test_one_language_needs_no_redirects(read_mini: Project) -> None:
    assert list(serving.site_files(read_mini, ASSETS)) == ["_headers"]


def test_the_host_is_written_as_hosts_are(project: Project) -> None:
    host = {"/": "lachan.example", "/la-chan/": "tinh.example"}[BASES[project.site_url]]
    nginx = serving.nginx(project, ASSETS)
    assert re.findall("server_name (.*);", nginx) == [host, host]
    assert f"return 301 https://{host}$request_uri;" in nginx
    assert f"\n{host} {{\n" in serving.caddy(project, ASSETS)


@pytest.mark.parametrize("write", [serving.nginx, serving.caddy])
def test_brackets_close(project: Project, write: Callable[..., str]) -> None:
    deep = 0
    for char in re.sub(r"#.*", "", write(project, ASSETS)):
        deep += (char == "{") - (char == "}")
        assert deep >= 0
    assert deep == 0
    assert "{{" not in write(project, ASSETS)


def test_no_two_rules_for_one_address_set_the_same_header(project: Project) -> None:
    rules = headers(serving.site_files(project, [*ASSETS, "assets/art/call.svg"])["_headers"])
    for pattern, mine in rules.items():
        for other, its in rules.items():
            if other != pattern and _meet(pattern, other):
                assert mine.keys().isdisjoint(its), (pattern, other)


def _meet(one: str, other: str) -> bool:
    """Whether an address can match both patterns."""
    whole, begins = sorted((one, other), key=lambda pattern: pattern.endswith("*"))
    start = begins.removesuffix("*")
    return whole.startswith(start) or (whole.endswith("*") and start.startswith(whole[:-1]))


def test_a_value_stays_itself_in_every_writing() -> None:
    assert [value for value in serving.HEADERS.values() if re.search(r'["\\${}\n]', value)] == []


def sources(policy: Mapping[str, str]) -> set[str]:
    return {source for value in policy.values() for source in value.split()}


def test_the_policy_opens_nothing_but_the_site() -> None:
    assert sources(serving.POLICY) == {"'none'", "'self'", "data:"}
    assert [name for name, value in serving.POLICY.items() if "data:" in value] == ["img-src"]


def test_the_command() -> None:
    for kind, begins in (("nginx", "# Lá Chắn trên nginx"), ("caddy", "# Lá Chắn trên Caddy")):
        done = lachan("server", kind, cwd=ROOT)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(begins)
        assert "/assets/lachan.css" in done.stdout.replace("\\", "")
    assert lachan("server", "apache", cwd=ROOT).returncode == 2
