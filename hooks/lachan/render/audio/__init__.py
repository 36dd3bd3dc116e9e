"""The spoken form as sound. Needs the extra `audio`; nothing else of this package imports it."""

from .voices import Espeak, Piper, Synthesiser, VoiceError
from .waves import BITRATE, RATE, chime, decode, encode, level, padded

__all__ = [
    "BITRATE",
    "RATE",
    "Espeak",
    "Piper",
    "Synthesiser",
    "VoiceError",
    "chime",
    "decode",
    "encode",
    "level",
    "padded",
]
