"""Machine voices: one sentence in, its sound out. They say only words; figures are spelled out before.

espeak-ng comes with the extra `audio` and is for a first hearing; piper speaks with a model that the
user has chosen and brings along. A human recording needs neither. A sentence is a process of its own:
the same words are then always the same sound.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Protocol

import espeakng_loader
import numpy as np

from lachan.files import scratch

from . import espeak
from .waves import RATE, Wave, decode

_SPEED = "134"
"""Words a minute as espeak-ng counts: 287 ms a syllable and 0.35 s a comma, the rate «loa» of
`speech.RATES` (measured over 119 sentences)."""
_VOICES = {("vi", "north"): "vi", ("vi", "south"): "vi-vn-x-south", ("en", "north"): "en"}
_QUIET = 0.006
"""Of full scale: less than this before and behind a sentence is cut off."""
_KEPT = int(0.01 * RATE)


class VoiceError(Exception):
    """A voice that cannot speak; the text says why, in Vietnamese."""


class Synthesiser(Protocol):
    """Somebody who reads out one sentence."""

    def say(self, sentence: str, lang: str, region: str) -> Wave:
        """The sentence without silence round it. Raises VoiceError."""


class Espeak:
    """espeak-ng, in the voice of the language and region."""

    def say(self, sentence: str, lang: str, region: str) -> Wave:
        """The sentence without silence round it. Raises VoiceError."""
        voice = _VOICES.get((lang, region)) or _VOICES.get((lang, "north"))
        if voice is None:
            raise VoiceError(f"espeak-ng không có giọng cho ngôn ngữ «{lang}»")
        data = str(Path(espeakng_loader.get_data_path()).parent)
        program = [sys.executable, "-I", "-S", espeak.__file__]
        program += [espeakng_loader.get_library_path(), data, voice, _SPEED]
        done = subprocess.run(program, input=sentence.encode(), capture_output=True)
        if done.returncode:
            raise VoiceError("espeak-ng không đọc được trên máy này")
        samples = np.frombuffer(done.stdout, np.int16)
        return _trimmed(samples.astype(np.float32) / np.float32(32768), sentence)


class Piper:
    """piper with the model (.onnx, its .onnx.json beside it) that the user gives.

    Without noise, so that the same sentence is the same sound.
    """

    def __init__(self, model: Path) -> None:
        self._model = model
        settings = Path(f"{model}.json")
        try:
            self.lang = str(json.loads(settings.read_text("utf-8"))["espeak"]["voice"])[:2]
        except (OSError, ValueError, KeyError, TypeError):
            raise VoiceError(f"không đọc được {settings.name} đi kèm giọng đọc") from None

    def say(self, sentence: str, lang: str, region: str) -> Wave:  # noqa: ARG002 - a model is of one region
        """The sentence without silence round it. Raises VoiceError."""
        if lang != self.lang:
            raise VoiceError(f"giọng {self._model.name} không nói được ngôn ngữ «{lang}»")
        with scratch.folder(Path(tempfile.gettempdir()), "lachan-") as folder:
            sound = folder / "sentence.wav"
            program = [sys.executable, "-m", "piper", "--model", str(self._model)]
            program += ["--output-file", str(sound), "--noise-scale", "0", "--noise-w-scale", "0"]
            done = subprocess.run(program, input=sentence.encode(), capture_output=True)
            if done.returncode or not sound.exists():
                last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
                raise VoiceError(f"piper không đọc được: {''.join(last)}")
            return _trimmed(decode(sound.read_bytes()), sentence)


def _trimmed(wave: Wave, sentence: str) -> Wave:
    """Without the silence before and behind."""
    loud = np.flatnonzero(np.abs(wave) > _QUIET)
    if not len(loud):
        raise VoiceError(f"giọng đọc không nói gì cho câu «{sentence}»")
    return wave[max(0, loud[0] - _KEPT) : loud[-1] + _KEPT]
