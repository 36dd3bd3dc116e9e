"""`lachan new`: a commune, or a whole list of them, into campaigns/."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from lachan.cli import shell
from lachan.common.problem import errors
from lachan.office.listfile import COLUMNS
from lachan.office.newcheck import Known, New, known, place_faults, restored
from lachan.office.newplaces import add, listed

_QUESTIONS = {
    "province_code": "Mã tỉnh, thành phố (2 chữ số, ví dụ 31)",
    "province": "Tên tỉnh, thành phố (ví dụ Thành phố Hải Phòng)",
    "code": "Mã xã, phường (5 chữ số, ví dụ 11692)",
    "name": "Tên xã, phường (ví dụ Phường Dương Kinh)",
}
_CODES = {"province": "province_code", "name": "code"}
"""Where a code and a name do not belong together, either may be the wrong one."""


@click.command()
@click.option(
    "--list",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="TỆP",
    help=f"Thêm mọi xã, phường trong tệp CSV có các cột {', '.join(COLUMNS)} "
    "(hoặc mã tỉnh, tên tỉnh, mã xã, tên xã).",
)
@shell.CAMPAIGNS
def new(file: Path | None, campaigns: Path | None) -> None:
    """Thêm một xã, phường: hỏi từng điều, rồi ghi vào campaigns/. Tệp đã có thì giữ nguyên."""
    folder, _ = shell.folders(shell.root(), campaigns, None)
    there = known(folder)
    if file:
        places, problems = listed(file, there)
        if errors(problems):
            shell.fail(problems)
        for problem in problems:
            click.echo(str(problem), err=True)
    else:
        places = [_asked(there)]
    written = add(folder, places)
    for path in written if len(written) <= 10 else ():
        click.echo(f"Đã ghi {shell.shown(path).rstrip('/')}")
    added = sum(path.name != "province.yml" for path in written)
    click.echo(
        f"Thêm được {added} xã, phường; {len({p.code for p in places}) - added} nơi đã có. "
        "Có số Công an xã, phường thì ghi vào mục contacts của tệp, kèm nguồn và ngày gọi thử."
    )


def _asked(there: Known) -> New:
    """The answers to all questions; a wrong one is asked for again, the others stay."""
    click.echo("Mã ở danh mục đơn vị hành chính của Tổng cục Thống kê.")
    answers = New("", "", "", "")
    for column in COLUMNS:
        answers = _answered(answers, column, there)
    return answers


def _answered(before: New, column: str, there: Known) -> New:
    while True:
        typed = click.prompt(_QUESTIONS[column]).strip()
        code = _CODES.get(column)
        asked = code if code and typed.isdigit() else column
        answers = restored(replace(before, **{asked: typed}), there.listing)
        found = [fault for fault in place_faults(answers, there) if fault.column == asked]
        for fault in found:
            click.echo(f"{'Lưu ý: ' if fault.warning else ''}{fault.message}", err=True)
        if any(not fault.warning for fault in found):
            click.echo("Hãy gõ lại" + (" tên; mã sai thì gõ lại mã." if code else "."), err=True)
        elif asked == column:
            return answers
        else:
            before = answers
