#!/bin/sh
# Seen with: mkdocs 1.6.1, mkdocs-static-i18n 1.3.1 (docs_structure: folder); 2026-12-01.
# A good guess: with languages vi and en, docs/vi and docs/en are theirs; any other folder is copied as
#   MkDocs always does, or --strict stops with a warning.
# What happens: whatever folder of two letters lies at the top of docs/ is taken for a language that is not
#   built: docs/qr (pictures of codes), docs/xa ("commune" in Vietnamese) and docs/tp are missing from the
#   site, with --strict too and no word about it; docs/anh is there. And the page for wrong addresses,
#   404.html, is the one of the language built last.
# Why it matters: half of what one would call a folder here has two letters (xã, tổ, tờ, ma, bé), and
#   Vietnamese readers meet an English page for a mistyped address.
# What we do about it: pages of communes and pictures are laid out by the project (publish.py), not by
#   MkDocs, and each language has a 404.html of its own (site/pages.py, site/serving.py).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q mkdocs==1.6.1 mkdocs-static-i18n==1.3.1
for folder in vi en; do mkdir -p docs/$folder && echo "# $folder" >docs/$folder/index.md; done
for folder in qr xa tp anh; do mkdir -p docs/$folder && echo 111 >docs/$folder/a.txt; done
cat >mkdocs.yml <<'YML'
site_name: x
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: vi, name: Việt, default: true}
        - {locale: en, name: English}
YML
v/bin/mkdocs build --quiet --strict
seen="$(cd site && find . -name a.txt | sort | tr '\n' ' ')$(grep -o '<html lang="[a-z]*"' site/404.html) $(grep -o '<html lang="[a-z]*"' site/index.html)"
echo "$seen"
[ "$seen" = './anh/a.txt <html lang="en" <html lang="vi"' ]
