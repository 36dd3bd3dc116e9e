"""What goes on the air is checked: scripts that can be read, sessions that fit, recordings of today;
and the poster and picture of each month.

`faulty` are the paths of texts with other faults: they are listened to once those are fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from lachan import speech
from lachan.campaign import broadcast
from lachan.campaign.model import Place
from lachan.common.problem import Problem, meant
from lachan.formats.kinds import Kind
from lachan.plan import loudspeaker
from lachan.texts.project import Project
from lachan.texts.text import Key


def scripts(project: Project, faulty: Set[str]) -> Iterator[Problem]:
    """What a broadcaster would stumble over; a text with other faults is read once they are fixed."""
    for key, script in project.scripts.items():
        text = project.texts.scripts[key]
        if text.lang not in loudspeaker.READERS:
            message = f"chưa có cách đọc thành tiếng cho ngôn ngữ «{text.lang}»; hãy bỏ bài này"
            yield Problem(text.path, 1, message)
        elif text.path not in faulty:
            yield from loudspeaker.findings(project, text, script)


def calendars(project: Project, faulty: Set[str]) -> Iterator[Problem]:
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
                    hint = meant(id, (other for _, other in project.texts.scripts))
                    message = f"không có bài phát thanh docs/{project.default}/scripts/{id}.md{hint}"
                    yield tree.at((*loc, index)).problem(message)
            total = sum(lengths.get(id, 0) for id in session)
            if loc[0] == "sessions" and total > 60 * calendar.session_minutes:
                length, limit = speech.clock(total), calendar.session_minutes
                yield tree.at(loc).problem(f"buổi này dài {length}, quá {limit} phút; hãy bớt bài")
        yield from _beside(project, place)
    for place in places:
        yield from _recordings(project, place, sound)


def _beside(project: Project, place: Place) -> Iterator[Problem]:
    """The poster and the picture of each month are there, and every resident may have them."""
    calendar, tree, lang = place.broadcast, place.broadcast_tree, project.default
    printed = project.texts.posters.items()
    posters = {key[2]: text for key, text in printed if key[:2] == (lang, Kind.POSTER)}
    posts = [id for of, id in project.texts.posts if of == lang]
    for month, id in calendar.posters.items():
        where = tree.at(("posters", str(month)))
        if id not in posters:
            message = f"không có áp phích docs/{lang}/posters/{id}.md{meant(id, posters)}"
            yield where.problem(message)
        elif not posters[id].front.for_residents:
            receivers = ", ".join(posters[id].front.receivers)
            yield where.problem(
                f"áp phích «{id}» chỉ dành cho nơi làm việc (for: {receivers}), không gửi cho bà con; "
                "hãy chọn tờ khác"
            )
    for month, id in calendar.pictures.items():
        if id not in posts:
            message = f"không có bài đăng docs/{lang}/posts/{id}.md{meant(id, posts)}"
            yield tree.at(("pictures", str(month))).problem(message)


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
