"""Everything that is checked across files, each rule a small generator of problems.

A rule takes the project and yields `Problem`s; `check` runs them all, and those of `wording` and
`page` for every single text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date
from typing import Any

from lachan import broadcast, loudspeaker, online, sharing, speech
from lachan.campaign import Place
from lachan.contact import Contact
from lachan.kits import ALL
from lachan.page import structure
from lachan.problem import Problem
from lachan.project import Project
from lachan.reach import reach
from lachan.text import Front, Key, PrintFront, Text
from lachan.wording import sources_wording, wording
from lachan.yamltext import Loc, Where

AnyText = Text[Any]


def check(project: Project, today: date) -> list[Problem]:
    """All problems of a project that could be read, errors and warnings, in reading order."""
    found: set[Problem] = set()
    for text in project.texts.all:
        for rule in (wording, _references, _translations):
            found |= set(rule(project, text))
    for page in project.texts.pages.values():
        found |= set(structure(page))
    faulty = {problem.path for problem in found if not problem.warning}
    found |= set(_scripts(project, faulty))
    found |= set(_twin_numbers(project))
    needed = set(_needed_contacts(project))
    found |= needed or set(_posts(project, faulty))
    found |= set(_broadcasts(project, faulty))
    found |= set(_kits(project))
    found |= set(_home(project))
    found |= set(reach(project))
    found |= set(sharing.problems(project))
    found |= set(_sources(project, today))
    found |= set(_reviews(project, today))
    found |= set(_ages(project, today))
    found |= set(_missing_numbers(project))
    found |= set(_sample_address(project))
    return sorted(found)


def _scripts(project: Project, faulty: set[str]) -> Iterator[Problem]:
    """What a broadcaster would stumble over; a text with other faults is read once they are mended."""
    for key, script in project.scripts.items():
        text = project.texts.scripts[key]
        if text.lang not in loudspeaker.READERS:
            message = f"chưa có cách đọc thành tiếng cho ngôn ngữ «{text.lang}»; hãy bỏ bài này"
            yield Problem(text.path, 1, message)
        elif text.path not in faulty:
            yield from loudspeaker.findings(project, text, script)


def _posts(project: Project, faulty: set[str]) -> Iterator[Problem]:
    """No post is too long, wherever it is posted: names and numbers of communes differ in length."""
    vietnamese = project.languages[project.default]
    places = _telling(project.campaign.places)
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


def _telling(places: Iterable[Place]) -> list[Place]:
    """The places with the longest names, of each kind, province and length of a number of their own."""
    telling: dict[tuple[str, str, int], Place] = {}
    for place in places:
        police = place.contacts.get("commune-police")
        number = police.number.shown if police and police.number else ""
        key = (place.name.kind, str(place.province), len(number))
        if key not in telling or len(telling[key].name.short) < len(place.name.short):
            telling[key] = place
    return list(telling.values())


def _references(project: Project, text: AnyText) -> Iterator[Problem]:
    """Contacts and drawings that the front matter names exist."""
    front, national = text.front, project.campaign.contacts
    for loc, id in _contact_names(front):
        usable = national.get(id)
        if not (usable and usable.number and usable.printable):
            yield text.tree.at(loc).problem(f"không có đầu mối «{id}» nào in được")
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
        if text.kind == "page":
            continue
        other = first.setdefault((text.lang, text.kind, text.front.number), text)
        if other is not text:
            yield text.tree.at(("number",)).problem(f"số {text.front.number} đã dùng ở {other.path}")


_CALLED_EVERYWHERE = ("111", "113")
"""What every page of the site offers to call."""
_ISSUER = "peoples-committee"
"""Who signs every sheet."""


def _needed_contacts(project: Project) -> Iterator[Problem]:
    campaign = project.campaign
    for id in _CALLED_EVERYWHERE:
        contact = campaign.contacts.get(id)
        if not (contact and contact.number and contact.printable):
            yield campaign.where(id).problem(
                f"trang nào cũng có nút gọi {id}: cần đầu mối «{id}» với số và print: yes"
            )
    for place in campaign.places:
        if _ISSUER not in place.contacts:
            yield campaign.tree.at(("local_contacts",)).problem(
                f"tờ nào cũng ghi tên Ủy ban nhân dân: cần đầu mối «{_ISSUER}»"
            )


def _broadcasts(project: Project, faulty: set[str]) -> Iterator[Problem]:
    """Every script of a calendar is there, no session too long, every recording of today's words."""
    sound = {key for key in project.scripts if project.texts.scripts[key].path not in faulty}
    places = project.campaign.places
    own = _own_calendars(places)
    listed = (s for p in own for loc, s in broadcast.sessions(p.broadcast) if loc[0] == "sessions")
    known = {id for session in listed for id in session if (project.default, id) in sound}
    lengths = {id: loudspeaker.seconds(project, project.default, id) for id in sorted(known)}
    for place in own:
        calendar, tree = place.broadcast, place.broadcast_tree
        for loc, session in broadcast.sessions(calendar):
            for index, id in enumerate(session):
                if (project.default, id) not in project.texts.scripts:
                    message = f"không có bài phát thanh docs/{project.default}/scripts/{id}.md"
                    yield tree.at((*loc, index)).problem(message)
            total = sum(lengths.get(id, 0) for id in session)
            if loc[0] == "sessions" and total > 60 * calendar.session_minutes:
                length, limit = speech.clock(total), calendar.session_minutes
                yield tree.at(loc).problem(f"buổi này dài {length}, quá {limit} phút; hãy bớt bài")
    for place in places:
        yield from _recordings(project, place, sound)


