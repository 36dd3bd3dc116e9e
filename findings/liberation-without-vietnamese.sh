#!/bin/sh
# Seen with: fonts-liberation 1:1.07.4-11 and fonts-liberation2 2.1.5-1 of Debian 12, fonttools 4.68.0;
#   2026-12-01. Needs apt on Debian 12.
# A good guess: the fonts that stand in for Times and Arial on every Linux have all of Latin, Vietnamese too,
#   as the ones they stand in for; and the package without a number is the newer one.
# What happens: fonts-liberation of Debian 12 lacks 46 of the 67 Vietnamese letters with marks, ơ and ư among
#   them, in Serif, Sans and Mono alike. fonts-liberation2 has every one. A program that makes a PDF of a
#   Word file borrows the missing letters from some other font, one by one, in the middle of words.
# Why it matters: a server that turns forms of communes into PDF gives crooked words, and nobody sees it who
#   looks at an English sample.
# What we do about it: PDF is made by Typst with the project's own fonts; tests of Word files bring these
#   fonts along (tests/libreoffice.sh); on a server that converts Word files install fonts-liberation2.
set -eu
command -v apt-get >/dev/null || { echo "needs apt-get (Debian 12)"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
python3 -m venv v
v/bin/pip install -q fonttools==4.68.0
apt-get download -q fonts-liberation=1:1.07.4-11 fonts-liberation2=2.1.5-1 >log 2>&1 || { cat log; exit 2; }
for package in fonts-liberation fonts-liberation2; do dpkg-deb -x "$package"_*.deb "$package"; done
v/bin/python - <<'PY'
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones}
letters = {letter for letter in letters if not letter.isascii()} | {"đ"}
seen = {}
for package in ("fonts-liberation", "fonts-liberation2"):
    for kind in ("Serif", "Sans", "Mono"):
        font = TTFont(next(Path(package).rglob(f"Liberation{kind}-Regular.ttf"))).getBestCmap()
        missing = sorted(letter for letter in letters if ord(letter) not in font)
        seen[package, kind] = len(missing), "".join(missing)[:2]
print(len(letters), seen)
assert len(letters) == 67 and list(seen.values()) == [(46, "ơư")] * 3 + [(0, "")] * 3
PY
