"""What pages and documents of strategies use."""

from collections.abc import Mapping, Sequence

from django.template import Library
from django.utils.safestring import SafeString

from strategy.markup import to_html

register = Library()


@register.filter
def formatted(text: str) -> SafeString:
    """Markdown as safe HTML: headings, lists, bold, links."""
    return to_html(text or "")


@register.filter
def under(rows: Mapping[int, Sequence[object]], key: int) -> Sequence[object]:
    """What `rows` keeps under `key`; nothing where there is no such key."""
    return rows.get(key, ())
