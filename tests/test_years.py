"""The real files, read as of the first day of each of the next 36 months: nothing ever stops.

What is left out and said then follows from the days in the files alone, so that nobody who tries a
number and writes its new day has to fix a test.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from conftest import lachan, trim
from lachan.build import pipeline
from lachan.campaign import roles
from lachan.checks import overdue
from lachan.common import days
from lachan.common.clock import EPOCH
from lachan.common.problem import Problem, errors
from lachan.texts.project import Project, read_project
from miniature import PLACE, POLICE, ROOT, TODAY

DAYS = [days.months_later(date(TODAY.year, TODAY.month, 1), month) for month in range(1, 37)]
CAMPAIGNS = ROOT / "campaigns"


@pytest.fixture(scope="module")
def read() -> list[tuple[Project, list[Problem]]]:
    """The project of each month, and what the rules that depend on the day say of it."""
    found = []
    for day in DAYS:
        project, problems = read_project(ROOT, CAMPAIGNS, day)
        assert project
        for rule in (overdue.edition, overdue.reviews, overdue.numbers):
            problems += rule(project)
        problems += roles.problems(project.campaign)
        found.append((project, problems))
    return found


def test_no_month_has_an_error(read: list[tuple[Project, list[Problem]]]) -> None:
    assert [errors(problems) for _, problems in read] == [[] for _ in DAYS]


def test_numbers_leave_on_their_day_and_those_without_substitute_stay(
    read: list[tuple[Project, list[Problem]]],
) -> None:
    for project, problems in read:
        limit = project.campaign.country.limits.error_months
        for contact in project.campaign.contacts.values():
            if not contact.number or not contact.file.checked:
                continue
            over = days.months_later(contact.file.checked, limit) <= project.today
            assert contact.left_out == (over and not contact.stays), (project.today, contact.id)
            said = [str(problem) for problem in problems if problem.line == contact.where.line]
            assert any("VẪN IN" in line for line in said) == (over and contact.stays)
            assert any("KHÔNG DÙNG NỮA" in line for line in said) == contact.left_out
    last = read[-1][0].campaign
    assert last.numbers() == last.lasting
    assert {last.contacts[id].file.role for id in last.lasting} == {
        "hotline",
        "police",
        "ambulance",
        "consular",
    }


def test_every_law_text_is_told_of_when_its_day_is_over(
    read: list[tuple[Project, list[Problem]]],
) -> None:
    for project, problems in read:
        told = {problem.path for problem in problems if "lời báo quá hạn" in problem.message}
        assert told == {
            text.path
            for text in project.texts.pages.values()
            if text.front.law == "yes" and text.due <= project.today
        }
    assert told


def test_after_all_of_them_everything_is_still_in_order() -> None:
    pipeline.read(ROOT, CAMPAIGNS, DAYS[-1])


def test_a_site_of_2029(project: Path) -> None:
    """Built and proven: the law tells its reader, what is too old is gone, what stays is there."""
    trim(project)
    place = project / PLACE
    own = f"contacts:\n  commune-police: {POLICE}\n"
    place.write_text(place.read_text("utf-8").replace("contacts:\n", own), "utf-8")
    noon = str(int(datetime(2029, 12, 1, 5, tzinfo=UTC).timestamp()))
    for command in (["build", "--place", "11692"], ["proof"]):
        done = lachan(*command, cwd=project, **{EPOCH: noon})
        assert done.returncode == 0, done.stdout + done.stderr
    page = {
        path: (project / "site" / path / "index.html").read_text("utf-8")
        for path in ("11692", "duong-day-nong", "phap-luat", "en/phap-luat", "can-bo/ai-lam-gi")
    }
    assert "Bài này lẽ ra được rà soát trước ngày 21/05/2027;" in page["phap-luat"]
    assert "This page should have been reviewed before" in page["en/phap-luat"]
    assert "Bài này lẽ ra được rà soát trước ngày 21/11/2027;" in page["can-bo/ai-lam-gi"]
    assert "lẽ ra được rà soát" not in page["11692"] + page["duong-day-nong"]
    assert "tel:+842253860113" not in page["11692"]
    assert "tel:+84965411118" not in page["duong-day-nong"]
    assert "tel:+84981848484" in page["duong-day-nong"]
