#!/bin/sh
# Seen with: LibreOffice 7.4.7 (Debian 12); 2026-12-01.
# A good guess: soffice --headless --convert-to pdf ends with a status other than 0 where the file is not
#   there or no Word file; a file that is called .docx is read as one.
# What happens: status 0 for a file that does not exist, with one line on stderr and no PDF. And what is
#   called script.docx but holds two words of plain text is made into a tidy PDF of these words, status 0,
#   with no word about it: the kind is found by looking, and anything at all is text.
# Why it matters: "it converts" is the usual proof that a Word file opens; it proves nothing. A download that
#   broke into a server's error message becomes a sheet that somebody prints.
# What we do about it: tests look for the PDF itself and for the words it must hold, never at the status
#   alone (tests/test_libreoffice.py).
set -eu
command -v soffice >/dev/null || { echo "needs soffice (libreoffice-writer)"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
convert() {
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf "$1" >log 2>errors
    printf '%s %s; ' $? "$(head -c 5 "${1%.docx}.pdf" 2>/dev/null || echo none)"
}
printf 'Not found\n' >error.docx
seen=$(set +e; convert missing.docx; convert error.docx)
echo "$seen"
[ "$seen" = "0 none; 0 %PDF-; " ]
