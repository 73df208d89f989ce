"""From the Markdown of a document to a part of a page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from openjcm.web.rendering import words
from openjcm.web.templatetags.openjcm import asset

# Each document with the languages in which it is written.
DOCUMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fill-in-a-monitoring-report": ("en", "ja"),
        "write-a-methodology": ("en",),
        "methodology-language": ("en",),
        "methodology-reference": ("en",),
    }
)
_STATIC = "../src/openjcm/web/static/"
_LINK = re.compile(r"(?P<name>[a-z-]+)(?P<language>\.ja)?\.md(?P<anchor>#[\w-]+)?")
_NO_ANCHOR = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its title, what stands below, and in which language it is written."""

    title: str
    body: SafeString
    language: str


@cache
def document_of(name: str, language: str) -> Document:
    """Return a document in a language, or in English where it is not written in it."""
    written = language if language in DOCUMENTS[name] else DOCUMENTS[name][0]
    tail = "" if written == "en" else f".{written}"
    text = (files("openjcm.web.documents") / "texts" / f"{name}{tail}.md").read_text("utf-8")
    tokens = _reader().parse(text)
    # The first heading is the title of the page; its three tokens are left out below.
    title = tokens[1].content
    below = [*_mended(tokens[3:], language)]
    # Japanese sets no blanks between sentences.
    apart = "\n" if written == "en" else ""
    said = _reader().renderer.render(
        below, _reader().options, {"apart": apart, "language": language}
    )
    body = mark_safe(said)  # noqa: S308 - from our own files, in which no HTML is read
    return Document(title, body, written)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("table_open", _table_open)
    reader.add_render_rule("table_close", _table_close)
    reader.add_render_rule("fence", _fence)
    reader.add_render_rule("softbreak", _softbreak)
    return reader


def _mended(tokens: Sequence[Token], language: str) -> Iterator[Token]:
    """Yield the parts of a page: headings that can be linked, links that lead somewhere."""
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", _anchor(tokens[at + 1].content))
        for each in token.children or ():
            if each.type == "image":
                each.attrSet("src", asset(str(each.attrGet("src")).removeprefix(_STATIC)))
        if token.children:
            token.children = [*_linked(token.children, language)]
        yield token


def _linked(tokens: Sequence[Token], language: str) -> Iterator[Token]:
    """Yield what stands in a line; a link to what is not served here is left as its words."""
    is_kept = True
    for token in tokens:
        if token.type == "link_open":
            address = _address(str(token.attrGet("href")), language)
            is_kept = bool(address)
            token.attrSet("href", address)
        if is_kept or token.type not in {"link_open", "link_close"}:
            yield token
        is_kept = is_kept or token.type == "link_close"


def _address(href: str, language: str) -> str:
    """Return where a link of a document leads on the site; empty where to nothing."""
    found = _LINK.fullmatch(href)
    if found is None or found["name"] not in DOCUMENTS:
        return href if href.startswith(("#", "https://")) else ""
    names_another = found["name"] == "fill-in-a-monitoring-report"
    other = ("ja" if found["language"] else "en") if names_another else language
    return reverse("document", args=[other, found["name"]]) + (found["anchor"] or "")


def _anchor(heading: str) -> str:
    """Return the anchor of a heading, as the host of the repository makes it.

    >>> _anchor("What is refused while working"), _anchor("`[index.X]`, an index set")
    ('what-is-refused-while-working', 'indexx-an-index-set')
    """
    return _NO_ANCHOR.sub("", heading).strip().lower().replace(" ", "-")


def _table_open(_self: RendererHTML, _tokens: Any, _at: int, _options: Any, env: Any) -> str:  # noqa: ANN401 - as the renderer calls it
    says = f'<p class="scrolls">{words(env["language"], "scrolls-sideways")}</p>\n'
    return says + '<div class="table-scroll" tabindex="0"><table class="of-document">\n'


def _table_close(*_: Any) -> str:  # noqa: ANN401 - as the renderer calls it
    return "</table></div>\n"


def _fence(self: RendererHTML, tokens: Sequence[Token], at: int, *rest: Any) -> str:  # noqa: ANN401 - as the renderer calls it
    shown = RendererHTML.fence(self, tokens, at, *rest)
    return shown.replace("<pre>", '<pre tabindex="0">', 1)


def _softbreak(_self: RendererHTML, _tokens: Any, _at: int, _options: Any, env: Any) -> str:  # noqa: ANN401 - as the renderer calls it
    return str(env["apart"])
