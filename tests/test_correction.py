"""A Word file goes out, is edited, and comes back into the script it was made from."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from conftest import lachan
from docx import Document
from lachan.office import correction
from lachan.texts.project import read_project
from miniature import TODAY

SCRIPT = "docs/vi/scripts/canh-giac-30-giay.md"
OLD, NEW = "Đừng giao giấy tờ cho ai giữ.", "Giấy tờ của mình, mình cầm."


@pytest.fixture(scope="session")
def docx(site: Path) -> bytes:
    return (site / "11203/tai-lieu/11203-vi-word-canh-giac-30-giay.docx").read_bytes()


def edited(docx: bytes, old: str, new: str) -> bytes:
    """The file as somebody saves it who has changed some words in one line."""
    document, out = Document(io.BytesIO(docx)), io.BytesIO()
    runs = [run for p in document.paragraphs for run in p.runs if old in run.text]
    assert len(runs) == 1
    runs[0].text = runs[0].text.replace(old, new)
    document.save(out)
    return out.getvalue()


def test_unchanged_it_gives_the_text_it_was_made_from(built: Path, docx: bytes) -> None:
    project, _ = read_project(built, built / "campaigns", TODAY)
    assert project
    text, body = correction.corrected(project, docx)
    assert (text.path, body) == (SCRIPT, text.body)


def test_the_command_changes_just_the_edited_words(project: Path, docx: bytes) -> None:
    before = (project / SCRIPT).read_text("utf-8")
    (project / "back.docx").write_bytes(edited(docx, OLD, NEW))
    done = lachan("import", "back.docx", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / SCRIPT).read_text("utf-8") == before.replace(OLD, NEW)


def test_words_that_do_not_pass_leave_the_script_as_it_was(project: Path, docx: bytes) -> None:
    before = (project / SCRIPT).read_bytes()
    (project / "back.docx").write_bytes(edited(docx, OLD, "Hãy gọi số 1022."))
    done = lachan("import", "back.docx", cwd=project)
    assert done.returncode == 1
    assert f"{SCRIPT}:" in done.stderr
    assert "1022" in done.stderr
    assert (project / SCRIPT).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04"])
def test_a_broken_file_is_one_line(project: Path, content: bytes) -> None:
    (project / "back.docx").write_bytes(content)
    done = lachan("import", "back.docx", cwd=project)
    assert done.returncode == 1
    assert done.stderr.startswith("back.docx:1: ")
    assert "Traceback" not in done.stderr


def test_a_foreign_file_is_refused(built: Path) -> None:
    project, _ = read_project(built, built / "campaigns", TODAY)
    assert project
    out = io.BytesIO()
    Document().save(out)
    with pytest.raises(ValueError, match="không rõ tệp này của bài nào"):
        correction.corrected(project, out.getvalue())
