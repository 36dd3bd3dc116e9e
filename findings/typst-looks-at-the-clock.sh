#!/bin/sh
# Seen with: typst 0.15.2 (the package for Python); 2026-12-01.
# A good guess: SOURCE_DATE_EPOCH makes a PDF of Typst the same every time, as its own program documents; or
#   no date is written where the document asks for none.
# What happens: the package for Python does not look at the variable. Every PDF holds the second at which it
#   was made, and its file identifier changes with it, so that two runs differ. Only the argument
#   `timestamp` fixes both.
# Why it matters: a test that compiles twice in a row is within one second and green; the next day every sheet
#   of the country is new.
# What we do about it: `timestamp` is always given, from the edition's date (typesetter.py).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q typst==0.15.2
cat >make.py <<'PY'
import sys

import typst

fixed = {"timestamp": 1_753_833_600} if sys.argv[2:] else {}
pdf = typst.compile("= 111".encode(), font_paths=typst.Fonts(False, True), **fixed)
open(sys.argv[1], "wb").write(pdf)
PY
export SOURCE_DATE_EPOCH=1753833600
v/bin/python make.py a.pdf
v/bin/python make.py c.pdf fixed
sleep 2
v/bin/python make.py b.pdf
v/bin/python make.py d.pdf fixed
seen="variable: $(cmp -s a.pdf b.pdf && echo same || echo other), timestamp: $(cmp -s c.pdf d.pdf && echo same || echo other)"
echo "$seen, $(grep -ao 'CreateDate>[^<]*' a.pdf | head -n 1)"
[ "$seen" = "variable: other, timestamp: same" ] && grep -aq 'CreateDate>2025-07-30' c.pdf && ! grep -aq 'CreateDate>2025-07-30' a.pdf
