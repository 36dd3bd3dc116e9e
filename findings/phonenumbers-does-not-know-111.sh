#!/bin/sh
# Seen with: phonenumbers 9.0.43; 2026-12-01.
# A good guess: its short numbers of Vietnam are 111 to 115, for 111 (children, trafficking) and 112 (search
#   and rescue) are national and free, as 113 to 115 are; a link for one is tel:113.
# What happens: 113, 114 and 115 are valid and emergencies; 111 and 112 are neither, as if nobody answered.
#   Formatted for a link all of them become tel:+84-113, which no telephone connects. And the landline code
#   0260 still belongs to "Kon Tum", a province that was merged in July 2025.
# Why it matters: "validate every number with the library" refuses the one number this campaign is about, or
#   a good-natured link to it rings nowhere.
# What we do about it: numbers are contacts with a source and a day on which somebody tried them; short ones
#   are dialled as they are (contact.py, phone.py).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q phonenumbers==9.0.43
v/bin/python - <<'PY'
import phonenumbers
from phonenumbers import PhoneNumberFormat, geocoder, shortnumberinfo

seen = {}
for short in ("111", "112", "113", "114", "115"):
    number = phonenumbers.parse(short, "VN")
    valid = shortnumberinfo.is_valid_short_number(number)
    emergency = shortnumberinfo.is_emergency_number(short, "VN")
    seen[short] = valid, emergency, phonenumbers.format_number(number, PhoneNumberFormat.RFC3966)
place = geocoder.description_for_number(phonenumbers.parse("0260 3851 234", "VN"), "vi")
print(seen, place)
assert seen == {n: (n > "112", n > "112", f"tel:+84-{n}") for n in seen} and place == "Kon Tum"
PY
