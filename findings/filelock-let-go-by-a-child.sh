#!/bin/sh
# Seen with: filelock 4.3.1, Python 3.11, Linux; 2026-12-01.
# A good guess: a lock by flock belongs to the open file, so a child made by fork shares it: as long as the
#   child lives the lock is held, even when its parent is killed.
# What happens: that is true of fcntl.flock itself. filelock 4 takes the lock away from every child at the
#   moment of the fork: the parent is killed, its child goes on working, and the next one is given the lock.
#   And a lock that nobody keeps in a variable, FileLock(path).acquire(), is free again in the next line.
# Why it matters: "free" then means that the one who took the lock is gone, not that nobody works in the
#   folder any more; a scratch folder removed for that reason can still be in use by a worker.
# What we do about it: the lock of a folder is kept in a variable for the life of the process, and each
#   process has a scratch folder of its own.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install -q filelock==4.3.1
cat >parent.py <<'PY'
import fcntl
import os
import signal
import sys
import time

from filelock import FileLock

if sys.argv[1] == "flock":
    kept = open("flock", "w")
    fcntl.flock(kept, fcntl.LOCK_EX)
else:
    kept = FileLock(sys.argv[1])
    kept.acquire()
if os.fork() == 0:
    time.sleep(3)
    os._exit(0)
os.kill(os.getpid(), signal.SIGKILL)
PY
cat >state.py <<'PY'
import sys

from filelock import FileLock, Timeout

try:
    FileLock(sys.argv[1], timeout=0).acquire()
    print("free", end=" ")
except Timeout:
    print("held", end=" ")
PY
seen=
for lock in flock filelock; do
    v/bin/python parent.py $lock 2>/dev/null || true
    seen="$seen$lock: $(v/bin/python state.py $lock)"
done
unkept='import subprocess, sys; from filelock import FileLock; FileLock("line").acquire(); subprocess.run([sys.executable, "state.py", "line"])'
seen="${seen}unkept: $(v/bin/python -c "$unkept")"
sleep 3
seen="${seen}child gone: $(v/bin/python state.py flock)"
echo "$seen"
[ "$seen" = "flock: held filelock: free unkept: free child gone: free " ]
