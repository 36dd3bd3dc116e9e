#!/bin/sh
# Seen with: rsync 3.5.0 (Debian 12); 2026-12-01.
# A good guess: "rsync -a site/ server:/srv/www/" copies what lies in site/; the folder /srv/www was there
#   before, belongs to the server, and stays as its owner set it.
# What happens: the stroke at the end means "what is in it, and the folder's own mode, too". A site that was
#   put together in a folder of mkdtemp (0700, as Python, Rust's tempfile and mktemp -d make it) and renamed
#   closes /srv/www itself: the web server answers 403 for everything, though each file and each folder
#   below is 0644 or 0755. "cp -a site/. /srv/www" closes it as well; "rsync -rlt" leaves it open.
# Why it matters: a commune's server shows nothing after the first copy, and every file looks right.
# What we do about it: the rule for what is put into place holds from the top: a site's own folder, like
#   every folder and file in it, has the mode that the umask leaves, never that of a temporary one.
set -eu
command -v rsync >/dev/null || { echo "needs rsync"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
umask 022
mkdir built www www-rlt www-cp
python3 -c 'import os, tempfile; os.rename(tempfile.mkdtemp(dir="built"), "built/site")'
mkdir built/site/xa
echo 111 >built/site/xa/index.html
rsync -a built/site/ www/
rsync -rlt built/site/ www-rlt/
cp -a built/site/. www-cp/
seen=$(stat -c '%n %a' www www/xa www/xa/index.html www-rlt www-cp | tr '\n' ';')
echo "$seen"
[ "$seen" = "www 700;www/xa 755;www/xa/index.html 644;www-rlt 755;www-cp 700;" ]
