"""Numbers of legal documents: 53/2024/QH15, 193/QĐ-TTg, 203/KH-UBND, 12-CT/TW.

The code behind the number names kind and issuer (Nghị định 30/2020/NĐ-CP, Phụ lục III); both are
said in words from data/issuers.yml, unless the sentence says them itself.
"""

import re

from .data import load
from .dates import YEAR
from .numbers import Region, cardinal, letter
from .rules import END, START, Rule, UnspeakableError, after, after_match, before_match, one_of

_TABLE = load("issuers")
KINDS: dict[str, str] = _TABLE["kinds"]
ISSUERS: dict[str, str] = _TABLE["issuers"]
ASSEMBLIES = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}
NAMES = [*KINDS.values(), "Luật", "Bộ luật", "Pháp lệnh", "Lệnh"]
LETTERED = ("điều", "khoản", "mục", "nghị quyết", "chương trình")
CODE = r"[A-ZĐ][A-Za-zĐ]*[0-9]*(?:\s?[-–&/]\s?[A-ZĐ][A-Za-zĐ]*)*"
ISSUER_FOLLOWS = re.compile(r"(?:,?\s+ngày\s[^.;]{1,40}?)?,?\s+(?:của|giữa)\b")
KIND_SAID = re.compile(rf"\b(?:số|{'|'.join([*NAMES, *KINDS])})(?:\s+số)?\s*:?\s+$", re.IGNORECASE)


def _issuers(codes: list[str]) -> str:
    try:
        return " của " + " và ".join(ISSUERS[code] for code in codes)
    except KeyError as missing:
        raise UnspeakableError(f"chưa biết cơ quan “{missing.args[0]}”: viết “của …” ở sau") from None


def _kind_and_issuer(code: str) -> tuple[str, list[str]]:
    """Kind in words (empty when the code does not tell it) and the codes of the issuers."""
    parts = [part for part in re.split(r"\s?[-–&/]\s?", code) if part]
    if parts[0] in KINDS:
        return KINDS[parts[0]], parts[1:]
    return "", parts[:1]


def _document(match: re.Match[str], region: Region) -> str:
    number = cardinal(int(match["number"]), region)
    if match["year"]:
        number += f" năm {cardinal(int(match['year']), region)}"
    assembly = re.fullmatch(r"(UBTVQH|QH)([0-9]{1,2})", match["code"])
    if assembly:
        kind, issuer = ("", f" của {ASSEMBLIES[assembly[1]]} khóa {cardinal(int(assembly[2]), region)}")
    else:
        kind, codes = _kind_and_issuer(match["code"])
        issuer = "" if ISSUER_FOLLOWS.match(after_match(match)) else _issuers(codes)
    if kind and not KIND_SAID.search(before_match(match)):
        number = f"{kind} số {number}"
    return number + issuer


def _number_of_year(match: re.Match[str], region: Region) -> str:
    return f"{cardinal(int(match['number']), region)} năm {cardinal(int(match['year']), region)}"


def _article(match: re.Match[str], region: Region) -> str:
    return f"{cardinal(int(match['number']), region)} {letter(match['letter'])}"


def _assembly(match: re.Match[str], region: Region) -> str:
    return f"{ASSEMBLIES[match['body']]} khóa {cardinal(int(match['term']), region)}"


def law_rules() -> list[Rule]:
    """Rules for document numbers; all begin with a figure."""
    party = "|".join(k for k in KINDS)
    names = [f"{name}{number}" for name in NAMES for number in ("", r"\ssố")]
    return [
        Rule(
            "law",
            rf"{START}(?P<number>[0-9]+)(?:/(?P<year>{YEAR}))?/\s?(?P<code>{CODE}){END}",
            _document,
        ),
        Rule(
            "law",
            rf"{START}(?P<number>[0-9]+)(?P<year>)[-–](?P<code>(?:{party})/[A-ZĐ]+){END}",
            _document,
        ),
        Rule("law", rf"{after(*names)}(?P<number>[0-9]+)/(?P<year>{YEAR}){END}(?!/)", _number_of_year),
        Rule("law", rf"{after(*LETTERED)}(?P<number>[0-9]+)(?P<letter>[a-zđ]){END}", _article),
    ]


def kind_rules() -> list[Rule]:
    """“NĐ 76/2024/NĐ-CP”: the kind in short before the number that says what it is."""
    pattern = rf"{START}{one_of(KINDS)}(?=\s(?:số\s)?[0-9]+(?:[/-][0-9]{{4}})?[/-][A-ZĐ])"
    return [Rule("law", pattern, lambda match, _region: KINDS[match[0]])]


def assembly_rules() -> list[Rule]:
    """“QH15” by itself: begins with a letter."""
    pattern = rf"{START}(?P<body>UBTVQH|QH)(?P<term>[0-9]{{1,2}}){END}"
    return [Rule("law", pattern, _assembly)]
