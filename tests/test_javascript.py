"""Scripts of the theme: a template names them, or nobody ever runs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.site import theme
from miniature import ROOT, TODAY, read, said

Lay = Callable[..., Path]
EXTRA = "assets/theme/js/extra.js"
UNNAMED = (
    f"{EXTRA}:1: không mẫu nào gọi tệp này, nên không trang nào chạy nó; hãy ghi "
    "{{ 'assets/extra.js'|url }} vào mẫu cần nó, hoặc xóa tệp"
)
HOME = "assets/theme/home.html"


@pytest.fixture
def with_script(mini: Lay) -> Path:
    """The miniature with one script more."""
    root = mini()
    (root / EXTRA).write_text("// Why.\nlet   a = 1;\n", "utf-8")
    return root


def add(root: Path, line: str) -> int:
    """Put a line at the end of the home page's template; which one that is."""
    text = (root / HOME).read_text("utf-8")
    (root / HOME).write_text(f"{text}{line}\n", "utf-8")
    return text.count("\n") + 1


@pytest.mark.parametrize("named", ["'assets/extra.js'|url", '"assets/extra.js" | url'])
def test_a_script_that_a_template_names_is_shipped(with_script: Path, named: str) -> None:
    add(with_script, f"<script src={{{{ {named} }}}} defer></script>")
    assert theme.files(read(with_script))["assets/extra.js"] == b"let a=1;"


def test_a_script_that_nothing_names_is_told_of(with_script: Path) -> None:
    assert said(with_script) == [UNNAMED]


def test_a_script_that_is_not_there_is_told_of_with_its_line(mini: Lay) -> None:
    root = mini()
    line = add(root, """<script src="{{ 'assets/gone.js'|url }}"></script>""")
    assert said(root) == [f"{HOME}:{line}: mẫu này gọi gone.js, nhưng assets/theme/js không có tệp ấy"]


@pytest.mark.parametrize("built", ["names.js", "worker.js"])
def test_what_the_build_puts_together_is_not_loaded_as_it_is(mini: Lay, built: str) -> None:
    root = mini()
    assert f"assets/{built}" not in theme.files(read(root))
    line = add(root, f"<script src=\"{{{{ 'assets/{built}'|url }}}}\"></script>")
    assert said(root) == [f"{HOME}:{line}: mẫu này gọi {built}, nhưng assets/theme/js không có tệp ấy"]


def test_every_script_of_ours_is_shipped_or_built() -> None:
    project, _ = pipeline.read(ROOT, ROOT / "campaigns", TODAY)
    sources = {path.name for path in (ROOT / "assets/theme/js").glob("*.js")}
    assert sources - {"names.js", "worker.js"} == {
        path.removeprefix("assets/") for path in theme.files(project) if path.endswith(".js")
    }
