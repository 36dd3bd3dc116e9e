"""Everything that is checked across files, each rule a small generator of problems.

A rule takes the project and yields `Problem`s; `check` runs them all. The rule a fact rests on is
named where it has one (FACTS, sections 0, 2 and 4).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from lachan import loudspeaker, phone, tokens
from lachan.contact import Contact
from lachan.problem import Problem
from lachan.project import Project
from lachan.proof import digits
from lachan.text import Front, Text
from lachan.yamltext import Where, parse

AnyText = Text[Any]


def check(project: Project, today: date) -> list[Problem]:
    """All problems of a project that could be read, errors and warnings, in reading order."""
    found: set[Problem] = set()
    for rule in (_numbers, _placeholders, _characters, _stale, _links, _references, _translations):
        for text in _all(project):
            found |= set(rule(project, text))
    for key, script in project.scripts.items():
        found |= set(loudspeaker.findings(project, project.texts.scripts[key], script))
    found |= set(_twin_numbers(project))
    found |= set(_reviews(project, today))
    found |= set(_ages(project, today))
    found |= set(_missing_numbers(project))
    found |= set(_sample_address(project))
    return sorted(found)


def _all(project: Project) -> Iterator[AnyText]:
    yield from project.texts.pages.values()
    yield from project.texts.posters.values()
    yield from project.texts.scripts.values()


def _lines(project: Project, text: AnyText) -> Iterator[tuple[int, str]]:
    """Every line of the file as its author sees it, front matter included."""
    raw = (project.root / text.path).read_text("utf-8-sig")
    yield from enumerate(unicodedata.normalize("NFC", raw).split("\n"), 1)


def _numbers(project: Project, text: AnyText) -> Iterator[Problem]:
    """A text may write a number only if a national contact that may be printed has it."""
    allowed = {
        digits(contact.number.shown)
        for contact in project.campaign.contacts.values()
        if contact.number and contact.printable
    }
    for line, words in _lines(project, text):
        for _, number in phone.find(words):
            if digits(number) not in allowed:
                yield Problem(
                    text.path,
                    line,
                    f"số «{number.strip()}» không có trong các đầu mối được in; "
                    "hãy thêm vào campaigns/vietnam.yml hoặc bỏ khỏi bài",
                )


def _placeholders(project: Project, text: AnyText) -> Iterator[Problem]:
    """Only the words of a place (on posters and scripts) and the ids of contacts with a number."""
    national = {id: c for id, c in project.campaign.contacts.items() if c.number and c.printable}
    words = tokens.PAGE_WORDS if text.kind == "page" else tokens.PLACE_WORDS
    known = [*words, *national]
    for line, content in enumerate(text.body.split("\n"), text.body_line):
        for _, name in tokens.find(content):
            if name not in known:
                shown = ", ".join(f"{{{word}}}" for word in known)
                yield Problem(text.path, line, f"không rõ {{{name}}}; ở đây dùng được: {shown}")


def _characters(project: Project, text: AnyText) -> Iterator[Problem]:
    """Invisible characters and foreign digits hide a number from every other check."""
    for line, words in _lines(project, text):
        for char in words:
            kind = unicodedata.category(char)
            if kind in {"Cf", "Co", "Cn"} or (kind == "Cc" and char != "\r"):
                yield Problem(text.path, line, f"có ký tự vô hình U+{ord(char):04X}; hãy xóa")
            elif kind in {"Nd", "Nl", "No"} and not char.isascii():
                yield Problem(text.path, line, f"chữ số lạ «{char}»; hãy gõ lại bằng 0-9")


@cache
def _stale_rules() -> list[tuple[re.Pattern[str], str]]:
    raw = files("lachan").joinpath("data/stale.yml").read_text("utf-8")
    tree, _ = parse("rules:\n" + raw, "stale.yml")
    return [(re.compile(rule["find"]), rule["say"]) for rule in tree.value["rules"]]


def _stale(project: Project, text: AnyText) -> Iterator[Problem]:
    """What FACTS, section 0 names as out of date or must not be promised."""
    for line, words in _lines(project, text):
        for pattern, advice in _stale_rules():
            if match := pattern.search(words):
                yield Problem(text.path, line, f"«{match[0]}»: {advice}")


_LINK = re.compile(r"\]\(([^)\s]+)\)")


def _links(project: Project, text: AnyText) -> Iterator[Problem]:
    """A link inside the site leads to a text of the same language (or its Vietnamese original)."""
    pages = {id for _, id in project.texts.pages}
    for line, words in enumerate(text.body.split("\n"), text.body_line):
        for target in _LINK.findall(words):
            address = target.partition("#")[0]
            if not address:
                continue
            if ":" in address:
                yield Problem(text.path, line, f"liên kết «{target}» ra ngoài trang; hãy bỏ")
            elif _resolve(text.id, address) not in pages:
                yield Problem(text.path, line, f"liên kết «{target}» không dẫn đến trang nào")


def _resolve(id: str, address: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(id).parent / address).parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts).removesuffix(".md")


def _references(project: Project, text: AnyText) -> Iterator[Problem]:
    """Contacts and drawings that the front matter names exist."""
    front = text.front
    national, local = project.campaign.contacts, _local_contacts(project)
    for loc, id in _contact_names(front):
        usable = national.get(id)
        if (usable and usable.number and usable.printable) or (loc == ("local",) and id in local):
            continue
        yield text.tree.at(loc).problem(f"không có đầu mối «{id}» nào in được")
    for key in ("art", "tile"):
        name = getattr(front, key, "")
        if name and not (project.root / "assets" / "art" / f"{name}.svg").exists():
            yield text.tree.at((key,)).problem(f"không có hình assets/art/{name}.svg")


def _contact_names(front: Front) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in ("call", "emergency", "local"):
        if id := getattr(front, key, ""):
            yield (key,), id
    for index, call in enumerate(getattr(front, "calls", [])):
        yield ("calls", index, "contact"), call.contact


def _local_contacts(project: Project) -> set[str]:
    return {id for place in project.campaign.places for id in place.contacts}


def _translations(project: Project, text: AnyText) -> Iterator[Problem]:
    """A translation says which Vietnamese text it was made from."""
    if text.lang == project.default:
        return
    source = _original(project, text)
    if source is None:
        yield Problem(text.path, 1, f"không có bản tiếng Việt docs/{project.default}/ của tệp này")
    elif text.front.translated_from != source.digest:
        yield text.tree.at(("translated_from",)).problem(
            f"bản tiếng Việt đã đổi; xem lại bản dịch rồi ghi translated_from: {source.digest}",
            warning=True,
        )


def _original(project: Project, text: AnyText) -> AnyText | None:
    key = (project.default, text.id)
    match text.kind:
        case "poster":
            return project.texts.posters.get(key)
        case "script":
            return project.texts.scripts.get(key)
        case _:
            return project.texts.pages.get(key)


def _twin_numbers(project: Project) -> Iterator[Problem]:
    """Two posters, or two scripts, of one language must not share a number: it is their address."""
    for texts in (project.texts.posters, project.texts.scripts):
        first: dict[tuple[str, int], AnyText] = {}
        for text in texts.values():
            other = first.setdefault((text.lang, text.front.number), text)
            if other is not text:
                yield text.tree.at(("number",)).problem(
                    f"số {text.front.number} đã dùng ở {other.path}"
                )


def _reviews(project: Project, today: date) -> Iterator[Problem]:
    for text in _all(project):
        if _months(text.front.reviewed, today) >= text.front.review_in:
            yield text.tree.at(("reviewed",)).problem(
                f"đã quá {text.front.review_in} tháng từ lần rà soát; hãy đọc lại, đối chiếu nguồn",
                warning=True,
            )


def _ages(project: Project, today: date) -> Iterator[Problem]:
    """A number that nobody has checked for long must not go on being printed."""
    campaign = project.campaign
    limits = campaign.country.limits
    listed: list[tuple[Contact, Where]] = [
        (contact, campaign.where[id]) for id, contact in campaign.contacts.items()
    ]
    listed += [(c, place.where) for place in campaign.places for c in place.contacts.values()]
    for contact, where in listed:
        if not contact.number or not contact.file.checked or contact.file.print == "no":
            continue
        age = _months(contact.file.checked, today)
        if age >= limits.warn_months:
            yield where.problem(
                f"số {contact.number.shown} kiểm tra lần cuối cách đây {age} tháng; "
                "hãy gọi thử rồi ghi lại ngày ở mục checked",
                warning=age < limits.error_months,
            )


def _missing_numbers(project: Project) -> Iterator[Problem]:
    wanted = {text.front.local for text in project.texts.posters.values()}
    vietnamese = project.languages[project.default]
    for place in project.campaign.places:
        for id in sorted(wanted & place.contacts.keys()):
            contact = place.contacts[id]
            if not contact.number or not contact.printable:
                name = contact.name(project.default, vietnamese.words(place))
                yield place.where.problem(
                    f"chưa có số của {name} (contacts: {id}); trên giấy sẽ để dòng chấm",
                    warning=True,
                )


def _sample_address(project: Project) -> Iterator[Problem]:
    if project.sample:
        yield project.where_url.problem(
            f"{project.site_url} là địa chỉ mẫu: mọi tờ in đều mang dấu mẫu; "
            "hãy ghi địa chỉ thật khi có",
            warning=True,
        )


def _months(start: date, end: date) -> int:
    """Whole months from `start` to `end`."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
