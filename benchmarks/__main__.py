"""`make bench`: everything beside its alternatives, into RESULTS.md.

python -m benchmarks [SUBJECT …] [--sizes 1,10,100,1000,3321,province] [--runs 5]

Whoever names subjects measures only those again; the other tables stay, each with its day.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import country, machine, page, pages, photocopy, poster, spoken
from benchmarks.project import Unit, units
from benchmarks.table import Table

RESULTS = Path(__file__).parent / "RESULTS.md"


def subjects(listed: list[Unit], sizes: list[str], runs: int) -> Mapping[str, Callable[[], Table]]:
    """What can be measured, by its name, one after the other: nothing else may run meanwhile."""
    return {
        "poster": lambda: poster.table(runs),
        "page": lambda: page.table(runs),
        "pages": lambda: pages.table(listed, runs),
        "spoken": lambda: spoken.table(runs),
        "photocopy": photocopy.table,
        "country": lambda: country.table(listed, sizes, runs),
    }


def kept() -> dict[str, str]:
    """The tables of before, by their titles."""
    old = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
    parts = re.split("^## ", old, flags=re.M)[1:]
    return {part.partition("\n")[0]: f"## {part.rstrip()}\n" for part in parts}


def main() -> None:
    """Print and write each table as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT")
    parser.add_argument("--sizes", default=f"1,10,100,1000,{country.COUNTRY},{country.PROVINCE}")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    known = subjects(units(), given.sizes.split(","), given.runs)
    if strange := set(given.subjects) - known.keys():
        sys.exit(f"{', '.join(sorted(strange))}: no subject; there are {', '.join(known)}")
    for name in given.subjects or known:
        table = known[name]()
        text = f"{table.markdown()}\n{machine.described()}.\n"
        print(text, flush=True)
        written = kept() | {table.title: text}
        RESULTS.write_text("# Measured\n\n" + "\n".join(written.values()), "utf-8")


if __name__ == "__main__":
    main()
