"""The folder that a site is written to: which of its files are ours. No other may be lost there."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from lachan.common.problem import Problem, ProblemsError
from lachan.files.systemfiles import of_system

_NAMED = 3
"""So many strange files are named; of more their number is said."""


def usable(folder: Path) -> None:
    """Make sure that a site can lie in `folder`.

    Raises ProblemsError for a file, and for a drive, which is somebody's whole stick or disk.
    """
    if folder.exists() and not folder.is_dir():
        raise _refused(folder, "đây là một tệp, không phải trang do Lá Chắn dựng; hãy chọn tên khác")
    if os.path.ismount(folder):
        raise _refused(
            folder,
            f"đây là gốc của một ổ đĩa; hãy chọn một thư mục trong đó, ví dụ {folder / 'la-chan'}",
        )


def refuse(folder: Path, listed: Collection[str] | None) -> None:
    """Make sure that all that lies in `folder` may be replaced: nothing, or the files `listed` of the
    site that was built there before (None: there is none).

    Raises ProblemsError for a folder with anything else in it, by name.
    """
    owned = listed or ()
    strange = sorted(path for path, file in walk(folder) if path not in owned or file.is_symlink())
    if not strange:
        return
    names = ", ".join(f"«{name}»" for name in strange[:_NAMED])
    more = f" và {len(strange) - _NAMED} tệp nữa" if len(strange) > _NAMED else ""
    if (folder / "kho.json").exists() and listed is None:
        raise _refused(
            folder,
            "kho.json ở đây không ghi trang có những tệp nào (do bản Lá Chắn cũ dựng, hoặc đã hỏng); "
            "hãy đổi tên thư mục này rồi dựng lại",
        )
    if listed is None:
        reason = "đã có sẵn và không phải trang do Lá Chắn dựng"
    else:
        reason = "có tệp không phải của trang do Lá Chắn dựng"
    raise _refused(
        folder, f"{reason}: {names}{more}; hãy chọn thư mục khác, hoặc chuyển các tệp ấy đi nơi khác"
    )


def _refused(folder: Path, message: str) -> ProblemsError:
    return ProblemsError([Problem(str(folder), 1, message)])


def walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below `folder` by its path, and every link, which is not followed; not what systems
    leave in any folder (`data/system_files.yml`). Nothing where there is no folder.
    """
    waiting = [("", str(folder))] if folder.is_dir() else []
    while waiting:
        below, name = waiting.pop()
        with os.scandir(name) as entries:
            for entry in entries:
                path = below + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{path}/", entry.path))
                elif not of_system(entry.name):
                    yield path, entry
