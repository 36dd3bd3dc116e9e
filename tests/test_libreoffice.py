"""Word files opened by another program than python-docx: as paper, saved again, edited in between.

On a commune's machine they stand in Times New Roman. Here LibreOffice is given Tinos for it and no font
of this machine: the same widths and all Vietnamese letters, hence the same lines and pages everywhere.
Only the box ☐ is in neither; Word takes it from a font of symbols, here an empty frame stands for it.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pytest
import test_word
from conftest import ROOT
from docx import Document
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.table import Table
from lachan.campaign.model import Place
from lachan.office import word_import
from lachan.plan import loudspeaker, paper
from lachan.render import word, word_form
from lachan.texts.project import Project, read_project
from miniature import TODAY
from test_word import BODY, READER, data, edited

MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
PATIENCE = 300
"""Seconds that all files of one kind may take together; they take about six."""
FONTS = f"""\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{ROOT / "assets" / "fonts"}</dir>
  <cachedir>{{cache}}</cachedir>
  <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>
</fontconfig>
"""
LEADERS = re.compile(r"\.{6,}")
"""Dots to write on, typed or drawn by a tab."""
BROKEN = re.compile(r"(?<=[^\s/])([-–/])\r?\n")
"""A word that goes on in the next line behind its hyphen, dash or slash."""
HYPHEN = "\ufffe"
"""What pdfium makes of some of those hyphens, without the end of the line."""
TEXT = pypdfium2.raw.FPDF_PAGEOBJ_TEXT
TIMES = {"Tinos", "TimesNewRomanPS", "TimesNewRomanPSMT"}
"""Tinos, and what a PDF calls Times New Roman itself: macOS has it and knows no fontconfig."""

Files = Mapping[str, bytes]


EDITS = {
    "words": (test_word.change_words, "Kính thưa bà con\n", "Thưa bà con\n"),
    "figure": (test_word.change_figure, "Gọi 111,", "Gọi 113,"),
    "mark": (test_word.change_mark, "|vi en ai đi}}", "|vi nê ít}}"),
    "titles": (
        test_word.change_title_and_block,
        "Nghe “111” là nhớ\n\n## Chuyện gì",
        "Nhớ một số\n\n## Nghe đây",
    ),
    "lines": (test_word.add_line_and_paragraph, "## Gọi ai\n", "## Gọi ai\n\nAi cũng nhớ:\ngọi 113.\n"),
}


class Office:
    """LibreOffice without a window, with a profile and fonts of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("soffice") or shutil.which("libreoffice") or shutil.which(MAC)
        if not program:
            pytest.fail(
                "no LibreOffice found: install it (Debian: apt install libreoffice-writer-nogui)",
                pytrace=False,
            )
        self.program, self.folder = program, folder
        (folder / "fonts.conf").write_text(FONTS.format(cache=folder / "cache"), "utf-8")

    def convert(self, files: Files, source: str, target: str) -> dict[str, bytes]:
        """`files` by name, of the kind `source`, saved as `target`, all by one start of the program."""
        before, after = self.folder / f"{source}-for-{target}", self.folder / f"{target}-of-{source}"
        before.mkdir()
        paths = [before / f"{name}.{source}" for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        self._run("--convert-to", target, "--outdir", str(after), *map(str, paths))
        missing = [path.name for path in paths if not (after / f"{path.stem}.{target}").is_file()]
        assert not missing, (missing, self._log.read_text("utf-8", "replace"))
        return {name: (after / f"{name}.{target}").read_bytes() for name in files}

    @property
    def _log(self) -> Path:
        return self.folder / "log.txt"

    def _run(self, *arguments: str) -> None:
        """The program starts others: when time is up all of them have to go."""
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                [self.program, profile, "--headless", *arguments],
                env=os.environ | {"FONTCONFIG_FILE": str(self.folder / "fonts.conf")},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                pytest.fail(f"LibreOffice did not finish within {PATIENCE} s", pytrace=False)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def project() -> Project:
    project, _ = read_project(ROOT, ROOT / "campaigns", TODAY)
    assert project
    return project


@pytest.fixture(scope="module")
def place(project: Project) -> Place:
    """Where the name is longest."""
    return max(project.campaign.places, key=lambda place: (len(str(place.name)), place.code))


@pytest.fixture(scope="module")
def scripts(project: Project, place: Place) -> Files:
    """The Word file of every script."""
    made: dict[str, bytes] = {}
    for (lang, id), script in project.scripts.items():
        text = project.texts.scripts[lang, id]
        timed = loudspeaker.timed(project, place, text, script)
        sheet = paper.sheet(project, place, text, script.title, timed)
        made[f"script-{lang}-{id}"] = word.document(paper.editable(project, lang, sheet, timed))
    return made


@pytest.fixture(scope="module")
def forms(project: Project, place: Place) -> Files:
    """The Word file of every form."""
    return {
        f"form-{lang}-{id}": word_form.document(
            paper.form(project, place, project.texts.forms[lang, id], form)
        )
        for (lang, id), form in project.forms.items()
    }


@pytest.fixture(scope="module")
def papers(office: Office, scripts: Files, forms: Files) -> dict[str, pypdfium2.PdfDocument]:
    """Every Word file as a PDF."""
    pdfs = office.convert({**scripts, **forms}, "docx", "pdf")
    return {name: pypdfium2.PdfDocument(pdf) for name, pdf in pdfs.items()}


@pytest.fixture(scope="module")
def saved(office: Office, scripts: Files) -> Files:
    """Every script saved by LibreOffice as Word; also the hard cases of test_word, whole and edited."""
    docx = word.document(data(BODY))
    changed = {name: edited(docx, change) for name, (change, _, _) in EDITS.items()}
    return office.convert({**scripts, **changed, "whole": docx}, "docx", "docx")


def words(text: str) -> list[str]:
    """Words, figures and marks in reading order, without dots to write on."""
    whole = BROKEN.sub(r"\1", text.replace(HYPHEN, "-"))
    return LEADERS.sub(" ", unicodedata.normalize("NFC", whole)).split()


def shown(pdf: pypdfium2.PdfDocument) -> list[list[str]]:
    """What can be read on each page, its head first."""
    return [words(page.get_textpage().get_text_range()) for page in pdf]


def put_in(docx: bytes) -> list[str]:
    """Everything that was written into a Word file, its heads left out."""
    return words("\n".join(_texts(Document(io.BytesIO(docx)))))


def _texts(container: WordDocument | BlockItemContainer) -> Iterator[str]:
    for part in container.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from _texts(cell)
        else:
            yield part.text


def fonts(pdf: pypdfium2.PdfDocument) -> set[str]:
    """The families that its text is set in."""
    parts = (part for page in pdf for part in page.get_objects(filter=[TEXT]))
    return {part.get_font().get_base_name().split("+")[-1].split("-")[0] for part in parts}


def without_heads(pages: list[list[str]], heads: list[str]) -> list[str]:
    """All words of the pages behind their heads, which must be `heads`."""
    expected = [words(head) for head in heads]
    assert [page[: len(head)] for page, head in zip(pages, expected, strict=True)] == expected
    return [w for page, head in zip(pages, expected, strict=True) for w in page[len(head) :]]


# On paper


def test_every_word_of_every_script_stands_on_paper(
    project: Project, scripts: Files, papers: dict[str, pypdfium2.PdfDocument]
) -> None:
    """All words and numbers in their order, under «Trang 1/3», with a right count of pages."""
    for name, docx in scripts.items():
        strings = project.languages[name.split("-")[1]].strings
        stamp = f"{strings['print']['sample']} · " if project.sample else ""
        pages = shown(papers[name])
        heads = [f"{stamp}{strings['sheet']['page']} {n + 1}/{len(pages)}" for n in range(len(pages))]
        assert without_heads(pages, heads) == put_in(docx), name


def test_every_word_of_every_form_stands_on_paper(
    project: Project, forms: Files, papers: dict[str, pypdfium2.PdfDocument]
) -> None:
    for name, docx in forms.items():
        strings = project.languages[name.split("-")[1]].strings
        stamp = strings["print"]["sample"] if project.sample else ""
        pages = shown(papers[name])
        heads = [f"{stamp} {n + 1 if n else ''}" for n in range(len(pages))]
        assert without_heads(pages, heads) == put_in(docx), name


def test_a_form_takes_the_pages_it_may_take(
    project: Project, papers: dict[str, pypdfium2.PdfDocument]
) -> None:
    allowed = {f"form-{lang}-{id}": t.front.pages for (lang, id), t in project.texts.forms.items()}
    assert allowed
    assert {name: len(papers[name]) for name in allowed} == allowed


def test_a_spot_is_one_loose_sheet(project: Project, papers: dict[str, pypdfium2.PdfDocument]) -> None:
    spots = [
        f"script-{lang}-{id}"
        for (lang, id), text in project.texts.scripts.items()
        if text.front.target == "0:30"
    ]
    assert spots
    assert {name: len(papers[name]) for name in spots} == dict.fromkeys(spots, 1)


def test_every_letter_is_as_wide_as_in_word(
    scripts: Files, papers: dict[str, pypdfium2.PdfDocument]
) -> None:
    for name in scripts:
        assert fonts(papers[name]), name
        assert fonts(papers[name]) <= TIMES, name


# Saved again


def test_every_script_comes_back(project: Project, place: Place, saved: Files) -> None:
    for (lang, id), text in project.texts.scripts.items():
        back = word_import.read(
            saved[f"script-{lang}-{id}"],
            loudspeaker.reader(project, lang, place),
            words=project.words(lang, place),
            original=text.body,
        )
        assert back == text.body, (lang, id)


def test_hard_cases_come_back(saved: Files) -> None:
    assert word_import.read(saved["whole"], READER) == BODY


@pytest.mark.parametrize("edit", EDITS)
def test_edits_come_back(saved: Files, edit: str) -> None:
    _, before, after = EDITS[edit]
    assert BODY.count(before) == 1
    assert word_import.read(saved[edit], READER) == BODY.replace(before, after)


def test_typed_in_libreoffice(office: Office) -> None:
    """Kept as LibreOffice's own file, changed there, and only then saved as Word."""
    kept = office.convert({"own": word.document(data(BODY))}, "docx", "fodt")["own"].decode()
    old, new = "Kính thưa bà con", "Gọi 113 ngay, bà con"
    assert kept.count(f">{old}<") + kept.count(f">{old} <") == 1
    typed = {"own": kept.replace(old, new).encode()}
    back = word_import.read(office.convert(typed, "fodt", "docx")["own"], READER)
    assert back == BODY.replace(old, new)
