#!/bin/sh
# Seen with: GNU tar 1.34, bsdtar 3.6.2 (libarchive-tools), BusyBox 1.35, Python 3.11's tarfile, Debian 12;
#   2026-12-01.
# A good guess: who has packed a whole project folder can take one folder of it back out of the archive.
# What happens: where two folders share files by hard links (a store and what was laid out from it, as pip,
#   pnpm, uv, Nix, ccache and backups do), the bytes stand in the archive once, under the name that came
#   first. Taking out the other folder alone gives an error for each file and no bytes, with GNU tar,
#   bsdtar and BusyBox alike. Only Python's tarfile looks the bytes up under the other name.
# Why it matters: `tar czf backup.tgz lachan`, a year later `tar xf backup.tgz lachan/site`: everything that
#   was pressed is missing, while every page is there and looks right.
# What we do about it: .cache can always be made again, so pack site/ by itself, or with GNU tar's
#   --hard-dereference; `lachan proof` on what was taken out names every gap.
set -eu
for tool in bsdtar busybox; do
    command -v $tool >/dev/null || { echo "needs $tool"; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lachan/.cache lachan/site
echo poster >lachan/.cache/f3a9
ln lachan/.cache/f3a9 lachan/site/poster.pdf
tar cf whole.tar lachan/.cache lachan/site
tar cf alone.tar lachan/site
tar cf plain.tar --hard-dereference lachan/.cache lachan/site
seen=
for way in "tar xf whole.tar" "bsdtar xf whole.tar" "busybox tar xf whole.tar" "tar xf alone.tar" "tar xf plain.tar" python; do
    rm -rf lachan
    if [ "$way" = python ]; then
        python3 -c '
import tarfile
with tarfile.open("whole.tar") as file:
    file.extractall(members=[m for m in file if m.name.startswith("lachan/site")], filter="data")'
    else
        $way lachan/site 2>errors && echo "no error: $way" || true
    fi
    seen="$seen$(cat lachan/site/poster.pdf 2>/dev/null || echo -)|"
done
echo "$seen"
[ "$seen" = "-|-|-|poster|poster|poster|" ]
