#!/bin/sh
# Wine, and a compiler for its one missing function: use what is there, install it where that is allowed,
# else say how.
missing=""
command -v wine >/dev/null 2>&1 || missing="wine wine64"
command -v x86_64-w64-mingw32-gcc >/dev/null 2>&1 || missing="$missing gcc-mingw-w64-x86-64"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    if $sudo true 2>/dev/null; then
        echo "Đang cài $missing cho phép thử Windows (chỉ lần đầu)…"
        # shellcheck disable=SC2086 - one word for each package
        $sudo apt-get -qq update && $sudo apt-get -qq install -y --no-install-recommends $missing >/dev/null
        exit
    fi
fi
cat >&2 <<'TEXT'
Phép thử Windows cần Wine mà máy chưa có và không tự cài được. Hãy cài rồi chạy lại make test-windows:
  Debian, Ubuntu:  sudo apt-get install wine wine64 gcc-mingw-w64-x86-64
TEXT
exit 1
