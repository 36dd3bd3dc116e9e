"""What every single text is checked for: its numbers, placeholders, characters, promises, links.

Each rule is a small generator of problems for one file. What is out of date, or must not be promised,
is data with its reasons (data/stale.yml).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from lachan.checks.harm import harms
from lachan.common import placeholders
from lachan.common.problem import Problem
from lachan.common.yamltext import parse, read_utf8
from lachan.contacts import expired, phone
from lachan.contacts.contact import Contact
from lachan.formats.kinds import Kind
from lachan.gazetteer import oldnames
from lachan.texts.project import Project
from lachan.texts.source import Citation
from lachan.texts.text import Text

AnyText = Text[Any]


def wording(project: Project, text: AnyText) -> Iterator[Problem]:
    """All problems in the words of one file, front matter included."""
    for rule in (
        _numbers,
        _placeholders,
        _leaving,
        _front_placeholders,
        _characters,
        _stale,
        _harms,
        _links,
    ):
        yield from rule(project, text)


def sources_wording(project: Project) -> Iterator[Problem]:
    """The same for sources as they are shown: no unknown number, nothing out of date."""
    register = project.sources
    for id in register.sources:
        where, source = register.tree.at((id,)), Citation(id)
        for language in project.languages.values():
            words = "\n".join((id, register.full(source, language), register.brief(source, language)))
            for _, number in _unknown_numbers(project, words):
                yield where.problem(f"«{number}» trông như số điện thoại; hãy viết cách khác")
            for match, advice in _stale_words(words):
                yield where.problem(f"«{match}»: {advice}")
            for _, strange in placeholders.unfilled(words, ()):
                yield where.problem(f"không rõ «{strange}»; chỉ mục short dùng được {{number}}")


def known_placeholders(project: Project, text: AnyText) -> tuple[str, ...]:
    """What may stand in braces in `text`: the words of its place or page, contacts with a number."""
    campaign = project.campaign
    if text.kind != Kind.PAGE:
        return (*placeholders.PLACE_WORDS, *campaign.lasting)
    contacts = campaign.contacts.values()
    national = (contact.id for contact in contacts if contact.nameable(text.front.country))
    return (*(placeholders.PAGE_WORDS if campaign.country.themes else ()), *national)


def _raw(project: Project, text: AnyText) -> str:
    """The whole file as its author sees it."""
    return read_utf8(project.root / text.path, text.path)[0]


def _lines(project: Project, text: AnyText) -> Iterator[tuple[int, str]]:
    yield from enumerate(_raw(project, text).split("\n"), 1)


_DIGEST = re.compile(r"^translated_from:.*$", re.M)


def _numbers(project: Project, text: AnyText) -> Iterator[Problem]:
    """A text may write a number only if a national contact has it that stays in use."""
    raw = _DIGEST.sub("", _raw(project, text))
    leaving = _leaving_contacts(project, text)
    leaving_ids = {
        phone.digits(contact.number.shown): contact.id for contact in leaving if contact.number
    }
    for offset, number in _unknown_numbers(project, raw):
        shown, id = " ".join(number.split()), leaving_ids.get(phone.digits(number))
        message = (
            f"số «{shown}» sẽ phải bỏ khi quá hạn kiểm tra; hãy viết {{{id}}} thay cho số"
            if id
            else f"số «{shown}» không có trong các đầu mối được in; "
            "hãy thêm vào campaigns/vietnam.yml hoặc bỏ khỏi bài"
        )
        yield Problem(text.path, raw.count("\n", 0, offset) + 1, message)


def _unknown_numbers(project: Project, words: str) -> Iterator[tuple[int, str]]:
    """Where `words` has a number that no contact of the country keeps in use, and which."""
    allowed = {phone.digits(number.shown) for number in project.campaign.lasting.values()}
    return ((at, number) for at, number in phone.find(words) if phone.digits(number) not in allowed)


_ATTRIBUTES = re.compile(r"\{[.#:][^{}\n]*\}")
_READ_AS = re.compile(r"\{\{[^{}|\n]+\|[^{}|\n]+\}\}")
"""«{{VNeID|vi en ai đi}}» in a script: what is written, and how it is read out."""


def _placeholders(project: Project, text: AnyText) -> Iterator[Problem]:
    """Only the words of a place (on posters and scripts) and the ids of contacts with a number."""
    known = known_placeholders(project, text)
    titles = text.kind == Kind.SCRIPT
    for line, content in enumerate(text.body.split("\n"), text.body_line):
        if text.kind == Kind.PAGE:
            content = _ATTRIBUTES.sub("", content)
        elif text.kind == Kind.SCRIPT:
            content = _READ_AS.sub("", content)
        usable = () if titles and content.startswith("#") else known
        for _, strange in placeholders.unfilled(content, usable):
            yield Problem(text.path, line, _unknown(strange, usable))


def _leaving(project: Project, text: AnyText) -> Iterator[Problem]:
    """A number that may leave stands where its line can go with it."""
    ids = [contact.id for contact in _leaving_contacts(project, text)]
    for index, id in expired.misplaced(text.body, ids):
        message = (
            f"{{{id}}} sẽ phải bỏ khi quá hạn kiểm tra; hãy để trong một mục gạch đầu dòng, viết trên "
            "một dòng, để cả dòng ấy tự rời trang (số không gì thay được thì ghi role ở vietnam.yml)"
        )
        yield Problem(text.path, text.body_line + index, message)


def _leaving_contacts(project: Project, text: AnyText) -> Iterator[Contact]:
    """What a page may name and must be able to lose; other texts have nothing that can go."""
    if text.kind == Kind.PAGE:
        for contact in project.campaign.contacts.values():
            if contact.nameable(text.front.country) and project.campaign.leaves(contact):
                yield contact


def _front_placeholders(project: Project, text: AnyText) -> Iterator[Problem]:
    """The front matter is shown as it is; only the strip of a poster is filled."""
    for key, value in text.tree.value.items():
        known = known_placeholders(project, text) if (text.kind, key) == (Kind.POSTER, "strip") else ()
        for words in _strings(value):
            for _, strange in placeholders.unfilled(words, known):
                yield text.tree.at((key,)).problem(_unknown(strange, known))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _unknown(strange: str, known: tuple[str, ...]) -> str:
    if not known:
        return f"ở đây không dùng được «{strange}»; hãy viết thẳng ra chữ"
    return f"không rõ «{strange}»; ở đây dùng được: {', '.join(f'{{{word}}}' for word in known)}"


def _characters(project: Project, text: AnyText) -> Iterator[Problem]:
    """Invisible characters and foreign digits hide a number from every other check."""
    for line, words in _lines(project, text):
        for char in words:
            kind = unicodedata.category(char)
            if kind in {"Cc", "Cf", "Cn", "Co", "Me", "Zl", "Zp"} or "\ufe00" <= char <= "\ufe0f":
                yield Problem(text.path, line, f"có ký tự vô hình U+{ord(char):04X}; hãy xóa")
            elif kind == "Zs" and char not in " \u00a0":
                yield Problem(text.path, line, f"có khoảng trắng lạ U+{ord(char):04X}; hãy gõ lại")
            elif kind in {"Nd", "Nl", "No"} and not char.isascii():
                yield Problem(text.path, line, f"chữ số lạ «{char}»; hãy gõ lại bằng 0-9")


@cache
def _stale_rules() -> list[tuple[re.Pattern[str], str]]:
    raw = files("lachan").joinpath("data/stale.yml").read_text("utf-8")
    tree, _ = parse("rules:\n" + raw, "stale.yml")
    return [(re.compile(rule["find"], re.IGNORECASE), rule["say"]) for rule in tree.value["rules"]]


def _stale_words(words: str) -> Iterator[tuple[str, str]]:
    """What in `words` data/stale.yml lists as out of date or not to be promised, and why."""
    for pattern, advice in _stale_rules():
        for match in pattern.finditer(words):
            yield match[0], advice


def _stale(project: Project, text: AnyText) -> Iterator[Problem]:
    """Nothing out of date; a page about history may name what its key `history` lists.

    A name that a province gave up after the text was last read is a reminder, not yet a fault: nothing
    stops on the day of a resolution.
    """
    named: set[str] = set()
    titles = [language.title for language in project.languages.values()]
    for line, words in _lines(project, text):
        found = [(match, advice, False) for match, advice in _stale_words(words)]
        for old in oldnames.find(words, project.campaign.renamed, titles):
            advice = f"{old.now}; tên kế hoạch, văn bản cũ thì kể ở mục history"
            found.append((old.words, advice, text.front.reviewed < old.until))
        for match, advice, warning in found:
            if match in text.front.history:
                named.add(match)
            else:
                yield Problem(text.path, line, f"«{match}»: {advice}", warning)
    for index, words in enumerate(text.front.history):
        if words not in named:
            where = text.tree.at(("history", index))
            yield where.problem(f"«{words}» không phải điều đã cũ; hãy bỏ khỏi mục history")


def _harms(project: Project, text: AnyText) -> Iterator[Problem]:
    """Words that blame or degrade."""
    raw = _raw(project, text)
    for harm in harms(raw):
        line = raw.count("\n", 0, harm.offset) + 1
        yield Problem(text.path, line, f"«{harm.words}»: {harm.say}")


_LINK = re.compile(
    r"""\]\(\s*<?(?P<inline>[^)\s>]+)             # [words](address "title")
      | ^\ {0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)   # [name]: address
      | <(?P<bare>[a-z][a-z0-9+.-]*:[^>\s]+)>    # <https://…>
    """,
    re.VERBOSE | re.IGNORECASE,
)


def links(text: AnyText) -> Iterator[tuple[int, str]]:
    """Every link of a body to another text: its line, and the id it leads to."""
    for line, address in _addresses(text):
        if address and not _outside(address):
            yield line, _resolve(text.id, address)


_LINKED = re.compile(r"\[(?P<words>[^\]]*)\]\(\s*<?(?P<address>[^)\s>]+)[^)]*\)")
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]^][^\]]*)\]:\s*<?(?P<address>[^\s>]+).*\n?", re.M)
_REFERRED = re.compile(r"\[(?P<words>[^\]]+)\](?:\s?\[(?P<name>[^\]]*)\]|(?![(:]))")
"""A link to an address that is defined elsewhere under a name: [words][name], [name][] or [name]."""


def unlinked(body: str, id: str, gone: Set[str]) -> str:
    """The Markdown of the text `id` with the words alone of each link to a text in `gone`."""
    if not gone:
        return body

    def lost(link: re.Match[str]) -> bool:
        address = link["address"].partition("#")[0]
        return bool(address) and not _outside(address) and _resolve(id, address) in gone

    names = {_name(match["name"]) for match in _DEFINED.finditer(body) if lost(match)}
    body = _DEFINED.sub(lambda match: "" if lost(match) else match[0], body)
    body = _LINKED.sub(lambda match: match["words"] if lost(match) else match[0], body)
    return _REFERRED.sub(
        lambda match: match["words"] if _name(match["name"] or match["words"]) in names else match[0],
        body,
    )


def _name(written: str) -> str:
    """What is alike for all ways to write the name of an address."""
    return " ".join(written.lower().split())


def _addresses(text: AnyText) -> Iterator[tuple[int, str]]:
    for line, words in enumerate(text.body.split("\n"), text.body_line):
        for match in _LINK.finditer(words):
            yield line, match[match.lastgroup or ""].partition("#")[0]


def _outside(address: str) -> bool:
    return ":" in address or address.startswith("//")


def _links(project: Project, text: AnyText) -> Iterator[Problem]:
    """A link inside the site leads to a text of the same language (or its Vietnamese original)."""
    pages = {id for _, id in project.texts.pages}
    for line, address in _addresses(text):
        if address and _outside(address):
            yield Problem(text.path, line, f"liên kết «{address}» ra ngoài trang; hãy bỏ")
        elif address and _resolve(text.id, address) not in pages:
            yield Problem(text.path, line, f"liên kết «{address}» không dẫn đến trang nào")


def _resolve(id: str, address: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(id).parent / address).parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts).removesuffix(".md")
