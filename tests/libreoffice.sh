#!/bin/sh
# LibreOffice for the tests of Word files: use what is there, install it where that is allowed, else say
# how. Fonts are not needed: the tests bring those of the project.
[ -x /Applications/LibreOffice.app/Contents/MacOS/soffice ] && exit 0
program=$(command -v soffice || command -v libreoffice)
if [ -n "$program" ]; then
    [ -e "$(dirname "$(readlink -f "$program")")/libswlo.so" ] && exit 0  # Writer is there, too
    package=libreoffice-writer  # the one without windows would push out the rest of an office
else
    package=libreoffice-writer-nogui
fi
if command -v apt-get >/dev/null 2>&1; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    if $sudo true 2>/dev/null; then
        echo "Đang cài LibreOffice Writer cho phép thử (chỉ lần đầu)…"
        $sudo apt-get -qq update \
            && $sudo apt-get -qq install -y --no-install-recommends "$package" >/dev/null && exit 0
    fi
fi
cat >&2 <<'TEXT'
Phép thử mở các tệp Word bằng LibreOffice nhưng máy chưa có và không tự cài được. Hãy cài rồi chạy lại make test:
  Debian, Ubuntu:  sudo apt-get install --no-install-recommends libreoffice-writer-nogui
  Fedora:          sudo dnf install libreoffice-writer
  macOS:           brew install --cask libreoffice
TEXT
exit 1
