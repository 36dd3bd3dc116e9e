"""A table of measurements: rows of text under a head, with the ratios that make them readable."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MISSING = "–"


@dataclass(frozen=True)
class Table:
    """One subject: its title, how it was measured, and the rows; the first column is text."""

    title: str
    note: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        """The table as Markdown whose columns also stand in line in a terminal."""
        lines = [self.head, *self.rows]
        wide = [max(len(line[column]) for line in lines) for column in range(len(self.head))]

        def row(cells: Sequence[str]) -> str:
            first, *others = zip(cells, wide, strict=True)
            right = (f"{cell:>{width}}" for cell, width in others)
            return f"| {' | '.join((f'{first[0]:<{first[1]}}', *right))} |"

        rule = [":" + "-" * (wide[0] - 1), *("-" * (width - 1) + ":" for width in wide[1:])]
        table = "\n".join([row(self.head), f"| {' | '.join(rule)} |", *map(row, self.rows)])
        return f"## {self.title}\n\n{self.note}\n\n{table}\n"


def median(values: Sequence[float]) -> float:
    """The middle of several runs."""
    return statistics.median(values)


def ratio(value: float, base: float) -> str:
    """How many times `base` it is."""
    if not base:
        return MISSING
    times = value / base
    return f"{times:.0f}×" if times >= 10 else f"{times:.2g}×"


def against(value: float, bound: float, digits: int = 1) -> str:
    """A value beside its bound, marked where it is above."""
    return f"{value:.{digits}f} (≤ {bound:g}{'' if value <= bound else ', MISSED'})"


def exponent(times: Mapping[int, float]) -> float:
    """k of time = c · n^k through all points, by least squares on logarithms; two points at least."""
    x, y = ([math.log(value) for value in values] for values in (times.keys(), times.values()))
    return statistics.linear_regression(x, y).slope
