"""The table of readings: what is said, and what is reported instead of guessed."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from lachan.speech import Reader, UnreadError

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))
READERS = {"north": Reader(region="north"), "south": Reader(region="south")}
CASES = [
    (region, written, forms if isinstance(forms, list) else [forms])
    for region in READERS
    for group in TABLE[region].values()
    for written, forms in group.items()
]


@pytest.mark.parametrize(("region", "written", "forms"), CASES)
def test_read(region: str, written: str, forms: list[str]) -> None:
    assert READERS[region].read(written) == forms[0]


@pytest.mark.parametrize(("written", "tokens"), TABLE["unread"].items())
def test_unread(written: str, tokens: list[str]) -> None:
    reader = READERS["north"]
    problems = reader.problems(written)
    assert [problem.token for problem in problems] == tokens
    assert all(written[p.offset :].startswith(p.token) for p in problems)
    assert all(problem.reason for problem in problems)
    with pytest.raises(UnreadError) as error:
        reader.read(written)
    assert error.value.problems == problems


def test_table_covers_the_field() -> None:
    assert len(CASES) + len(TABLE["unread"]) >= 400
    assert {"hotlines", "phones", "laws", "days", "money"} <= set(TABLE["north"])
