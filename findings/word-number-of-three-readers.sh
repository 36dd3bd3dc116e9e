#!/bin/sh
# Seen with: python-docx 1.2.0, LibreOffice 7.4.7 (Debian 12); 2026-12-01.
# A good guess: a paragraph of a Word file has one text; with tracked changes a reader gives it as it would
#   be printed, "Gọi số 111 ngay.", or at worst as it was before the change.
# What happens: 113 was struck out and 111 written in its place, both tracked. Word shows 111. python-docx
#   gives neither, "Gọi số  ngay.", for `paragraph.text` knows no w:ins; LibreOffice's conversion to text
#   gives both, one after the other: "Gọi số 111113 ngay." None of them says a word.
# Why it matters: officers correct a script with "Track Changes" on, as their offices demand; the corrected
#   hotline would be lost on the way back, or become a number that nobody has.
# What we do about it: `lachan import` refuses a file with tracked changes and says how to accept them
#   (word_import.py, _TRACKED).
set -eu
command -v soffice >/dev/null || { echo "needs soffice (libreoffice-writer)"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q python-docx==1.2.0
cat >make.py <<'PY'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
paragraph = document.add_paragraph("Gọi số ")
for tag, text, words in (("ins", "t", "111"), ("del", "delText", "113")):
    change = f'<w:{tag} {nsdecls("w")} w:id="{words}" w:author="A" w:date="2026-07-30T08:00:00Z">'
    paragraph._p.append(parse_xml(f"{change}<w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>"))
paragraph.add_run(" ngay.")
document.save("script.docx")
print(docx.Document("script.docx").paragraphs[0].text)
PY
read_by_python=$(PYTHONUTF8=1 v/bin/python make.py)
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "txt:Text (encoded):UTF8" script.docx >log 2>&1
seen="python-docx: $read_by_python LibreOffice: $(tail -c +4 script.txt | tr -d '\r\n')"
echo "$seen"
[ "$seen" = "python-docx: Gọi số  ngay. LibreOffice: Gọi số 111113 ngay." ]
