#!/bin/sh
# Seen with: deflate 0.9.0 (libdeflate for Python), Python 3.11, gzip 1.12; 2026-12-01.
# A good guess: deflate.gzip_decompress is gzip.decompress, only faster: it gives all of the file or raises.
# What happens: a .gz may hold several members one after the other (RFC 1952, 2.2), as gzip -c a b, pigz,
#   bgzip and appending to a log make them. gzip, Python and browsers give all of them; deflate gives the
#   first, and says nothing of the rest. Bytes after it that are no gzip at all are passed over as well,
#   where Python raises.
# Why it matters: a packed copy beside a page could be unpacked in a proof and found equal to the page,
#   while a visitor is given more than the page.
# What we do about it: deflate is for writing only; packed copies are proven by Python's gzip (packed.py).
set -eu
command -v gzip >/dev/null || { echo "needs gzip"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q deflate==0.9.0
v/bin/python - <<'PY'
import gzip
import subprocess

import deflate

page, more = "Gọi 111\n".encode(), "Gọi 113\n".encode()
both = deflate.gzip_compress(page) + deflate.gzip_compress(more)
tool = subprocess.run(["gzip", "-dc"], input=both, capture_output=True, check=True).stdout
assert tool == gzip.decompress(both) == page + more
try:
    strict = gzip.decompress(deflate.gzip_compress(page) + b"rest")
except gzip.BadGzipFile as error:
    strict = str(error)
seen = bytes(deflate.gzip_decompress(both)), bytes(deflate.gzip_decompress(deflate.gzip_compress(page) + b"rest"))
print("gzip:", tool, "deflate:", seen, "Python with a rest:", strict)
assert seen == (page, page) and strict.startswith("Not a gzipped file"), (seen, strict)
PY
