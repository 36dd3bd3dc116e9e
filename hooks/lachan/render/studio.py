"""The press for sound: one sentence, the chime or a recording in, the bytes of an MP3 out.

Sound is made only when it is asked for: whoever builds without it needs none of its libraries, so
they are imported here and nowhere else.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from lachan.files import fingerprint
from lachan.formats.kinds import Variant
from lachan.plan.recipe import Chime, Recorded, Said
from lachan.render.press import PressError, PressFault

if TYPE_CHECKING:
    from lachan.render.audio import Synthesiser


class StudioError(Exception):
    """Sound that cannot be made; the text says why, in Vietnamese."""


class Studio:
    """A voice and all it takes to make it heard; `name` changes with whatever changes its sound."""

    def __init__(self, model: Path | None = None) -> None:
        """With a model of piper, or else with espeak-ng. Raises StudioError."""
        try:
            from lachan.render import audio
        except ImportError:
            raise StudioError("chưa cài phần âm thanh; hãy chạy make audio") from None
        try:
            self.voice: Synthesiser = audio.Piper(model) if model else audio.Espeak()
        except audio.VoiceError as error:
            raise StudioError(str(error)) from None
        self.model = model
        self.variant = Variant.VOICE if model else Variant.PREVIEW
        code = fingerprint.of(audio.__name__).encode()
        self.name = hashlib.sha256(code + (model.read_bytes() if model else b"")).hexdigest()[:16]

    def mp3(self, recipe: Said | Chime | Recorded) -> bytes:
        """The finished MP3. Raises PressError."""
        from lachan.render import audio

        try:
            match recipe:
                case Said():
                    wave = self.voice.say(recipe.spoken, recipe.lang, recipe.region)
                    return audio.encode(audio.padded(audio.level(wave), recipe.pause))
                case Chime():
                    return audio.encode(audio.chime())
                case Recorded():
                    return audio.encode(audio.level(audio.decode(Path(recipe.path).read_bytes())))
        except audio.VoiceError as error:
            raise PressError([PressFault("sound", str(error))]) from None
        except ValueError:
            message = "không mở được bản thu âm này; hãy lưu lại thành MP3 hoặc WAV"
            raise PressError([PressFault("sound", message)]) from None
