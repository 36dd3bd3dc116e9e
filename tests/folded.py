"""The table of words with and without marks, which Python and the scripts of the site both keep to."""

from __future__ import annotations

from pathlib import Path

import yaml

Case = tuple[str, str, str]
"""What is typed, its words, the same without marks."""
_TABLE = yaml.safe_load((Path(__file__).parent / "folded.yml").read_text("utf-8"))
WORDS: list[Case] = [(typed, words, folded) for typed, words, folded in _TABLE["words"]]
SEARCH: list[Case] = [*WORDS, *((typed, words, folded) for typed, words, folded in _TABLE["search"])]
