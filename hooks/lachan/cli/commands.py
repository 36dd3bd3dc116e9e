"""The commands: build, check, proof, preview, status, import. Messages are in Vietnamese."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from lachan import build as builder
from lachan import (
    clock,
    correction,
    disk,
    earlier,
    fallback,
    manifest,
    mkdocs_program,
    status,
    workers,
)
from lachan import preview as previews
from lachan.campaign import Place
from lachan.cli import shell
from lachan.maker import CACHE
from lachan.problem import Problem, ProblemsError, errors, told
from lachan.renewal import Renewed, renew
from lachan.siteproof import advice, prove
from lachan.studio import Studio, StudioError
from lachan.telling import telling

_CAMPAIGNS = click.option(
    "--campaigns", type=click.Path(path_type=Path), help="Thư mục nơi chốn (mặc định: campaigns)."
)
_OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="Thư mục trang dựng ra (mặc định: site)."
)

_SHOWN = 5
"""Files that are named of many with the same fault; `lachan check` names all."""
_PERIOD = 300
"""Seconds of the past that the time left is reckoned from: a whole kit takes many."""


@click.command()
@click.option("--place", "codes", multiple=True, metavar="MÃ", help="Chỉ dựng xã, phường có mã này.")
@click.option("--audio", is_flag=True, help="Làm cả bản nghe của các bài phát thanh (cần make audio).")
@click.option(
    "--voice",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="TỆP",
    help="Giọng đọc piper (.onnx) cho --audio; không có thì dùng giọng máy để nghe thử.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=workers.cores,
    metavar="SỐ",
    help="Số việc làm cùng lúc (mặc định: số nhân của máy).",
)
@click.option(
    "--scheduler",
    default="",
    metavar="ĐỊA-CHỈ",
    help="Nhờ nhiều máy cùng làm, qua Dask ở đây, ví dụ tcp://10.0.0.1:8786 (cần make cluster).",
)
@click.option(
    "--prune",
    is_flag=True,
    help="Bỏ khỏi trang những nơi không dựng lần này. Mã QR đã in sẽ không mở được.",
)
@click.option(
    "--verify", is_flag=True, help="Đọc lại từng tệp của trang đang có, không chỉ cỡ và giờ ghi."
)
@click.option(
    "--strict", is_flag=True, help="Một tệp có lỗi là dừng tất cả, không dựng những nơi còn lại."
)
@_CAMPAIGNS
@_OUTPUT
def build(
    codes: Sequence[str],
    audio: bool,
    voice: Path | None,
    jobs: int,
    scheduler: str,
    prune: bool,
    verify: bool,
    strict: bool,
    campaigns: Path | None,
    output: Path | None,
) -> None:
    """Dựng tất cả vào site/. Có lỗi thì trang cũ giữ nguyên."""
    root = shell.root()
    campaigns, site = shell.folders(root, campaigns, output)
    try:
        studio = Studio(voice) if audio or voice else None
        with _progress() as progress, disk.writing(site):
            task = progress.add_task("", total=None)

            def step(done: int, total: int) -> None:
                progress.update(task, completed=done, total=total)

            renewed = renew(
                root,
                campaigns,
                site,
                clock.today(),
                codes=codes,
                prune=prune,
                verify=verify,
                strict=strict,
                step=step,
                studio=studio,
                processes=jobs,
                scheduler=scheduler,
            )
    except ProblemsError as error:
        shell.fail(error.problems)
    except StudioError as error:
        shell.fail([Problem("--audio", 1, str(error))])
    except mkdocs_program.MkDocsError as error:
        click.echo(str(error).strip(), err=True)
        sys.exit(1)
    kinds = manifest.kinds(site)
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(
        f"Đã dựng {len(renewed.places)} xã, phường vào {shell.shown(site)}: {pages} trang, "
        f"{kinds['poster']} áp phích, {kinds['sheet']} tờ đọc loa."
    )
    _say_what_was_opened(renewed, verify)
    _say_what_stays(renewed)
    if notes := [problem for problem in renewed.problems if problem.warning]:
        click.echo("Còn thiếu, nên bổ sung:")
        for line in told(notes, _SHOWN):
            click.echo(f"  {line}")
    click.echo("Xem thử: make serve (Windows: mkdocs serve), rồi mở http://127.0.0.1:8000/")
    if wrong := errors(renewed.problems):
        shell.fail(wrong, _what_became_of_them(renewed))


def _say_what_was_opened(renewed: Renewed, verify: bool) -> None:
    """Of which places every file was opened again, and what was looked at of all others."""
    made = len(renewed.places) - renewed.unchanged
    if made:
        click.echo(f"Làm mới {made} nơi: đã mở lại và đối chiếu từng tệp.")
    if renewed.unchanged:
        looked = "đã đọc lại từng tệp" if verify else "đã so tên, cỡ và giờ ghi từng tệp"
        click.echo(f"Không đổi {renewed.unchanged} nơi: {looked}.")


def _say_what_stays(renewed: Renewed) -> None:
    """Places that nobody named and that are still there; what was removed, and what that means."""
    if renewed.staying:
        click.echo(
            f"Giữ nguyên trên trang {len(renewed.staying)} xã, phường không dựng lần này "
            "(muốn bỏ thì thêm --prune; mã QR đã in của những nơi ấy sẽ không mở được nữa)."
        )
    if renewed.gone:
        click.echo(f"Đã bỏ {renewed.gone} xã, phường khỏi trang.")
    if renewed.dead:
        listed = ", ".join(sorted(renewed.dead)[:3]) + (" …" if len(renewed.dead) > 3 else "")
        click.echo(f"{len(renewed.dead)} mã QR đã in từ nay không mở được trang nào nữa: {listed}")


def _what_became_of_them(renewed: Renewed) -> str:
    """What was built of places whose own file is wrong, and what to do."""
    said = ["Các nơi khác đã dựng xong."]
    if renewed.held:
        said.append(f"Giữ bản tốt của lần trước: {_named(renewed.held)}.")
    if renewed.bare:
        said.append(f"Dựng tạm, chưa có số và lịch riêng của nơi ấy: {_named(renewed.bare)}.")
    return " ".join([*said, "Sửa xong hãy chạy lại. (Muốn có lỗi là dừng hết thì thêm --strict.)"])


def _named(places: Sequence[Place]) -> str:
    return ", ".join(f"{place.name} ({place.code})" for place in places)


def _progress() -> Progress:
    """How much is done and how long the rest will take, where somebody sees it."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("Đang in"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
        speed_estimate_period=_PERIOD,
    )


@click.command()
@_CAMPAIGNS
@_OUTPUT
def check(campaigns: Path | None, output: Path | None) -> None:
    """Kiểm tra mọi tệp, không dựng gì. Có lỗi thì mã thoát là 1."""
    root = shell.root()
    campaigns, _ = shell.folders(root, campaigns, output)
    try:
        project, problems = builder.read(root, campaigns, clock.today())
        with disk.writing(root / CACHE):
            builder.press(project, telling(project.campaign.places))
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
            for picture in pictures:
                click.echo(f"Đã vẽ {shell.shown(picture).rstrip('/')}")
        except ProblemsError as error:
            if once:
                shell.fail(error.problems)
            for problem in error.problems:
                click.echo(str(problem), err=True)

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
        known = earlier.read(site)
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
@_CAMPAIGNS
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
