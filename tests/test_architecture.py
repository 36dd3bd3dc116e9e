"""The pages for whoever comes next: the walk runs, the map is of today, what they name is there."""

from __future__ import annotations

import doctest
import re

import pytest
import rooms
from conftest import ROOT

PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (
        *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "README.md")),
        *sorted((ROOT / "decisions").glob("*.md")),
    )
}
ARCHITECTURE = PAGES["ARCHITECTURE.md"]
MADE = {".remarkrc.yml", "campaigns/thu-hoi.yml", "kho.json", "sbom.json", "sw.js", "thu-hoi.yml"}
"""Files that commands or people write, which the project need not hold."""
NAMED = re.compile(r"`([\w./-]*\w\.(?:py|pyi|typ|yml|md|html|csv|css|js|json|sh|toml|lock|svg))`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def held() -> list[str]:
    """Every file of the project, as `/` and its path."""
    files = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in ROOT.iterdir():
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in {"site", "usb"}:
            files += [path for path in folder.rglob("*") if path.is_file()]
    return [f"/{path.relative_to(ROOT).as_posix()}" for path in files]


def test_the_walk_runs_and_says_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```pycon\n(.*?)^```", ARCHITECTURE, re.S | re.M)
    assert len(blocks) == 7
    walk = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "walk", "ARCHITECTURE.md", 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(walk, out=said.append)
    assert not runner.failures, "".join(said)


def test_the_map_is_of_today() -> None:
    assert rooms.renewed(ARCHITECTURE) == ARCHITECTURE, "run make map"


def test_the_map_names_every_module_and_each_says_what_it_is_for() -> None:
    listed = [name for floor in rooms.floors() for name in floor]
    modules = [file for file in rooms.CODE.rglob("*.py") if file.parent != rooms.CODE]
    rows = [line for line in rooms.drawn().splitlines() if line.startswith(("- ", "**"))]
    assert len(rows) == len(modules) == len(set(rows)) > len(listed)
    assert [file for file in modules if not rooms.first(file)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    files = held()
    named = set(NAMED.findall(PAGES[page])) - MADE
    assert [
        name for name in sorted(named) if not any(file.endswith(f"/{name}") for file in files)
    ] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_name_that_a_page_says_is_in_a_file_is_there(page: str) -> None:
    files = held()
    gone = [
        (name, file)
        for name, file in re.findall(r"`(\w+)` in `([\w./]+\.(?:py|yml))`", PAGES[page])
        for path in [next(path for path in files if path.endswith(f"/{file}"))]
        if not re.search(rf"\b{name}\b", (ROOT / path[1:]).read_text("utf-8"))
    ]
    assert gone == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_to_a_file(page: str) -> None:
    folder = (ROOT / page).parent
    assert [link for link in LINK.findall(PAGES[page]) if not (folder / link).exists()] == []


def test_decisions_are_numbered_and_listed() -> None:
    written = sorted(path.name for path in (ROOT / "decisions").glob("[0-9]*.md"))
    assert [name[:2] for name in written] == [f"{number:02}" for number in range(1, len(written) + 1)]
    assert LINK.findall(PAGES["decisions/README.md"]) == written


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("decisions/0")])
def test_a_decision_says_why_what_follows_and_what_else_was_tried(name: str) -> None:
    headings = re.findall(r"^## (.+)$", PAGES[name], re.M)
    assert headings == ["Context", "Decision", "Consequences", "What else was tried"]
    assert len(PAGES[name].splitlines()) <= 40  # a page


def test_every_word_of_the_glossary_is_used() -> None:
    rows = re.findall(r"^\| (.+?) \| (.+?) \| `(.+?)` \|$", PAGES["GLOSSARY.md"], re.M)
    words = [word for word, _, _ in rows]
    assert len(words) == PAGES["GLOSSARY.md"].count("\n| ") - 1  # less the head of the table
    assert words == sorted(words, key=str.casefold)
    strangers = [
        (word, where)
        for word, _, where in rows
        if not re.search(rf" {_flat(word)}s? ", f" {_flat(where + (ROOT / where).read_text('utf-8'))} ")
    ]
    assert strangers == []


def _flat(text: str) -> str:
    """Only words and spaces."""
    return re.sub(r"[\W_]+", " ", text).casefold()


def test_the_list_of_findings_has_every_script_once() -> None:
    scripts = sorted(path.stem for path in (ROOT / "findings").glob("*.sh"))
    rows = re.findall(
        r"^\| \[(.+?)\]\((.+?)\.sh\) \| (.+) \|$",
        (ROOT / "findings/README.md").read_text("utf-8"),
        re.M,
    )
    assert sorted(name for name, _, _ in rows) == scripts
    assert [name for name, file, said in rows if name != file or not said.strip()] == []


def test_scripts_of_findings_say_what_they_were_seen_with() -> None:
    heads = {path.name: path.read_text("utf-8")[:2000] for path in (ROOT / "findings").glob("*.sh")}
    parts = ("# Seen with:", "# A good guess:", "# What happens:", "# Why it matters:")
    assert [name for name, head in heads.items() if any(part not in head for part in parts)] == []
