"""Kinds of texts and files: in code an enum, in kho.json, paths, kits and lists the same letters."""

from __future__ import annotations

import json

import pytest
from lachan.audit import carriers
from lachan.campaign.kits import Kit
from lachan.formats.kinds import PAPER, PICTURES, READ_ALOUD, SLOTTED, Kind, Variant
from lachan.formats.qr import PRINTED


@pytest.mark.parametrize("member", [*Kind, *Variant])
def test_what_is_written_is_the_plain_word(member: Kind | Variant) -> None:
    word = member.name.lower()
    assert (str(member), f"{member}", json.dumps({member: member})) == (
        word,
        word,
        f'{{"{word}": "{word}"}}',
    )
    assert {word: 1}[member] == 1


def test_a_kit_names_every_kind_of_file_that_is_made_for_a_place() -> None:
    assert {*Kit.model_fields} - {"languages"} == {*Kind} - {Kind.PAGE, Kind.SITE}


def test_whoever_holds_a_file_is_told_of_every_kind_but_what_nobody_holds() -> None:
    told = {kind for group in carriers.groups().values() for kind in group["kinds"]}
    assert told == {*Kind} - {Kind.SCRIPT, Kind.SITE}


def test_every_sheet_has_a_code_of_a_known_size() -> None:
    assert {*PRINTED} == PAPER | {Kind.SHEET}
    assert {*SLOTTED} < PAPER
    assert not PAPER & {*READ_ALOUD}


def test_pictures_are_as_large_as_those_who_show_them_ask_for() -> None:
    assert PICTURES == {"wide": (1200, 630), "square": (1080, 1080), "tall": (1080, 1920)}
