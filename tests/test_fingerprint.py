"""Whatever is changed of our code: just what depends on it has another fingerprint."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import ROOT, copy_project, lachan, trim
from lachan.files import fingerprint

MODULES = ("render.press", "verify.fileproof", "render.audio", "speech", "checks.readability")
ASK = """
import json, sys
from lachan.files import fingerprint
print(json.dumps({name: fingerprint.of(f"lachan.{name}") for name in sys.argv[1:]}))
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of our code."""
    copy = tmp_path_factory.mktemp("code") / "hooks"
    ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
    return Path(shutil.copytree(ROOT / "hooks", copy, ignore=ignore))


def asked(code: Path, names: Iterable[str]) -> subprocess.CompletedProcess[str]:
    """A process of its own that runs the code in the folder `code`."""
    return subprocess.run(
        [sys.executable, "-c", ASK, *names],
        env=os.environ | {"PYTHONPATH": str(code)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def prints(code: Path, names: Iterable[str] = MODULES) -> dict[str, str]:
    done = asked(code, names)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


def changed(code: Path, file: str, names: Iterable[str] = MODULES) -> set[str]:
    """Whose fingerprint is another one when a file has one more line at its end."""
    before = prints(code, names)
    path = code / "lachan" / file
    text = path.read_bytes()
    path.write_bytes(text + b"# changed\n")
    after = prints(code, names)
    path.write_bytes(text)
    return {name for name in names if before[name] != after[name]}


@pytest.mark.parametrize(
    ("file", "whose"),
    [
        ("verify/layout.py", {"verify.fileproof"}),
        ("verify/fileproof.py", {"verify.fileproof"}),
        ("verify/text_runs.py", {"verify.fileproof"}),
        ("render/picture.py", {"render.press"}),
        ("render/word_styles.py", {"render.press"}),
        ("plan/recipe.py", {"render.press"}),
        ("formats/pdf.py", {"render.press", "verify.fileproof"}),
        ("files/scratch.py", {"render.press", "render.audio"}),
        ("render/audio/__init__.py", {"render.audio"}),
        ("render/audio/espeak.py", {"render.audio"}),
        ("speech/numbers.py", {"speech", "checks.readability"}),
        ("speech/data/lexicon.yml", {"speech", "checks.readability"}),
        ("data/office.yml", {"checks.readability"}),
        ("data/server/nginx.conf", {"checks.readability"}),
        ("__init__.py", set(MODULES)),
        ("cli/commands.py", set()),
        ("plan/paper.py", set()),
        ("audit/siteproof.py", set()),
        ("build/maker.py", set()),
    ],
)
def test_who_hangs_on_a_file(code: Path, file: str, whose: set[str]) -> None:
    assert changed(code, file) == whose


@pytest.mark.parametrize(
    "statement",
    [
        "import lachan.render.audio.waves",
        "import json, lachan.render.audio.waves as w",
        "from lachan.render.audio import waves",
        "from lachan.render.audio.waves import RATE",
        "from . import waves",
        "from .waves import RATE",
        "from ..audio import waves",
        "from ..audio.waves import (\n    RATE,\n)",
        "def f():\n    from . import waves",
        "class A:\n    async def f(self):\n        with self:\n            from . import waves",
        "if 1:\n    pass\nelse:\n    from . import waves",
        "try:\n    pass\nexcept ImportError:\n    from . import waves",
        "try:\n    pass\nfinally:\n    from . import waves",
        "match 1:\n    case _:\n        from . import waves",
    ],
)
def test_every_way_to_import(code: Path, statement: str) -> None:
    module = code / "lachan/render/audio/ways.py"
    for text, found in (("", set()), (statement, {"render.audio.ways"})):
        module.write_text(f'"""From lachan.render.audio import waves."""\n{text}\n', "utf-8")
        assert changed(code, "render/audio/waves.py", ["render.audio.ways"]) == found | {
            "render.audio.ways"
        }
    module.unlink()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("import khong_co", "lachan.strange imports khong_co, which no installed library brings"),
        ("import lachan.khong_co", "lachan.khong_co is no module of ours"),
    ],
)
def test_what_nobody_answers_for_is_no_silence(code: Path, statement: str, said: str) -> None:
    (code / "lachan/strange.py").write_text(statement, "utf-8")
    done = asked(code, ["strange"])
    (code / "lachan/strange.py").unlink()
    assert done.stderr.splitlines()[-1] == f"LookupError: {said}"


@pytest.mark.parametrize(
    ("module", "names"),
    [
        ("render.word_styles", ["python-docx"]),
        ("formats.pdf", ["pypdfium2"]),
        ("render.picture", ["pillow", "pypdfium2"]),
        ("verify.layout", ["pillow", "pypdfium2", "zxing-cpp"]),
        ("common.yamltext", ["PyYAML"]),
        ("common.markdown", ["markdown-it-py"]),
        ("common.problem", []),
    ],
)
def test_libraries(module: str, names: list[str]) -> None:
    assert fingerprint.libraries(f"lachan.{module}") == {name: version(name) for name in names}


def test_another_version_of_a_library(code: Path) -> None:
    """One more that brings the module of a library."""
    before = prints(code)
    library = code / "zxing_cpp-99.dist-info"
    library.mkdir()
    (library / "RECORD").write_text("zxingcpp/__init__.py,,\n", "utf-8")
    (library / "METADATA").write_text("Name: zxing-cpp\nVersion: 99\n", "utf-8")
    after = prints(code)
    shutil.rmtree(library)
    assert {name for name in MODULES if before[name] != after[name]} == {"verify.fileproof"}


def test_a_stricter_proof_opens_everything_again(tmp_path: Path) -> None:
    """A site that was proven before is refused when a QR must be wider than it is."""
    root = copy_project(tmp_path / "project")
    poster = root / "docs/vi/posters/111.md"
    text = poster.read_text("utf-8")
    trim(root)
    poster.write_text(text, "utf-8")
    done = lachan("build", "--place", "11692", cwd=root, PYTHONPATH=str(root / "hooks"))
    assert done.returncode == 0, done.stdout + done.stderr
    proof = root / "hooks/lachan/verify/fileproof.py"
    bound = proof.read_text("utf-8")
    assert '["kind"]].side' in bound
    wider = '["kind"]].side + 56 * (entry["kind"] == "poster")'
    proof.write_text(bound.replace('["kind"]].side', wider), "utf-8")
    done = lachan("build", "--place", "11692", cwd=root, PYTHONPATH=str(root / "hooks"))
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.partition(" (")[0] for line in done.stderr.splitlines()] == [
        *(
            f"11692/tai-lieu/11692-vi-poster-111-{variant}.pdf:1: trang 1: mã QR chỉ rộng 50.1 mm, "
            "cần từ 94 mm"
            for variant in ("color", "eco")
        ),
        "Có 2 lỗi. Chưa có gì thay đổi; sửa xong hãy chạy lại.",
    ]
