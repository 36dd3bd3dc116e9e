#!/bin/sh
# Seen with: typst 0.15.2, pypdfium2 5.15.2, pdftotext 22.12.0 (poppler-utils), mutool 1.21.1 (mupdf-tools)
#   of Debian 12; 2026-12-01.
# A good guess: letter spacing is for the eye; the PDF holds one run of text "111", marked as such in a
#   tagged file, and every reader gives "111".
# What happens: at a tenth of the letters' size all is well. From a fifth on PDFium (Chrome's reader) and
#   MuPDF give "1 1 1", three words; Poppler (Linux desks) still gives 111, and gives it up at two fifths.
#   So one and the same sheet has the number in one reader and not in the other.
# Why it matters: a designer who spaces the hotline out for distance takes it away from Chrome's search and
#   from copying, and a reader for the blind may say three ones as three things.
# What we do about it: numbers on sheets carry no `tracking` (assets/print); proof.py compares numbers
#   without their spaces, so it proves what is drawn, not what can be searched for.
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


def readings(tracking):
    source = f'#set text(font: "Libertinus Serif", size: 20pt)\n#text(tracking: {tracking})[111]'
    pdf = typst.compile(source.encode(), font_paths=typst.Fonts(False, True))
    open("sheet.pdf", "wb").write(pdf)
    mupdf = ["mutool", "draw", "-q", "-F", "txt", "sheet.pdf"]
    others = ["pdftotext", "sheet.pdf", "-"], mupdf
    texts = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for command in others]
    texts.insert(0, pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())
    return [text.strip() for text in texts]


seen = {tracking: readings(tracking) for tracking in ("0.1em", "0.2em", "0.3em", "0.4em")}
print(seen)
assert seen["0.1em"] == ["111", "111", "111"]
assert seen["0.2em"] == seen["0.3em"] == ["1 1 1", "111", "1 1 1"]
assert seen["0.4em"] == ["1 1 1"] * 3
PY
