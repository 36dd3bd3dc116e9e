"""`lachan new`: a commune, or a whole list of them, into campaigns/."""

from __future__ import annotations

from pathlib import Path

import click

from lachan.cli import shell
from lachan.newplaces import COLUMNS, New, add, faults, listed
from lachan.problem import Where


@click.command()
@click.option(
    "--list",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="TỆP",
    help=f"Thêm mọi xã, phường trong tệp CSV có các cột {', '.join(COLUMNS)}.",
)
@click.option(
    "--campaigns", type=click.Path(path_type=Path), help="Thư mục nơi chốn (mặc định: campaigns)."
)
def new(file: Path | None, campaigns: Path | None) -> None:
    """Thêm một xã, phường: hỏi từng điều, rồi ghi vào campaigns/. Tệp đã có thì giữ nguyên."""
    folder, _ = shell.folders(shell.root(), campaigns, None)
    if file:
        places, problems = listed(file)
    else:
        places = [_asked()]
        problems = list(faults(places[0], Where("lachan new", 1)))
    if problems:
        shell.fail(problems)
    written = add(folder, places)
    for path in written if len(written) <= 10 else ():
        click.echo(f"Đã ghi {shell.shown(path).rstrip('/')}")
    click.echo(
        f"Thêm được {sum(path.name != 'province.yml' for path in written)} xã, phường; "
        f"{len(places) - sum(path.name != 'province.yml' for path in written)} nơi đã có. "
        "Có số Công an xã, phường thì ghi vào mục contacts của tệp, kèm nguồn và ngày gọi thử."
    )


def _asked() -> New:
    click.echo("Mã ở danh mục đơn vị hành chính của Tổng cục Thống kê.")
    return New(
        province_code=click.prompt("Mã tỉnh, thành phố (2 chữ số, ví dụ 31)").strip(),
        province=click.prompt("Tên tỉnh, thành phố (ví dụ Thành phố Hải Phòng)").strip(),
        code=click.prompt("Mã xã, phường (5 chữ số, ví dụ 11692)").strip(),
        name=click.prompt("Tên xã, phường (ví dụ Phường Dương Kinh)").strip(),
    )
