"""The command line: what people type, and what they are told."""

from __future__ import annotations

import errno
import sys
from typing import Any

import click

from lachan import INTERRUPTED
from lachan.cli import build, commands, new, places, read, recall, server, shell, usb
from lachan.common.problem import Problem
from lachan.files import disk
from lachan.files.workers import DiedError


class _Commands(click.Group):
    """Commands that end in words whatever stops them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Đã dừng. Phần làm xong vẫn giữ lại; chạy lại lệnh này thì làm tiếp.", err=True)
            sys.exit(INTERRUPTED)
        except DiedError:
            message = "một việc bị dừng nửa chừng (thường do thiếu bộ nhớ); hãy đóng bớt chương trình"
            shell.fail([Problem("lachan", 1, message)])
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read what we say is gone
                raise
            shell.fail([disk.problem(error)])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Lá Chắn: từ bài viết đến trang điện thoại, áp phích và bài phát thanh cho từng xã, phường."""


for _command in (
    build.build,
    commands.check,
    commands.preview,
    commands.proof,
    commands.status_,
    commands.import_,
    new.new,
    places.places,
    read.read,
    recall.recall,
    server.server,
    usb.usb,
):
    main.add_command(_command)
