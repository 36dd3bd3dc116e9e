#!/bin/sh
# Seen with: zbar-tools 0.23.92 (Debian 12), zxing-cpp 3.1.1, segno 1.6.6, vietnam-provinces 2025.10.1;
#   2026-12-01.
# A good guess: text in UTF-8 is recognised by every reader of today; if one fails it gives the letters of
#   Latin 1, and without an error.
# What happens: zxing-cpp reads the names of all 3,321 communes. zbar reads 337 of the first 400 as
#   Japanese: "Phường" has bytes that Shift JIS allows, so "Phường Cửa Nam" comes out in katakana, with
#   exit status 0. A name is right only where its bytes happen to be no Shift JIS.
# Why it matters: a commune's name, a contact card or a message with marks in a QR reads well on one phone
#   and as nonsense on another whose app is built on zbar.
# What we do about it: a QR holds an address of ASCII only, with the commune's code of five digits in place
#   of its name (qr.py, address.py); a name belongs into the words beside it.
set -eu
command -v zbarimg >/dev/null || { echo "needs zbarimg (Debian: zbar-tools)"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q segno==1.6.6 zxing-cpp==3.1.1 numpy==2.4.6 pillow==13.0.0 vietnam-provinces==2025.10.1
v/bin/python - <<'PY'
import json
import subprocess

import numpy as np
import segno
import zxingcpp
from PIL import Image
from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH

provinces = json.loads(NESTED_DIVISIONS_JSON_PATH.read_text("utf-8"))
names = [ward["name"] for province in provinces for ward in province["wards"]]


def picture(text):
    code = segno.make(text, error="m", micro=False, encoding="utf-8", eci=False)
    return np.array([[0 if dark else 255 for dark in row] for row in code.matrix_iter(4, 4)], np.uint8)


wrong = sum(zxingcpp.read_barcodes(picture(name))[0].text != name for name in names)
files = []
for number, name in enumerate(names[:400]):
    files.append(f"{number}.png")
    Image.fromarray(picture(name)).save(files[-1])
read = subprocess.run(["zbarimg", "-q", "--raw", *files], capture_output=True, check=True).stdout
lines = read.decode("utf-8", "replace").splitlines()
other = [(name, line) for name, line in zip(names, lines, strict=False) if name != line]
print("zxing-cpp wrong:", wrong, "of", len(names), "- zbar wrong:", len(other), "of 400, the first:", other[0])
assert len(lines) == 400 and wrong == 0 and len(other) == 337, (len(lines), wrong, len(other))
PY
