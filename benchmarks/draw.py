"""One program draws posters in a process of its own and says how long that took.

    python -m benchmarks.draw PROGRAM FILE (a JSON list of what each poster holds)
It loads nothing but that program, so that its memory is its own.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

NOT_INSTALLED = "not installed"

Draw = Callable[[dict[str, Any]], bytes]


def ours() -> Draw:
    """Our press, with all its checks for overflow and missing characters."""
    press: Any = import_module("lachan.render.press")
    recipe: Any = import_module("lachan.plan.recipe")
    # Which edition it is does not change how long it takes.
    found = press.Press(Path(__file__).parents[1] / "assets", date(2026, 1, 1))

    def draw(poster: dict[str, Any]) -> bytes:
        pdf: bytes = found.press(recipe.Typeset("poster-number", json.dumps(poster)), {})
        return pdf

    return draw


def rival(name: str) -> Draw:
    """A rival's drawing. Raises ImportError, OSError."""
    engine: Draw = getattr(import_module("benchmarks.poster_rivals"), name)()
    return engine


def main(name: str, path: Path) -> None:
    """Print the milliseconds of each poster and the bytes of the first, or that it does not start."""
    posters = json.loads(path.read_text("utf-8"))
    times, sizes = [], []
    begin = time.perf_counter()
    try:
        draw = ours() if name == "ours" else rival(name)
    except (ImportError, OSError):
        print(json.dumps(NOT_INSTALLED))
        return
    for poster in posters:
        sizes.append(len(draw(poster)))
        times.append(1000 * (time.perf_counter() - begin))
        begin = time.perf_counter()
    print(json.dumps([times, sizes[0]]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
