"""One sentence through the library of espeak-ng: a program of its own, run for every sentence.

The library carries something over from one sentence to the next, so that the same words never sound
quite the same twice; in a fresh process they do. It takes the library, the folder with its data, the
voice and the speed as arguments, the sentence from its input, and writes 16-bit samples.
"""

import ctypes
import sys

SYNCHRONOUS, UTF8, SPEED, CHARACTERS = 2, 1, 1, 1
"""AUDIO_OUTPUT_SYNCHRONOUS, espeakCHARS_UTF8, espeakRATE and POS_CHARACTER of speak_lib.h."""
HEARD = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def main(library: str, data: str, voice: str, speed: str) -> int:
    """Write the samples of the sentence; 1 where the library or the voice fails."""
    espeak = ctypes.CDLL(library)

    def hear(samples: int | None, count: int, _events: int | None) -> int:
        if samples and count:
            sys.stdout.buffer.write(ctypes.string_at(samples, 2 * count))
        return 0

    callback = HEARD(hear)
    if espeak.espeak_Initialize(SYNCHRONOUS, 0, data.encode(), 0) < 0:
        return 1
    if espeak.espeak_SetVoiceByName(voice.encode()):
        return 1
    espeak.espeak_SetParameter(SPEED, int(speed), 0)
    espeak.espeak_SetSynthCallback(callback)
    words = sys.stdin.buffer.read() + b"\0"
    return int(espeak.espeak_Synth(words, len(words), 0, CHARACTERS, 0, UTF8, None, None))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
