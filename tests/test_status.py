"""`lachan status`: every page, when it is due, and how its translation stands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import miniature
import pytest
from conftest import lachan
from lachan.checks.status import status

LANGUAGES = miniature.edited(
    "mkdocs.yml",
    "default: true}\n",
    "default: true}\n        - {locale: en, name: English}\n",
)
PAGE = "docs/vi/index.md"
BODY = miniature.FILES[PAGE].split("---\n", 2)[2]
DIGEST = hashlib.sha256(BODY.encode()).hexdigest()[:12]


def english(digest: str) -> str:
    head = miniature.FILES[PAGE].replace("sources:", f"translated_from: {digest}\nsources:")
    return head.replace("Gọi đúng số khi cần", "Call the right number")


def files(digest: str) -> dict[str, str | bytes | None]:
    strings = (miniature.ROOT / "docs/en/strings.yml").read_text("utf-8")
    return {**LANGUAGES, "docs/en/strings.yml": strings, "docs/en/index.md": english(digest)}


@pytest.mark.parametrize(("digest", "shown"), [(DIGEST, "en"), ("0" * 12, "en?")])
def test_a_translation(mini: Callable[..., Path], digest: str, shown: str) -> None:
    (page,) = status(miniature.read(mini(files(digest))))
    assert page.translations == (shown,)


def test_a_page_in_one_language(mini: Callable[..., Path]) -> None:
    (page,) = status(miniature.read(mini()))
    assert (page.text.path, page.translations, page.due) == (PAGE, (), date(2027, 5, 21))
    assert page.reading.longest >= page.reading.mean > 0


def test_the_command(mini: Callable[..., Path]) -> None:
    done = lachan("status", cwd=mini(files("0" * 12)))
    assert done.returncode == 0, done.stdout + done.stderr
    head, line = done.stdout.splitlines()
    assert " ".join(head.split()) == "tiếng/câu dài nhất hành chính rà soát trước dịch trang"
    assert line.split()[3:] == ["21/05/2027", "en?", PAGE]
