"""`lachan recall`: what carries a number, a contact or a text, as a page to send; and its listing."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path
from typing import Any

import click

from lachan.audit import carriers
from lachan.audit.recallpage import About, Count, write
from lachan.audit.sought import Named, meant
from lachan.campaign import recalls
from lachan.campaign.cascade import read_campaign
from lachan.cli import shell
from lachan.common import clock
from lachan.common.problem import Problem, errors
from lachan.common.slugs import slug
from lachan.contacts import recall as listing
from lachan.contacts.recall import RecallFile
from lachan.files import disk
from lachan.inventory import manifest
from lachan.texts.project import shown
from lachan.texts.withdrawal import KINDS, entry_id

FOLDER = "thu-hoi"
"""Where the pages to print and send lie, in the project."""


@click.command()
@click.argument("what")
@click.option("--place", "code", default="", metavar="MÃ", help="Chỉ xã, phường có mã này.")
@click.option("--write", "writing", is_flag=True, help="Ghi vào campaigns/thu-hoi.yml.")
@click.option("--reason", default="", metavar="LÝ-DO", help="Vì sao thu hồi.")
@click.option(
    "--by",
    default="Ban biên tập trang",
    show_default=True,
    metavar="NƠI",
    help="Nơi quyết định thu hồi; không ghi tên người.",
)
@shell.CAMPAIGNS
@click.option(
    "--output", type=click.Path(path_type=Path), help="Thư mục trang đã dựng (mặc định: site)."
)
def recall(
    what: str,
    code: str,
    writing: bool,
    reason: str,
    by: str,
    campaigns: Path | None,
    output: Path | None,
) -> None:
    """Thu hồi WHAT: một số điện thoại (viết kiểu nào cũng được), một đầu mối, hay một bài.

    Liệt kê mọi tờ, trang, bài, ảnh đang mang nó ở mọi nơi, thành một trang để in và gửi. Với --write
    thì lần dựng sau bỏ nó ra.
    """
    root = shell.root()
    folder, site = shell.folders(root, campaigns, output)
    name = shown(root, folder)
    head = _head(site)
    try:
        named = _meant(root, folder, site, head["contacts"], what, code)
        entry = _entry(named, code, reason, by) if writing else None
    except ValueError as error:
        shell.fail([Problem("lachan recall", 1, str(error))])
    if code and code not in {place["code"] for place in head["places"]}:
        shell.fail(
            [Problem("--place", 1, f"trang ở {shell.shown(site)} không có nơi nào mang mã {code}")]
        )
    path = root / FOLDER / f"{slug(named.name, '-')}{f'-{code}' if code else ''}.html"
    about = About(f"Thu hồi {named.said}", head["built"], clock.today(), reason, by if reason else "")
    count = write(path, about, carriers.find(site, named.sought, code))
    _say(named, count, site, path)
    if entry:
        _note(folder, name, entry)
    elif count.kinds:
        click.echo(
            "Chưa ghi gì vào campaigns. Để lần dựng sau bỏ ra, chạy lại lệnh này, thêm: "
            '--write --reason "…"'
        )


def _head(site: Path) -> dict[str, Any]:
    try:
        return manifest.head(site)
    except (OSError, ValueError):
        message = "chưa có trang nào ở đây (không đọc được kho.json); hãy dựng trang, hoặc ghi --output"
        shell.fail([Problem(str(site), 1, message)], "Chưa có gì thay đổi.")


def _meant(
    root: Path, folder: Path, site: Path, contacts: Sequence[dict[str, Any]], what: str, code: str
) -> Named:
    """What is called back. Raises ValueError for what nobody knows."""
    campaign, _ = read_campaign(folder, folder.name, clock.today())
    ids = recalls.contact_ids(campaign) if campaign else set[str]()
    texts = _texts(root / "docs")
    if listing.text_id(what) not in texts:  # deleted, but still on paper
        texts |= {entry_id(e["kind"], e["id"]) for e in manifest.artefacts(site) if e["kind"] in KINDS}
    return meant(what, code, contacts, ids, texts)


def _texts(docs: Path) -> Set[str]:
    """Every text that is there, as the list names it."""
    return {
        path.relative_to(language).with_suffix("").as_posix()
        for language in docs.iterdir()
        for path in language.rglob("*.md")
    }


def _entry(named: Named, code: str, reason: str, by: str) -> RecallFile:
    """The entry of the list. Raises ValueError with what is missing."""
    if not reason.strip():
        raise ValueError('thiếu lý do; hãy thêm --reason "…", ví dụ --reason "Số đã đổi chủ"')
    if code and named.key != "contact":
        raise ValueError(f"{named.said} thu hồi ở mọi nơi; muốn ghi thì bỏ --place")
    given = {named.key: named.name, "place": code, "day": clock.today(), "reason": reason, "by": by}
    return RecallFile.model_validate(given)


def _say(named: Named, count: Count, site: Path, path: Path) -> None:
    if not count.kinds:
        click.echo(f"Không tệp nào, trang nào ở {shell.shown(site)} mang {named.said}.")
        return
    more = f" và {count.places - len(count.names)} nơi nữa" if count.places > len(count.names) else ""
    where = f" ở {count.places} xã, phường: {', '.join(count.names)}{more}" if count.places else ""
    click.echo(f"Thu hồi {named.said}: {count.files}{where}.")
    click.echo(f"Trang để in, gửi Zalo: {shell.shown(path).rstrip('/')}")


def _note(folder: Path, name: str, entry: RecallFile) -> None:
    """Write the entry, and say what stands in the way of the next build."""
    known, problems = listing.read_recalls(folder, name)
    if problems:
        shell.fail(problems)
    path = f"{name}/{listing.NAME}"
    if twin := next((other for other in known if other.file.same(entry)), None):
        click.echo(f"Đã có trong danh sách thu hồi: {twin.where.path}:{twin.where.line}.")
    else:
        try:
            disk.write(folder / listing.NAME, listing.added(folder, path, entry))
        except ValueError as error:
            shell.fail([Problem(path, 1, str(error))])
        click.echo(f"Đã ghi vào {path}. Hãy chạy lachan build để trang, tờ in bỏ nó ra.")
    _, found = read_campaign(folder, name, clock.today())
    if wrong := [problem for problem in errors(found) if problem.path == path]:
        shell.fail(wrong, "Sửa xong hãy chạy lachan build; khi chưa sửa thì chưa dựng được.")
