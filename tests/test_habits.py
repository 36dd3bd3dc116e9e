"""Every module has its test and every test its module, or one of the tables below says why not.

A test of its own bears the name of a module; that of a module of speech lies in tests/speech/. Else a
row says who tries it: a file that runs it, through whatever it imports or the command.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

TESTS = ROOT / "tests"
CODE = ROOT / "hooks/lachan"
COMMAND = {"built", "heard", "lachan", "site"}
"""What a test takes, or calls, that runs the whole command."""

ELSEWHERE = {
    "test_cli": "__main__ cli.commands cli.read cli.shell",
    # A finished site is opened from outside, by all that looks at it at once.
    "test_siteproof": "audit.placeproof audit.rootproof verify.fileproof",
    "test_layout": "verify.text_runs",
    "test_carriers": "audit.carrierpages audit.recallpage",
    "test_recall": "audit.sought campaign.recalls texts.withdrawal",
    # The line from what is written to what is made: tried by what comes out of it.
    "test_build": "build.maker build.pipeline campaign.cascade",
    "test_rules": "checks.broadcast_rules",
    "test_renaming": "cli.places",
    "test_serving": "cli.server",
    "test_official": "gazetteer.listing",
    "test_model": "gazetteer.unit_names",
    "test_newplaces": "cli.new office.newcheck",
    "test_kits": "plan.artefacts",
    "test_text": "texts.front",
    "test_sheet": "plan.paper render.typesetter",
    "test_press": "plan.recipe render.file_names",
    "test_word": "office.unspeak office.word_import plan.word_script "
    "render.word_file render.word_styles",
    "test_audio": "render.audio.espeak render.audio.voices render.audio.waves",
    "test_cluster": "render.studio",
    "test_form": "texts.form_tree",
    # Pages are drawn by all of these together, and read as pages.
    "test_site": "site.communes site.context site.kit site.pages site.texts site.theme",
    # How a sentence is read is one thing; its rules are tried in one table, and by laws.
    "test_reading_table": "speech.addresses speech.dates speech.grammar speech.laws speech.ordinals "
    "speech.phones speech.quantities speech.reader speech.rules speech.signs speech.times",
    "test_reading_laws": "speech.numbers speech.reading speech.spans speech.words",
    "test_reader_settings": "speech.data speech.lexicon",
    "test_english_reader": "speech.english",
    "test_script_lints": "speech.lints",
    "test_breath": "speech.division",
}
"""Modules without a test of their own name, by the test that tries them."""
UNTRIED = {
    "files.memory": "asks the C library to give memory back; what it does shows in `make bench` only",
}
"""Modules that no test looks at, and why."""
WHOLES = {
    "test_schemas": "the schemas that editors read, in schemas/",
    "test_tokens": "colours and sizes, which have one home each",
    "test_architecture": "the pages for whoever comes next",
    "test_escaping": "strange signs from the file to page, sheet and Word",
    "test_floor": "scripts and styles, held against what the oldest browser knows",
    "test_forged": "a finished site whose sums were fixed after a change",
    "test_form_sheet": "forms as paper",
    "test_fuzz": "anything at all in any file",
    "test_habits": "this",
    "test_hosts": "what GitLab, GitHub and pre-commit read",
    "test_interrupted": "builds that are killed",
    "test_libreoffice": "Word files in another program",
    "test_month": "a month from calendar to page",
    "test_nginx": "the site on a real server",
    "test_package": "what is installed",
    "test_photocopy": "sheets that were copied",
    "test_portable": "the folder for Windows",
    "test_printed_address": "one address in code, sheet and page",
    "test_public_lists": "our list of communes beside another",
    "test_rooms": "the walls of the code",
    "test_same_bytes": "the same bytes on every system",
    "test_sheet": "a sheet from text to PDF",
    "test_trust": "who is believed when files disagree",
    "test_years": "the real files in the months to come",
    "test_english_reader": "a sentence in English",
    "test_reader_settings": "a reader as it may be set",
    "test_reading_laws": "laws of reading",
    "test_reading_table": "what is said, case by case",
    "test_script_lints": "what makes a reader stumble",
}
"""Tests that bear no module's name, and what they try. Those of tests/browser/ try pages: each is named
after what its reader does."""
MODULES = {
    ".".join(path.relative_to(CODE).with_suffix("").parts): path
    for path in CODE.rglob("*.py")
    if path.stem != "__init__"
}
PACKAGES = {path.parent.name for path in CODE.rglob("__init__.py")}
FILES = {path.stem: path for folder in (".", "speech") for path in (TESTS / folder).glob("test_*.py")}


def own(module: str) -> bool:
    """Whether a test bears the name of a module."""
    room, _, name = module.rpartition(".")
    folders = ["speech"] if room == "speech" else ["", "browser"]
    return any((TESTS / folder / f"test_{name}.py").is_file() for folder in folders)


@cache
def imported(path: Path) -> frozenset[Path]:
    """The files of ours and of tests/ that one imports, and the command where it runs that."""
    found: set[Path] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = path.parents[node.level - 1].relative_to(ROOT / "hooks") if node.level else Path()
            start = ".".join([*base.parts, *([node.module] if node.module else [])])
            names = [start, *(f"{start}.{alias.name}" for alias in node.names)]
        for name in names:
            for folder in (ROOT / "hooks", TESTS):
                place = folder.joinpath(*name.split("."))
                found |= {
                    file for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file()
                }
    return frozenset(found)


def reached(test: Path) -> set[Path]:
    """All files that what a test imports, takes or runs may run."""
    parts = [*ast.walk(ast.parse(test.read_text("utf-8")))]
    taken = {part.arg for part in parts if isinstance(part, ast.arg)}
    named = {part.id for part in parts if isinstance(part, ast.Name)}
    waiting = [test, *([CODE / "__main__.py"] if COMMAND & (taken | named) else [])]
    seen = set(waiting)
    while waiting:
        new = imported(waiting.pop()) - seen
        seen |= new
        waiting += new
    return seen


def test_every_module_is_tried() -> None:
    rows = [module for listed in ELSEWHERE.values() for module in listed.split()] + [*UNTRIED]
    assert len(rows) == len(set(rows))
    assert {module for module in MODULES if not own(module)} == set(rows)


@pytest.mark.parametrize("test", ELSEWHERE)
def test_who_tries_a_module_runs_it(test: str) -> None:
    run = reached(FILES[test])
    assert [module for module in ELSEWHERE[test].split() if MODULES[module] not in run] == []


def test_every_test_has_its_module() -> None:
    names = {f"test_{module.rpartition('.')[2]}" for module in MODULES}
    names |= {f"test_{package}" for package in PACKAGES}
    assert set(FILES) - names == set(WHOLES)
