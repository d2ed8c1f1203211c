"""What stands in the cells of tables, drawn cheaply enough for fifty rows."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

NOTHING = "–"


def two_lines(first: object, second: object = "", url: str = "") -> SafeString:
    """What, then why, as components/two_lines.html draws it."""
    head = format_html("<strong>{}</strong>", first)
    linked = format_html('<a href="{}">{}</a>', url, head) if url else head
    tail = format_html("<span>{}</span>", second) if second else ""
    return format_html('<div class="two-lines">{}{}</div>', linked, tail)


def badge(label: object, icon: str, tint: str) -> SafeString:
    """A state as icon, word and tint."""
    html = render_to_string("components/badge.html", {"label": label, "icon": icon, "tint": tint})
    return mark_safe(html)


def longday(value: date | None) -> str:
    """As the template filter of the same name: `27. november 2026`."""
    return date_format(value, pgettext("date in a sentence, Django format", "j F Y")) if value else NOTHING


def kroner(ore: int) -> str:
    """As the template filter `kr`: 640000 øre is `6.400 kr.`."""
    amount = number_format(ore / 100, decimal_pos=2 if ore % 100 else 0, force_grouping=True)
    return (gettext("DKK %(amount)s") % {"amount": amount}).replace(" ", "\u00a0")
