"""`lachan build`: makes the site, and says what was made, what stays, and what is missing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from lachan.campaign.model import Place
from lachan.cli import shell
from lachan.common import clock
from lachan.common.problem import Problem, ProblemsError, errors, told
from lachan.files import disk, workers
from lachan.formats.kinds import Kind
from lachan.inventory import manifest
from lachan.publish import mkdocs_program
from lachan.publish.renewal import Renewed, renew
from lachan.render.studio import Studio, StudioError

_SHOWN = 5
"""Files that are named of many with the same fault; `lachan check` names all."""
_PERIOD = 300
"""Seconds of the past that the time left is estimated from: a whole kit takes many."""


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
@shell.CAMPAIGNS
@shell.OUTPUT
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
    """Dựng tất cả vào site/. Bài chung sai thì trang cũ giữ nguyên; một xã sai thì dựng nơi khác."""
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
        f"{kinds[Kind.POSTER]} áp phích, {kinds[Kind.SHEET]} tờ đọc loa."
    )
    _say_what_was_opened(renewed, verify)
    _say_what_stays(renewed)
    if notes := [problem for problem in renewed.problems if problem.warning]:
        click.echo("Còn thiếu, nên bổ sung:")
        for line in told(notes, _SHOWN):
            click.echo(f"  {line}")
    if (root / "Makefile").exists():  # not in the folder for Windows, where a double click shows it
        click.echo("Xem thử: make serve (Windows: py -m mkdocs serve), rồi mở http://127.0.0.1:8000/")
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
