"""A site handed out by the real nginx, as `lachan server nginx` tells it.

Who builds is seldom who serves: nginx' workers run as a user that may read only what everybody may.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import copy_project, lachan, trim
from lachan.site import serving
from lachan.texts.project import Project

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin") or "nginx"
OLD = 'the "listen ... http2" directive is deprecated'
"""What nginx since 1.25.1 says of a line that older ones need."""


@dataclass
class Served:
    """A server that runs, and the folder it serves."""

    site: Path
    port: int
    plain: int
    context: ssl.SSLContext

    def __post_init__(self) -> None:
        self.connection = HTTPSConnection("127.0.0.1", self.port, context=self.context)

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """The answer to a request, and its body."""
        self.connection.request("GET", quote(path), headers=headers)
        answer = self.connection.getresponse()
        return answer, answer.read()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def reachable() -> Iterator[Path]:
    """A folder that everybody may enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def configured(folder: Path, printed: str, port: int, plain: int) -> Path:
    """The printed configuration in `folder`, changed in nothing but ports, folder and certificate."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=lachan", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    for pattern, own in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;"),
        (r"root /srv/lachan;", f"root {folder}/srv;"),
        (r"ssl_certificate  .*;", f"ssl_certificate {folder}/cert.pem;"),
        (r"ssl_certificate_key .*;", f"ssl_certificate_key {folder}/key.pem;"),
    ):
        printed, count = re.subn(rf"(?m)^(    ){pattern}$", rf"\g<1>{own}", printed)
        assert count == 1, pattern
    (folder / "lachan.conf").write_text(printed, "utf-8")
    built = subprocess.run([NGINX, "-V"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"--conf-path=(\S+)", built)
    assert found
    user = f"user {somebody()};" if os.getuid() == 0 else ""
    scratch = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = folder / "nginx.conf"
    main.write_text(
        f"daemon off; {user} pid {folder}/pid; error_log stderr; events {{}}\n"
        f"http {{ include {Path(found[1]).parent}/mime.types; access_log off; {scratch}\n"
        f"include {folder}/lachan.conf; }}\n",
        "utf-8",
    )
    return main


def somebody() -> str:
    """A user who owns nothing of ours."""
    known = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in ("www-data", "nginx", "nobody") if name in known)


def warnings(main: Path) -> list[str]:
    """What nginx finds wrong with a configuration that it takes."""
    done = subprocess.run([NGINX, "-t", "-c", main], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stderr.splitlines() if "[" in line and OLD not in line]
    return [line for line in lines if "[notice]" not in line]


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[Served]:
    """The site, copied as the printed file says, on this machine alone."""
    printed = lachan("server", "nginx", cwd=site.parent).stdout
    port, plain = free_port(), free_port()
    with reachable() as folder:
        main = configured(folder, printed, port, plain)
        subprocess.run(["rsync", "-a", f"{site}/", folder / "srv"], check=True)
        assert warnings(main) == []
        server = subprocess.Popen([NGINX, "-c", main], stderr=subprocess.PIPE, text=True)
        try:
            for _ in range(100):
                if (folder / "pid").exists() or server.poll() is not None:
                    break
                time.sleep(0.1)
            context = ssl.create_default_context(cafile=str(folder / "cert.pem"))
            context.check_hostname = False
            served = Served(folder / "srv", port, plain, context)
            with closing(served.connection):
                yield served
        finally:
            server.terminate()
            server.communicate()


def paths(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_every_file_is_handed_out(served: Served) -> None:
    assert len(paths(served.site)) > 1000
    refused = {}
    for path in paths(served.site):
        answer, body = served.get(f"/{path}")
        if (answer.status, body) != (200, (served.site / path).read_bytes()):
            refused[path] = answer.status
    assert refused == {}


def test_what_is_packed_is_handed_out_packed(served: Served) -> None:
    packed = [path.removesuffix(".gz") for path in paths(served.site) if path.endswith(".gz")]
    assert len(packed) > 100
    wrong = []
    for path in packed:
        answer, body = served.get(f"/{path}", **{"Accept-Encoding": "gzip"})
        said = answer.headers["Content-Encoding"], answer.headers["Vary"]
        if (*said, body) != ("gzip", "Accept-Encoding", (served.site / f"{path}.gz").read_bytes()):
            wrong.append(path)
    assert wrong == []


@pytest.mark.parametrize(
    ("pattern", "type", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("kho.json", "application/json; charset=utf-8", "no-cache"),
        ("sw.js", "application/javascript; charset=utf-8", "no-cache"),
        ("sitemap.xml", "text/xml; charset=utf-8", "no-cache"),
        ("manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("11692/tai-lieu/*.pdf", "application/pdf", "no-cache"),
        ("11692/tai-lieu/*.txt", "text/plain; charset=utf-8", "no-cache"),
        ("11692/tai-lieu/*.zip", "application/zip", "no-cache"),
        ("11692/tai-lieu/*.docx",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "no-cache"),
        ("assets/lachan.css", "text/css; charset=utf-8", "public, max-age=600"),
        ("assets/art/*.svg", "image/svg+xml", "public, max-age=600"),
        ("assets/stylesheets/*.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
    ],
)  # fmt: skip
def test_types_and_headers(served: Served, pattern: str, type: str, kept: str) -> None:
    file = sorted(served.site.glob(pattern))[0].relative_to(served.site).as_posix()
    answer, _ = served.get(f"/{file}")
    said = answer.headers["Content-Type"].replace("text/javascript", "application/javascript")
    assert (answer.status, said, answer.headers["Cache-Control"]) == (200, type, kept)
    assert {name: answer.headers[name] for name in serving.HEADERS} == serving.HEADERS
    assert answer.headers["Server"] == "nginx"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/khong-co", "404.html"),
        ("/11692/khong-co.pdf", "404.html"),
        ("/assets/", "404.html"),
        ("/en/khong-co/", "en/404.html"),
    ],
)
def test_a_wrong_address(served: Served, path: str, page: str) -> None:
    answer, body = served.get(path)
    assert (answer.status, body) == (404, (served.site / page).read_bytes())
    assert {name: answer.headers[name] for name in serving.HEADERS} == serving.HEADERS


@pytest.mark.parametrize("path", ["/", "/11692/", "/en/11692/"])
def test_a_folder_is_its_page(served: Served, path: str) -> None:
    answer, body = served.get(path)
    assert (answer.status, body) == (200, (served.site / path[1:] / "index.html").read_bytes())
    if path != "/":
        answer, _ = served.get(path.rstrip("/"))
        assert (answer.status, answer.headers["Location"]) == (301, path)


def test_without_encryption_there_is_only_the_way_to_it(served: Served) -> None:
    with closing(HTTPConnection("127.0.0.1", served.plain)) as connection:
        connection.request("GET", "/11692/?a=b")
        answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "https://lachan.example/11692/?a=b")


def test_http2_is_spoken(served: Served) -> None:
    context = ssl.create_default_context(cafile=str(served.site.parent / "cert.pem"))
    context.check_hostname = False
    context.set_alpn_protocols(["h2"])
    with (
        socket.create_connection(("127.0.0.1", served.port)) as raw,
        context.wrap_socket(raw) as secure,
    ):
        assert secure.selected_alpn_protocol() == "h2"


if os.getuid() == 0:  # else nginx runs as ourselves, and `test_who_may_read` has to do

    def test_what_only_its_owner_may_read_is_refused(served: Served) -> None:
        """So that the tests above mean something."""
        file = served.site / "robots.txt"
        mode = file.stat().st_mode
        file.chmod(0o600)
        try:
            assert served.get("/robots.txt")[0].status == 404
        finally:
            file.chmod(mode)


@pytest.mark.parametrize(
    "url",
    [
        "https://lachan.example/la-chan/",
        "https://phong-chong-mua-ban-nguoi.congan.haiphong.gov.vn/phong-chong-mua-ban-nguoi/hai-phong/",
    ],
)
def test_a_site_in_a_folder_of_a_long_name(read_mini: Project, url: str) -> None:
    assets = ["assets/art/tile-surrogacy.svg", "assets/javascripts/mot-tep-co-ten-rat-dai.js"]
    printed = serving.nginx(replace(read_mini, site_url=url), assets)
    with reachable() as folder:
        assert warnings(configured(folder, printed, free_port(), free_port())) == []


@contextmanager
def masked(mask: int) -> Iterator[None]:
    """As somebody whose new files may be read by these only."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_who_may_read(tmp_path: Path, mask: int) -> None:
    """Everybody whom the umask allows: files are like any other file of this person."""
    root = copy_project(tmp_path / "project")
    trim(root)
    with masked(mask):
        for command in (
            ["build", "--place", "11692"],
            ["usb"],
            ["preview", "canh-giac-30-giay", "--once"],
        ):
            done = lachan(*command, cwd=root)
            assert done.returncode == 0, done.stdout + done.stderr
    for name in ("site", "usb", "preview"):
        modes = {
            path.relative_to(root).as_posix(): oct(path.stat().st_mode & 0o777)
            for path in (root / name, *(root / name).rglob("*"))
            if path.stat().st_mode & 0o777 != (0o777 if path.is_dir() else 0o666) & ~mask
        }
        assert modes == {}
    for archive in (root / "site").rglob("*.zip"):
        for member in zipfile.ZipFile(archive).infolist():
            assert member.external_attr >> 16 & 0o777 == 0o644, member.filename