def _own_calendars(places: Iterable[Place]) -> list[Place]:
    """One place for each calendar: most communes have the country's."""
    return list({id(place.broadcast): place for place in places}.values())


def _recordings(project: Project, place: Place, sound: Set[Key]) -> Iterator[Problem]:
    """A recording of other words than today's may say an old number: it is not used."""
    numbers = {(lang, text.front.number): id for (lang, id), text in project.texts.scripts.items()}
    for recording in place.recordings:
        id = numbers.get((recording.lang, recording.number))
        if id is None:
            yield Problem(recording.name, 1, "không có bài phát thanh nào mang số này")
        elif (recording.lang, id) in sound:
            words = loudspeaker.words_code(project, recording.lang, id, place)
            if recording.code != words:
                message = (
                    f"bài đã sửa từ khi thu âm nên không dùng bản này; hãy thu lại, "
                    f"đặt tên {recording.lang}-{recording.number}-{words}"
                )
                yield Problem(recording.name, 1, message, warning=True)


def _kits(project: Project) -> Iterator[Problem]:
    """The texts that a kit names exist; one that no place takes is only reminded of."""
    known = {
        kind: {id for _, id in project.texts.scripts} for kind in ("sheet", "word", "text", "audio")
    }
    known |= {kind: {id for _, id in project.texts.posts} for kind in ("picture", "post")}
    known["form"] = {id for _, id in project.texts.forms}
    for _, kind, id in project.texts.posters:
        known.setdefault(kind, set()).add(id)
    for name, kit in project.campaign.country.kits.items():
        unused = all(place.kit is not kit for place in project.campaign.places)
        for kind in sorted(known.keys() & kit.model_fields_set):
            for index, entry in enumerate(getattr(kit, kind)):
                if entry != ALL and entry.partition("/")[0] not in known[kind]:
                    where = project.campaign.tree.at(("kits", name, kind, index))
                    message = f"không có bài nào tên «{entry}» cho {kind}"
                    yield where.problem(message, warning=unused)


def _home(project: Project) -> Iterator[Problem]:
    home = f"docs/{project.default}/index.md"
    if not (project.root / home).exists():
        yield Problem(home, 1, "thiếu trang chủ")


def _sources(project: Project, today: date) -> Iterator[Problem]:
    """The register is in order, and what texts cite is in it."""
    cited = (
        (citation, text.tree.at(("sources", index)))
        for text in project.texts.all
        for index, citation in enumerate(text.front.sources)
    )
    yield from project.sources.problems(cited, _latest(project, today))
    yield from sources_wording(project)


def _reviews(project: Project, today: date) -> Iterator[Problem]:
    for text in project.texts.all:
        where = text.tree.at(("reviewed",))
        if text.front.reviewed > _latest(project, today):
            yield where.problem(f"ngày rà soát {text.front.reviewed} chưa đến; hãy xem lại năm")
        elif (age := _months(text.front.reviewed, today)) >= text.front.review_in:
            # What says the law is refused when it has been overdue for as long again.
            late = getattr(text.front, "law", "no") == "yes" and age >= 2 * text.front.review_in
            yield where.problem(
                f"đã quá {text.front.review_in} tháng từ lần rà soát; hãy đọc lại, đối chiếu nguồn",
                warning=not late,
            )


def _latest(project: Project, today: date) -> date:
    """Nothing can have been checked later than this; a clock that runs behind is no fault."""
    return max(today, project.campaign.country.edition)


def _ages(project: Project, today: date) -> Iterator[Problem]:
    """A number that nobody has checked for long must not go on being printed."""
    campaign = project.campaign
    limits = campaign.country.limits
    listed: list[tuple[Contact, Where]] = [
        (contact, campaign.where(id)) for id, contact in campaign.contacts.items()
    ]
    listed += [(c, place.where) for place in campaign.places for c in place.contacts.values()]
    for contact, where in listed:
        if not contact.number or not contact.file.checked or contact.file.print == "no":
            continue
        age = _months(contact.file.checked, today)
        if contact.file.checked > _latest(project, today):
            yield where.problem(
                f"số {contact.number.shown}: ngày kiểm tra {contact.file.checked} chưa đến; "
                "hãy xem lại năm"
            )
        elif age >= limits.warn_months:
            yield where.problem(
                f"số {contact.number.shown} kiểm tra lần cuối cách đây {age} tháng; "
                "hãy gọi thử rồi ghi lại ngày ở mục checked",
                warning=age < limits.error_months,
            )


def _missing_numbers(project: Project) -> Iterator[Problem]:
    wanted = {text.front.local for text in project.texts.printed}
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
