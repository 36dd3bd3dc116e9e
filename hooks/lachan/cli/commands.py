"""The commands check, proof, preview, status and import. Messages are in Vietnamese."""

from __future__ import annotations

import json
from pathlib import Path

import click

from lachan.audit.siteproof import advice, prove
from lachan.build import fallback
from lachan.build import pipeline as builder
from lachan.build import preview as previews
from lachan.build.maker import CACHE
from lachan.build.telling import telling
from lachan.checks import scanning, status
from lachan.cli import shell
from lachan.common import clock
from lachan.common.problem import Problem, ProblemsError, told
from lachan.files import disk
from lachan.inventory import previous
from lachan.office import correction
from lachan.plan.artefacts import plan


@click.command()
@shell.CAMPAIGNS
@shell.OUTPUT
def check(campaigns: Path | None, output: Path | None) -> None:
    """Kiểm tra mọi tệp, không dựng gì. Có lỗi thì mã thoát là 1."""
    root = shell.root()
    campaigns, _ = shell.folders(root, campaigns, output)
    try:
        project, problems = builder.read(root, campaigns, clock.today())
        places = telling(project.campaign.places)
        problems = [*problems, *scanning.weak(project, plan(project, places))]
        with disk.writing(root / CACHE):
            builder.make(project, places)
    except ProblemsError as error:
        shell.fail(error.problems)
    for line in told(problems):
        click.echo(line)
    click.echo(f"Không có lỗi nào; {len(problems)} điều nên lưu ý.")


@click.command()
@click.argument("name")
@click.option(
    "--place", "code", metavar="MÃ", help="Xem tờ của xã, phường này (mặc định: nơi đầu tiên)."
)
@click.option("--once", is_flag=True, help="Vẽ một lần rồi thôi, không chờ sửa tiếp.")
def preview(name: str, code: str | None, once: bool) -> None:
    """Vẽ thử tờ NAME (ví dụ 5-dau-hieu) vào preview/, và vẽ lại mỗi khi lưu tệp."""
    root = shell.root()

    def draw() -> None:
        try:
            with disk.writing(root / "preview"):
                pictures = previews.draw(root, name, code, root / "preview")
        except (ProblemsError, OSError) as error:  # the sheet may be open in a viewer
            found = [disk.problem(error)] if isinstance(error, OSError) else error.problems
            if once:
                shell.fail(found)
            for problem in found:
                click.echo(str(problem), err=True)
        else:
            for picture in pictures:
                click.echo(f"Đã vẽ {shell.shown(picture).rstrip('/')}")

    if once:
        draw()
    else:
        click.echo("Sửa bài hoặc mẫu rồi lưu, tờ in sẽ vẽ lại. Ctrl-C để thôi.")
        previews.follow(root, draw)


@click.command()
@click.argument("site", type=click.Path(path_type=Path), default="site")
def proof(site: Path) -> None:
    """Mở lại mọi tệp của trang đã dựng: mã QR, số điện thoại, số trang, dấu vân tay."""
    if problems := prove(site):
        # Of a folder whose list of files is lost no build knows what is its own.
        known = previous.read(site)
        if known is None:
            there = site.is_dir() and any(site.iterdir())
            shell.fail(
                problems, f"Hãy {'đổi tên thư mục này rồi dựng lại' if there else 'dựng trang trước'}."
            )
        if known.kho.get("medium"):
            shell.fail(
                problems, "Đây là bản chép cho USB: hãy chuyển tệp lạ đi rồi chạy lại lachan usb."
            )
        shell.fail(problems, advice(problems))
    pages = sum(1 for _ in site.rglob("*.html"))
    files = len(json.loads((site / "kho.json").read_text("utf-8"))["artefacts"])
    click.echo(f"Đã mở lại {files} tệp và {pages} trang của {shell.shown(site)}: đúng cả.")


@click.command("status")
@shell.CAMPAIGNS
def status_(campaigns: Path | None) -> None:
    """Từng trang: câu dài bao nhiêu tiếng, từ hành chính, hạn rà soát, bản dịch."""
    root = shell.root()
    campaigns, _ = shell.folders(root, campaigns, None)
    try:
        project = fallback.read(root, campaigns, clock.today()).project
    except ProblemsError as error:
        shell.fail(error.problems)
    click.echo("tiếng/câu  dài nhất  hành chính  rà soát trước  dịch   trang")
    for page in status.status(project):
        reading = page.reading
        click.echo(
            f"{reading.mean:9.1f} {reading.longest:9} {reading.office:11.1%}  {page.due:%d/%m/%Y}"
            f"  {' '.join(page.translations) or '–':>8}   {page.text.path}"
        )


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(file: Path) -> None:
    """Đưa lời đã sửa trong bản Word FILE về bài phát thanh. Lời mới có lỗi thì bài cũ giữ nguyên."""
    root = shell.root()
    campaigns, _ = shell.folders(root, None, None)
    try:
        project = fallback.read(root, campaigns, clock.today()).project
    except ProblemsError as error:
        shell.fail(error.problems)
    try:
        text, body = correction.corrected(project, file.read_bytes())
    except ValueError as error:
        shell.fail([Problem(file.name, 1, line) for line in str(error).splitlines()])
    before = (root / text.path).read_bytes()
    path = correction.write(project, text, body)
    try:
        fallback.read(root, campaigns, clock.today())
    except ProblemsError as error:
        disk.write(path, before)
        shell.fail(error.problems)
    click.echo(f"Đã đưa lời mới vào {text.path}. Hãy đọc lại, rồi chạy lachan build.")
