"""`make bench`: everything beside its alternatives, in one run, into RESULTS.md.

python -m benchmarks [--sizes 1,10,100,1000,3321,province] [--runs 5] [--units FILE]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import country, machine, page, pages, poster, spoken
from benchmarks.project import ROOT, Unit, units
from benchmarks.table import Table

RESULTS = Path(__file__).parent / "RESULTS.md"


def tables(listed: list[Unit], sizes: list[str], runs: int) -> Iterator[Table]:
    """Every subject, one after the other, as nothing else runs meanwhile."""
    yield poster.table(runs)
    yield page.table(runs)
    yield pages.table(listed, runs)
    yield spoken.table(runs)
    yield country.table(listed, sizes, runs)


def main() -> None:
    """Print each table as soon as it is there; write all of them when the last one is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--sizes", default=f"1,10,100,1000,{country.COUNTRY},{country.PROVINCE}")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--units", type=Path, default=ROOT.parent / "shared/data/units.csv")
    given = parser.parse_args()
    if not given.units.is_file():
        sys.exit(f"{given.units}: no list of communes here; name one (make bench UNITS=…)")
    head = f"# Measured\n\n{machine.described()}.\n"
    written = [head]
    print(head, flush=True)
    for table in tables(units(given.units), given.sizes.split(","), given.runs):
        written.append(table.markdown())
        print(written[-1], flush=True)
    RESULTS.write_text("\n".join(written), "utf-8")


if __name__ == "__main__":
    main()
