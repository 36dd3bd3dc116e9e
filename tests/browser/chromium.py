"""The machine's own Chromium, kept from calling home. Nothing is downloaded and nothing is skipped."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """The program of a Chromium, Chrome or Edge on this machine, or None."""
    for name in NAMES:
        if program := shutil.which(name):
            return program
    folders = [os.environ[root] for root in WINDOWS_ROOTS if root in os.environ]
    places = [Path(place) for place in MAC]
    places += [Path(folder, place) for folder in folders for place in WINDOWS]
    return next((str(place) for place in places if place.is_file()), None)


def flags() -> list[str]:
    """How it is started. Root cannot use Chromium's sandbox; everybody else keeps it."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if root else [])]
