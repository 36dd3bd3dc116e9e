"""The command line: what people type, and what they are told. Messages are in Vietnamese."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NoReturn

import click
from rich.progress import Progress

from lachan import build as builder
from lachan import correction, loudspeaker, mkdocs_program, speech, status, workers, yamltext
from lachan import preview as previews
from lachan.problem import Problem, ProblemsError, errors
from lachan.siteproof import prove
from lachan.studio import Studio, StudioError

_CAMPAIGNS = click.option(
    "--campaigns", type=click.Path(path_type=Path), help="Thư mục nơi chốn (mặc định: campaigns)."
)
_OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="Thư mục trang dựng ra (mặc định: site)."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Lá Chắn: từ bài viết đến trang điện thoại, áp phích và bài phát thanh cho từng xã, phường."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


@main.command()
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
@_CAMPAIGNS
@_OUTPUT
def build(
    codes: Sequence[str],
    audio: bool,
    voice: Path | None,
    jobs: int,
    campaigns: Path | None,
    output: Path | None,
) -> None:
    """Dựng tất cả vào site/. Có lỗi thì trang cũ giữ nguyên."""
    root = _root()
    campaigns, site = _folders(root, campaigns, output)
    try:
        mkdocs_program.replaceable(site)
        project, problems = builder.read(root, campaigns, date.today())
        places = builder.choose(project, codes)
        studio = Studio(voice) if audio or voice else None
        with Progress(*Progress.get_default_columns(), transient=True) as progress:
            task = progress.add_task("Đang in", total=None)

            def step(done: int, total: int) -> None:
                progress.update(task, completed=done, total=total)

            made = builder.press(project, places, step, studio=studio, processes=jobs)
        mkdocs_program.build(made, site)
    except ProblemsError as error:
        _fail(error.problems)
    except StudioError as error:
        _fail([Problem("--audio", 1, str(error))])
    except mkdocs_program.MkDocsError as error:
        click.echo(str(error).strip(), err=True)
        sys.exit(1)
    except OSError as error:
        message = f"không ghi được vào đây ({error.strerror}); hãy đóng các tệp đang mở rồi thử lại"
        _fail([Problem(_shown(site), 1, message)])
    kinds = Counter(artefact.kind for artefact, _ in made.files)
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(
        f"Đã dựng {len(places)} xã, phường vào {_shown(site)}: {pages} trang, "
        f"{kinds['poster']} áp phích, {kinds['sheet']} tờ đọc loa; đã mở lại và đối chiếu từng tệp."
    )
    if problems:
        click.echo("Còn thiếu, nên bổ sung:")
        for problem in problems:
            click.echo(f"  {problem}")
    click.echo("Xem thử: make serve (Windows: mkdocs serve), rồi mở http://127.0.0.1:8000/")


@main.command()
@_CAMPAIGNS
@_OUTPUT
def check(campaigns: Path | None, output: Path | None) -> None:
    """Kiểm tra mọi tệp, không dựng gì. Có lỗi thì mã thoát là 1."""
    root = _root()
    campaigns, _ = _folders(root, campaigns, output)
    try:
        project, problems = builder.read(root, campaigns, date.today())
        # What fits where the names are longest fits everywhere.
        builder.press(project, loudspeaker.longest_names(project.campaign.places))
    except ProblemsError as error:
        _fail(error.problems)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"Không có lỗi nào; {len(problems)} điều nên lưu ý.")


@main.command()
@click.argument("name")
@click.option(
    "--place", "code", metavar="MÃ", help="Xem tờ của xã, phường này (mặc định: nơi đầu tiên)."
)
@click.option("--once", is_flag=True, help="Vẽ một lần rồi thôi, không chờ sửa tiếp.")
def preview(name: str, code: str | None, once: bool) -> None:
    """Vẽ thử tờ NAME (ví dụ 5-dau-hieu) vào preview/, và vẽ lại mỗi khi lưu tệp."""
    root = _root()

    def draw() -> None:
        try:
            for picture in previews.draw(root, name, code, root / "preview"):
                click.echo(f"Đã vẽ {_shown(picture).rstrip('/')}")
        except ProblemsError as error:
            if once:
                _fail(error.problems)
            for problem in error.problems:
                click.echo(str(problem), err=True)

    if once:
        draw()
    else:
        click.echo("Sửa bài hoặc mẫu rồi lưu, tờ in sẽ vẽ lại. Ctrl-C để thôi.")
        previews.follow(root, draw)


@main.command()
@click.argument("site", type=click.Path(path_type=Path), default="site")
def proof(site: Path) -> None:
    """Mở lại mọi tệp của trang đã dựng: mã QR, số điện thoại, số trang, dấu vân tay."""
    if problems := prove(site):
        _fail(problems)
    pages = sum(1 for _ in site.rglob("*.html"))
    files = len(json.loads((site / "kho.json").read_text("utf-8"))["artefacts"])
    click.echo(f"Đã mở lại {files} tệp và {pages} trang của {_shown(site)}: đúng cả.")


@main.command("status")
@_CAMPAIGNS
def status_(campaigns: Path | None) -> None:
    """Từng trang: câu dài bao nhiêu tiếng, từ hành chính, hạn rà soát, bản dịch."""
    root = _root()
    campaigns, _ = _folders(root, campaigns, None)
    try:
        project, _ = builder.read(root, campaigns, date.today())
    except ProblemsError as error:
        _fail(error.problems)
    click.echo("tiếng/câu  dài nhất  hành chính  rà soát trước  dịch   trang")
    for page in status.status(project):
        reading = page.reading
        click.echo(
            f"{reading.mean:9.1f} {reading.longest:9} {reading.office:11.1%}  {page.due:%d/%m/%Y}"
            f"  {' '.join(page.translations) or '–':>8}   {page.text.path}"
        )


@main.command()
@click.argument("text", default="-")
@click.option("--json", "as_json", is_flag=True, help="Từng đoạn đã đọc, số tiếng, số giây.")
@click.option(
    "--region", type=click.Choice(["north", "south"]), default="north", help="Giọng Bắc, Nam."
)
@click.option(
    "--rate",
    callback=lambda _context, _option, typed: _rate(typed),
    default="loa",
    metavar="loa|tin|vov|80..300",
    help="Tốc độ: của loa, của bản tin, của đài VOV, hoặc số tiếng một phút kể cả chỗ nghỉ.",
)
@click.option(
    "--lexicon", type=click.Path(path_type=Path), help="Tệp YAML thêm cách đọc, mỗi dòng «từ: lời đọc»."
)
def read(
    text: str,
    as_json: bool,
    region: Literal["north", "south"],
    rate: speech.Rate,
    lexicon: Path | None,
) -> None:
    """Cho biết TEXT đọc lên thành tiếng thế nào. Dấu - là đọc từ bàn phím hoặc tệp chuyển vào."""
    words = _piped() if text == "-" else text
    reader = _reader(region, lexicon)
    if problems := reader.problems(words):
        _fail(_in_text(words, problems))
    spoken = reader.read(words)
    if not as_json:
        click.echo(spoken)
        return
    lines = [("", [[line] for line in words.splitlines() if line.strip()])]
    timed = speech.time_script(lines, reader, rate=rate)
    spans = [{"source": s.source, "spoken": s.spoken, "kind": s.kind} for s in reader.spans(words)]
    result = {
        "spoken": spoken,
        "syllables": timed.syllables,
        "seconds": round(timed.seconds, 1),
        "spans": spans,
    }
    click.echo(json.dumps(result, ensure_ascii=False, indent=1))


def _rate(typed: str) -> speech.Rate:
    """A rate by its name, or one's own."""
    if typed in speech.RATES:
        return speech.RATES[typed]
    try:
        return speech.own_rate(float(typed))
    except ValueError:
        raise click.BadParameter(
            f"«{typed}» chưa dùng được; hãy ghi loa, tin, vov, hoặc số tiếng một phút từ "
            f"{speech.SLOWEST} đến {speech.FASTEST}, ví dụ 140"
        ) from None


