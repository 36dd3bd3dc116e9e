#!/bin/sh
# Seen with: CPython 3.11 (pathlib); 2026-12-01.
# A good guess: sorted(folder.rglob("*")) is the way to the same order on every system, and it is the order
#   of the addresses that are made of these paths.
# What happens: three orders for one folder. Paths are compared part by part, so "xa/11692" stands before
#   "xa-phuong"; as text it stands behind, for "-" is less than "/". And on Windows paths are compared in
#   small letters, "_headers" before "LICENSE", on Linux the other way round.
# Why it matters: a list of all files, a ZIP, a hash over a folder are made on Windows and on Linux from the
#   same files and are not equal; a list sorted as paths is not sorted for whoever reads its lines.
# What we do about it: the rule for whatever is written or hashed: sort by as_posix(), never as paths.
set -eu
python3 - <<'PY'
from pathlib import PurePosixPath, PureWindowsPath

files = ["LICENSE", "_headers", "index.html", "xa-phuong/index.html", "xa/11692/index.html"]
linux = [path.as_posix() for path in sorted(map(PurePosixPath, files))]
windows = [path.as_posix() for path in sorted(map(PureWindowsPath, files))]
text = sorted(files)
print("linux", linux, "windows", windows, "text", text, sep="\n")
assert text == files
assert linux == ["LICENSE", "_headers", "index.html", "xa/11692/index.html", "xa-phuong/index.html"]
assert windows == ["_headers", "index.html", "LICENSE", "xa/11692/index.html", "xa-phuong/index.html"]
PY
