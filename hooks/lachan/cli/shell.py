"""What all commands share: where the project is, how paths are shown, how a command ends in failure."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from lachan.common.problem import Problem, errors, told

CAMPAIGNS = click.option(
    "--campaigns", type=click.Path(path_type=Path), help="Thư mục nơi chốn (mặc định: campaigns)."
)
OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="Thư mục trang dựng ra (mặc định: site)."
)
"""Options that several commands have."""


def root() -> Path:
    """The folder of the project: here, or the nearest one above with a mkdocs.yml."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").exists():
            return folder
    return fail(
        [Problem("mkdocs.yml", 1, "không thấy tệp này; hãy chạy lệnh trong thư mục của Lá Chắn")]
    )


def folders(root: Path, campaigns: Path | None, output: Path | None) -> tuple[Path, Path]:
    """The folder of places and that of the site: those that were named, else the project's own."""
    return (campaigns or root / "campaigns").resolve(), (output or root / "site").resolve()


def shown(path: Path) -> str:
    """A folder as people know it: from where they are, if it lies below."""
    here = Path.cwd()
    path = path.resolve()
    return f"{path.relative_to(here).as_posix()}/" if path.is_relative_to(here) else str(path)


def fail(
    problems: Sequence[Problem], then: str = "Chưa có gì thay đổi; sửa xong hãy chạy lại."
) -> NoReturn:
    """Say every problem, how many are errors and what to do then, and end with exit code 1."""
    for line in told(problems):
        click.echo(line, err=True)
    click.echo(f"Có {len(errors(problems))} lỗi. {then}", err=True)
    sys.exit(1)
