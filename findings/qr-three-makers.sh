#!/bin/sh
# Seen with: segno 1.6.6, qrcode 8.2, zxing-cpp 3.1.1, numpy 2.4.6, Python 3.11; 2026-12-01.
# A good guess: ISO/IEC 18004 says how bits are packed, padded and masked, so three makers given the same
#   address, level M and the smallest size draw the same code, or two of them do at least.
# What happens: for 100 addresses of communes, all of one size, no two makers agree even once. They choose
#   other masks, but with one mask forced segno and qrcode still differ in all: where the end mark closes
#   a byte, segno adds a byte of zeros before the padding; zxing-cpp packs the digits as numbers.
# Why it matters: a golden picture of a QR, or the hash of a poster, holds for one maker only; changing the
#   maker changes every sheet of the country, though each of them reads well.
# What we do about it: one pinned library makes every QR (qr.py), its version among those that machines
#   compare before they build together; what is proven is what a reader reads (proof.py), not the matrix.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q segno==1.6.6 qrcode==8.2 zxing-cpp==3.1.1 numpy==2.4.6
v/bin/python - <<'PY'
import numpy as np
import qrcode
import segno
import zxingcpp


def by_segno(text, mask=None):
    return np.array(segno.make(text, error="m", boost_error=False, micro=False, mask=mask).matrix) == 1


def by_qrcode(text, mask=None):
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, mask_pattern=mask)
    code.add_data(text)
    code.make()
    return np.array(code.modules)


def by_zxing(text):
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return np.array(code.to_image(scale=1, add_quiet_zones=False)) < 128


alike = forced = 0
for code in range(10000, 10100):
    text = f"https://lachan.example/{code}"
    drawn = by_segno(text), by_qrcode(text), by_zxing(text)
    assert {matrix.shape for matrix in drawn} == {(29, 29)}
    for matrix in drawn:
        picture = np.kron(np.pad(~matrix, 4, constant_values=True), np.ones((4, 4))).astype(np.uint8) * 255
        assert zxingcpp.read_barcodes(picture)[0].text == text
    alike += any((drawn[a] == drawn[b]).all() for a, b in ((0, 1), (0, 2), (1, 2)))
    forced += (by_segno(text, 3) == by_qrcode(text, 3)).all()
print("addresses where any two makers agree:", alike, "- with one mask for both:", forced, "(of 100)")
assert (alike, forced) == (0, 0)
PY
