"""WHEN the loudspeaker says what, how it speaks there, and which poster goes with it: the group
`broadcast` of campaigns/*.yml.

It cascades from the country to the province to the commune like contacts: a place writes only the
months it changes. Beside a commune's file may lie a folder with its own recordings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from lachan import speech
from lachan.common.problem import Problem
from lachan.common.schema import Strict
from lachan.files import systemfiles

Month = Annotated[int, Field(ge=1, le=12)]
Week = Annotated[int, Field(ge=1, le=5)]
Session = list[str]
"""The scripts that are read one after the other, by id."""


def _sayable(spoken: str) -> str:
    try:
        speech.Reader(lexicon={"X": spoken})
    except ValueError:
        raise ValueError("lời đọc phải viết bằng chữ, không dùng số hay chữ tắt") from None
    return spoken


class Broadcast(Strict):
    """`region` and `words` say how texts are read aloud; `months` and `sessions` what is read when;
    `posters` and `pictures` what a commune's page shows beside it.
    """

    region: Literal["north", "south"] = Field(
        default="north", description="Giọng đọc số: north đọc nghìn, linh; south đọc ngàn, lẻ."
    )
    words: dict[str, Annotated[str, AfterValidator(_sayable)]] = Field(
        default_factory=dict, description="Cách đọc tên riêng: chữ viết, rồi chữ đọc lên."
    )
    session_minutes: int = Field(
        default=15, ge=1, le=60, description="Một buổi phát dài nhất bao nhiêu phút."
    )
    """The longest session: wards of Hà Nội may use 15 minutes (Báo VTV, 2021)."""
    months: dict[Month, Session] = Field(
        default_factory=dict,
        description="Tháng nào đọc những bài nào (tên tệp trong docs/vi/scripts). Bài chính ghi đầu.",
    )
    sessions: dict[Month, dict[Week, list[Session]]] = Field(
        default_factory=dict,
        description="Tháng cao điểm: từng tuần (1 đến 5), mỗi dòng là một buổi phát.",
    )
    posters: dict[Month, str] = Field(
        default_factory=dict,
        description="Áp phích của từng tháng trên trang xã, phường (tên tệp trong docs/vi/posters).",
    )
    pictures: dict[Month, str] = Field(
        default_factory=dict,
        description="Ảnh hiện ra khi gửi trang qua Zalo, từng tháng (tên tệp trong docs/vi/posts).",
    )


_NAME = re.compile(r"([a-z]{2,3})-([0-9]{1,2})-([a-p]{8})\.(mp3|wav|flac|ogg)")


@dataclass(frozen=True)
class Recording:
    """A script read by a person: of which language and number, and of which words (their code)."""

    lang: str
    number: int
    code: str
    path: Path
    name: str
    sha256: str


def code(spoken: str) -> str:
    """Eight letters that stand for exactly these spoken words; digits could look like a number."""
    digest = hashlib.sha256(spoken.encode()).hexdigest()[:8]
    return "".join("abcdefghijklmnop"[int(digit, 16)] for digit in digest)


def read_recordings(folder: Path, shown: str) -> tuple[tuple[Recording, ...], list[Problem]]:
    """The recordings in a commune's folder, shown to people as `shown`; it need not be there."""
    recordings: list[Recording] = []
    problems: list[Problem] = []
    for path in systemfiles.found(folder, "*"):
        name = f"{shown}/{path.name}"
        match = _NAME.fullmatch(path.name)
        if match is None:
            problems.append(Problem(name, 1, _STRANGE))
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lang, number, words = match[1], int(match[2]), match[3]
        recordings.append(Recording(lang, number, words, path, name, digest))
    return tuple(recordings), problems


_STRANGE = (
    "thư mục của xã chỉ chứa bản thu âm .mp3, .wav, .flac hoặc .ogg; tên tệp ghi ở cuối trang đọc "
    "của bài, ví dụ vi-1-abcdefgh.mp3"
)


def sessions(broadcast: Broadcast) -> Iterator[tuple[tuple[str | int, ...], Session]]:
    """Every list of scripts in the calendar, and where it stands."""
    for month, ids in broadcast.months.items():
        yield ("months", str(month)), ids
    for month, weeks in broadcast.sessions.items():
        for week, listed in weeks.items():
            for index, session in enumerate(listed):
                yield ("sessions", str(month), str(week), index), session
