"""What stands in the cells of tables, drawn cheaply enough for fifty rows."""

from datetime import date
from functools import cached_property
from typing import Any, cast

import django_tables2 as tables
from django.template.loader import get_template, render_to_string
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

NOTHING = "–"


class TemplateColumn(tables.TemplateColumn):
    """Cells drawn by a template of their own, in the context of the page around the table.

    The column of django-tables2 runs all context processors again for each cell: most of the time of a page with fifty
    rows.
    """

    def render(self, *, record: Any, table: Any, value: Any, bound_column: Any, **kwargs: Any) -> str:
        page = getattr(table, "context", None)
        if page is None or page.template is None:
            return str(super().render(record, table, value, bound_column, **kwargs))
        with page.push(record=record, value=value, default=bound_column.default, column=bound_column):
            return mark_safe(self._template.render(page))

    @cached_property
    def _template(self) -> Any:
        return cast(Any, get_template(self.template_name)).template


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
