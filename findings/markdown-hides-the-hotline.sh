#!/bin/sh
# Seen with: Markdown 3.11.3 (the one in MkDocs), markdown-it-py 4.3.0; 2026-12-01.
# A good guess: "111. Gọi ngay" at the beginning of a line is a list that begins with 111, as CommonMark
#   says; the reader sees "111. Gọi ngay" either way.
# What happens: Markdown for Python makes a list without a start, so the page says "1. Gọi ngay": the
#   hotline has become another number. markdown-it, as most editors, writes <ol start="111">, so a preview in an
#   editor is right and the page is not. The extension sane_lists mends it; MkDocs does not turn it on.
# Why it matters: "111." and "113." at the head of a line are what writers of these texts write most.
# What we do about it: a number to call is a token, {111}, which is a link before Markdown sees the line and
#   stays whole; one that stands bare at the head of a line is a case for `check` (or for sane_lists).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q markdown==3.11.3 markdown-it-py==4.3.0
v/bin/python - <<'PY'
import markdown
from markdown_it import MarkdownIt

text = "111. Gọi ngay"
seen = [
    "".join(html.split("\n"))
    for html in (
        markdown.markdown(text, extensions=["toc", "tables", "fenced_code"]),  # as MkDocs does
        markdown.markdown(text, extensions=["sane_lists"]),
        MarkdownIt().render(text),
    )
]
print(seen)
right = '<ol start="111"><li>Gọi ngay</li></ol>'
assert seen == ["<ol><li>Gọi ngay</li></ol>", right, right]
PY
