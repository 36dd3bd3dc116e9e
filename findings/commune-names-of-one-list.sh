#!/bin/sh
# Seen with: vietnam-provinces 2025.10.1 (the 3,321 communes since July 2025); 2026-12-01.
# A good guess: in one published list, in one Unicode form, a name is written one way: the same
#   apostrophe, the same dash, one space, marks on the same letter; and without its marks a name is still
#   unique within a province.
# What happens: all of it is NFC, and yet the list has both apostrophes (M’Drắk and B'Lao), a hyphen and a
#   dash for the same thing, two spaces after the kind in ten names, both ways to set the tone (Hòa An and
#   Hoà An: one letter apart for a computer, the same for a reader), and eight pairs within one province
#   that differ in marks alone.
# Why it matters: an officer who types a name does not find the commune, or finds its neighbour; two
#   folders named without marks fall into one.
# What we do about it: addresses carry the code (paths.py); the finder looks without marks and shows both
#   of a pair and without apostrophes (finder.js); `lachan new --list` brings spaces down
#   to one (newplaces.py).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q vietnam-provinces==2025.10.1
v/bin/python - <<'PY'
import json
import re
import unicodedata
from collections import Counter

from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH


def bare(name):
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


provinces = json.loads(NESTED_DIVISIONS_JSON_PATH.read_text("utf-8"))
named = [(province["name"], ward["name"]) for province in provinces for ward in province["wards"]]
names = [name for _, name in named]
assert all(unicodedata.is_normalized("NFC", name) for name in names)
signs = Counter(sign for name in names for sign in name if not sign.isalnum() and sign != " ")
tones = [sum(bool(re.search(rf"\bH{form}a?\b", name)) for name in names) for form in ("òa", "oà")]
spaces = sum("  " in name for name in names)
pairs = sum(count - 1 for count in Counter((province, bare(name)) for province, name in named).values())
print(dict(signs), "Hòa, Hoà:", tones, "two spaces:", spaces, "alike without marks in a province:", pairs)
assert signs == {"-": 6, "’": 5, "'": 2, "–": 1}, signs
assert tones == [128, 12] and (spaces, pairs) == (10, 8), (tones, spaces, pairs)
PY