def _reader(region: Literal["north", "south"], lexicon: Path | None) -> speech.Reader:
    """The reader of a region with the readings of a file."""
    if lexicon is None:
        return speech.Reader(region=region)
    tree, problems = yamltext.read(lexicon, str(lexicon))
    problems += [
        tree.at((word,)).problem("lời đọc phải là chữ, ví dụ VNeID: vi en ai đi")
        for word, reading in tree.value.items()
        if not isinstance(reading, str)
    ]
    if problems:
        _fail(problems)
    try:
        return speech.Reader(region=region, lexicon=tree.value)
    except speech.LexiconError as error:
        problems = [tree.at((word,)).problem(reason) for word, reason in error.faults]
        _fail(sorted(problems, key=lambda problem: problem.line))


def _piped() -> str:
    """What is typed or piped in; Windows sends its own line ends and a mark in front."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        _fail([Problem("<bài>", 1, "chữ không đúng mã UTF-8; hãy lưu lại tệp với mã UTF-8")])
    return text.replace("\r\n", "\n")


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(file: Path) -> None:
    """Đưa lời đã sửa trong bản Word FILE về bài phát thanh. Lời mới có lỗi thì bài cũ giữ nguyên."""
    root = _root()
    campaigns, _ = _folders(root, None, None)
    try:
        project, _ = builder.read(root, campaigns, date.today())
    except ProblemsError as error:
        _fail(error.problems)
    try:
        text, body = correction.corrected(project, file.read_bytes())
    except ValueError as error:
        _fail([Problem(file.name, 1, line) for line in str(error).splitlines()])
    before = (root / text.path).read_bytes()
    path = correction.write(project, text, body)
    try:
        builder.read(root, campaigns, date.today())
    except ProblemsError as error:
        path.write_bytes(before)
        _fail(error.problems)
    click.echo(f"Đã đưa lời mới vào {text.path}. Hãy đọc lại, rồi chạy lachan build.")


def _in_text(words: str, problems: Sequence[speech.Unread]) -> list[Problem]:
    return [
        Problem("<bài>", words[: p.offset].count("\n") + 1, f"«{p.token}»: {p.reason}")
        for p in problems
    ]


def _root() -> Path:
    """The folder of the project: here, or the nearest one above with a mkdocs.yml."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").exists():
            return folder
    return _fail(
        [Problem("mkdocs.yml", 1, "không thấy tệp này; hãy chạy lệnh trong thư mục của Lá Chắn")]
    )


def _folders(root: Path, campaigns: Path | None, output: Path | None) -> tuple[Path, Path]:
    return (campaigns or root / "campaigns").resolve(), (output or root / "site").resolve()


def _shown(path: Path) -> str:
    here = Path.cwd()
    path = path.resolve()
    return f"{path.relative_to(here).as_posix()}/" if path.is_relative_to(here) else str(path)


def _fail(problems: Sequence[Problem]) -> NoReturn:
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(f"Có {len(errors(problems))} lỗi. Chưa có gì thay đổi; sửa xong hãy chạy lại.", err=True)
    sys.exit(1)


if __name__ == "__main__":
    main()
