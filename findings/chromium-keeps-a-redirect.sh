#!/bin/sh
# Seen with: Chromium 156 (Debian 12); 2026-12-01.
# A good guess: a service worker that kept "/11692" with cache.addAll, which follows the server's 301 to
#   "/11692/" and stores the page with status 200, can hand it out when there is no network.
# What happens: what was kept remembers that it was redirected. For a script's fetch it is good; for somebody
#   who opens "/11692", the answer is a network error and no page, though every byte of it lies in the cache.
#   Kept under "/11692/", where nothing is redirected, it opens.
# Why it matters: every server of static files redirects a folder without its stroke, and that short form is
#   what is printed, typed and behind QR codes; a test that fetches finds all well.
# What we do about it: sw.js lists addresses with the stroke only (site/keeping.py); whoever tests it must
#   open a page, not fetch it.
set -eu
command -v chromium >/dev/null || { echo "needs chromium"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 - <<'PY'
import json
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<body><script>(async () => {
  const open = (path) => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.onload = () => { try { done(frame.contentDocument.body.textContent); } catch (error) { done(error.name); } };
    frame.src = path;
    document.body.append(frame);
  });
  const claimed = new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done; });
  await navigator.serviceWorker.register("/sw.js");
  await claimed;
  await (await caches.open("kept")).addAll(["/11692", "/11203/"]);
  const seen = [await open("/11692"), await open("/11203/"), await (await fetch("/11692")).text()];
  await fetch("/", { method: "POST", body: JSON.stringify(seen) });
})()</script>"""
WORKER = """self.onactivate = (event) => event.waitUntil(clients.claim());
self.onfetch = (event) => event.respondWith(caches.match(event.request).then((kept) => kept || fetch(event.request)));"""
seen, done = [], threading.Event()


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(301 if self.path == "/11692" else 200)
        self.send_header("Content-Type", "text/javascript" if self.path == "/sw.js" else "text/html")
        if self.path == "/11692":
            self.send_header("Location", "/11692/")
        self.end_headers()
        self.wfile.write({"/": PAGE, "/sw.js": WORKER}.get(self.path, "page").encode())

    def do_POST(self):
        seen.extend(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
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
print(seen)
assert seen == ["TypeError", "page", "page"], seen
PY
