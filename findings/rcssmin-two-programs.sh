#!/bin/sh
# Seen with: rcssmin 1.3.0, Python 3.11; 2026-12-01.
# A good guess: rcssmin is one program that is faster where its part in C could be compiled; without a
#   compiler (Windows, Alpine) it falls back to Python and gives the same, as its tests compare the two.
# What happens: where the very last byte is the semicolon of an at-rule, "@import …;" or "@layer a, b;", the
#   part in C takes it away and the one in Python leaves it; with a line end behind it both leave it. Alone,
#   either is valid. But pieces that are joined after minifying are another style sheet: "@layer base,page"
#   and "a{…}" become "@layer base,pagea{…}", whose rules every browser drops.
# Why it matters: the same sources, the same pinned version, other bytes on a computer of an office than on
#   the server; a page without its first rules where pieces are joined after minifying.
# What we do about it: files are joined first and minified once, and each of them ends with a line end.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q rcssmin==1.3.0
v/bin/python - <<'PY'
import sys

try:
    import _rcssmin  # noqa: F401
except ImportError:
    sys.exit("rcssmin has no part in C here: a compiler is needed to see the difference")
import rcssmin

by_c, by_python = rcssmin.cssmin, rcssmin._make_cssmin(python_only=True)
order, rule = "@layer base, page;", "a { color: red; }\n"
seen = by_c(order), by_python(order), by_c(order) + by_c(rule)
print(seen)
assert seen == ("@layer base,page", "@layer base,page;", "@layer base,pagea{color:red}")
whole = "@layer base,page;a{color:red}"
assert by_c(f"{order}\n{rule}") == by_python(f"{order}\n{rule}") == whole
assert by_c(f"{order}\n") == by_python(f"{order}\n") == by_python(order)
PY
