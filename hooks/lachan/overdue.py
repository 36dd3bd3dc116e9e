"""What nobody has looked at for too long: texts, and numbers that must not go on being printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lachan.contact import Contact
from lachan.problem import Problem, Where
from lachan.project import Project


def reviews(project: Project) -> Iterator[Problem]:
    """Texts that are due to be read again."""
    for text in project.texts.all:
        where = text.tree.at(("reviewed",))
        if text.front.reviewed > latest(project):
            yield where.problem(f"ngày rà soát {text.front.reviewed} chưa đến; hãy xem lại năm")
        elif (age := _months(text.front.reviewed, project.today)) >= text.front.review_in:
            # What says the law is refused when it has been overdue for as long again.
            late = getattr(text.front, "law", "no") == "yes" and age >= 2 * text.front.review_in
            yield where.problem(
                f"đã quá {text.front.review_in} tháng từ lần rà soát; hãy đọc lại, đối chiếu nguồn",
                warning=not late,
            )


def numbers(project: Project) -> Iterator[Problem]:
    """Numbers that nobody has tried for long."""
    campaign = project.campaign
    limits = campaign.country.limits
    listed: list[tuple[Contact, Where]] = [
        (contact, campaign.where(id)) for id, contact in campaign.contacts.items()
    ]
    listed += [(c, place.where) for place in campaign.places for c in place.contacts.values()]
    for contact, where in listed:
        if not contact.number or not contact.file.checked or contact.file.print == "no":
            continue
        age = _months(contact.file.checked, project.today)
        if contact.file.checked > latest(project):
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


def latest(project: Project) -> date:
    """Nothing can have been checked later than this; a clock that runs behind is no fault."""
    return max(project.today, project.campaign.country.edition)


def _months(start: date, end: date) -> int:
    """Whole months from `start` to `end`."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
