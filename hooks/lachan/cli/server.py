"""`lachan server`: the site's rules as a web server wants them written."""

from __future__ import annotations

from pathlib import Path

import click

from lachan.build import fallback
from lachan.cli import shell
from lachan.common import clock
from lachan.common.problem import ProblemsError
from lachan.files import disk
from lachan.site import serving, theme

_KINDS = {"nginx": serving.nginx, "caddy": serving.caddy}


@click.command()
@click.argument("kind", metavar="nginx|caddy", type=click.Choice(list(_KINDS)))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP",
    help="Ghi vào tệp này, không in ra màn hình (trong PowerShell dấu > làm hỏng chữ).",
)
def server(kind: str, output: Path | None) -> None:
    """In ra cấu hình máy chủ web: địa chỉ, HTTPS, chính sách an toàn, bản nén, trang 404."""
    root = shell.root()
    campaigns, _ = shell.folders(root, None, None)
    try:
        project = fallback.read(root, campaigns, clock.today()).project
    except ProblemsError as error:
        shell.fail(error.problems)
    text = _KINDS[kind](project, theme.files(project))
    if output:
        disk.write(output, text.encode())
        click.echo(f"Đã ghi {output}")
    else:
        click.echo(text, nl=False)
