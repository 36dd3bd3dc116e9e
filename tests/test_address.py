"""What a QR carries, what is printed under it, and whether it leads anywhere."""

from __future__ import annotations

import pytest
from lachan import address


@pytest.mark.parametrize(
    ("site_url", "sample"),
    [
        ("https://lachan.example/", True),
        ("https://a.lachan.example", True),
        ("https://example.com/", True),
        ("https://www.example.org/", True),
        ("https://lachan.test/", True),
        ("https://lachan.invalid/", True),
        ("http://localhost:8000/", True),
        ("http://127.0.0.1/", True),
        ("http://192.168.1.5/", True),
        ("http://[::1]/", True),
        ("https://lachan/", True),
        ("https://lachan.example./", True),
        ("https://LACHAN.EXAMPLE/", True),
        ("https://lachan.haiphong.gov.vn/", False),
        ("https://example.gov.vn/", False),
        ("https://contest.vn/", False),
        ("http://8.8.8.8/", False),
    ],
)
def test_reserved(site_url: str, sample: bool) -> None:
    assert address.reserved(site_url) == sample


@pytest.mark.parametrize(
    ("site_url", "path", "encoded", "shown"),
    [
        ("https://lachan.vn/", "11692/", "HTTPS://LACHAN.VN/11692/", "lachan.vn/11692"),
        ("https://lachan.vn", "en/11692/1/", "HTTPS://LACHAN.VN/en/11692/1/", "lachan.vn/en/11692/1"),
        ("https://a.vn/La-Chan/", "07735/", "HTTPS://A.VN/La-Chan/07735/", "a.vn/La-Chan/07735"),
        ("http://a.vn:8080/", "", "HTTP://A.VN:8080/", "a.vn:8080"),
    ],
)
def test_addresses(site_url: str, path: str, encoded: str, shown: str) -> None:
    assert address.encoded(site_url, path) == encoded
    assert address.shown(site_url, path) == shown
