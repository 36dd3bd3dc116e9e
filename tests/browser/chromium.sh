#!/bin/sh
# Chromium for the browser tests: use what is there, install it where that is allowed, else say how.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    if $sudo true 2>/dev/null; then
        echo "Đang cài Chromium cho phép thử (chỉ lần đầu)…"
        $sudo apt-get -qq update && $sudo apt-get -qq install -y chromium fonts-roboto >/dev/null && exit 0
    fi
fi
cat >&2 <<'TEXT'
Phép thử cần trình duyệt Chromium nhưng máy chưa có và không tự cài được. Hãy cài rồi chạy lại make test:
  Debian, Ubuntu:  sudo apt-get install chromium fonts-roboto
  Fedora:          sudo dnf install chromium google-roboto-fonts
  macOS:           brew install --cask chromium
TEXT
exit 1
