"""Where facts come from: a register of sources, each written once, and how a text cites them.

docs/sources.yml holds title, number and day; a text names ids under `sources`, and which part
of a source it rests on: «luat-53: Điều 3, 22». Nothing is written that has no source.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema
from pydantic.config import JsonDict

from lachan.common.problem import Problem, Where
from lachan.common.schema import Strict, load
from lachan.common.yamltext import Tree, read, subtree
from lachan.contacts.contact import ByLanguage, in_language
from lachan.texts.language import Language


def _begins(day: str) -> datetime.date:
    """The first day of a day, month or year: «2026-07» begins on 2026-07-01."""
    return datetime.date.fromisoformat(day + "0000-01-01"[len(day) :])


_DATE = "[0-9]{4}(-[0-9]{2}){0,2}"


def _day(text: str) -> str:
    try:
        if re.fullmatch(_DATE, text) and _begins(text):
            return text
    except ValueError:
        pass
    raise ValueError(f"cần ngày viết kiểu 2026-07-30, 2026-07 hoặc 2026, nhưng thấy «{text}»")


class Source(Strict):
    """One entry of the register. Paper, which has little room, says `short` for title and number."""

    title: ByLanguage = Field(description="Tên đầy đủ, ở chân trang, mỗi ngôn ngữ một dòng.")
    short: ByLanguage = Field(
        default_factory=dict, description="Tên ngắn, trên giấy; {number} là số ở mục number."
    )
    number: str = Field(default="", description="Số hiệu, ví dụ 162/2025/NĐ-CP.")
    date: Annotated[str, AfterValidator(_day)] = Field(
        default="",
        description="Ngày 2026-07-30, tháng 2026-07 hoặc năm 2026, biết đến đâu ghi đến đó.",
        json_schema_extra={
            "type": ["string", "integer"],
            "pattern": f"^{_DATE}$",
            "patternErrorMessage": "cần ngày viết kiểu 2026-07-30, 2026-07 hoặc 2026",
        },
    )
    amended: str = Field(default="", description="Mã của văn bản đã sửa đổi nó.")


REGISTER = "sources.yml"
"""The file of docs/ that has every source."""
_PARTS = {"điều": "article", "mục": "section", "chương": "chapter", "mẫu số": "form"}
"""How an editor writes a part of a source, in whatever language the text is; strings.yml shows it."""
_NUMBER = r"[0-9IVX]+(?:\.[0-9]+)*"
_SHAPE = _NUMBER.replace("IVX", "IVXivx")
_PART = re.compile(rf"({'|'.join(_PARTS)}) ({_NUMBER}(?:, ?{_NUMBER})*)", re.IGNORECASE)
_SINGLE = "một nguồn"
"""Said of a claim that nobody else confirms."""
_HOW = (
    f"viết kiểu «mã-nguồn», «mã-nguồn: Điều 3, 22» (hay mục, chương, mẫu số) hoặc «mã-nguồn: {_SINGLE}»"
)


@dataclass(frozen=True)
class Citation:
    """One line of a text's `sources`: an id, and what of it is meant."""

    id: str
    part: str = ""
    """A value of _PARTS, with its `numbers`."""
    numbers: tuple[str, ...] = ()
    single: bool = False


def cite(line: object) -> Citation:
    """Read one line of `sources`. Raises ValueError with a sentence in Vietnamese."""
    if isinstance(line, str):
        return Citation(line)
    if not isinstance(line, dict) or len(line) != 1:
        raise ValueError(f"mỗi dòng là một nguồn, {_HOW}")
    (id, limit), *_ = line.items()
    if limit == _SINGLE:
        return Citation(id, single=True)
    if isinstance(limit, str) and (match := _PART.fullmatch(limit)):
        return Citation(id, _PARTS[match[1].lower()], tuple(re.split(", ?", match[2])))
    raise ValueError(f"không đọc được dòng của «{id}»; {_HOW}")


def _in_any_case(word: str) -> str:
    """A pattern for `word` where a pattern cannot be told to pass over capitals."""
    return "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in word)


_WHOLE: JsonDict = {
    "type": ["string", "number"],
    "description": f"Mã nguồn trong docs/{REGISTER}; {_HOW}.",
}
_LIMITED: JsonDict = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": {
        "type": "string",
        "pattern": f"^({_SINGLE}|({'|'.join(map(_in_any_case, _PARTS))}) {_SHAPE}(, ?{_SHAPE})*)$",
        "patternErrorMessage": _HOW,
    },
}
Cited = Annotated[Citation, PlainValidator(cite), WithJsonSchema({"anyOf": [_WHOLE, _LIMITED]})]
"""How a schema takes a citation."""


