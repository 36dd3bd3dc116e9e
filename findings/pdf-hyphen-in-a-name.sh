#!/bin/sh
# Seen with: typst 0.15.2, pypdfium2 5.15.2, pdftotext 22.12.0 (poppler-utils), mutool 1.21.1 (mupdf-tools)
#   of Debian 12; 2026-12-01.
# A good guess: a hyphen that is typed and drawn is a letter like any other; text copied out of the PDF has
#   it, at the end of a line too.
# What happens: "Miếu-Quốc", broken behind its hyphen, is three texts. PDFium (Chrome's reader) joins the
#   lines with U+FFFE in place of the hyphen, Poppler (Linux desks) with nothing at all: "MiếuQuốc". Only
#   MuPDF keeps what is drawn. (With spaces, "Miếu - Quốc", Poppler drops the hyphen, too.) Between digits all three keep the hyphen: 0225-3851-234 stays itself.
# Why it matters: whoever searches the PDF for the name does not find it, and a proof that looks for the
#   name as it is written refuses a right sheet, only where a line happens to end there.
# What we do about it: whoever looks for a name in a sheet's text leaves hyphens, U+FFFE and breaks out on
#   both sides (numbers are compared like that in proof.py).
set -eu
for tool in pdftotext mutool; do
    command -v $tool >/dev/null || { echo "needs $tool (poppler-utils, mupdf-tools)"; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q typst==0.15.2 pypdfium2==5.15.2
v/bin/python - <<'PY'
import subprocess

import pypdfium2
import typst


def readings(words):
    source = f'#set text(font: "Libertinus Serif", size: 11pt)\n#box(width: 2.4cm)[{words}]'
    pdf = typst.compile(source.encode(), font_paths=typst.Fonts(False, True))
    open("sheet.pdf", "wb").write(pdf)
    mupdf = ["mutool", "draw", "-q", "-F", "txt", "sheet.pdf"]
    others = ["pdftotext", "sheet.pdf", "-"], mupdf
    texts = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for command in others]
    texts.insert(0, pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())
    return [" ".join(text.split()) for text in texts]


name, number = readings("xã Văn Miếu-Quốc Tử Giám"), readings("gọi số 0225-3851-234 nhé")
print(ascii(name), number)
assert "Miếu\ufffeQuốc" in name[0] and "MiếuQuốc" in name[1] and "Miếu- Quốc" in name[2], name
assert all("0225-3851-234" in text.replace("- ", "-") for text in number), number
PY
