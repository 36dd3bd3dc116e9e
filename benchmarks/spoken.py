"""Speech text: what `speech.py` finds, as one table."""

from __future__ import annotations

from benchmarks import speech
from benchmarks.draw import NOT_INSTALLED
from benchmarks.table import MISSING, Table, median, ratio


def table(runs: int) -> Table:
    """Readings that are right, and the time for three minutes of speech."""
    engines = speech.installed()
    cases = [case for group in speech.TABLE["north"].values() for case in group.items()]
    text = speech.three_minutes()
    times: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(runs):
        for name, say in engines.items():
            times[name].append(speech.milliseconds(say, text))
    base = median(times["lachan"])
    rows = []
    for name in speech.ENGINES:
        if name not in engines:
            rows.append((name, NOT_INSTALLED, *[MISSING] * 3))
            continue
        right = sum(speech.right(engines[name], written, forms) for written, forms in cases)
        each = median(times[name])
        rows.append((name, f"{right}", f"{right / len(cases):.0%}", f"{each:.1f}", ratio(each, base)))
    note = (
        f"{len(cases)} written forms of the reading table; our rules were written with it at hand, so "
        "our score shows only that nothing broke. Milliseconds for three minutes of speech: median of "
        f"{runs} times the best of {speech.ROUNDS} rounds. num2words reads whole numbers only; vinorm "
        "may not be used commercially and is compared only where somebody has installed it."
    )
    return Table("Speech text", note, ("", "right", "of all", "ms", "ratio"), rows)
