"""How hard a page is: sentences in syllables, words of the office. Help pages stay under a bound."""

from __future__ import annotations

import dataclasses

import pytest
from conftest import ROOT
from lachan.checks.readability import readability
from lachan.texts.front import PageFront
from lachan.texts.project import Project, read_project
from lachan.texts.text import Text
from miniature import TODAY

HELP = ("tro-giup", "bao-tin", "dien-thoai-an-toan", "duong-day-nong")
MEAN, LONGEST, OFFICE = 12.0, 30, 0.01
"""Bounds for pages that are read in fear: syllables a sentence, syllables, their fraction of all."""


def page(read_mini: Project, body: str) -> Text[PageFront]:
    return dataclasses.replace(read_mini.texts.pages["vi", "index"], body=body)


@pytest.mark.parametrize(
    ("body", "sentences", "mean", "longest"),
    [
        ("# Gọi ngay\n\nMột hai ba. Bốn năm sáu bảy!\n", 3, 3.0, 4),
        ("# A\n\n- Một hai: ba bốn năm; sáu.\n", 4, 1.75, 3),
        ("# A\n\nGọi {111} ngay.\n", 2, 2.0, 3),
        ("# A\n\n**Một** hai\nba bốn.\n", 2, 2.5, 4),
        ("# A\n\n|x|\n|-|\n|một hai ba bốn năm|\n", 1, 1.0, 1),
        ("", 0, 0.0, 0),
    ],
)
def test_sentences_in_syllables(
    read_mini: Project, body: str, sentences: int, mean: float, longest: int
) -> None:
    found = readability(page(read_mini, body))
    assert (found.sentences, found.mean, found.longest) == (sentences, pytest.approx(mean), longest)


def test_the_hardest_sentence_is_named(read_mini: Project) -> None:
    found = readability(page(read_mini, "# A\n\nNgắn thôi. Câu này dài hơn hẳn câu kia.\n"))
    assert found.hardest == "Câu này dài hơn hẳn câu kia."


@pytest.mark.parametrize(
    ("sentence", "syllables"),
    [
        ("Tăng cường phối hợp, triển khai kịp thời.", 8),
        ("Bà con hãy gọi ngay khi thấy điều lạ.", 0),
        ("Việc phổ biến nhất là gọi điện.", 2),
        ("Tổ chức thực hiện đúng quy định.", 4),
    ],
)
def test_words_of_the_office(read_mini: Project, sentence: str, syllables: int) -> None:
    found = readability(page(read_mini, sentence))
    assert found.office * found.mean * found.sentences == pytest.approx(syllables)


@pytest.mark.parametrize("id", HELP)
def test_help_is_said_plainly(id: str) -> None:
    project, _ = read_project(ROOT, ROOT / "campaigns", TODAY)
    assert project
    found = readability(project.texts.pages["vi", id])
    assert found.mean <= MEAN
    assert found.longest <= LONGEST, found.hardest
    assert found.office <= OFFICE
