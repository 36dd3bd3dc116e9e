#!/bin/sh
# Seen with: rsync 3.5.0, nginx 1.22.1, Caddy 2.6.2, Python 3.11's http.server, Debian 12; 2026-12-01.
# A good guess: "Cache-Control: no-cache" means that a phone asks each time and a changed page arrives;
#   rsync -a sends what changed; where clocks decide, they count in nanoseconds as the disk does.
# What happens: all of them look at the size and at whole seconds, also for a new file put in the old one's
#   place. "113" in place of "111", with the same size and time, is not sent by rsync, and nginx, Caddy and
#   http.server answer 304: the phone keeps the old number although it asked. Two builds within a second do
#   it; above all any "reproducible" step that gives all files one date (tar --mtime, ZIP with 1980, images
#   of containers, Nix) makes every correction of equal length invisible.
# Why it matters: a hotline is corrected, the site is built and copied, and people go on seeing the old one.
# What we do about it: files in a site keep the day they were made; nothing sets their times. Only what
#   travels inside a ZIP or Word file is dated 1980. Who unpacks a bundle onto a server says "rsync -ac".
set -eu
nginx=$(command -v nginx || command -v /usr/sbin/nginx) || { echo "needs nginx"; exit 2; }
for tool in rsync caddy curl; do
    command -v $tool >/dev/null || { echo "needs $tool"; exit 2; }
done
work=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
mkdir made site
write() { echo "<p>Gọi $1</p>" >new && touch -d "2026-07-30 05:00:00.$2Z" new && mv new made/so.html; }
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
n=$(free) c=$(free) p=$(free)
cat >nginx.conf <<CONF
pid $work/pid; error_log $work/errors;
events {}
http {
    access_log off; client_body_temp_path $work/a; proxy_temp_path $work/b;
    fastcgi_temp_path $work/c; uwsgi_temp_path $work/d; scgi_temp_path $work/e;
    server { listen 127.0.0.1:$n; root $work/made; add_header Cache-Control no-cache; }
}
CONF
printf '{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:%s {\n root * made\n file_server\n}\n' "$c" >Caddyfile
"$nginx" -p "$work" -c "$work/nginx.conf" -g 'daemon off;' & pids=$!
HOME=$work caddy run --config Caddyfile --adapter caddyfile 2>caddy.log & pids="$pids $!"
python3 -m http.server -b 127.0.0.1 -d made "$p" >python.log 2>&1 & pids="$pids $!"

write 111 1
rsync -a made/ site/
for port in $n $c $p; do
    curl -s --retry 9 --retry-connrefused -D "$port.head" "http://127.0.0.1:$port/so.html" | grep -q 111
done
write 113 9
rsync -a made/ site/
asked() { # what a browser sends to ask whether its copy is still right; gives the status
    tag=$(tr -d '\r' <"$1.head" | sed -n 's/^[Ee][Tt]ag: //p')
    date=$(tr -d '\r' <"$1.head" | sed -n 's/^Last-Modified: //p')
    curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$1/so.html" ${tag:+-H "If-None-Match: $tag"} -H "If-Modified-Since: $date"
}
seen="rsync: $(cat site/so.html) nginx: $(asked "$n") caddy: $(asked "$c") python: $(asked "$p")"
rsync -ac made/ site/
seen="$seen rsync -c: $(cat site/so.html)"
echo "$seen"
[ "$seen" = "rsync: <p>Gọi 111</p> nginx: 304 caddy: 304 python: 304 rsync -c: <p>Gọi 113</p>" ]
