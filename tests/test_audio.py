"""Sound: as loud as promised, no peak that crackles, the same sentence always the same bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
from lachan.render import audio
from lachan.render.audio import (
    Espeak,
    Piper,
    Synthesiser,
    VoiceError,
    chime,
    decode,
    encode,
    level,
    padded,
)
from lachan.render.audio.waves import RATE, Wave
from scipy.signal import resample_poly

SENTENCE = "Kính thưa toàn thể bà con nhân dân phường Dương Kinh!"
MODEL = Path(__file__).parent / "voice" / "tone.onnx"
"""A model of piper of 422 bytes, made for this test: it hums 220 Hz, 0.1 s for each sound."""
HEADER_FRAMES = 1152 + 529
"""Samples that MP3 puts before a sound at most."""


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def loudness(wave: Wave) -> float:
    return float(pyloudnorm.Meter(RATE).integrated_loudness(np.tile(wave, 3).astype(np.float64)))


def true_peak(wave: Wave) -> float:
    return float(20 * np.log10(np.abs(resample_poly(wave, 4, 1)).max()))


@pytest.mark.parametrize("gain", [0.01, 0.3, 1.0])
@pytest.mark.parametrize("sentence", [SENTENCE, "Gọi một một một.", "Dạ."])
def test_a_finished_sentence_is_as_loud_as_any_other(
    espeak: Espeak, sentence: str, gain: float
) -> None:
    said = espeak.say(sentence, "vi", "north") * np.float32(gain)
    heard = decode(encode(level(said)))
    assert loudness(heard[HEADER_FRAMES:]) == pytest.approx(-16, abs=0.7)
    assert true_peak(heard) <= -1


def test_a_peak_is_held_down_without_silencing_what_is_round_it() -> None:
    time = np.arange(2 * RATE) / RATE
    wave = (0.1 * np.sin(2 * np.pi * 300 * time)).astype(np.float32)
    wave[RATE] = 1.0
    held = level(wave)
    assert true_peak(held) <= -2.4
    assert np.abs(held[: RATE // 2]).max() > 0.15


def test_silence_stays_silence() -> None:
    assert not level(np.zeros(RATE, np.float32)).any()


def test_files_joined_byte_by_byte_play_as_one(espeak: Espeak) -> None:
    pieces = [encode(padded(level(espeak.say(s, "vi", "north")), 0.5)) for s in (SENTENCE, "Gọi ngay.")]
    lengths = [len(decode(piece)) for piece in pieces]
    assert abs(len(decode(b"".join(pieces))) - sum(lengths)) <= 2 * 576


def test_the_chime_rises() -> None:
    wave = chime()
    assert 1.5 < len(wave) / RATE < 3
    thirds = [
        wave[: int(0.3 * RATE)],
        wave[int(0.4 * RATE) : int(0.65 * RATE)],
        wave[int(0.8 * RATE) :],
    ]
    tones = [np.abs(np.fft.rfft(part)).argmax() * RATE / len(part) for part in thirds]
    assert tones == pytest.approx([392, 523, 659], rel=0.02)


def test_the_same_sentence_is_the_same_sound(espeak: Espeak) -> None:
    first = espeak.say(SENTENCE, "vi", "north")
    espeak.say("Chào bà con!", "vi", "south")
    assert np.array_equal(first, espeak.say(SENTENCE, "vi", "north"))
    assert not np.array_equal(first, espeak.say(SENTENCE, "vi", "south"))
    assert encode(level(first)) == encode(level(first))


def test_a_language_without_a_voice(espeak: Espeak) -> None:
    with pytest.raises(VoiceError, match="không có giọng cho ngôn ngữ «hmn»"):
        espeak.say("x", "hmn", "north")


def test_the_voice_of_a_model() -> None:
    voice: Synthesiser = Piper(MODEL)
    wave = voice.say("Gọi một một một.", "vi", "north")
    assert np.abs(np.fft.rfft(wave)).argmax() * RATE / len(wave) == pytest.approx(220, rel=0.01)
    assert np.array_equal(wave, voice.say("Gọi một một một.", "vi", "north"))
    assert len(voice.say(SENTENCE, "vi", "north")) > len(wave)
    with pytest.raises(VoiceError, match=r"tone\.onnx không nói được ngôn ngữ «en»"):
        voice.say("Call now.", "en", "north")


def test_a_model_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"không đọc được x\.onnx\.json đi kèm"):
        Piper(tmp_path / "x.onnx")
    (tmp_path / "x.onnx").write_bytes(b"x")
    (tmp_path / "x.onnx.json").write_bytes(MODEL.with_name("tone.onnx.json").read_bytes())
    with pytest.raises(VoiceError, match="piper không đọc được"):
        Piper(tmp_path / "x.onnx").say("Gọi ngay.", "vi", "north")


def test_a_recording_that_is_none() -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(b"not a sound")


def test_constant_bit_rate(espeak: Espeak) -> None:
    """Every frame has the same rate: a player knows the length without a header."""
    wave = level(espeak.say(SENTENCE, "vi", "north"))
    mp3 = encode(wave)
    assert mp3[0] == 0xFF
    assert len(mp3) * 8 / audio.BITRATE / 1000 == pytest.approx(len(wave) / RATE, abs=0.15)
