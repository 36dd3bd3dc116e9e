#!/bin/sh
# nginx, rsync and openssl for the tests of what a server hands out: use what is there, install it where
# that is allowed, else say how. The server of Debian that this starts on port 80 is not wanted.
PATH="$PATH:/usr/sbin:/usr/local/sbin"
missing=""
for name in nginx rsync openssl; do
    command -v "$name" >/dev/null 2>&1 || missing="$missing $name"
done
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    if $sudo true 2>/dev/null; then
        echo "Đang cài$missing cho phép thử (chỉ lần đầu)…"
        running=$(pgrep -x nginx)
        # shellcheck disable=SC2086 - one word for each package
        $sudo apt-get -qq update && $sudo apt-get -qq install -y --no-install-recommends $missing >/dev/null || exit 1
        [ -n "$running" ] || $sudo service nginx stop >/dev/null 2>&1
        exit 0
    fi
fi
cat >&2 <<'TEXT'
Phép thử chạy trang trên máy chủ nginx nhưng máy chưa có và không tự cài được. Hãy cài rồi chạy lại make test:
  Debian, Ubuntu:  sudo apt-get install nginx rsync openssl
  Fedora:          sudo dnf install nginx rsync openssl
  macOS:           brew install nginx rsync openssl
TEXT
exit 1
