#!/bin/sh
# Seen with: Pillow 13.0.0 (wheel for Linux), Python 3.11 on Debian 12 with zlib 1.2.13, zlib-ng 1.1.0 (the
#   package for Python); 2026-12-01. On Linux only.
# A good guess: features.check("zlib_ng") is True and features.version("zlib_ng") is 2.3.3, so a pinned
#   wheel packs PNG with the zlib-ng it brought along, with the same bytes on every machine.
# What happens: the wheel brings no zlib at all; it was only compiled beside zlib-ng. At run time it takes
#   the libz.so.1 of the system. The stream in a PNG is byte for byte what Python's zlib makes, and not what
#   zlib-ng makes. Another distribution, or Windows, whose wheel does hold zlib-ng, writes other bytes.
# Why it matters: "same pinned libraries, same bytes" is wrong for every picture; hashes in kho.json and
#   the copies of several machines that build together (make cluster) differ.
# What we do about it: our PNG are packed by libdeflate, which its wheel really holds; a version that a
#   library tells of itself is no cause in a fingerprint.
set -eu
[ "$(uname -s)" = Linux ] || { echo "needs Linux"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q pillow==13.0.0 zlib-ng==1.1.0
v/bin/python - <<'PY'
import io
import random
import zlib

from PIL import Image, features
from zlib_ng import zlib_ng

noise = random.Random(111)
pieces = [noise.randbytes(noise.randrange(3, 40)) for _ in range(200)]  # alike in many places, as letters are
picture = Image.frombytes("P", (400, 400), b"".join(noise.choice(pieces) for _ in range(20_000))[:160_000])
file = io.BytesIO()
picture.save(file, "PNG")
png, stream, at = file.getvalue(), b"", 8
while at < len(png):
    size = int.from_bytes(png[at : at + 4], "big")
    stream += png[at + 8 : at + 8 + size] if png[at + 4 : at + 8] == b"IDAT" else b""
    at += 12 + size
rows = zlib.decompress(stream)


def makes(library):
    """Whether this library, told what Pillow tells its own, makes the same stream."""
    streams = set()
    for strategy in (library.Z_DEFAULT_STRATEGY, library.Z_FILTERED):
        packer = library.compressobj(-1, library.DEFLATED, 15, 9, strategy)
        streams.add(packer.compress(rows) + packer.flush())
    return stream in streams


loaded = {line.split()[-1] for line in open("/proc/self/maps") if "libz.so" in line or "libz-ng" in line}
brought = [path for path in loaded if "pillow.libs" in path]
seen = (features.check("zlib_ng"), brought, makes(zlib), makes(zlib_ng))
print("says zlib-ng", features.version("zlib_ng"), "- loaded", loaded, "-", seen)
assert seen == (True, [], True, False)
PY
