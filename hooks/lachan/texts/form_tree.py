"""The tree of a form: what `form` reads out of Markdown, and the sheet and the Word file draw.

Values only. `data` makes plain JSON of it, every word in its place, for both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(frozen=True)
class Words:
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    kind: Literal["words"] = "words"


@dataclass(frozen=True)
class Fill:
    """A dotted line to write on; those of one line share what room is left, by their underscores."""

    share: int
    kind: Literal["fill"] = "fill"


@dataclass(frozen=True)
class Checkbox:
    """A box to tick."""

    kind: Literal["box"] = "box"


Inline = Words | Fill | Checkbox
Line = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """Level 2 or 3; level 1 is the form's own title."""

    level: int
    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """One line that flows, or the lines of the source where something is to be written on them."""

    lines: tuple[Line, ...]
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Listing:
    """A numbered list from `start` on, or a bulleted one (0); items hold paragraphs and lists."""

    start: int
    items: tuple[tuple[Block, ...], ...]
    kind: Literal["list"] = "list"


@dataclass(frozen=True)
class Table:
    """A ruled table; `widths` are the dashes under its heads: how wide its columns are to each other.

    `centred` are the columns ruled `:---:`.
    """

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]
    centred: tuple[bool, ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Signing:
    """Who signs, side by side."""

    roles: tuple[str, ...]
    kind: Literal["signing"] = "signing"


@dataclass(frozen=True)
class Frame:
    """What stands in a box of its own: paragraphs and lists."""

    blocks: tuple[Block, ...]
    kind: Literal["frame"] = "frame"


@dataclass(frozen=True)
class NewPage:
    """The next block starts on a new page."""

    kind: Literal["new-page"] = "new-page"


Block = Heading | Paragraph | Listing | Table | Signing | Frame | NewPage


@dataclass(frozen=True)
class Form:
    """The words of a form, placeholders still in them."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


def data(form: Form, fill: Callable[[str], str]) -> Json:
    """The form as plain values; `fill` puts words in for placeholders."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(part) for key, part in value.items()}
        if isinstance(value, (tuple, list)):
            return [plain(part) for part in value]
        return fill(value) if isinstance(value, str) else value

    tree: Json = plain(asdict(form))
    return tree
