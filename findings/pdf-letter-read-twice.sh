#!/bin/sh
# Seen with: typst 0.15.2, pypdfium2 5.15.2, fonts @expo-google-fonts/be-vietnam-pro 0.4.1 (1.002) and
#   tinos 0.4.2 (1.340); 2026-12-01.
# A good guess: ŏ (U+014F) is one character, so one letter of the text of a PDF, whatever the font.
# What happens: Be Vietnam Pro draws it as two glyphs, o and breve. Typst gives both the text "ŏ", and
#   PDFium (Chrome's reader) says it twice with a space behind: "Kŏŏ n Gang". Read object by object the
#   breve is a text of its own that stands on top of the letter before it. Tinos has the letter as one
#   glyph: "Kŏn Gang". ơ̆, which no font has as one glyph, is read right with either.
# Why it matters: names of the Central Highlands are written so. Whoever searches the PDF for the name
#   does not find it, and a proof that looks for things on top of each other refuses a right sheet.
# What we do about it: layout.py takes a run of one marked letter for part of the run that ends in it.
set -eu
command -v npm >/dev/null || { echo "needs npm"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q typst==0.15.2 pypdfium2==5.15.2
npm install --silent --no-fund --no-audit @expo-google-fonts/be-vietnam-pro@0.4.1 @expo-google-fonts/tinos@0.4.2
mkdir fonts
find node_modules -name "BeVietnamPro_500Medium.ttf" -exec cp {} fonts \;
find node_modules -name "Tinos_400Regular.ttf" -exec cp {} fonts \;
v/bin/python - <<'PY'
import pypdfium2
import pypdfium2.raw as raw
import typst


def read(words, font):
    source = f'#set text(font: "{font}", fallback: false)\n{words}'
    page = pypdfium2.PdfDocument(typst.compile(source.encode(), font_paths=typst.Fonts(False, False, ["fonts"])))[0]
    text = page.get_textpage()
    objects = page.get_objects([raw.FPDF_PAGEOBJ_TEXT], textpage=text)
    return text.get_text_range().strip(), [one.extract() for one in objects]


for font in ("Be Vietnam Pro", "Tinos"):
    print(font, read("Xã Kŏn Gang", font), read("Xã Pơ\u0306", font))
assert read("Xã Kŏn Gang", "Be Vietnam Pro") == ("Xã Kŏŏ n Gang", ["Xã Kŏ", "ŏ ", "n Gang"])
assert read("Xã Kŏn Gang", "Tinos") == ("Xã Kŏn Gang", ["Xã Kŏn Gang"])
assert {read("Xã Pơ\u0306", font)[0] for font in ("Be Vietnam Pro", "Tinos")} == {"Xã Pơ\u0306"}
PY
