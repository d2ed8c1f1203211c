"""What pages and documents of strategies use."""

from django.template import Library
from django.utils.safestring import SafeString

from strategy.markup import to_html

register = Library()


@register.filter
def formatted(text: str) -> SafeString:
    """Markdown as safe HTML: headings, lists, bold, links."""
    return to_html(text or "")
