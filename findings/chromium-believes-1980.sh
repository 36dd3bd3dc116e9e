#!/bin/sh
# Seen with: Chromium 156 (Debian 12), a server like most that says Last-Modified and no Cache-Control;
#   2026-12-01.
# A good guess: without Cache-Control a browser asks again, or keeps a page for some minutes.
# What happens: it keeps the page for a tenth of its age (RFC 9111, 4.2.2, only suggests that). A file
#   dated 1980-01-01, as "reproducible" ZIPs give it to whoever unpacks them, is fresh for more than four
#   years: the browser does not even ask. The same file of today is asked for each time.
# Why it matters: bundles of this project hold files of 1980, so that their bytes are the same. Unpacked onto
#   a commune's web server a corrected number does not reach anybody who was there before, until 2031.
# What we do about it: "Cache-Control: no-cache" stands in all that `lachan server` prints and in _headers
#   (site/serving.py); a server that is told nothing gets site/, whose files have the day they were made.
set -eu
command -v chromium >/dev/null || { echo "needs chromium"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 - <<'PY'
import json
import subprocess
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<script>(async () => {
  const seen = {};
  for (const name of ["/1980", "/today"]) {
    seen[name] = [];
    for (let time = 0; time < 2; time++) seen[name].push(await (await fetch(name)).text());
  }
  await fetch("/", { method: "POST", body: JSON.stringify(seen) });
})()</script>"""
asked, seen, done = [], {}, threading.Event()


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        body = PAGE if self.path == "/" else ("111", "113")[asked.count(self.path) - 1]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        if self.path != "/":
            made = 315_532_800 if self.path == "/1980" else None
            self.send_header("Last-Modified", formatdate(made, usegmt=True))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_POST(self):
        seen.update(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()
        done.set()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=profile", "--remote-debugging-port=0"]
address = f"http://127.0.0.1:{server.server_port}/"
with open("log", "wb") as log, subprocess.Popen(["chromium", *flags, address], stdout=log, stderr=log) as browser:
    done.wait(60)
    browser.terminate()
print(seen, asked)
assert seen == {"/1980": ["111", "111"], "/today": ["111", "113"]} and asked.count("/1980") == 1
PY
