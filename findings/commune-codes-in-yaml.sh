#!/bin/sh
# Seen with: PyYAML 6.0.3, vietnam-provinces 2025.10.1; 2026-12-01.
# A good guess: an unquoted code of five digits such as 00256 loses its zeros, or stays text, and is wrong
#   in the same way everywhere, so the first look at the data shows it.
# What happens: YAML 1.1 takes a leading zero for base eight, but only where no 8 and no 9 follows. Of the
#   3,321 official codes 2,329 stay themselves as numbers, 569 stay text, and 423 silently become another
#   number; 46 of those are the code of another real commune (00304, Vĩnh Hưng, is read as 196, Văn Miếu). Nothing
#   warns, and a table of names by code answers with the wrong one.
# Why it matters: the wrong commune's telephone number stands on a poster.
# What we do about it: yamltext.py keeps every scalar the text that stands in the file.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q pyyaml==6.0.3 vietnam-provinces==2025.10.1
v/bin/python - <<'PY'
import json

import yaml
from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH

provinces = json.loads(NESTED_DIVISIONS_JSON_PATH.read_text("utf-8"))
wards = {f"{ward['code']:05}": ward["name"] for province in provinces for ward in province["wards"]}
read = {code: yaml.safe_load(f"code: {code}")["code"] for code in wards}
text = [code for code, value in read.items() if value == code]
other = {code: f"{value:05}" for code, value in read.items() if value != code and value != int(code)}
wrong = [(code, wards[code], value, wards[value]) for code, value in other.items() if value in wards]
same = len(wards) - len(text) - len(other)
print(len(wards), "codes:", same, "right,", len(text), "text,", len(other), "another number")
print(len(wrong), "are another commune's code, as", wrong[0])
assert (len(wards), len(text), len(other), len(wrong)) == (3321, 569, 423, 46)
PY
