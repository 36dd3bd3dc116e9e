#!/bin/sh
# Seen with: mtools 4.0.32, dosfstools 4.2, Debian 12, locale C.UTF-8; 2026-12-01.
# A good guess: FAT has kept long names in Unicode since 1995; what mcopy writes onto the image of a stick
#   has the name it had, or is refused.
# What happens: a name in capitals that has 8 letters and 3 at most is written as a short name of DOS in
#   code page 850, without a long one, and iconv finds "the nearest letter": PHƯỜNG.TXT becomes PHUONG.TXT,
#   CHẮN.TXT CHAN.TXT, ĐÀ.PDF DÀ.PDF, with status 0. "Phường.txt" and "LÁ CHẮN.TXT" keep their marks, for a
#   small letter or a space needs a long name. Two names that were different (ĐÀ.PDF, DÀ.PDF) are one.
# Why it matters: who makes sticks for a hundred villages by script gets most names right and loses a few
#   marks, and links to exactly those files lead nowhere.
# What we do about it: every file of a site has a name of small ASCII letters, digits and hyphens (paths.py,
#   names of texts), so a stick made by any tool works.
set -eu
command -v mcopy >/dev/null || { echo "needs mcopy (mtools)"; exit 2; }
mkfs=$(command -v mkfs.vfat || command -v /usr/sbin/mkfs.vfat) || { echo "needs mkfs.vfat (dosfstools)"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C.UTF-8 MTOOLSRC=/dev/null
truncate -s 8M stick.img
"$mkfs" stick.img >/dev/null
for name in PHƯỜNG.TXT CHẮN.TXT ĐÀ.PDF Phường.txt "LÁ CHẮN.TXT"; do
    echo "$name" >"$name"
    mcopy -i stick.img "$name" ::/
done
echo other >DÀ.PDF
clash=$(mcopy -D s -i stick.img DÀ.PDF ::/ 2>/dev/null && echo written || echo "there already")
seen="$(mdir -b -i stick.img ::/ | tr '\n' ' ')DÀ.PDF: $clash"
echo "$seen"
[ "$seen" = "::/PHUONG.TXT ::/CHAN.TXT ::/DÀ.PDF ::/Phường.txt ::/LÁ CHẮN.TXT DÀ.PDF: there already" ]
