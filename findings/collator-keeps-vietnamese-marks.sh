#!/bin/sh
# Seen with: Node.js 20.20.2 with its own ICU; 2026-12-01.
# A good guess: to search without marks one compares with sensitivity "base" ("a equals á", says every
#   manual) and names the language of the page, "vi", so that it is done right for Vietnamese.
# What happens: in Vietnamese ă, â, ê, ô, ơ, ư, đ are letters of their own, and "base" keeps letters apart:
#   only tones are taken away. "duong" does not find "đường" with "vi", but does with "en". With
#   usage "search" it does with both.
# Why it matters: who types without marks, on most old phones, finds nothing; naming the right language is
#   what breaks it, and a test in English shows nothing.
# What we do about it: the finder and the search take marks away themselves (NFD, and đ by name; finder.js).
set -eu
command -v node >/dev/null || { echo "needs node"; exit 2; }
seen=$(node -e '
const finds = (lang, usage) => {
  const same = new Intl.Collator(lang, { sensitivity: "base", usage }).compare;
  return [["á", "a"], ["ậ", "a"], ["ơ", "o"], ["đ", "d"], ["đường", "duong"]].map(([a, b]) => same(a, b) === 0 ? 1 : 0).join("");
};
console.log(["vi", "en"].map((lang) => `${lang} ${finds(lang, "sort")} ${finds(lang, "search")}`).join("; "));')
echo "$seen"
[ "$seen" = "vi 10000 11111; en 11111 11111" ]
