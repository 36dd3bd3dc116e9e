"""A whole site of the miniature, laid without MkDocs: the same steps, its one text set by Markdown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import markdown
from lachan.build import pipeline
from lachan.common.sections import split
from lachan.inventory import manifest, packed
from lachan.plan import paths
from lachan.publish.publisher import publish
from lachan.site import discovery, offline, pages, serving, texts, theme
from lachan.site.context import PageContext
from miniature import read, write


def lay(root: Path, files: Mapping[str, str | bytes | None], codes: list[str]) -> Path:
    """The site of the miniature in `root` with `files` in it and these places."""
    project = read(write(root, files))
    made = pipeline.make(project, pipeline.choose(project, codes))
    project, site = made.project, root / "site"
    env = theme.environment(root / "assets")
    drawn = theme.files(project)
    found = drawn | discovery.files(project, project.campaign.places)
    found |= {path: words.encode() for path, words in serving.site_files(project, drawn).items()}
    for lang in project.languages:
        found |= {path: html.encode() for path, html in pages.every(env, project, lang)}
        for id, text in project.pages[lang].items():
            here = PageContext(project, lang, paths.page(project, lang, id))
            body = text.body.replace("{111}", "[111](tel:111)").replace(".md)", "/)")
            html = markdown.markdown(body, extensions=["attr_list", "toc"])
            content = split(paths.rooted(html, here.path))
            view = texts.text(here, text, content) | {"page": None, "base_url": here.to("")}
            html = env.get_template(text.front.template or "main.html").render(view)
            found[f"{here.path}index.html"] = html.encode()
    for path, content in found.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    publish(made, site, lambda read: {offline.NAME: offline.worker(project, [*drawn], read)})
    return site


def forge(site: Path) -> None:
    """Make kho.json and the packed copies fit whatever lies in `site`, as who hides it would."""
    for path in [*site.rglob("*.gz"), *site.rglob("*.br")]:
        path.unlink()
    packed.pack(site)
    kho = json.loads((site / manifest.NAME).read_text("utf-8"))
    there = {
        path.relative_to(site).as_posix(): (path.stat().st_size, hashlib.sha256(path.read_bytes()))
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != manifest.NAME
    }
    kho["artefacts"] = [entry for entry in kho["artefacts"] if entry["path"] in there]
    for entry in kho["artefacts"]:
        size, sha256 = there[entry["path"]]
        entry.update(bytes=size, sha256=sha256.hexdigest())
    kho["files"] = [
        {"path": path, "bytes": size, "sha256": sha256.hexdigest()}
        for path, (size, sha256) in there.items()
    ]
    write_kho(site, kho)


def write_kho(site: Path, kho: object) -> None:
    """kho.json with another content, and the seal for it."""
    if isinstance(kho, dict):
        kho.pop("seal", None)
    text = json.dumps(kho, ensure_ascii=False)[:-1] + ', "seal": "'
    seal = hashlib.sha256(text.encode()).hexdigest()
    (site / manifest.NAME).write_text(f'{text}{seal}"}}\n', "utf-8", newline="\n")
