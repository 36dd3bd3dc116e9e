"""WHAT a place gets: everything, or one of the smaller kits that vietnam.yml names.

A province with few disks, or the whole country at once, takes «core»; whoever wants more says so in
its own file.
"""

from __future__ import annotations

from pydantic import Field

from lachan.common.schema import Strict
from lachan.formats.kinds import READ_ALOUD, Kind

FULL = "full"
"""The kit of everything, which need not be described."""
ALL = "all"


class Kit(Strict):
    """A smaller kit: of each kind the texts it holds, by id, by `id/variant`, or `all`."""

    languages: list[str] = Field(default_factory=list)
    """Languages of its files; none means all. Pages are there in every language."""
    poster: list[str] = Field(default_factory=list)
    banner: list[str] = Field(default_factory=list)
    leaflet: list[str] = Field(default_factory=list)
    card: list[str] = Field(default_factory=list)
    form: list[str] = Field(default_factory=list)
    script: list[str] = Field(default_factory=list)
    """Scripts in all three forms: to read from, to edit in Word, to be spoken by a machine."""
    sheet: list[str] = Field(default_factory=list)
    word: list[str] = Field(default_factory=list)
    text: list[str] = Field(default_factory=list)
    audio: list[str] = Field(default_factory=list)
    picture: list[str] = Field(default_factory=list)
    post: list[str] = Field(default_factory=list)
    preview: list[str] = Field(default_factory=list)
    bundle: list[str] = Field(default_factory=list)

    def holds(self, kind: Kind, id: str, variant: str) -> bool:
        """Whether it has this variant of a text."""
        return not {ALL, id, f"{id}/{variant}"}.isdisjoint(self.listed(kind))

    def holds_any(self, kind: Kind, id: str) -> bool:
        """Whether it has any variant of a text."""
        return any(entry == ALL or entry.partition("/")[0] == id for entry in self.listed(kind))

    def listed(self, kind: Kind) -> list[str]:
        """What it says of one kind of files."""
        own: list[str] = getattr(self, kind)
        return [*self.script, *own] if kind in READ_ALOUD else own
