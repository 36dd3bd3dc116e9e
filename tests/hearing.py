"""What a telephone records, for tests of sound."""

from __future__ import annotations

import io
import wave

import numpy as np


def recording(seconds: float) -> bytes:
    """A WAV as a telephone makes it: stereo, 44,100 Hz, too quiet."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((2, 2, 44100, 0, "NONE", ""))
        time = np.arange(int(seconds * 44100)) / 44100
        tone = (800 * np.sin(2 * np.pi * 300 * time)).astype("<i2")
        file.writeframes(np.repeat(tone, 2).tobytes())
    return out.getvalue()
