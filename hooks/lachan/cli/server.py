"""`lachan server`: the site's rules as a web server wants them written."""

from __future__ import annotations

import click

from lachan import clock, fallback
from lachan.cli import shell
from lachan.problem import ProblemsError
from lachan.site import serving, theme

_KINDS = {"nginx": serving.nginx, "caddy": serving.caddy}


@click.command()
@click.argument("kind", metavar="nginx|caddy", type=click.Choice(list(_KINDS)))
def server(kind: str) -> None:
    """In ra cấu hình máy chủ web: địa chỉ, HTTPS, chính sách an toàn, bản nén, trang 404."""
    root = shell.root()
    campaigns, _ = shell.folders(root, None, None)
    try:
        project = fallback.read(root, campaigns, clock.today()).project
    except ProblemsError as error:
        shell.fail(error.problems)
    click.echo(_KINDS[kind](project, theme.files(project)), nl=False)
