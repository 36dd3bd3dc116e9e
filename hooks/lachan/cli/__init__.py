"""The command line: what people type, and what they are told."""

from __future__ import annotations

import sys

import click

from lachan.cli import commands, new, read, server, usb


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Lá Chắn: từ bài viết đến trang điện thoại, áp phích và bài phát thanh cho từng xã, phường."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


for _command in (
    commands.build,
    commands.check,
    commands.preview,
    commands.proof,
    commands.status_,
    commands.import_,
    new.new,
    read.read,
    server.server,
    usb.usb,
):
    main.add_command(_command)
