"""The reading table (tests/speech/cases.yml) through our reader and the libraries that are installed.

Forgiving to everybody: case, punctuation, hyphens and the regional pairs nghìn/ngàn, linh/lẻ, mùng/–
do not count, and any accepted form is right. Our rules were written with this table at hand, so our
score shows that nothing broke; the others' scores show what a commune would hear from them. Names and
short forms are a matter of lexicon more than of merit. None of the others can say that it does not
know, so the table of unread tokens is not asked of them.

    python benchmarks/speech.py
Optional: pip install num2words sea-g2p vietnormalizer vinorm (vinorm: non-commercial licence, only
to compare).
"""

import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from lachan.speech import Reader, UnreadError, syllables

TABLE = yaml.safe_load(Path("tests/speech/cases.yml").read_text("utf-8"))
SAME_WORD = {"ngàn": "nghìn", "lẻ": "linh", "tỉ": "tỷ", "mùng": "", "mồng": ""}
THREE_MINUTES = 460
"""Syllables of a three-minute item at the preset “loa”."""
ROUNDS = 20

Say = Callable[[str], str]


def fold(text: str) -> str:
    """The words that a listener hears, without what may differ."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return " ".join(filter(None, (SAME_WORD.get(word, word) for word in words)))


def ours() -> Say:
    """Our reader; a text it refuses counts as wrong."""
    reader = Reader()

    def say(text: str) -> str:
        try:
            return reader.read(text)
        except UnreadError:
            return ""

    return say


def num2words() -> Say:
    """Whole numbers only, as a program without a normaliser would do it."""
    words = import_module("num2words").num2words
    return lambda text: re.sub(r"\d+", lambda m: words(int(m[0]), lang="vi"), text)


def sea_g2p() -> Say:
    """sea-g2p, its normaliser."""
    normalize: Say = import_module("sea_g2p").Normalizer().normalize
    return normalize


def vietnormalizer() -> Say:
    """vietnormalizer."""
    normalize: Say = import_module("vietnormalizer").VietnameseNormalizer().normalize
    return normalize


def vinorm() -> Say:
    """vinorm (licence: free for non-commercial use; here only to compare)."""
    normalize: Say = import_module("vinorm").TTSnorm
    return normalize


ENGINES: dict[str, Callable[[], Say]] = {
    "lachan": ours,
    "sea-g2p": sea_g2p,
    "vinorm*": vinorm,
    "vietnorm.": vietnormalizer,
    "num2words": num2words,
}


def installed() -> dict[str, Say]:
    """The engines that can be started here."""
    found = {}
    for name, start in ENGINES.items():
        try:
            found[name] = start()
        except ImportError:
            print(f"{name}: not installed, left out")
    return found


def right(say: Say, written: str, forms: Any) -> bool:
    """Whether the engine says one of the accepted forms."""
    with redirect_stdout(StringIO()):
        said = say(written)
    accepted = forms if isinstance(forms, list) else [forms]
    return fold(said) in {fold(form) for form in accepted}


def three_minutes() -> str:
    """A text as long as a three-minute item, from the announcements of the table."""
    text, length = "", 0
    for written, spoken in TABLE["north"]["announcements"].items():
        if length < THREE_MINUTES:
            text += written + " "
            length += syllables(spoken)
    return text


def milliseconds(say: Say, text: str) -> float:
    """The best of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        with redirect_stdout(StringIO()):
            say(text)
        best = min(best, time.perf_counter() - start)
    return best * 1000


def scores(engines: dict[str, Say]) -> Iterator[str]:
    """Rows of the table: right readings by group, then all together."""
    yield f"{'':16}{'cases':>7}" + "".join(f"{name:>11}" for name in engines)
    totals = dict.fromkeys(engines, 0)
    for group, cases in TABLE["north"].items():
        row = f"{group:16}{len(cases):>7}"
        for name, say in engines.items():
            score = sum(right(say, written, forms) for written, forms in cases.items())
            totals[name] += score
            row += f"{score:>11}"
        yield row
    count = sum(map(len, TABLE["north"].values()))
    yield f"{'all':16}{count:>7}" + "".join(f"{score:>11}" for score in totals.values())
    yield f"{'':23}" + "".join(f"{score / count:>11.0%}" for score in totals.values())


def times(engines: dict[str, Say]) -> Iterator[str]:
    """Rows with the time for three minutes of speech."""
    text = three_minutes()
    measured = {name: milliseconds(say, text) for name, say in engines.items()}
    yield f"{'ms per 3 minutes':23}" + "".join(f"{ms:>11.1f}" for ms in measured.values())
    ratios = (ms / measured["lachan"] for ms in measured.values())
    yield f"{'times ours':23}" + "".join(f"{ratio:>11.1f}" for ratio in ratios)


def main() -> None:
    """Prints scores and times; first collected, since vinorm writes to the terminal by itself."""
    engines = installed()
    report = [*scores(engines), *times(engines)]
    print("\n".join(report))
    if "vinorm*" in engines:
        print("* vinorm is licensed for non-commercial use only: compared here, never used.")


if __name__ == "__main__":
    main()
