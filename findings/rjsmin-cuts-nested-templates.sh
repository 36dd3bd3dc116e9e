#!/bin/sh
# Seen with: rjsmin 1.3.0; Node.js 20 to read the result; 2026-12-01.
# A good guess: rjsmin knows template strings (its notes say so, and `a   b` keeps its spaces), so what it
#   gives means what it was given; if it met something it does not know, it would leave it alone or raise.
# What happens: a template within a template, the usual way to write a list of links, ends at the inner
#   quote for rjsmin. A "//" after that, as in https://, is taken for a comment and the rest of the line is
#   cut off: a syntax error in the browser, none in the build. And behind "=>" a pattern between strokes is
#   no pattern: /a  b/ loses a space and matches something else, without any error at all.
# Why it matters: one script serves every page; a search that finds nothing in the finished site only.
# What we do about it: scripts of the theme use no template in a template and no pattern right behind "=>";
#   the browser's tests run with the minified files.
set -eu
command -v node >/dev/null || { echo "needs node"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q rjsmin==1.3.0
cat >nested.js <<'JS'
const link = (ok, x) => `<a href="${ok ? `https://a.example/${x}` : ""}">111</a>`;
console.log(link(true, 7));
JS
cat >pattern.js <<'JS'
const wide = (text) => /a  b/.test(text);
console.log(wide("a  b"));
JS
cat >plain.js <<'JS'
const wide = (text) => { return /a  b/.test(`${text}  b`); };
console.log(wide("a"));
JS
seen=
for name in nested pattern plain; do
    v/bin/python -m rjsmin <$name.js >$name.min.js
    seen="$seen$name: $(node $name.js) then $(node $name.min.js 2>/dev/null || echo error); "
done
echo "$seen"
[ "$seen" = 'nested: <a href="https://a.example/7">111</a> then error; pattern: true then false; plain: true then true; ' ]
