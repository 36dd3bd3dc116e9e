"""The only file that imports MkDocs. It hands texts and templates over to `lachan` and back.

MkDocs and its theme reach the end of their life in 2027; all that we know of them stands here. Events
run once for each language, nested, the first language first (mkdocs-static-i18n): `_State` lives from
the first `on_config` to the last `on_post_build`.
"""

from __future__ import annotations

import atexit
import json
import logging
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from lachan.build import pipeline
from lachan.build.maker import CACHE
from lachan.common import clock, placeholders, unbroken
from lachan.common.problem import ProblemsError
from lachan.common.sections import split
from lachan.common.slugs import slug
from lachan.files import disk, workers
from lachan.files.systemfiles import of_system
from lachan.plan import paths
from lachan.publish import renewal
from lachan.publish.mkdocs_program import handed_over
from lachan.publish.publisher import publish
from lachan.site import discovery, offline, pages, serving, texts, theme
from lachan.site.context import PageContext
from lachan.texts.front import PageFront
from lachan.texts.text import Text
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = get_plugin_logger("lachan")


@dataclass
class _State:
    made: pipeline.Made


_state: _State | None = None
_serving = False
_site = Path()
_busy = ExitStack()
"""What is held while MkDocs writes the site; it ends without an event where something fails."""
atexit.register(_busy.close)


def on_startup(*, command: str, dirty: bool) -> None:
    global _serving
    _serving = command == "serve"
    # What a disk refuses is said by `on_build_error`, once and not in English.
    log_of_pages = logging.getLogger("mkdocs.commands.build")
    log_of_pages.addFilter(lambda _record: not isinstance(sys.exc_info()[1], OSError))
    if dirty:
        raise Abort("--dirty bỏ sót trang của các xã; hãy dựng lại toàn bộ")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Follow what lies outside docs/ too; let MkDocs' own script, which reloads a page, run in it."""
    root = Path(config.config_file_path).parent
    for folder in ("assets", "campaigns"):
        server.watch(str(root / folder))
    policy, ignored = (b'%s-equiv="Content-Security-Policy"' % name for name in (b"http", b"data"))

    def without_policy(environ: Any, start_response: Any) -> list[bytes]:
        return [b"".join(server.serve_request(environ, start_response)).replace(policy, ignored)]

    server.set_app(without_policy)
    return server


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, check and make before MkDocs touches the site: what fails here leaves it as it was."""
    global _state, _site
    _site = Path(config.site_dir)
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    if _first_pass(config):
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        _state = _State(handed_over() or _make(config))
        config.nav = _left(config.nav) if config.nav else config.nav
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no reader loads: parts of our theme, Material's source maps and scripts, what
    systems leave in folders; and pages that were called back.
    """
    for file in list(files):
        path = file.src_uri
        name = path.rpartition("/")[2]
        unused = path.startswith("assets/javascripts/") or path.endswith(".map") or of_system(name)
        if unused or theme.only_source(path) or _withdrawn(path):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    theme.prepare(env, _made().project.root / "assets")
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Hand MkDocs a text whose numbers stand as links to call, and of its head only what it needs."""
    text = _text(page)
    if text is None:
        return None
    project = _made().project
    words = texts.theme_words(project, text.lang) | texts.links(project, text)
    head = {"template": text.front.template or "main.html", "title": text.front.title}
    body = placeholders.fill(texts.lines_left(project, text), words)
    return f"---\n{json.dumps(head)}\n---\n{body}"


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    text = _text(page)
    if text:
        project, lang = _made().project, _language(config)
        here = PageContext(project, lang, paths.page(project, lang, text.id))
        if text.front.template == "staff.html":
            context.update(texts.review(here, text))
        else:
            context.update(texts.text(here, text, split(paths.rooted(page.content or "", here.path))))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return unbroken.html(output)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After i18n (priority -100) has built the others inside the event of the first one."""
    if _i18n(config).building:
        return
    made = _made()
    project, site = made.project, Path(config.site_dir)
    drawn = theme.files(project)
    files = drawn | discovery.files(project, project.campaign.places)
    for path, words in serving.site_files(project, drawn).items():
        files[path] = words.encode()
    env = theme.environment(project.root / "assets")
    for lang in project.languages:
        for path, words in pages.every(env, project, lang):
            files[path] = words.encode()
    for path, content in files.items():
        _write(config, path, content)
    try:
        publish(made, site, lambda read: {offline.NAME: offline.worker(project, [*drawn], read)})
    except ProblemsError as error:
        raise Abort(str(error)) from None
    _busy.close()


def on_build_error(*, error: Exception) -> None:
    """What a disk refuses, as one sentence."""
    if isinstance(error, OSError):
        raise Abort(str(disk.problem(error, _site)))


def _i18n(config: MkDocsConfig) -> Any:
    """The i18n plugin, which counts the passes."""
    return config.plugins["i18n"]


def _make(config: MkDocsConfig) -> pipeline.Made:
    """Read, check and make, as the command `lachan build` does before it starts MkDocs, which empties
    the folder of the site before it writes a page.
    """
    root = Path(config.config_file_path).parent
    try:
        project, problems = pipeline.read(root, root / "campaigns", clock.today())
        places = project.campaign.places
        if not _serving:
            _busy.enter_context(renewal.emptied(Path(config.site_dir).resolve(), places))
        if _serving and len(shown := pipeline.shown(places)) < len(places):
            names = ", ".join(str(place.name) for place in shown)
            log.info("xem thử %s trong %d nơi; lachan build dựng tất cả", names, len(places))
            places = shown
        with disk.writing(root / CACHE):
            made = pipeline.make(project, places, processes=workers.cores())
    except ProblemsError as error:
        raise Abort(str(error)) from None
    for problem in problems:
        log.info("%s", problem)
    return made


def _first_pass(config: MkDocsConfig) -> bool:
    return _i18n(config).current_language is None


def _language(config: MkDocsConfig) -> str:
    return str(_i18n(config).current_language)


def _made() -> pipeline.Made:
    assert _state, "on_config comes first"
    return _state.made


def _text(page: Page) -> Text[PageFront] | None:
    """Our text behind a page of MkDocs: `vi/thu-doan/index.md` is («vi», «thu-doan/index»)."""
    lang, _, id = page.file.src_uri.removesuffix(".md").partition("/")
    return _made().project.texts.pages.get((lang, id))


def _withdrawn(uri: str) -> bool:
    """Whether a page of a language, «vi/thu-doan/index.md», was called back."""
    return uri.removesuffix(".md").partition("/")[2] in _made().project.withdrawn


def _left(nav: list[Any]) -> list[Any]:
    """The table of contents without pages that were called back."""
    left: list[Any] = []
    for entry in nav:
        if isinstance(entry, str):
            left += [] if entry.removesuffix(".md") in _made().project.withdrawn else [entry]
            continue
        kept = {
            title: _left(inside) if isinstance(inside, list) else inside
            for title, inside in entry.items()
            if isinstance(inside, list) or _left([inside])
        }
        left += [kept] if all(kept.values()) and kept else []
    return left


def _write(config: MkDocsConfig, path: str, content: bytes) -> None:
    target = Path(config.site_dir) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