@dataclass(frozen=True)
class Register:
    """Every source by its id, and where it stands in the file."""

    sources: Mapping[str, Source]
    tree: Tree

    def full(self, citation: Citation, language: Language) -> str:
        """For the foot of a page: title, number, day, part."""
        source, words = self.sources[citation.id], language.strings["source"]
        day = _shown(source, language)
        facts = [in_language(source.title, language.code)]
        if source.number and len(source.date) == len("2026-07-30"):
            facts.append(words["numbered"].format(number=source.number, date=day))
        else:
            facts += [words["number"].format(number=source.number) if source.number else "", day]
        known = ", ".join(filter(None, facts)) + self._amended(source, language)
        return _limited(known, citation, language)

    def brief(self, citation: Citation, language: Language) -> str:
        """For paper: a number stands for the day, and a change is told where a part is named."""
        source = self.sources[citation.id]
        known = in_language(source.short or source.title, language.code)
        if source.short and source.number:
            known = known.replace("{number}", source.number)
        else:
            known = f"{known} {source.number or _shown(source, language)}".rstrip()
        if citation.part:
            known += self._amended(source, language)
        return _limited(known, citation, language)

    def _amended(self, source: Source, language: Language) -> str:
        change = self.sources.get(source.amended)
        if not (change and change.date):
            return ""
        return f" ({language.strings['source']['amended'].format(year=_begins(change.date).year)})"

    def problems(
        self, cited: Iterable[tuple[Citation, Where]], latest: datetime.date
    ) -> Iterator[Problem]:
        """What is wrong in the register, and in what texts cite; no source is later than `latest`."""
        used = {source.amended for source in self.sources.values()}
        for citation, where in cited:
            used.add(citation.id)
            yield from self._unknown(citation.id, where)
        numbers: dict[str, str] = {}
        for id, source in self.sources.items():
            if id not in used:
                yield self.tree.at((id,)).problem(f"chưa bài nào dùng nguồn «{id}»", warning=True)
            if source.date and _begins(source.date) > latest:
                where = self.tree.at((id, "date"))
                yield where.problem(f"ngày {source.date} chưa đến; hãy xem lại năm")
            if source.number and numbers.setdefault(source.number, id) != id:
                where, other = self.tree.at((id, "number")), numbers[source.number]
                yield where.problem(f"số {source.number} đã ghi ở nguồn «{other}»; hãy giữ một")
            if source.amended:
                where, change = self.tree.at((id, "amended")), self.sources.get(source.amended)
                yield from self._unknown(source.amended, where)
                if change and not change.date:
                    yield where.problem(f"nguồn «{source.amended}» cần có ngày")

    def _unknown(self, id: str, where: Where) -> Iterator[Problem]:
        if id not in self.tree.value:
            near = get_close_matches(id, self.tree.value, n=1)
            hint = f"có phải «{near[0]}»?" if near else f"hãy thêm vào {self.tree.at(()).path}"
            yield where.problem(f"không có nguồn nào mang mã «{id}»; {hint}")


def _shown(source: Source, language: Language) -> str:
    """Its date as `language` writes a day, a month or a year."""
    month = language.strings["source"]["month"]
    shape = {10: language.strings["date"], 7: month, 4: "%Y", 0: ""}[len(source.date)]
    return _begins(source.date).strftime(shape) if shape else ""


def _limited(source: str, citation: Citation, language: Language) -> str:
    """`source` with the part that is meant, and whether it stands alone."""
    words = language.strings["source"]
    if citation.part:
        many = "many" if len(citation.numbers) > 1 else "one"
        source += ", " + words[citation.part][many].format(numbers=", ".join(citation.numbers))
    return f"{source} ({words['single']})" if citation.single else source


def read_sources(path: Path, name: str) -> tuple[Register | None, list[Problem]]:
    """Read the register at `path`, shown to people as `name`; None when the file cannot be used."""
    tree, problems = read(path, name)
    if problems:
        return None, problems
    sources: dict[str, Source] = {}
    for id in tree.value:
        source, found = load(Source, subtree(tree, id))
        problems += found
        if source:
            sources[id] = source
    return Register(sources, tree), problems
