"""What a new site takes over: places that nobody named stay as they are, or it is said why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.build.pipeline import Made
from lachan.common.problem import ProblemsError
from lachan.inventory import previous
from lachan.inventory.previous import Earlier
from lachan.publish.publisher import publish
from lachan.publish.succession import dead, succeed
from lachan.render.studio import Studio
from lachan.texts.project import Project
from miniature import FILES, PLACE, POLICE, read, write

KEPT = "07735"
PAGE = "07735/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Two communes, one with a number of its own."""
    police = f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"
    project = read(write(tmp_path_factory.mktemp("mini"), {PLACE: police}))
    return pipeline.make(project, project.campaign.places)


@pytest.fixture
def site(made: Made, tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    publish(made, folder)
    return folder


def found(site: Path) -> Earlier:
    there = previous.read(site)
    assert there
    return there


def one(made: Made, code: str = "11692") -> Made:
    """The same when only one commune was named."""
    return pipeline.make(made.project, pipeline.choose(made.project, [code]))


def laid(made: Made, target: Path) -> dict[str, bytes]:
    target.mkdir()
    publish(made, target)
    return tree(target)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_place_that_nobody_named_stays(made: Made, site: Path, tmp_path: Path) -> None:
    """Its files are not laid anew, kho.json is the same, with its contacts."""
    new = succeed(one(made), found(site), {})
    assert [place.code for place in new.project.campaign.places] == ["07735", "11692"]
    assert new.kept == {KEPT}
    fresh = laid(new, tmp_path / "fresh")
    expected = tree(site)
    assert fresh == {path: content for path, content in expected.items() if not path.startswith(KEPT)}


def test_a_number_of_its_own_stays(made: Made, site: Path, tmp_path: Path) -> None:
    fresh = laid(succeed(one(made, KEPT), found(site), {}), tmp_path / "fresh")
    assert fresh["kho.json"] == tree(site)["kho.json"]


def test_pruned_it_goes_with_its_codes(made: Made, site: Path, tmp_path: Path) -> None:
    new = succeed(one(made), found(site), {}, prune=True)
    assert [place.code for place in new.project.campaign.places] == ["11692"]
    assert new.kept == set()
    laid(new, tmp_path / "fresh")
    root = "https://lachan.example/"
    assert dead(found(site), found(tmp_path / "fresh")) == {f"{root}07735/", f"{root}07735/1/"}
    assert dead(found(site), found(site)) == set()


def test_what_is_unchanged_is_taken_over(made: Made, site: Path) -> None:
    keys = {place.code: keys for place, keys in made.by_place()}
    assert succeed(made, found(site), keys).kept == {"07735", "11692"}
    assert succeed(made, found(site), keys | {"11692": ("0",)}).kept == {"07735"}
    assert succeed(made, found(site), {}).kept == set()


def test_a_sound_is_of_every_place_that_plays_it(tmp_path: Path) -> None:
    """It lies beside their folders; it is looked at with each of them, and listed once."""
    project = read(write(tmp_path / "mini"))
    both = pipeline.make(project, project.campaign.places, studio=Studio())
    site = tmp_path / "site"
    expected = laid(both, site)
    previous.remember(both.store, found(site), {p.code: keys for p, keys in both.by_place()})
    half = pipeline.make(project, pipeline.choose(project, ["11692"]), studio=Studio())
    fresh = laid(succeed(half, found(site), {}), tmp_path / "fresh")
    assert fresh["kho.json"] == expected["kho.json"]
    shared = found(site).of("07735") & found(site).of("11692")
    assert shared
    assert all(path.startswith("loa/") for path in shared)
    assert set(previous.standing(both.store, found(site))) == {"07735", "11692"}
    (site / min(shared)).unlink()
    assert previous.standing(both.store, found(site)) == {}
    with pytest.raises(ProblemsError, match=f"có tệp thiếu hoặc đã bị sửa: {min(shared)}"):
        succeed(half, found(site), {})


def moved(project: Project) -> Project:
    return replace(project, site_url="https://lachan.gov.vn/")


def renumbered(project: Project) -> Project:
    campaign = project.campaign
    contacts = {id: contact for id, contact in campaign.contacts.items() if id != "113"}
    return replace(project, campaign=replace(campaign, contacts=contacts))


def edited(old: str, new: str) -> Callable[[Path], object]:
    def edit(site: Path) -> None:
        kho = (site / "kho.json").read_text("utf-8")
        assert old in kho
        (site / "kho.json").write_text(kho.replace(old, new), "utf-8")

    return edit


def unlisted(site: Path) -> None:
    kho = json.loads((site / "kho.json").read_text("utf-8"))
    kho["files"] = [file for file in kho["files"] if file["path"] != PAGE]
    (site / "kho.json").write_text(json.dumps(kho), "utf-8")


SEALED = "có tên và số ghi trong kho.json, mà tệp này đã bị sửa"


@pytest.mark.parametrize(
    ("change", "spoil", "reasons"),
    [
        (moved, None, ["còn mang địa chỉ cũ https://lachan.example/"]),
        (renumbered, None, ["còn mang số 113, nay không dùng nữa"]),
        (None, lambda site: (site / PAGE).write_text("x"), [f"có tệp thiếu hoặc đã bị sửa: {PAGE}"]),
        (None, lambda site: (site / PAGE).unlink(), [f"có tệp thiếu hoặc đã bị sửa: {PAGE}"]),
        (None, edited("Xã Đồng Việt", "Xã Đồng Viết"), [SEALED]),
        (None, edited('"name": "Xã Đồng Việt"', '"name": "Đồng Việt"'), [SEALED]),
        (None, unlisted, [SEALED, f"có tệp thiếu hoặc đã bị sửa: {PAGE}"]),
    ],
)
def test_what_cannot_stay_as_it_is(
    made: Made,
    site: Path,
    change: Callable[[Project], Project] | None,
    spoil: Callable[[Path], object] | None,
    reasons: list[str],
) -> None:
    new = one(made)
    if change:
        new = replace(new, project=change(new.project))
    if spoil:
        spoil(site)
    with pytest.raises(ProblemsError) as raised:
        succeed(new, found(site), {})
    name = found(site).places[KEPT]["name"]
    assert str(raised.value).splitlines() == sorted(
        f"{site / 'kho.json'}:1: nơi không dựng lần này ({name}) {reason}; hãy dựng tất cả "
        "(không ghi --place), hoặc thêm --prune để bỏ khỏi trang"
        for reason in reasons
    )
    assert succeed(new, found(site), {}, prune=True).kept == set()
