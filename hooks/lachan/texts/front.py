"""What stands in the head of a text: one model for each kind, with help for whoever writes it.

The descriptions are shown by editors (`schemas/`), so they are Vietnamese.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from lachan.common.schema import Day, Strict
from lachan.texts.source import Cited


class Front(Strict):
    """What every text says about itself."""

    sources: list[Cited] = Field(
        min_length=1, description="Bài dựa vào những nguồn nào trong docs/sources.yml."
    )
    reviewed: Day = Field(description="Ngày rà soát gần nhất.")
    review_in: int = Field(ge=1, le=36, description="Sau bao nhiêu tháng phải rà soát lại.")
    reviewer: Literal["editor", "lawyer", "doctor", "teacher", "broadcaster"] = Field(
        default="editor", description="Ai rà soát, ghi theo việc làm. Không ghi tên người."
    )
    history: list[str] = Field(default_factory=list, description="Chữ cũ, số cũ mà bài cố ý nhắc đến.")
    translated_from: str = Field(
        default="", description="Mã của bản tiếng Việt mà bài này dịch theo; `make check` cho biết."
    )
    """`Text.digest` of that."""


class Call(Strict):
    """A call band at the head of a page: whom to call, and what somebody would say it is for."""

    contact: str = Field(description="Gọi ai: tên ở mục contacts của campaigns/vietnam.yml.")
    label: str = Field(description="Chữ trên nút.")
    note: str = Field(description="Gọi khi nào.")


_ART = "Hình vẽ: tên tệp trong assets/art, bỏ .svg."
_ART_ALT = "Hình vẽ gì, cho người không nhìn thấy hình."
_NUMBER = "Số của bài, mỗi loại bài đánh số riêng; hai bài không trùng số."
AUDIENCES = "danh-cho"
"""The folder of the pages that speak to one kind of reader."""


class PageFront(Front):
    """A page of the site. `title` stands in the browser's history: keep it neutral on help pages."""

    title: str = Field(
        min_length=1,
        description="Tên trang trong máy của người đọc. Trang cần giúp đỡ thì đặt tên trung tính.",
    )
    name: str = Field(min_length=1, description="Tên trang ở những chỗ dẫn đến nó.")
    summary: str = Field(min_length=1, description="Một, hai câu: trang nói gì.")
    template: Literal["home.html", "staff.html"] | None = Field(
        default=None,
        description="Chỉ trang chủ (home.html) và trang của cán bộ (staff.html) ghi mục này.",
    )
    eye: str = Field(default="", description="Dòng chữ nhỏ trên tiêu đề.")
    art: str = Field(default="", description=_ART)
    tile: str = Field(
        default="", description="Hình nhỏ của trang thủ đoạn trên trang chủ: tên tệp trong assets/art."
    )
    number: int = Field(default=0, ge=0, le=99, description="Thứ tự của thủ đoạn trên trang chủ.")
    door: int | None = Field(
        default=None, ge=1, le=3, description="Cửa thứ mấy trên trang chủ dẫn đến trang này."
    )
    discreet: Literal["yes", "no"] = Field(
        default="no",
        description="yes: trang cho người đang gặp nạn; gửi đi thì không lộ, không lưu vào máy.",
    )
    law: Literal["yes", "no"] = Field(
        default="no",
        description="yes: bài nói luật quy định gì, quá hạn rà soát thì ghi rõ với người đọc.",
    )
    audiences: list[str] = Field(
        default_factory=list, description="Trang cho ai: tên các trang trong docs/vi/danh-cho."
    )
    calls: list[Call] = Field(default_factory=list, description="Nút gọi ở đầu trang.")
    country: str = Field(
        default="",
        pattern="^[a-z-]*$",
        description="Trang nói về một nước, ví dụ myanmar: hiện số của đầu mối có cùng mục country.",
    )


Receiver = Literal["wall", "handout", "meeting", "school", "clinic", "business", "village"]


WORKPLACES = frozenset({"clinic", "business"})
"""Receivers who use a paper where they work."""


class PrintFront(Front):
    """What is printed: whom it tells to call, and whom it is for."""

    number: int = Field(ge=1, le=99, description=_NUMBER)
    call: str = Field(description="Số lớn để gọi: tên ở mục contacts, thường là 111.")
    emergency: str = Field(description="Số khi nguy hiểm: tên ở mục contacts, thường là 113.")
    local: str = Field(
        description="Ai ở xã, phường: tên ở mục local_contacts, thường là commune-police."
    )
    page: str = Field(
        default="", description="Mã QR mở trang nào; không ghi thì mở trang của xã, phường."
    )
    receivers: list[Receiver] = Field(
        alias="for",
        min_length=1,
        description="Dành cho: wall (dán tường), handout (phát tay), meeting (buổi họp), school "
        "(trường học), clinic (trạm y tế), business (doanh nghiệp), village (thôn, tổ). Nơi chính "
        "ghi đầu.",
    )
    where: list[str] = Field(min_length=1, description="Treo, dán, dùng ở đâu.")

    @property
    def for_residents(self) -> bool:
        """Whether it may go to everybody: not what belongs into consulting rooms or workplaces only."""
        return not WORKPLACES.issuperset(self.receivers)


class PosterFront(PrintFront):
    """A poster, banner, leaflet or card; which keys it needs says its design (`design.Design`)."""

    template: str = Field(description="Mẫu in: tên trong assets/print/designs.yml.")
    abroad: str = Field(default="", description="Số gọi khi ở nước ngoài: tên ở mục contacts.")
    art: str = Field(default="", description=_ART)
    art_alt: str = Field(default="", description=_ART_ALT)
    day: str = Field(default="", description="Ngày in lớn trên tờ.")
    icons: list[str] = Field(
        default_factory=list, description="Hình nhỏ của từng dòng: tên tệp trong assets/art."
    )
    reply: str = Field(default="", description="Câu trả lời trong khung tin nhắn.")
    strip: str = Field(default="", description="Chữ trên phiếu xé.")
    theme: Literal["", "shown"] = Field(default="", description="shown: in chủ đề Ngày 30/7 của năm.")


class ScriptFront(Front):
    """A loudspeaker script; `target` is its length in minutes and seconds, «3:00»."""

    number: int = Field(ge=1, le=99, description=_NUMBER)
    target: str = Field(
        pattern="^[0-9]{1,2}:[0-5][0-9]$", description="Bài dài bao nhiêu phút, giây, ví dụ 3:00."
    )


class FormFront(PrintFront):
    """A paper to print, fill in and keep; «official» opens with issuer and national title."""

    head: Literal["official", "plain"] = Field(
        description="official: có quốc hiệu, nơi đứng tên ở đầu; plain: không có."
    )
    pages: int = Field(ge=1, le=4, description="Không quá mấy trang.")


class PostFront(Front):
    """A post for Zalo and Facebook and its picture; `art_alt` says what the drawing shows."""

    number: int = Field(ge=1, le=99, description=_NUMBER)
    art: str = Field(min_length=1, description=_ART)
    art_alt: str = Field(min_length=1, description=_ART_ALT)
    pages: list[str] = Field(
        default_factory=list, description="Gửi những trang này qua Zalo thì hiện ảnh của bài này."
    )
