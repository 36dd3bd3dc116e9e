#!/bin/sh
# Seen with: mkdocs-material 9.8.1, mkdocs 1.6.1, Chromium 156 (Debian 12); 2026-12-01.
# A good guess: the search index of a static site is loaded when somebody opens the search, or at least not
#   before the page can be read; the sitemap is for search engines.
# What happens: every view of every page fetches the whole search_index.json, its worker and, once for every
#   other language, a sitemap.xml, without a touch, a key or a scroll.
# Why it matters: pages of 3,321 communes make an index of megabytes; on a village's network a view of
#   one page costs that much, and what is fetched from below a page may not be there (404).
# What we do about it: pages for residents load none of Material's scripts (assets/theme/partials); our search
#   loads its index on its own page only (site/search.py).
set -eu
command -v chromium >/dev/null || { echo "needs chromium"; exit 2; }
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.1
mkdir docs
echo '# 111' >docs/index.md
cat >mkdocs.yml <<'YML'
site_name: x
theme: {name: material, font: false}
plugins: [search]
extra:
  alternate:
    - {name: Việt, link: /, lang: vi}
    - {name: English, link: /en/, lang: en}
YML
NO_MKDOCS_2_WARNING=1 v/bin/mkdocs build --quiet
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server -b 127.0.0.1 -d site "$port" >requests 2>&1 &
server=$!
sleep 1
chromium --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/profile" --timeout=4000 --dump-dom \
    "http://127.0.0.1:$port/" >page 2>log
seen=$(sed -n 's/.*"GET \([^ ]*\) .*/\1/p' requests | grep -E 'search|sitemap' | sed 's/\.[0-9a-f]\{8\}\./.*./' | sort | tr '\n' ' ')
echo "$seen"
case $seen in */en/sitemap.xml*/search/search_index.json*) ;; *) exit 1 ;; esac
