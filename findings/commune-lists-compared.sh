#!/bin/sh
# Seen with: vietnam-provinces 2025.10.1 and 2026.9.0; 2026-12-01.
# A good guess: a package named after September 2026 has the communes of September 2026, and a list of codes
#   that is published once does not change: whoever pins either version has the right commune for a code.
# What happens: 2025.10.1 has 114 codes of a draft and nine codes under the name of another commune (00226 is
#   Kim Liên there, Văn Miếu - Quốc Tử Giám in the list). 2026.9.0 has both put right, but its data are of
#   February 2026: the ten xã of Đồng Nai and the twelve of Bắc Ninh that became phường this year are xã, and
#   Đồng Nai, Quảng Ninh and Bắc Ninh are no cities. Both have Ba Chẽ under 06970; the list has 06978.
# Why it matters: a code is the address on a poster; the name beside it must be that commune's, of today.
# What we do about it: the list is data of the project, with the changes and their days beside it
#   (hooks/lachan/data/communes.md); tests/test_public_lists.py compares it with the package.
set -eu
list=$(cd "$(dirname "$0")/.." && pwd)/hooks/lachan/data/communes.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
for version in 2025.10.1 2026.9.0; do
  # As a file: the newer one is not for Python 3.11, and only its data are read.
  v/bin/pip download -q --no-deps --python-version 3.12 --only-binary=:all: vietnam-provinces==$version
  mkdir $version
  v/bin/python -m zipfile -e vietnam_provinces-$version-*.whl $version
done
v/bin/python - "$list" <<'PY'
import csv
import json
import sys
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"


def spelt(name):
    """A name without what keyboards differ in: apostrophe, dash, spaces, the vowel that has the tone."""
    words = unicodedata.normalize("NFD", name.lower().replace("’", "'").replace("–", "-")).split()
    return " ".join("".join(sorted(word, key=TONES.__contains__)) for word in words)


def read(version):
    with open(f"{version}/vietnam_provinces/data/nested-divisions.json", encoding="utf-8") as file:
        provinces = json.load(file)
    return {f"{ward['code']:05}": ward["name"] for one in provinces for ward in one["wards"]}


with open(sys.argv[1], encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
ours = {row["code"]: row["name"] for row in rows}
upgraded = {row["code"] for row in rows if row["since"] > "2026"}
seen = {}
for version in ("2025.10.1", "2026.9.0"):
    theirs = read(version)
    strange = theirs.keys() - ours.keys()
    other = {code for code in theirs.keys() & ours if spelt(theirs[code]) != spelt(ours[code])}
    xa = {code for code in upgraded if spelt(theirs[code]) == spelt(ours[code].replace("Phường", "Xã"))}
    seen[version] = (len(strange), sorted(other - xa))
    print(version, len(theirs), "communes;", len(strange), "other codes;", len(xa), "of", len(upgraded), "still xã;")
    print("  under another commune's name:", {code: (theirs[code], ours[code]) for code in sorted(other - xa)})
    assert len(theirs) == 3321 and xa == upgraded and len(upgraded) == 22
    assert theirs["06970"] == "Xã Ba Chẽ" == ours["06978"]
swapped = ["00226", "00331", "01537", "01558", "01561", "13285", "13291", "13318", "31207"]
assert seen == {"2025.10.1": (115, swapped), "2026.9.0": (1, [])}, seen
PY
