"""The plain formatting of a strategy's text: headings, lists, bold, links. Written as Markdown, shown as safe HTML."""

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_TAGS = {"p", "br", "h3", "ul", "ol", "li", "strong", "em", "a", "blockquote"}
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(["image", "code", "fence", "html_block"])


@lru_cache(maxsize=512)
def to_html(text: str) -> SafeString:
    """`text` as HTML that holds nothing but plain formatting; each heading is one level under the section's."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3"
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    safe = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"})
    return mark_safe(safe)
