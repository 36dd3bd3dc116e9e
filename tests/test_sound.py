"""Scripts as sound: a sentence is made once for all who say it, a person's voice goes first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import lachan
from hearing import recording
from lachan import speech
from lachan.plan import loudspeaker
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Artefact, Plain, Recorded, Said
from lachan.plan.sound import Voice
from lachan.render.audio import RATE, chime, decode
from lachan.texts.project import Project
from miniature import read
from test_broadcast import CODE

Lay = Callable[..., Path]
VOICE = Voice("a-voice", "preview")


def audio(project: Project) -> tuple[list[Artefact], list[Artefact]]:
    """Playlists and pieces of all places."""
    planned = plan(project, project.campaign.places, VOICE)
    sounds = [artefact for artefact in planned if artefact.kind == "audio"]
    return [a for a in sounds if a.place], [a for a in sounds if not a.place]


def test_no_sound_unless_it_is_asked_for(read_mini: Project) -> None:
    assert not [a for a in plan(read_mini, read_mini.campaign.places) if a.kind == "audio"]


def test_a_sentence_is_made_once_for_all_who_say_it(read_mini: Project) -> None:
    playlists, pieces = audio(read_mini)
    assert [(a.place, a.variant, len(a.parts)) for a in playlists] == [
        ("07735", "preview", 5),
        ("11692", "preview", 5),
    ]
    assert sorted(a.title for a in pieces) == [
        "",
        "Bà con phường chú ý!",
        "Bà con xã chú ý!",
        "Hãy gọi một một một.",
        "Xin nhắc lại: số một một một.",
    ]
    assert playlists[0].parts[0] == playlists[0].parts[-1] == playlists[1].parts[0]


def test_sentences_are_the_script_and_its_pauses() -> None:
    sections = [
        ("A", [["Một câu dài,", "hai dòng. Rồi câu nữa.", "Hết đoạn."], ["Đoạn hai."]]),
        ("B", [["Câu cuối."]]),
    ]
    script = speech.time_script(sections, speech.Reader())
    rate = speech.RATES["loa"]
    assert [(s.spoken, s.lines, s.pause) for s in loudspeaker.sentences(script)] == [
        ("Một câu dài, hai dòng. Rồi câu nữa.", 2, rate.long),
        ("Hết đoạn.", 1, rate.paragraph),
        ("Đoạn hai.", 1, rate.section),
        ("Câu cuối.", 1, rate.long),
    ]


def test_the_playlist_leads_to_its_pieces(read_mini: Project) -> None:
    playlist = audio(read_mini)[0][1]
    assert isinstance(playlist.recipe, Plain)
    assert playlist.recipe.text.split("\n") == [
        "#EXTM3U",
        "#PLAYLIST:Lời nhắc",
        *(f"../../{part}" for part in playlist.parts),
        "",
    ]


@pytest.mark.parametrize(("code", "variant"), [(CODE, "human"), ("abcdefgh", "preview")])
def test_a_recording_of_these_very_words_goes_first(mini: Lay, code: str, variant: str) -> None:
    path = f"campaigns/hai-phong/duong-kinh/vi-1-{code}.wav"
    playlists, pieces = audio(read(mini({path: recording(2)})))
    assert [a.variant for a in playlists] == ["preview", variant]
    assert sum(isinstance(a.recipe, Recorded) for a in pieces) == (variant == "human")
    assert len(playlists[1].parts) == (1 if variant == "human" else 5)


def test_another_voice_another_region_other_files(read_mini: Project) -> None:
    places = read_mini.campaign.places
    other = plan(read_mini, places, Voice("another", "voice"))
    said = {a.path for a in audio(read_mini)[1]}
    assert not said & {a.path for a in other}
    regions = {a.recipe.region for a in other if isinstance(a.recipe, Said)}
    assert regions == {"north"}


def test_what_is_heard_is_what_was_computed(heard: Path) -> None:
    entries = json.loads((heard / "kho.json").read_text("utf-8"))["artefacts"]
    playlists = [e for e in entries if e["kind"] == "audio" and e["place"]]
    assert {(e["lang"], e["id"], e["variant"]) for e in playlists} == {
        ("vi", "12-tro-ve-30-giay", "human"),
        ("vi", "canh-giac-30-giay", "preview"),
        ("en", "canh-giac-30-giay", "preview"),
    }
    for entry in playlists:
        sound = decode(b"".join((heard / part).read_bytes() for part in entry["parts"]))
        expected = 20.0 if entry["variant"] == "human" else entry["seconds"] + 2 * len(chime()) / RATE
        assert len(sound) / RATE == pytest.approx(expected, rel=0.1)


def test_every_piece_is_listed_and_proven(heard: Path, tmp_path: Path) -> None:
    assert lachan("proof", str(heard), cwd=heard.parent).returncode == 0
    piece = sorted((heard / "loa").iterdir())[0]
    spoiled = tmp_path / "site"
    lachan("build", "--audio", "--place", "11692", "--output", str(spoiled), cwd=heard.parent)
    (spoiled / "loa" / "0000.mp3").write_bytes(piece.read_bytes())
    (spoiled / "loa" / piece.name).write_bytes(b"x" * len(piece.read_bytes()))
    done = lachan("proof", str(spoiled), cwd=heard.parent)
    assert done.stderr.splitlines()[:-1] == [
        "loa/0000.mp3:1: tệp này không có trong kho.json",
        f"loa/{piece.name}:1: tệp đã đổi so với kho.json",
    ]


def test_without_the_libraries_of_sound(heard: Path, tmp_path: Path) -> None:
    """As after the plain `make`: one line says what to do, and nothing is lost."""
    (tmp_path / "lameenc.py").write_text("raise ImportError('not installed')", "utf-8")
    before = (heard / "kho.json").read_bytes()
    done = lachan("build", "--audio", cwd=heard.parent, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == "--audio:1: chưa cài phần âm thanh; hãy chạy make audio"
    assert (heard / "kho.json").read_bytes() == before
