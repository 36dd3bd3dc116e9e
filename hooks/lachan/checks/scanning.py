"""Codes that a telephone reads less well: why, and on which sheets, for whoever chooses the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lachan.common.problem import Problem
from lachan.formats import qr
from lachan.formats.kinds import Kind
from lachan.plan.recipe import Artefact
from lachan.texts.project import Project

_NAMES = {
    Kind.POSTER: "áp phích",
    Kind.BANNER: "băng rôn",
    Kind.LEAFLET: "tờ gấp",
    Kind.CARD: "thẻ và nhãn dán",
    Kind.FORM: "biểu mẫu",
    Kind.SHEET: "tờ đọc loa",
}


def weak(project: Project, artefacts: Iterable[Artefact]) -> Iterator[Problem]:
    """A note for each kind of sheet whose longest address leaves no room for the stronger code, nor for
    modules as wide as they should be.
    """
    longest: dict[Kind, str] = {}
    for artefact in artefacts:
        if len(artefact.qr) > len(longest.get(artefact.kind, "")):
            longest[artefact.kind] = artefact.qr
    for kind, address in longest.items():
        drawing, least = qr.draw(address, kind), qr.PRINTED[kind].module
        module = qr.module(drawing.size, kind)
        if drawing.strong or module >= least:
            continue
        said = f"mã QR của {_NAMES[kind]} mở {address} khó quét hơn khi bẩn, rách hay photo lại"
        why = f"địa chỉ dài {len(address)} chữ nên ô vuông chỉ còn {_mm(module)} mm"
        better = f"nên có từ {_mm(least)} mm; tên miền ngắn hơn thì tốt hơn"
        yield project.where_url.problem(f"{said}: {why}, {better}", warning=True)


def _mm(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".").replace(".", ",")
