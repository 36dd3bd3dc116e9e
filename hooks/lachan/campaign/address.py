"""Addresses of the site: what a QR carries, what is printed under it, whether it leads anywhere.

After the host there are only digits (and a language's folder), so that codes are small. Scheme and
host are in small letters: some telephones do not open `HTTPS://`
(decisions/08-codes-in-small-letters.md).

An address is typed from paper, too, so it has plain letters only. A name of the host with marks is
written as machines know it (RFC 3490, «xn--…»): a letter that only looks like another one would lead
somewhere else, and nobody sees it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

_RESERVED = ("example", "test", "invalid", "localhost", "local", "internal")
"""Names that can never be a real site (RFC 2606, RFC 6761)."""

_HOST_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE | re.ASCII)
_PATH = re.compile(r"[A-Za-z0-9._~/-]*", re.ASCII)
_PAGE = re.compile(r"\.(?:html?|xhtml|php|aspx?|jsp)$", re.IGNORECASE)
"""How the name of a page ends, as it is copied out of a browser together with its folder."""


def faults(site_url: str) -> Iterator[str]:
    """Why `site_url` cannot be the address of the site, each reason once, in Vietnamese."""
    yield from (_strange(char) for char in dict.fromkeys(site_url) if not _usual(char))
    yield from _without_marks(site_url)
    usual = "".join(char if _usual(char) else _stand_in(char) for char in site_url)
    try:
        parts = urlsplit(usual)
    except ValueError:
        yield _WHOLE
        return
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        yield _WHOLE
        return
    if "@" in parts.netloc:
        yield "site_url không được có tên đăng nhập hay mật khẩu (phần trước @)"
    if "?" in usual or "#" in usual:
        yield "site_url không được có «?» hay «#»; hãy dừng ở tên thư mục"
    yield from _host_faults(parts.netloc.rpartition("@")[2])
    if not _PATH.fullmatch(parts.path):
        wrong = "".join(dict.fromkeys(re.sub(r"[A-Za-z0-9._~/-]", "", parts.path)))
        yield f"site_url có «{wrong}» trong tên thư mục; chỉ dùng chữ không dấu, chữ số và - . _ ~"
    elif "//" in parts.path or {".", ".."} & set(parts.path.split("/")):
        yield "site_url có thư mục trống, «.» hoặc «..»; hãy ghi thẳng tên thư mục"
    elif (page := parts.path.rstrip("/").rpartition("/")[2]) and _PAGE.search(page):
        yield f"site_url kết thúc bằng tên tệp «{page}»; hãy bỏ tên tệp, dừng ở thư mục của nó"


_WHOLE = "site_url phải là địa chỉ đầy đủ của trang, ví dụ https://lachan.example/"


def _usual(char: str) -> bool:
    """Whether an address may have a character somewhere."""
    return "!" <= char <= "~"


def _stand_in(char: str) -> str:
    """What a strange character is taken for, so that the rest is looked at all the same."""
    return {"L": "x", "N": "1"}.get(unicodedata.category(char)[0], "")


def _strange(char: str) -> str:
    """Why a character that no address has is none."""
    code = f"U+{ord(char):04X}"
    kind = unicodedata.category(char)
    if char.isspace():
        return f"site_url có khoảng trắng {code}; địa chỉ viết liền, hãy xóa"
    if kind.startswith("C"):
        return f"site_url có ký tự vô hình {code}; hãy xóa, hoặc gõ lại cả dòng"
    if unicodedata.name(char, "").startswith("LATIN") or kind.startswith("M"):
        return f"site_url có chữ có dấu «{char}»; địa chỉ chỉ dùng chữ không dấu"
    return f"site_url có «{char}» ({code}), không phải chữ a-z, số 0-9 dù trông giống; hãy gõ lại"


def _without_marks(site_url: str) -> Iterator[str]:
    """How a host with Vietnamese letters is written for machines."""
    host = re.sub(r"^[a-z]+://|[/:?#].*$", "", site_url)
    foreign = [char for char in host if not char.isascii()]
    if foreign and all(unicodedata.name(char, "").startswith("LATIN") for char in foreign):
        with suppress(UnicodeError):
            yield f"site_url: nếu tên miền thật có dấu thì ghi {host.encode('idna').decode()}"


def _host_faults(netloc: str) -> Iterator[str]:
    """What is wrong with a host and its port."""
    bracketed = re.fullmatch(r"(\[[^\]]*\])(.*)", netloc)
    host, port = (bracketed[1], bracketed[2]) if bracketed else _cut(netloc)
    if port and not (re.fullmatch(r":[0-9]{1,5}", port) and 1 <= int(port[1:]) <= 65535):
        yield (
            f"site_url có cổng «{port[1:]}»; cổng là một số từ 1 đến 65535, "
            "không cần thì bỏ cả dấu hai chấm"
        )
    elif port.startswith(":0"):
        yield f"site_url có cổng «{port[1:]}»; cổng viết không có số 0 ở đầu: {int(port[1:])}"
    labels = host.removesuffix(".").split(".")
    if bracketed or re.fullmatch(r"[0-9]+", labels[-1]):
        try:
            ip_address(host.strip("[]"))
        except ValueError:
            yield f"site_url có «{host}», không phải địa chỉ IP nào; hãy xem lại từng số"
    elif not all(map(_HOST_LABEL.fullmatch, labels)) or len(host) > 253:
        yield (
            f"site_url có tên miền «{host}»; tên miền gồm chữ không dấu, chữ số, gạch nối ở giữa, "
            "mỗi phần không quá 63 ký tự, cách nhau một dấu chấm"
        )
    else:
        yield from _unreadable(labels)


def _cut(netloc: str) -> tuple[str, str]:
    host, colon, port = netloc.partition(":")
    return host, colon + port


def _unreadable(labels: Iterable[str]) -> Iterator[str]:
    for label in labels:
        if label.lower().startswith("xn--"):
            try:
                label.encode("ascii").decode("idna")
            except UnicodeError:
                yield f"site_url có «{label}», không đọc được thành tên có dấu nào; hãy chép lại"


def reserved(site_url: str) -> bool:
    """Whether `site_url` leads nowhere a resident could go: everything printed is a sample then."""
    host = urlsplit(site_url).hostname or ""
    labels = host.rstrip(".").split(".")
    if labels[-1] in _RESERVED or labels[-2:-1] == ["example"] or len(labels) < 2:
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def encoded(site_url: str, path: str) -> str:
    """The address of `path` as a QR carries it: scheme and host in small letters, the path as it is."""
    return opened(site_url).rstrip("/") + "/" + path


def opened(code: str) -> str:
    """What a telephone opens that reads the address `code`; earlier codes have `HTTPS://HOST/11692/`."""
    parts = urlsplit(code)
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path}"


def shown(site_url: str, path: str) -> str:
    """The address of `path` as people type it: no scheme, no stroke at the end."""
    return encoded(site_url, path).partition("://")[2].rstrip("/")
