"""What texts and finished files are called, in the code and letter by letter in kho.json and paths."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kind of a text, of a finished file, or of both."""

    POSTER = "poster"
    BANNER = "banner"
    LEAFLET = "leaflet"
    CARD = "card"
    FORM = "form"
    POST = "post"
    """The words for Zalo and Facebook."""
    PAGE = "page"
    """A text for the site; no file of a kit."""
    SCRIPT = "script"
    """A text for the loudspeaker, of which the next four are made."""
    SHEET = "sheet"
    WORD = "word"
    TEXT = "text"
    AUDIO = "audio"
    PICTURE = "picture"
    """Of a post."""
    PREVIEW = "preview"
    BUNDLE = "bundle"
    SITE = "site"
    """What pages show of themselves: nobody downloads it, kho.json does not list it."""


SLOTTED = (Kind.POSTER, Kind.BANNER, Kind.LEAFLET, Kind.CARD)
"""What is printed from a text with slots; also the names of the folders, with an s."""
PAPER = frozenset({*SLOTTED, Kind.FORM})
"""What is printed for residents and offices."""
READ_ALOUD = (Kind.SHEET, Kind.WORD, Kind.TEXT)
"""The files of a script: to read from, to edit in Word, to be spoken by a machine."""


class Variant(StrEnum):
    """Which of several files of one text; a format and a theme together are «street-color»."""

    COLOR = "color"
    ECO = "eco"
    """Black on white, little ink."""
    EDIT = "edit"
    """To be changed in Word."""
    WIDE = "wide"
    SQUARE = "square"
    TALL = "tall"
    TEXT = "text"
    """The words of a post."""
    SPOKEN = "spoken"
    """A script as a machine is to say it."""
    HUMAN = "human"
    """A person's recording."""
    VOICE = "voice"
    """A machine's that may be played."""
    PREVIEW = "preview"
    """A machine's for a first hearing only."""
    PIECE = "piece"
    """A sentence that several playlists play."""
    ALL = "all"
    """Of a bundle, which has no other."""
    NOTE = "note"
    """What is to be read before a bundle."""


THEMES = (Variant.COLOR, Variant.ECO)
PICTURES = {Variant.WIDE: (1200, 630), Variant.SQUARE: (1080, 1080), Variant.TALL: (1080, 1920)}
"""Width and height of the pictures of a post, in pixels: for links, feeds and stories."""
