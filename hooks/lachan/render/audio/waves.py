"""Sound as numbers: loudness, peaks, our chime, MP3. Mono, float32 between -1 and 1, `RATE` a second.

Loudness after ITU-R BS.1770 (pyloudnorm). -16 LUFS is what speech for telephones and for the line in
of a loudspeaker is made at; true peaks stay under -1 dBTP after decoding, so that no horn crackles.
"""

from __future__ import annotations

import io

import lameenc
import miniaudio
import numpy as np
import pyloudnorm
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d, uniform_filter1d
from scipy.signal import resample_poly

Wave = NDArray[np.float32]

RATE = 22050
"""Samples a second: what speech synthesis gives, and enough for any horn."""
BITRATE = 48
"""Kilobits a second, constant: files joined byte by byte play as one."""
LOUDNESS = -16.0
"""LUFS."""
_CEILING = 10 ** (-2.5 / 20)
"""True peak before encoding; MP3 may add up to 1 dB."""
_LAME_SCALE = 0.95
"""LAME makes everything quieter by this factor, against clipping; our peaks are limited already."""
_OVERSAMPLING = 4
_WINDOW = 2 * int(0.005 * RATE) + 1
"""The limiter looks 5 ms ahead and behind."""
_ROUNDS = 6
_CHIME = ((392.00, 0.35), (523.25, 0.35), (659.25, 1.20))
"""G4, C5, E5 in Hz, each with its seconds: a rising chord of our own."""


def level(wave: Wave) -> Wave:
    """The same sound at LOUDNESS, its true peaks limited. Silence stays silence."""
    meter = pyloudnorm.Meter(RATE)
    shortest = int(meter.block_size * RATE) + 1
    for _ in range(_ROUNDS):
        # Loudness is measured in blocks of 0.4 s; a shorter word is measured as if said again.
        measured = np.tile(wave, -(-shortest // max(1, len(wave))))
        loudness = meter.integrated_loudness(measured.astype(np.float64))
        if not np.isfinite(loudness):
            return wave
        wave = _limited(wave * np.float32(10 ** ((LOUDNESS - loudness) / 20)))
    return wave


def _limited(wave: Wave) -> Wave:
    """No true peak above the ceiling: gain falls before a peak and comes back behind it."""
    fine = np.abs(resample_poly(wave, _OVERSAMPLING, 1))
    peaks = fine[: len(wave) * _OVERSAMPLING].reshape(len(wave), _OVERSAMPLING).max(axis=1)
    gain = np.minimum(1.0, _CEILING / np.maximum(peaks, 1e-9))
    held = minimum_filter1d(gain, 2 * _WINDOW - 1)
    smooth: Wave = (wave * uniform_filter1d(held, _WINDOW)).astype(np.float32)
    return smooth


def padded(wave: Wave, seconds: float) -> Wave:
    """`wave` with so much silence behind it."""
    return np.concatenate([wave, np.zeros(round(seconds * RATE), np.float32)])


def chime() -> Wave:
    """Three tones that die away, and half a second of silence: «here comes the commune»."""
    tones = []
    for frequency, seconds in _CHIME:
        time = np.arange(int(seconds * RATE)) / RATE
        tone = np.sin(2 * np.pi * frequency * time) + 0.3 * np.sin(4 * np.pi * frequency * time)
        tones.append(tone * np.exp(-3.5 * time / seconds) * np.minimum(1, time / 0.005))
    return padded(level(np.concatenate(tones).astype(np.float32)), 0.5)


def decode(content: bytes) -> Wave:
    """A recording (MP3, WAV, FLAC, Ogg Vorbis) as mono at RATE. Raises ValueError for anything else."""
    try:
        found = miniaudio.decode(content, miniaudio.SampleFormat.FLOAT32, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as error:
        raise ValueError(str(error)) from None
    return np.frombuffer(found.samples, np.float32).copy()


def encode(wave: Wave) -> bytes:
    """MP3 at a constant rate and without any header, so that two of them can be joined."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(BITRATE)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(2)
    samples = np.clip(np.round(wave * (32767 / _LAME_SCALE)), -32768, 32767).astype("<i2")
    out = io.BytesIO()
    out.write(encoder.encode(samples.tobytes()))
    out.write(encoder.flush())
    return out.getvalue()
