#!/bin/sh
# Seen with: Chromium 156 (Debian 12); 2026-12-01.
# A good guess: a page opened by file:// is no secure context: no clipboard, no screen kept awake, no crypto;
#   each folder or file is a place of its own, for location.origin is "null" for scripts of one another.
# What happens: isSecureContext is true, and clipboard, wakeLock, crypto.subtle, caches and serviceWorker are
#   all there; only using the last one raises. So "if ('serviceWorker' in navigator)" is no test for it. And
#   localStorage is one for all files of the computer: a page in another folder reads what this one wrote,
#   although the browser gives both the origin "null" and lets neither fetch the other.
# Why it matters: from a USB stick on a shared office computer, what somebody looked for or set stays there
#   for every saved page that is ever opened on it. And copying and the prompter do work from a stick.
# What we do about it: buttons that need a server ask location.protocol (keep.js); nothing about a reader,
#   only a reading speed, may be kept on a computer.
set -eu
command -v chromium >/dev/null || { echo "needs chromium"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir stick other
cat >stick/page.html <<'HTML'
<!doctype html><meta charset="utf-8"><title>-</title><pre></pre><script>
const there = ["clipboard", "wakeLock", "serviceWorker"].filter((name) => name in navigator).length;
const before = localStorage.seen || "nothing";
localStorage.seen = "stick";
const show = (worker) => document.querySelector("pre").textContent =
  `secure ${isSecureContext}, ${there} of 3, subtle ${!!crypto.subtle}, origin ${origin}, worker ${worker}, stored ${before}`;
navigator.serviceWorker.register("sw.js").then(() => show("yes"), (error) => show(error.name));
</script>
HTML
cp stick/page.html other/page.html
look() {
    chromium --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/profile" --timeout=3000 --dump-dom \
        "file://$work/$1/page.html" 2>log | sed -n 's/.*<pre>\(.*\)<\/pre>.*/\1/p'
}
first=$(look stick)
second=$(look other)
echo "$first / $second"
same="secure true, 3 of 3, subtle true, origin null, worker TypeError, stored"
[ "$first / $second" = "$same nothing / $same stick" ]
