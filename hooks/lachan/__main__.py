"""The program. Every worker imports this, too: what only the command line needs is not up here."""

from __future__ import annotations

import sys

from lachan import INTERRUPTED


def main() -> None:
    """The command line. It speaks and listens in UTF-8, whatever the code page of the system is."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream:  # none where it is closed
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        from lachan import cli
    except KeyboardInterrupt:  # it takes a second
        sys.exit(INTERRUPTED)
    cli.main()


if __name__ == "__main__":
    main()
