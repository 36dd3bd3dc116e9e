#!/bin/sh
# Seen with: pip 26.0.1, Python 3.11; 2026-12-01.
# A good guess: pip download --platform win_amd64 --python-version 3.13 resolves as that Python there would;
#   "; python_version >= '3.13'" and "; sys_platform == 'win32'" in a requirements file hold.
# What happens: the options choose wheels by their tags only. Markers are asked of the Python that runs pip:
#   what is for the target alone is left out without an error, what is for the host alone is fetched for
#   the target. A second machine with another Python packs another set of libraries.
# Why it matters: the ZIP for officers' PCs would hold the version of a library that the packer's Python
#   wants, or lack one altogether, and nobody is told.
# What we do about it: portable/wheels.py decides markers for the Python that is packed, and hands pip none.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q pip==26.0.1
cat >wanted.txt <<'TXT'
mdurl==0.1.2 ; sys_platform == 'win32' and python_version == '3.9'
paginate==0.5.7 ; sys_platform != 'win32'
TXT
v/bin/pip download -q --no-deps --only-binary :all: --platform win_amd64 --python-version 3.9 -r wanted.txt -d got
ls got
[ "$(ls got | tr '\n' ' ')" = "paginate-0.5.7-py2.py3-none-any.whl " ]
