"""WHAT a place gets: everything, or one of the smaller kits that vietnam.yml names.

A province with few disks, or the whole country at once, takes «core»; whoever wants more says so in
its own file.
"""

from __future__ import annotations

from pydantic import Field

from lachan.common.schema import Strict
from lachan.formats.kinds import READ_ALOUD, Kind

FULL = "full"
"""The kit of everything, which need not be described."""
ALL = "all"


class Kit(Strict):
    """A smaller kit: of each kind the texts it holds, by id, by `id/variant`, or `all`."""

    languages: list[str] = Field(
        default_factory=list, description="Chỉ làm những ngôn ngữ này; không ghi thì làm đủ."
    )
    """Of its files; pages are there in every language."""
    poster: list[str] = Field(
        default_factory=list, description="Áp phích: tên tệp trong docs/vi/posters, hoặc all."
    )
    banner: list[str] = Field(default_factory=list, description="Băng rôn.")
    leaflet: list[str] = Field(default_factory=list, description="Tờ gấp.")
    card: list[str] = Field(default_factory=list, description="Thẻ, nhãn dán.")
    form: list[str] = Field(default_factory=list, description="Biểu mẫu.")
    script: list[str] = Field(
        default_factory=list, description="Bài phát thanh, đủ tờ đọc, bản Word, lời cho máy đọc."
    )
    sheet: list[str] = Field(default_factory=list, description="Chỉ tờ đọc của bài phát thanh.")
    word: list[str] = Field(default_factory=list, description="Chỉ bản Word của bài phát thanh.")
    text: list[str] = Field(default_factory=list, description="Chỉ lời cho máy đọc của bài phát thanh.")
    audio: list[str] = Field(default_factory=list, description="Bản nghe của bài phát thanh.")
    picture: list[str] = Field(default_factory=list, description="Ảnh để đăng, ví dụ goi-111/wide.")
    post: list[str] = Field(default_factory=list, description="Lời để đăng.")
    preview: list[str] = Field(default_factory=list, description="Ảnh xem trước tờ in.")
    bundle: list[str] = Field(default_factory=list, description="Gói theo nơi nhận.")

    def holds(self, kind: Kind, id: str, variant: str) -> bool:
        """Whether it has this variant of a text."""
        return not {ALL, id, f"{id}/{variant}"}.isdisjoint(self.listed(kind))

    def holds_any(self, kind: Kind, id: str) -> bool:
        """Whether it has any variant of a text."""
        return any(entry == ALL or entry.partition("/")[0] == id for entry in self.listed(kind))

    def listed(self, kind: Kind) -> list[str]:
        """What it says of one kind of files."""
        own: list[str] = getattr(self, kind)
        return [*self.script, *own] if kind in READ_ALOUD else own
