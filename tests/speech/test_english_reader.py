"""The small English reader."""

import pytest
from lachan.speech import EnglishReader, LexiconError, UnreadError

READER = EnglishReader()


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Call 111.", "Call one one one."),
        ("111 or 113", "one one one or one one three"),
        ("open 24/7", "open twenty-four hours a day, seven days a week"),
        ("on 30/7", "on the thirtieth of July"),
        ("1/6/2025", "the first of June twenty twenty-five"),
        ("22/12/2009", "the twenty-second of December two thousand and nine"),
        ("12/5", "the twelfth of May"),
        ("in 2026", "in twenty twenty-six"),
        ("in 2000", "in two thousand"),
        ("1,234 people", "one thousand two hundred and thirty-four people"),
        ("3,321 communes", "three thousand three hundred and twenty-one communes"),
        ("100%", "one hundred per cent"),
        ("1,005", "one thousand and five"),
        ("15", "fifteen"),
        ("+84 981 84 84 84", "eight four, nine eight one, eight four, eight four, eight four"),
        ("Tell your family.", "Tell your family."),
    ],
)
def test_read(written: str, spoken: str) -> None:
    assert READER.read(written) == spoken
    assert "".join(span.source for span in READER.spans(written)) == written


def test_lexicon_and_marks() -> None:
    reader = EnglishReader(lexicon={"UBND": "People’s Committee"})
    assert reader.read("the UBND, {{VNeID|V N E I D}}") == "the People’s Committee, V N E I D"
    with pytest.raises(LexiconError, match="lời đọc của “UBND”"):
        EnglishReader(lexicon={"UBND": "the 5"})


@pytest.mark.parametrize(
    "token", ["7.5", "vi.example", "a@b.example", "40/50", "5kg", "7:30", "{{A|5}}"]
)
def test_unread(token: str) -> None:
    assert [problem.token for problem in READER.problems(f"see {token} now")] == [token]
    with pytest.raises(UnreadError):
        READER.read(token)
