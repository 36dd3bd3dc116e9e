"""`lachan places`: names in campaigns/ beside the official list, a diff to look at, and its writing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lachan.campaign.cascade import read_campaign
from lachan.cli import shell
from lachan.common import clock
from lachan.common.problem import errors
from lachan.office import renaming
from lachan.texts.project import shown


@click.command()
@click.option("--update", is_flag=True, help="Ghi tên mới vào tệp; không đổi gì khác trong tệp.")
@shell.CAMPAIGNS
def places(update: bool, campaigns: Path | None) -> None:
    """So tên trong campaigns/ với danh mục chính thức của hôm nay, cho xem chỗ nào cần sửa."""
    root = shell.root()
    folder, _ = shell.folders(root, campaigns, None)
    name, today = shown(root, folder), clock.today()
    campaign, problems = read_campaign(folder, name, today)
    if campaign is None:
        shell.fail(problems)
    files, by_hand = renaming.rewrite(folder, name, campaign.findings)
    for file in files:
        for line in file.diff():
            click.echo(line)
    if update:
        renaming.write(files)
    if files and update:
        click.echo(f"Đã sửa {len(files)} tệp như trên. Hãy chạy lachan build để trang, tờ in theo kịp.")
    elif files:
        click.echo(f"Cần sửa {len(files)} tệp như trên. Đồng ý thì chạy: lachan places --update")
    questions = [finding.problem for finding in campaign.findings if not finding.corrected]
    if questions:
        click.echo("Lệnh này không sửa những điều sau, mời xem:")
        for problem in questions:
            click.echo(f"  {problem}")
    if not campaign.findings:
        click.echo(
            f"{len(campaign.places)} nơi đều mang đúng tên trong danh mục ngày {today:%d/%m/%Y}."
        )
    unread = [*errors(problems), *by_hand]
    for problem in unread:
        click.echo(str(problem), err=True)
    if unread:
        sys.exit(1)
