"""How an editor learns what may stand in a YAML file: from a comment in its first line.

The schemas are made by `make schemas`; yaml-language-server reads the comment in VS Code, Neovim,
JetBrains and others.
"""

from __future__ import annotations

from pathlib import Path


def first_line(path: Path, campaigns: Path, schema: str) -> str:
    """The comment for a new `path` in the folder `campaigns`; "" where no schemas lie beside that."""
    if not (campaigns.parent / "schemas" / f"{schema}.json").is_file():
        return ""
    way = "../" * len(path.relative_to(campaigns).parts)
    return f"# yaml-language-server: $schema={way}schemas/{schema}.json\n"
