"""`lachan usb`: the site on a USB stick."""

from __future__ import annotations

from pathlib import Path

import click

from lachan.cli import shell
from lachan.common.problem import ProblemsError
from lachan.files import disk
from lachan.publish import usb as stick


@click.command()
@click.argument("site", type=click.Path(path_type=Path), default="site")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="usb",
    help="Thư mục để chép vào USB (mặc định: usb).",
)
def usb(site: Path, output: Path) -> None:
    """Từ trang đã dựng trong SITE, làm một bản mở được từ USB, không cần mạng."""
    try:
        with disk.writing(output):
            stick.copy(site.resolve(), output.resolve())
    except ProblemsError as error:
        shell.fail(error.problems)
    click.echo(
        f"Đã xong {shell.shown(output)}: chép cả thư mục vào USB, rồi mở tệp index.html trong đó."
    )
