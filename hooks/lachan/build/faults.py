"""What the press refuses, as a problem in the file that its author can fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lachan.common.problem import Problem, Where
from lachan.common.yamltext import read_utf8
from lachan.plan.recipe import Artefact
from lachan.render.press import PressFault
from lachan.texts.project import Project


def problems(project: Project, artefact: Artefact, faults: Iterable[PressFault]) -> Iterator[Problem]:
    """One problem for each fault of a sheet, on the line where its words stand."""
    default = artefact.where[""]
    for fault in faults:
        if fault.slot == "glyph":
            yield _missing_glyph(project, artefact, fault.text)
        elif not fault.slot:
            yield default.problem(f"không in được «{artefact.title}»: {fault.text}")
        elif fault.slot == "sound":
            yield default.problem(fault.text)
        elif fault.slot == "pages":
            yield default.problem(f"«{artefact.title}» không vừa số trang đã định; hãy rút ngắn bài")
        else:
            where = artefact.where.get(fault.slot, default)
            yield where.problem(f"«{fault.text}» dài quá chỗ trên giấy; hãy viết ngắn hơn")


def _missing_glyph(project: Project, artefact: Artefact, char: str) -> Problem:
    message = f"phông chữ in không có ký tự «{char}»; hãy thay bằng chữ khác"
    for path in dict.fromkeys(where.path for where in artefact.where.values()):
        text, _ = read_utf8(project.root / path, path)
        for line, words in enumerate(text.split("\n"), 1):
            if char in words:
                return Where(path, line).problem(message)
    return artefact.where[""].problem(message)
