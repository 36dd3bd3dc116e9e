#!/bin/sh
# Seen with: brotli 1.2.1 (the package for Python); 2026-12-01.
# A good guess: MODE_TEXT, "for UTF-8 text", packs a page of Vietnamese better than MODE_GENERIC, if only by
#   a little; otherwise there would be no such mode.
# What happens: at every quality from 0 to 11, for Vietnamese, for HTML and for noise, the two give the same
#   bytes: the encoder looks itself whether the data is UTF-8. Only MODE_FONT changes anything, and it
#   packs some of this text into fewer bytes than MODE_TEXT.
# Why it matters: a parameter that reads like a decision is none; time is lost measuring it, and a reader of
#   packed.py takes it for the reason why pages are small.
# What we do about it: size comes from quality and window alone, and those are measured (packed.py); the
#   mode there could as well be left out.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q brotli==1.2.1
v/bin/python - <<'PY'
import random

import brotli

noise = random.Random(111)
words = "phòng chống mua bán người việc nhẹ lương cao giấy tờ hộ chiếu công an gọi ngay tổng đài số".split()
prose = " ".join(noise.choice(words) for _ in range(3000)).encode()
html = b"".join(b'<li><a href="%d/">%s</a></li>\n' % (n, prose[n * 9 : n * 9 + 40]) for n in range(300))
smaller = []
for data in (prose, html, noise.randbytes(9000)):
    for quality in range(12):
        text, generic, font = (
            brotli.compress(data, mode=mode, quality=quality)
            for mode in (brotli.MODE_TEXT, brotli.MODE_GENERIC, brotli.MODE_FONT)
        )
        assert text == generic, (len(data), quality)
        smaller += [(len(data), quality, len(font) - len(text))] if len(font) < len(text) else []
print("text is generic; font is smaller at", smaller)
assert smaller
PY
