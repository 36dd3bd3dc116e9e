"""What a caller can set: region, lexicon, short numbers, readings inside the text."""

import unicodedata

import pytest
from lachan.speech import EnglishReader, LexiconError, Reader, Span


def test_spans_tell_every_change() -> None:
    assert Reader().spans("Gọi 111 ngay!") == (
        Span("Gọi ", "Gọi ", "text"),
        Span("111", "một một một", "hotline"),
        Span(" ngay!", " ngay!", "text"),
    )


def test_lexicon_of_a_commune_goes_before_the_file() -> None:
    reader = Reader(lexicon={"VNeID": "vi en ai đi", "TTCB": "tổ trưởng cán bộ"})
    assert reader.read("VNeID, TTCB") == "vi en ai đi, tổ trưởng cán bộ"


@pytest.mark.parametrize("spoken", ["", " ", "5G", "UBND", "facebook", "nam/nữ"])
def test_a_lexicon_reading_must_be_readable(spoken: str) -> None:
    with pytest.raises(ValueError, match="Bảng từ: lời đọc của “X”"):
        Reader(lexicon={"X": spoken})


def test_all_entries_of_no_use_are_named() -> None:
    lexicon = {
        "TTCB": "5G",
        "+x": "ích",
        "111": "một trăm",
        "Zalo": "da-lô",
        "a.vn": "a",
        "UBNĐ": "uỷ ban",
    }
    with pytest.raises(LexiconError) as error:
        Reader(lexicon=lexicon)
    assert dict(error.value.faults) == {
        "TTCB": "lời đọc của “TTCB” phải bằng chữ, không dùng số, chữ tắt, từ khác trong bảng",
        "111": "“111” không phải một từ hay một chữ viết tắt, nên không gặp trong bài",
        "+x": "“+x” không phải một từ hay một chữ viết tắt, nên không gặp trong bài",
        "a.vn": "“a.vn” không phải một từ hay một chữ viết tắt, nên không gặp trong bài",
    }
    assert len(str(error.value).splitlines()) == 4


@pytest.mark.parametrize("reader", [Reader, EnglishReader])
def test_a_word_has_one_reading(reader: type[Reader] | type[EnglishReader]) -> None:
    composed, decomposed = "Đắk", unicodedata.normalize("NFD", "Đắk")
    assert reader(lexicon={composed: "a", decomposed: "a"}).read(composed) == "a"
    with pytest.raises(LexiconError, match="“Đắk” có hai lời đọc"):
        reader(lexicon={composed: "a", decomposed: "o"})


def test_only_the_given_short_numbers_are_dialled() -> None:
    assert Reader(hotlines=frozenset({"1022"})).read("1022") == "một không hai hai"
    assert Reader().read("gọi 1022") == "gọi một không hai hai"
    assert Reader().read("mua 1022 cây") == "mua một nghìn không trăm hai mươi hai cây"
    assert Reader(hotlines=frozenset()).read("còn 111") == "còn một trăm mười một"


@pytest.mark.parametrize(
    ("text", "written", "printed"),
    [
        ("{{VNeID|vi en ai đi}}", "VNeID", "vi en ai đi"),
        ("{{A05|a không năm}}", "A05", "a không năm [A05]"),
        ("111", "111", "một một một [111]"),
        ("UBND", "UBND", "Ủy ban nhân dân"),
        ("bà con", "bà con", "bà con"),
    ],
)
def test_how_a_span_is_written_and_printed(text: str, written: str, printed: str) -> None:
    (span,) = Reader().spans(text)
    assert (span.written, span.printed) == (written, printed)
