"""`lachan read`: how a text is said aloud, and how long that takes."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from lachan import speech
from lachan.cli import shell
from lachan.common import yamltext
from lachan.common.problem import Problem


@click.command()
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
        shell.fail(_in_text(words, problems))
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
        shell.fail(problems)
    try:
        return speech.Reader(region=region, lexicon=tree.value)
    except speech.LexiconError as error:
        problems = [tree.at((word,)).problem(reason) for word, reason in error.faults]
        shell.fail(sorted(problems, key=lambda problem: problem.line))


def _piped() -> str:
    """What is typed or piped in; Windows sends its own line ends and a mark in front."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        shell.fail([Problem("<bài>", 1, "chữ không đúng mã UTF-8; hãy lưu lại tệp với mã UTF-8")])
    return text.replace("\r\n", "\n")


def _in_text(words: str, problems: Sequence[speech.Unread]) -> list[Problem]:
    return [
        Problem("<bài>", words[: p.offset].count("\n") + 1, f"«{p.token}»: {p.reason}")
        for p in problems
    ]
