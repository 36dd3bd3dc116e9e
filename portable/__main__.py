"""`make portable`: la-chan-windows.zip, a folder for Windows PCs that is unzipped and double-clicked.

python -m portable PYTHON.zip [--output la-chan-windows.zip]

PYTHON.zip is one of the files that `data/python.yml` lists, as python.org hands it out.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from lachan.common.problem import ProblemsError
from lachan.files import disk
from lachan.formats import zipped

from portable import contents, python, wheels

ROOT = Path(__file__).parents[1]
_LEVEL = 9
"""Of libdeflate: with 12 the file is 2 % smaller, and takes four times as long."""


@click.command()
@click.argument("embed", metavar="PYTHON.zip", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default="la-chan-windows.zip",
    help="Tệp ZIP làm ra (mặc định: la-chan-windows.zip).",
)
def main(embed: Path, output: Path) -> None:
    """Gói Lá Chắn cho Windows: giải nén, bấm đúp, không cài đặt, không cần mạng."""
    try:
        runtime = python.read(embed, python.listed())
        with TemporaryDirectory() as folder:
            brought = wheels.download(runtime.version, Path(folder))
            content = zipped.archive(contents.members(ROOT, runtime, brought), _LEVEL)
        disk.write(output, content)
        digest = hashlib.sha256(content).hexdigest()
        disk.write(output.with_name(f"{output.name}.sha256"), f"{digest}  {output.name}\n".encode())
    except OSError as error:
        sys.exit(str(disk.problem(error)))
    except subprocess.CalledProcessError:
        sys.exit("Chưa tải được thư viện cho Windows; dòng ở trên nói vì sao.")
    except ProblemsError as error:
        sys.exit("\n".join(map(str, error.problems)))
    click.echo(f"Đã gói {output}: {len(content) / 1e6:.0f} MB, SHA-256 {digest}")


if __name__ == "__main__":
    main()
