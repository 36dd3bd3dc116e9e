"""Everything that is checked across files, each rule a small generator of problems.

A rule takes the project and yields `Problem`s; `check` runs them all, and those of the modules that
have a subject of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lachan.campaign import ownnumbers, roles
from lachan.campaign.kits import ALL
from lachan.campaign.model import Place
from lachan.checks import broadcast_rules, javascript, overdue
from lachan.checks.markup import structure
from lachan.checks.reachability import reach
from lachan.checks.wording import sources_wording, wording
from lachan.common.problem import Problem, meant
from lachan.common.yamltext import Loc
from lachan.formats.kinds import Kind
from lachan.plan import loudspeaker, online, sharing
from lachan.texts import withdrawal
from lachan.texts.front import Front, PrintFront
from lachan.texts.project import Project
from lachan.texts.text import Text

AnyText = Text[Any]


def check(project: Project) -> list[Problem]:
    """All problems of a project that could be read, errors and warnings, in reading order."""
    found: set[Problem] = set()
    for text in project.texts.all:
        for rule in (wording, _references, _translations):
            found |= set(rule(project, text))
    for page in project.texts.pages.values():
        found |= set(structure(page))
    faulty = {problem.path for problem in found if not problem.warning}
    found |= set(broadcast_rules.scripts(project, faulty))
    found |= set(_twin_numbers(project))
    needed = set(roles.problems(project.campaign))
    found |= needed or set(_posts(project, faulty))
    found |= set(broadcast_rules.calendars(project, faulty))
    found |= set(_kits(project))
    found |= set(_home(project))
    found |= set(reach(project))
    found |= set(sharing.problems(project))
    found |= set(javascript.problems(project.root))
    found |= set(_sources(project))
    found |= set(overdue.edition(project))
    found |= set(overdue.reviews(project))
    found |= set(overdue.numbers(project))
    found |= set(_missing_numbers(project))
    found |= set(ownnumbers.shared(project.campaign))
    found |= set(withdrawal.problems(project))
    found |= set(_sample_address(project))
    return sorted(found)


def _posts(project: Project, faulty: set[str]) -> Iterator[Problem]:
    """No post is too long, wherever it is posted: names and numbers of communes differ in length."""
    vietnamese = project.languages[project.default]
    places = _longest(project.campaign.places)
    for key, post in project.posts.items():
        text = project.texts.posts[key]
        if text.path in faulty or not project.campaign.places:
            continue
        language = project.languages[text.lang]
        longest, place = max(
            ((len(online.message(project, language, place, text, post)), place) for place in places),
            key=lambda pair: pair[0],
        )
        if longest > online.LONGEST:
            yield Problem(
                text.path,
                post.lines["text"],
                f"bài đăng dài {longest} ký tự ở {vietnamese.title(place.name)}, "
                f"quá {online.LONGEST}; hãy bớt một ý",
            )


def _longest(places: Iterable[Place]) -> list[Place]:
    """The places with the longest names, of each kind, province and length of a number of their own."""
    telling: dict[tuple[str, str, int], Place] = {}
    for place in places:
        usable = place.police.usable() if place.police else None
        number = usable.shown if usable else ""
        key = (place.name.kind, str(place.province), len(number))
        if key not in telling or len(telling[key].name.short) < len(place.name.short):
            telling[key] = place
    return list(telling.values())


def _references(project: Project, text: AnyText) -> Iterator[Problem]:
    """Contacts and drawings that the front matter names exist."""
    front, national = text.front, project.campaign.contacts
    country = getattr(front, "country", "")
    known = {contact.file.country for contact in national.values()}
    if country not in known | {""}:
        message = f"không có đầu mối nào của nước «{country}»{meant(country, known)}"
        yield text.tree.at(("country",)).problem(message)
    for loc, id in _contact_names(front):
        contact = national.get(id)
        if not (contact and contact.nameable(country)):
            nameable = [other.id for other in national.values() if other.nameable(country)]
            hint = "" if contact else meant(id, nameable)
            yield text.tree.at(loc).problem(f"không có đầu mối «{id}» nào in được{hint}")
        elif isinstance(front, PrintFront) and project.campaign.leaves(contact):
            message = f"số của «{id}» sẽ phải bỏ khi quá hạn kiểm tra, nên không in trên giấy được"
            yield text.tree.at(loc).problem(f"{message}; chỉ dùng đầu mối cả nước có mục role")
    if isinstance(front, PrintFront):
        if front.page and (text.lang, front.page) not in project.texts.pages:
            yield text.tree.at(("page",)).problem(f"không có trang docs/{text.lang}/{front.page}.md")
        for place in project.campaign.places:
            if front.local not in place.contacts:
                name = project.languages[project.default].title(place.name)
                message = f"{name} không có đầu mối «{front.local}» trong local_contacts"
                yield text.tree.at(("local",)).problem(message)
    drawings: list[tuple[Loc, str]] = [((key,), getattr(front, key, "")) for key in ("art", "tile")]
    drawings += [(("icons", index), name) for index, name in enumerate(getattr(front, "icons", ()))]
    for loc, name in drawings:
        if name and not (project.root / "assets" / "art" / f"{name}.svg").exists():
            yield text.tree.at(loc).problem(f"không có hình assets/art/{name}.svg")


def _contact_names(front: Front) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in ("call", "emergency", "abroad"):
        if id := getattr(front, key, ""):
            yield (key,), id
    for index, call in enumerate(getattr(front, "calls", [])):
        yield ("calls", index, "contact"), call.contact


def _translations(project: Project, text: AnyText) -> Iterator[Problem]:
    """A translation says which Vietnamese text it was made from."""
    if text.lang == project.default:
        return
    source = _original(project, text)
    if source is None:
        yield Problem(text.path, 1, f"không có bản tiếng Việt docs/{project.default}/ của tệp này")
        return
    number = getattr(source.front, "number", 0)
    if getattr(text.front, "number", 0) != number:
        yield text.tree.at(("number",)).problem(f"number phải là {number} như bản tiếng Việt")
    if text.front.translated_from != source.digest:
        yield text.tree.at(("translated_from",)).problem(
            f"bản tiếng Việt đã đổi; xem lại bản dịch rồi ghi translated_from: {source.digest}",
            warning=True,
        )


def _original(project: Project, text: AnyText) -> AnyText | None:
    same = (text.kind, text.id)
    return next(
        (t for t in project.texts.all if t.lang == project.default and (t.kind, t.id) == same), None
    )


def _twin_numbers(project: Project) -> Iterator[Problem]:
    """Two texts of one kind and language must not share a number: it is their address or their code."""
    first: dict[tuple[str, str, int], AnyText] = {}
    for text in project.texts.all:
        if text.kind == Kind.PAGE:
            continue
        other = first.setdefault((text.lang, text.kind, text.front.number), text)
        if other is not text:
            yield text.tree.at(("number",)).problem(f"số {text.front.number} đã dùng ở {other.path}")


def _kits(project: Project) -> Iterator[Problem]:
    """The texts that a kit names exist; one that no place takes is only reminded of."""
    kinds = (*loudspeaker.KINDS, Kind.SCRIPT)
    known = {kind: {id for _, id in project.texts.scripts} for kind in kinds}
    known |= {kind: {id for _, id in project.texts.posts} for kind in (Kind.PICTURE, Kind.POST)}
    known[Kind.FORM] = {id for _, id in project.texts.forms}
    for _, kind, id in project.texts.posters:
        known.setdefault(kind, set()).add(id)
    for name, kit in project.campaign.country.kits.items():
        unused = all(place.kit is not kit for place in project.campaign.places)
        for kind in sorted(known.keys() & kit.model_fields_set):
            for index, entry in enumerate(getattr(kit, kind)):
                id = entry.partition("/")[0]
                if entry != ALL and id not in known[kind]:
                    where = project.campaign.tree.at(("kits", name, kind, index))
                    message = f"không có bài nào tên «{entry}» cho {kind}{meant(id, known[kind])}"
                    yield where.problem(message, warning=unused)


def _home(project: Project) -> Iterator[Problem]:
    home = f"docs/{project.default}/index.md"
    if not (project.root / home).exists():
        yield Problem(home, 1, "thiếu trang chủ")


def _sources(project: Project) -> Iterator[Problem]:
    """The register is in order, and what texts cite is in it."""
    cited = (
        (citation, text.tree.at(("sources", index)))
        for text in project.texts.all
        for index, citation in enumerate(text.front.sources)
    )
    yield from project.sources.problems(cited, overdue.latest(project))
    yield from sources_wording(project)


def _missing_numbers(project: Project) -> Iterator[Problem]:
    wanted = {text.front.local for text in project.texts.printed}
    vietnamese = project.languages[project.default]
    for place in project.campaign.places:
        for id in sorted(wanted & place.contacts.keys()):
            contact = place.contacts[id]
            # Why a number that is there is left out says `overdue`.
            if not contact.usable() and not contact.left_out:
                name = contact.name(project.default, vietnamese.words(place))
                anywhere = contact.file.name[project.default].partition("{")[0].strip()
                then = f"(contacts: {id}); trên giấy sẽ để dòng chấm"
                yield place.where.problem(
                    f"chưa có số của {name} {then}",
                    warning=True,
                    alike=f"nơi chưa có số {anywhere} {then}",
                )


def _sample_address(project: Project) -> Iterator[Problem]:
    if project.sample:
        yield project.where_url.problem(
            f"{project.site_url} là địa chỉ mẫu: mọi tờ in đều mang dấu mẫu; "
            "hãy ghi địa chỉ thật khi có",
            warning=True,
        )
