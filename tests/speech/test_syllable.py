"""Syllables: which words are Vietnamese, and how long a spoken text is."""

import pytest
from lachan.speech import Reader, is_syllable, syllables
from lachan.speech.data import load


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuỷu",
        "ngoằn",
        "quốc",
        "giếng",
        "gì",
        "gìn",
        "quýt",
        "thuở",
        "khuya",
        "xoong",
        "ƯỚT",
        "hoà",
        "hòa",
        "nguệch",
        "y",
        "ô",
    ],
)
def test_vietnamese(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "chat",
        "net",
        "hot",
        "game",
        "link",
        "ko",
        "fb",
        "nghan",
        "cê",
        "kà",
        "ngiêng",
        "app",
        "shop",
        "zalo",
        "dz",
    ],
)
def test_not_vietnamese(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("spoken", "count"),
    [
        ("", 0),
        ("một một một", 3),
        ("Ủy ban nhân dân phường Dương Kinh!", 7),
        ("phây-búc, da-lô", 4),
        ("people police trade the number", 2 + 2 + 1 + 1 + 2),
    ],
)
def test_count(spoken: str, count: int) -> None:
    assert syllables(spoken) == count


def test_every_reading_of_the_data_files_is_vietnamese() -> None:
    lexicon, units, issuers = load("lexicon"), load("units"), load("issuers")
    tables = [*lexicon.values(), *units.values(), *issuers.values()]
    readings = [reading for table in tables for reading in table.values()]
    words = [
        word for reading in readings for word in reading.replace("-", " ").replace(",", " ").split()
    ]
    assert [word for word in words if not is_syllable(word)] == []


@pytest.mark.parametrize(
    "name",
    ["Xã Ea H'Leo", "Xã Đakrông", "Phường Pleiku", "PHƯỜNG KON TUM", "Xã Ko", "Đặc khu Phú Quốc"],
)
def test_place_names_of_all_languages_are_left_as_they_stand(name: str) -> None:
    assert Reader().read(name) == name
