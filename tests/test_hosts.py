"""What GitLab, GitHub and pre-commit read: its form, and that it says what our own files say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from lachan.contacts import phone

PROGRAM = Path(sys.executable).with_name("check-jsonschema")
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
NOTES = sorted((ROOT / ".gitlab/issue_templates").glob("*.md"))
LAB = ROOT / ".gitlab-ci.yml"
HUB = ROOT / ".github/workflows/test.yml"
SCHEMAS = {LAB: ["gitlab-ci", "--data-transform", "gitlab-ci"], HUB: ["github-workflows"]} | {
    form: ["github-issue-forms"] for form in FORMS
}
FOR_PEOPLE = [
    ROOT / "SECURITY.md",
    ROOT / "CODE_OF_CONDUCT.md",
    ROOT / ".github/PULL_REQUEST_TEMPLATE.md",
    *FORMS,
    *NOTES,
]


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def checked(path: Path, schema: list[str]) -> subprocess.CompletedProcess[str]:
    """A file held against the schema that comes with check-jsonschema."""
    return subprocess.run(
        [PROGRAM, "--builtin-schema", f"vendor.{schema[0]}", *schema[1:], path],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def readme(language: str) -> list[list[str]]:
    """The commands of each block of one language in README.md, without what is said about them."""
    blocks = re.findall(rf"```{language}\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    return [[line.partition("#")[0].strip() for line in block.splitlines()] for block in blocks]


def steps(system: str) -> list[list[str]]:
    """What each host runs on one system."""
    job = loaded(HUB)["jobs"][system]
    return [loaded(LAB)[system]["script"], [step["run"] for step in job["steps"] if "run" in step]]


def questions(note: Path) -> list[str]:
    return re.findall(r"^## (.+)$", note.read_text("utf-8"), re.M)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_form(path: Path) -> None:
    done = checked(path, SCHEMAS[path])
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (LAB, "expire_in: 1 week", "expire_in: [1]"),
        (HUB, "runs-on: ubuntu-latest", "runs-in: ubuntu-latest"),
        (FORMS[0], "label:", "labels:"),
    ],
    ids=["gitlab", "github", "issue"],
)
def test_a_slip_is_seen(tmp_path: Path, path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert right in text
    copy = tmp_path / path.name
    copy.write_text(text.replace(right, wrong), "utf-8")
    assert checked(copy, SCHEMAS[path]).returncode == 1


def test_hosts_run_the_commands_of_the_readme() -> None:
    first, second = readme("sh")
    assert first == second == ["make", "make test"]
    for system in ("linux", "macos"):
        for run in steps(system):
            assert set(first) <= set(run), system
    windows = readme("bat")
    assert windows[0] == windows[1]
    assert steps("windows") == [windows[0]] * 2


def test_nothing_foreign_is_run_unpinned() -> None:
    used = [
        step["uses"] for job in loaded(HUB)["jobs"].values() for step in job["steps"] if "uses" in step
    ]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name)] == []
    for path in (LAB, HUB, ROOT / ".pre-commit-config.yaml"):
        assert "://" not in path.read_text("utf-8"), path


def test_before_a_commit_run_only_our_own_programs() -> None:
    recipes = re.findall(r"^\t.*$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    ours = {
        found for line in recipes for found in re.findall(r"\$\(BIN\)/(\w[\w-]*(?: [a-z]+)?)", line)
    }
    repos = loaded(ROOT / ".pre-commit-config.yaml")["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    run = [hook["entry"].partition(".venv/bin/")[2] for hook in repos[0]["hooks"]]
    assert run == ["ruff format", "ruff check", "mypy", "lint-imports", "lachan check"]
    assert set(run) <= ours


def test_both_hosts_ask_the_same() -> None:
    assert [form.stem for form in FORMS] == [note.stem for note in NOTES]
    assert len(FORMS) == 4
    for form, note in zip(FORMS, NOTES, strict=True):
        fields = [field for field in loaded(form)["body"] if field["type"] != "markdown"]
        assert [field["attributes"]["label"] for field in fields] == questions(note)
    here, there = ".gitlab/merge_request_templates/Default.md", ".github/PULL_REQUEST_TEMPLATE.md"
    assert (ROOT / here).read_text("utf-8") == (ROOT / there).read_text("utf-8")


@pytest.mark.parametrize("path", FOR_PEOPLE, ids=lambda path: path.name)
def test_numbers_are_those_of_the_country(path: Path) -> None:
    contacts = loaded(ROOT / "campaigns/vietnam.yml")["contacts"]
    role = {contact.get("role"): number for number, contact in contacts.items()}
    text = path.read_text("utf-8")
    named = {phone.digits(found) for _, found in phone.find(text)}
    urgent = path in {*FORMS, *NOTES, ROOT / "SECURITY.md"}
    assert named == ({role["hotline"], role["police"]} if urgent else set())
