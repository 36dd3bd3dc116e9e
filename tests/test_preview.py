"""The author's loop: a sheet is drawn, and drawn again when its text is saved."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lachan.build.preview import draw
from lachan.common.problem import ProblemsError
from lachan.texts.project import Project
from miniature import SIGNS, edited
from PIL import Image

Lay = Callable[..., Path]


@pytest.mark.parametrize("name", ["signs", "poster/signs", "posters/signs"])
def test_every_sheet_of_a_text_is_drawn(mini: Lay, name: str) -> None:
    root = mini()
    drawn = draw(root, name, "11692", root / "preview")
    assert [path.name for path in drawn] == [
        "11692-vi-poster-signs-color-1.png",
        "11692-vi-poster-signs-eco-1.png",
    ]
    with Image.open(drawn[0]) as picture:
        assert picture.size == (910, 1287)
    assert drawn[0].with_name("11692-vi-poster-signs-color.pdf").exists()


def test_a_name_that_nothing_has(mini: Lay) -> None:
    root = mini()
    with pytest.raises(ProblemsError) as error:
        draw(root, "sign", None, root / "preview")
    assert [str(p) for p in error.value.problems] == ["docs:1: không có bài nào tên «sign» để in"]


def test_what_does_not_fit_is_said_with_its_line(mini: Lay) -> None:
    root = mini(edited(SIGNS, "**Giục đi gấp**", f"**{'Giục đi gấp ' * 90}**"))
    with pytest.raises(ProblemsError) as error:
        draw(root, "signs", None, root / "preview")
    assert {(p.path, "dài quá chỗ" in p.message) for p in error.value.problems} == {(SIGNS, True)}


def test_pictures_of_a_post_are_drawn_too(read_family: Project, tmp_path: Path) -> None:
    posts = [text.id for text in read_family.texts.posts.values() if text.lang == "vi"]
    drawn = draw(read_family.root, posts[0], "11692", tmp_path)
    assert {path.name.rpartition("-")[2] for path in drawn} >= {"wide.png", "square.png", "tall.png"}


@contextmanager
def following(root: Path) -> Iterator[subprocess.Popen[str]]:
    """The command that draws again, with all that it says in `stdout`."""
    with subprocess.Popen(
        [sys.executable, "-m", "lachan", "preview", "signs"],
        cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        env={"PYTHONUNBUFFERED": "1", "PATH": ""},
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.terminate()


def said(process: subprocess.Popen[str], lines: int) -> list[str]:
    assert process.stdout
    return [process.stdout.readline() for _ in range(lines)]


def change(root: Path, old: str, new: str) -> None:
    text = root / SIGNS
    text.write_text(text.read_text("utf-8").replace(old, new), "utf-8")


def test_drawn_again_when_the_text_is_saved(mini: Lay) -> None:
    root = mini()
    with following(root) as process:
        first = said(process, 3)
        picture = root / "preview/07735-vi-poster-signs-color-1.png"
        before = picture.read_bytes()
        change(root, "Giục đi gấp", "Giục đi ngay")
        assert said(process, 2) == first[1:]
        assert picture.read_bytes() != before


def test_a_sheet_that_cannot_be_written_is_named_and_drawn_when_it_can(mini: Lay) -> None:
    """As when it is open in a viewer on Windows."""
    root = mini()
    with following(root) as process:
        first = said(process, 3)
        sheet = root / "preview/07735-vi-poster-signs-color.pdf"
        sheet.unlink()
        sheet.mkdir()
        change(root, "Giục đi gấp", "Giục đi ngay")
        assert said(process, 1)[0].startswith(f"preview/{sheet.name}/:1: chỗ này phải là tệp")
        sheet.rmdir()
        change(root, "Giục đi ngay", "Giục đi liền")
        assert said(process, 2) == first[1:]
