"""The spoken form as sound. Needs the extra `audio`; nothing else of this package imports it."""

from .voices import Espeak, Piper, Voice, VoiceError
from .waves import BITRATE, RATE, chime, decode, encode, level, padded

__all__ = [
    "BITRATE",
    "RATE",
    "Espeak",
    "Piper",
    "Voice",
    "VoiceError",
    "chime",
    "decode",
    "encode",
    "level",
    "padded",
]
