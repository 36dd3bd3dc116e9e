#!/bin/sh
# Seen with: Linux 6.18 and its overlay file system as Docker and containerd mount it (without
#   index and redirect_dir, the default); util-linux 2.38, Python 3.11;
#   2026-12-01. Needs root.
# A good guess: within one mounted file system a folder can be renamed at once, and st_nlink says how many
#   names a file has; when the other name is gone, it is 1.
# What happens: a folder that came with an image's layer cannot be renamed, within its own parent either:
#   EXDEV, "Invalid cross-device link", as if it were another disk. (A file can; so can a folder made later.)
#   And of a file that came with two names one is removed: st_nlink of the other stays 2 for ever.
# Why it matters: a site and its .cache that were baked into a container's image: the swap of the old site
#   for the new one, and handing folders of communes on, fail only there; and a store that removes what
#   has one name only (store.py, prune) never removes anything.
# What we do about it: whoever renames a folder must take EXDEV for an answer and lay the files anew
#   (publish.py); .cache and site/ belong into a volume, not into an image.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to mount in a name space of its own"; exit 2; }
command -v unshare >/dev/null || { echo "needs unshare (util-linux)"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >inside.sh <<'SH'
set -eu
mount -t tmpfs none . && cd "$PWD"
mkdir layer upper work merged
mkdir -p layer/site/11692 layer/cache
echo 111 >layer/cache/f3a9
ln layer/cache/f3a9 layer/site/11692/poster.pdf
echo page >layer/site/index.html
mount -t overlay overlay -o lowerdir=layer,upperdir=upper,workdir=work,index=off,redirect_dir=nofollow merged
cd merged
python3 - <<'PY'
import errno
import os


def rename(old, new):
    try:
        os.rename(old, new)
    except OSError as error:
        return errno.errorcode[error.errno]
    return "done"


os.mkdir("fresh")
seen = {
    "folder of the layer": rename("site/11692", "fresh/11692"),
    "beside itself": rename("site", "old"),
    "file of the layer": rename("site/index.html", "fresh/index.html"),
    "new folder": rename("fresh", "site2"),
    "two names": os.stat("cache/f3a9").st_nlink,
}
os.unlink("site/11692/poster.pdf")
seen["one name"] = os.stat("cache/f3a9").st_nlink
print(seen)
assert list(seen.values()) == ["EXDEV", "EXDEV", "done", "done", 2, 2]
PY
SH
unshare --mount sh inside.sh
