"""What nobody has looked at for too long, and days that cannot be: texts, numbers, the edition.

Nothing stops because of its age: a number that may go is left out (`contacts.contact`), a text that
says what the law is tells its reader; the editor is told of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lachan.common import clock
from lachan.common.problem import Problem
from lachan.contacts.contact import Contact, Freshness
from lachan.texts.project import Project

AHEAD = timedelta(days=31)
"""So long before its day an edition may be prepared."""


def edition(project: Project) -> Iterator[Problem]:
    """An edition of a day to come; a clock that cannot be right."""
    day, where = project.campaign.country.edition, project.campaign.tree.at(("edition",))
    if clock.behind(project.today):
        yield where.problem(
            f"máy đang ghi ngày {project.today}, trước cả khi có Lá Chắn; hãy chỉnh lại ngày của máy, "
            "nếu không thì không biết số nào, bài nào đã quá hạn",
            warning=True,
        )
    elif day > project.today + AHEAD:
        yield where.problem(
            f"edition {day} còn xa mới đến (hôm nay {project.today}); hãy xem lại năm, tháng"
        )


def reviews(project: Project) -> Iterator[Problem]:
    """Texts that are due to be read again."""
    for text in project.texts.all:
        where, front = text.tree.at(("reviewed",)), text.front
        if front.reviewed > latest(project):
            yield where.problem(f"ngày rà soát {front.reviewed} chưa đến; hãy xem lại năm")
        elif text.path in project.late:
            law = getattr(front, "law", "no") == "yes"
            shown = "; trang vẫn đăng, kèm lời báo quá hạn cho người đọc" if law else ""
            told = f"đã quá {front.review_in} tháng từ lần rà soát{shown}; hãy đọc lại, đối chiếu nguồn"
            yield where.problem(told, warning=True, alike=f"bài {told}")


def numbers(project: Project) -> Iterator[Problem]:
    """Numbers that nobody has tried for long."""
    campaign = project.campaign
    freshness = Freshness(project.today, campaign.country.limits)
    listed = list(campaign.contacts.values())
    for contacts in {id(place.contacts): place.contacts for place in campaign.places}.values():
        listed += contacts.values()
    for contact in listed:
        checked = contact.file.checked
        if not contact.number or not checked:
            continue
        if checked > latest(project):
            yield contact.where.problem(
                f"số {contact.number.shown}: ngày kiểm tra {checked} chưa đến; hãy xem lại năm"
            )
        elif freshness.old(checked):
            told = (
                f"kiểm tra lần cuối cách đây {freshness.months(checked)} "
                f"tháng{_so(contact, freshness, checked)}; "
                "hãy gọi thử rồi ghi lại ngày ở mục checked"
            )
            yield contact.where.problem(
                f"số {contact.number.shown} {told}",
                warning=True,
                alike=f"nơi có số {told}" if contact.local else "",
            )


def _so(contact: Contact, freshness: Freshness, checked: date) -> str:
    """What follows from it for readers."""
    if not freshness.too_old(checked):
        return ""
    limit = f", quá hạn {freshness.limits.error_months} tháng"
    if contact.stays:
        return f"{limit}, VẪN IN vì không có số nào thay được"
    if contact.local:
        return f"{limit}, nên KHÔNG DÙNG NỮA: trên giấy để dòng chấm, trên điện thoại không hiện"
    return f"{limit}, nên KHÔNG DÙNG NỮA: dòng có số này đã rời trang"


def latest(project: Project) -> date:
    """Nothing can have been checked later than this; a clock that runs behind is no fault."""
    day = project.campaign.country.edition
    believable = clock.behind(project.today) or day <= project.today + AHEAD
    return max(project.today, day) if believable else project.today
