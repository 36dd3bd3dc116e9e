#!/bin/sh
# Seen with: nginx 1.22.1 (Debian 12); 2026-12-01.
# A good guess: with "gzip_static on" whoever says "Accept-Encoding: gzip" is given the .gz that lies beside
#   the page; the answer depends on that header, as "Vary: Accept-Encoding" says itself.
# What happens: a visitor whose request has a "Via" line, written by a company's, school's or network's
#   proxy or a CDN, gets the page unpacked, four times as long, for gzip_static obeys gzip_proxied, which
#   is "off" unless somebody sets it. So the packed copies serve everybody but those who come through
#   a proxy, and a CDN in front keeps and spreads the long one.
# Why it matters: slow village networks are where proxies stand; a test from one's own desk sees nothing.
# What we do about it: "gzip_proxied any" in what `lachan server nginx` prints (data/server/nginx.conf).
set -eu
nginx=$(command -v nginx || command -v /usr/sbin/nginx) || { echo "needs nginx"; exit 2; }
command -v curl >/dev/null || { echo "needs curl"; exit 2; }
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid"; rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
mkdir site
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
yes '<p>Gọi 111</p>' | head -n 500 >site/index.html
gzip -9nk site/index.html
server() { echo "server { listen 127.0.0.1:$port; server_name $1; root $work/site; gzip_static on; gzip_vary on; $2 }"; }
cat >nginx.conf <<CONF
pid $work/pid; error_log $work/errors;
events {}
http {
    access_log off; client_body_temp_path $work/a; proxy_temp_path $work/b;
    fastcgi_temp_path $work/c; uwsgi_temp_path $work/d; scgi_temp_path $work/e;
    $(server plain.test "")
    $(server any.test "gzip_proxied any;")
}
CONF
"$nginx" -p "$work" -c "$work/nginx.conf" -g 'daemon off;' &
pid=$!
ask() { # host, more headers: how the answer is packed, and whether it says that it varies
    host=$1 && shift
    curl -sI --retry 5 --retry-connrefused "http://127.0.0.1:$port/" -H "Host: $host" -H 'Accept-Encoding: gzip' "$@" \
        | tr -d '\r' | sed -n 's/^\(Content-Encoding\|Vary\): //p' | sort | tr '\n' ' '
}
seen="direct: $(ask plain.test)| proxy: $(ask plain.test -H 'Via: 1.1 proxy')| any: $(ask any.test -H 'Via: 1.1 proxy')"
echo "$seen"
[ "$seen" = "direct: Accept-Encoding gzip | proxy: Accept-Encoding | any: Accept-Encoding gzip " ]
