"""Loads the word lists of this package. They are YAML so that a person who is no programmer can
correct a reading."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The content of data/<name>.yml."""
    text = files(__package__).joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)
