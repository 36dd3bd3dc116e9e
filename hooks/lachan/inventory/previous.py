"""The site of the last build as the next one finds it: what lies there, and what of it is as it was.

Names, sizes and times of files are looked at always, whole files only where these have changed. A note
in the store says how each place was left, and from what it was made.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lachan.common.problem import Problem, ProblemsError
from lachan.files import output
from lachan.files.fingerprint import digest
from lachan.files.store import Store, opened, sealed, write
from lachan.inventory import manifest
from lachan.plan import paths

Entry = Mapping[str, Any]
_INSIDE = re.compile(r"(?!\.{1,2}(?:/|$))[^/\\:]+(?:/(?!\.{1,2}(?:/|$))[^/\\:]+)*")
"""A path that leads to a file below the folder it starts from, and nowhere else on any system."""
_OTHER = {
    "": "đây là bản chép cho USB, không phải trang để đưa lên mạng; hãy chọn thư mục khác",
    "usb": "đây là trang để đưa lên mạng, không phải bản chép cho USB; hãy chọn thư mục khác",
}
"""What is said where a site for this medium should lie and one for the other does."""
_CODE = re.compile("[0-9]{5}")
_SHAPE = 2
"""Of the notes; those of another shape are as good as none."""


@dataclass(frozen=True)
class Earlier:
    """A site by its kho.json, which lies in `folder`: what that says, whether it is as it was written,
    its SHA-256.
    """

    folder: Path
    kho: Mapping[str, Any]
    sealed: bool
    hash: str

    @cached_property
    def files(self) -> Mapping[str, Entry]:
        """What kho.json says of each file, by its path."""
        return {file["path"]: file for file in self.kho["files"]}

    @property
    def owned(self) -> Set[str]:
        """The paths of all files that are ours."""
        return {*self.files, manifest.NAME}

    @cached_property
    def places(self) -> Mapping[str, Entry]:
        """What kho.json says of each place, by its code."""
        return {place["code"]: place for place in self.kho["places"]}

    @cached_property
    def _by_place(self) -> Mapping[str, Set[str]]:
        found: dict[str, set[str]] = {code: set() for code in self.places}
        for path in self.files:
            if (code := paths.code(path)) in found:
                found[code].add(path)
        for entry in self.kho["artefacts"]:
            if entry["place"] in found:
                found[entry["place"]].update(entry.get("parts", ()))
        return found

    def of(self, code: str) -> Set[str]:
        """The paths of all files of a place: those in its folders, and the sounds that it shares."""
        return self._by_place[code]

    @cached_property
    def stamps(self) -> Mapping[str, str]:
        """By code the hash of names, sizes and times of all files of a place, as they lay there when
        this was first asked for.
        """
        found: dict[str, str] = {}
        for path, entry in output.walk(self.folder):
            state = entry.stat(follow_symlinks=False)
            found[path] = f"{path} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
        return {
            code: digest(found.get(path, path) for path in sorted(self.of(code)))
            for code in self.places
        }

    def contacts(self, codes: Collection[str]) -> Iterator[Entry]:
        """The contacts of these places that are their own."""
        return (contact for contact in self.kho["contacts"] if contact["place"] in codes)

    def gone(self, before: Earlier | None) -> list[str]:
        """The files of the site before this one that are none of it."""
        return sorted(before.files.keys() - self.files.keys()) if before else []

    def read(self, path: str) -> bytes | None:
        """The content of a file, if it is what kho.json says."""
        try:
            content = (self.folder / path).read_bytes()
        except OSError:
            return None
        listed = self.files.get(path, {}).get("sha256")
        return content if hashlib.sha256(content).hexdigest() == listed else None

    def damaged(self, code: str) -> Iterator[str]:
        """Files of a place that are not what kho.json says, by a look at all of their bytes."""
        return (path for path in self.of(code) if self.read(path) is None)


def written(folder: Path) -> Earlier:
    """The site that has just been made in `folder`."""
    found = read(folder)
    assert found
    return found


def read(folder: Path) -> Earlier | None:
    """The site in `folder`; None where there is none whose kho.json lists its files."""
    try:
        content = (folder / manifest.NAME).read_bytes()
        kho = json.loads(content)
        files = [(_INSIDE.fullmatch(file["path"]), file["sha256"]) for file in kho["files"]]
        codes = [_CODE.fullmatch(place["code"]) for place in kho["places"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not all(codes) or not all(path for path, _ in files):
        return None
    return Earlier(folder, kho, manifest.sealed(content), hashlib.sha256(content).hexdigest())


def replaceable(folder: Path, medium: str = "") -> Earlier | None:
    """The site in `folder`, whose place another one for the same medium may take; None in a folder
    that is empty or not there.

    Raises ProblemsError where anything else lies, and where it is for another medium: a server does
    without what a stick needs, and people who scan a code would find the copy for a stick.
    """
    found = read(folder)
    output.refuse(folder, found.owned if found else None)
    if found and found.kho.get("medium", "") != medium:
        raise ProblemsError([Problem(str(folder), 1, _OTHER[medium])])
    return found


def standing(store: Store, site: Earlier, *, verify: bool = False) -> dict[str, tuple[str, ...]]:
    """By code the places whose files are as they were left, and under which keys they were made.

    With `verify` every byte of them is looked at.
    """
    now = site.stamps  # before any file is read: what changes after that is seen the next time
    return {
        code: tuple(noted["keys"])
        for code, noted in _noted(store, site).items()
        if (now[code] == noted["stamp"] and not verify) or not any(site.damaged(code))
    }


def inputs(store: Store, site: Earlier) -> dict[str, str]:
    """By code of what the files of a place were made that all places share (`Made.inputs`)."""
    return {code: noted["inputs"] for code, noted in _noted(store, site).items()}


def _noted(store: Store, site: Earlier) -> dict[str, dict[str, Any]]:
    """What the note of a site says of each place; nothing where there is none, or of another site."""
    try:
        noted = json.loads(opened(_note(store, site.folder).read_bytes()) or b"")
    except (OSError, ValueError):
        return {}
    current = noted.get("shape") == _SHAPE and noted["manifest"] == site.hash
    return dict(noted["places"]) if current else {}


def remember(
    store: Store,
    site: Earlier,
    made: Mapping[str, Sequence[str]],
    seen: Mapping[str, str] = MappingProxyType({}),
    inputs: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Note how a site was left; `made` says under which keys each of its places was made, `inputs` from
    what that all share.

    Of places that were taken over `seen` are the stamps from when they were looked at.
    """
    stamps = {**site.stamps, **seen}
    note = {
        "site": str(site.folder),
        "manifest": site.hash,
        "shape": _SHAPE,
        "places": {
            code: {
                "keys": list(made.get(code, ())),
                "stamp": stamps[code],
                "inputs": inputs.get(code, ""),
            }
            for code in site.places
        },
    }
    write(_note(store, site.folder), sealed(json.dumps(note).encode()), store.unfinished)


def used(store: Store) -> set[str]:
    """Keys and names in the store that any site which is still there was laid from."""
    found: set[str] = set()
    for path in store.folder.glob("sites/*.json"):
        try:
            noted = json.loads(opened(path.read_bytes()) or b"")
            keys = [key for place in noted["places"].values() for key in place["keys"]]
            there = Path(noted["site"]).is_dir()
        except (OSError, ValueError, KeyError, TypeError):
            there = False
        if not there:
            path.unlink(missing_ok=True)
            continue
        found.add(path.stem)
        for key in keys:
            found.add(key)
            if record := store.record(key):
                found |= {file.name for file in record.files}
    return found


def _note(store: Store, folder: Path) -> Path:
    return store.folder / "sites" / f"{digest([str(folder.resolve())])}.json"
