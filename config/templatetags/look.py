"""What every template may use: icons, Danish and Swedish numbers and dates, and the small drawn components.

Registered as a builtin, so no template loads it. The markup of each component is in `templates/components/`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.template import Context, Library
from django.template.loader import render_to_string
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.formats import date_format, number_format, time_format
from django.utils.html import strip_tags
from django.utils.translation import gettext, pgettext

from competence import cells
from competence.money import NO_BREAK, kroner

register = Library()


register.simple_tag(cells.icon, name="icon")
register.simple_tag(cells.badge, name="badge")


@register.simple_tag(takes_context=True)
def page_title(context: Context) -> str:
    """The text of the page's `title` block, for the browser's tab, so that no page says its title twice."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block("title") if blocks else None
    return " ".join(strip_tags(block.render(context)).split()) if block else ""


@register.filter
def kr(ore: int | None) -> str:
    """Whole øre as kroner: 640000 is `6.400 kr.`; øre are shown only when there are some."""
    return "" if ore is None else kroner(ore)


@register.filter
def initials(name: object) -> str:
    """The first letter of the first and of the last word: `Amalie Bang-Østergaard` is `AB`."""
    words = str(name).split()
    return "".join(word[0] for word in (words if len(words) < 2 else [words[0], words[-1]])).upper()


# The first that is named in a browser's own description: Edge calls itself Chrome too, and Chrome Safari.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "Mac"} | {
    "CrOS": "Chromebook",
    "Linux": "Linux",
}


@register.filter
def device(described: str) -> str:
    """What a browser says of itself, in words: `Firefox, Windows`; what is not known is left as it is."""
    found = [next((name for sign, name in names.items() if sign in described), "") for names in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, found)) or described[:80]


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    """A date in a row: `27. nov`."""
    if not value:
        return ""
    return date_format(value, pgettext("date in a row, Django format", "j M")).replace(" ", NO_BREAK)


@register.filter(expects_localtime=True)
def longday(value: date | None) -> str:
    """A date in a sentence: `27. november 2026`."""
    return date_format(value, pgettext("date in a sentence, Django format", "j F Y")) if value else ""


@register.filter(expects_localtime=True)
def clock(value: datetime | time | None) -> str:
    """A time of day: `14.02`."""
    return time_format(value, pgettext("time of day, Django format", "H:i")) if value else ""


@register.filter(expects_localtime=True)
def monthday(value: date | None) -> str:
    """A date of this year in a sentence: `27. november`."""
    return date_format(value, pgettext("day of a year, Django format", "j F")) if value else ""


@register.filter
def percent(part: float | None, whole: float = 1) -> str:
    """`part` of `whole` in whole per cent; a dash when there is nothing to take a part of."""
    if part is None or not whole:
        return "\u2013"
    return (gettext("%(number)s%%") % {"number": number_format(round(100 * part / whole))}).replace(" ", NO_BREAK)


@register.filter
def lookup(mapping: Mapping[Any, Any] | None, key: object) -> Any:
    """`mapping[key]`, also when the keys are enums or numbers and `key` is their text; otherwise an empty string."""
    return next((value for known, value in (mapping or {}).items() if str(known) == str(key)), "")


@dataclass(frozen=True)
class StateLook:
    """How a state looks beside its word."""

    icon: str
    tint: str


PLAIN = StateLook("circle", "grey")
LOOKS = {
    StateLook("check", "green"): "accepted active approved completed confirmed done granted held published within yes",
    StateLook("history", "amber"): "not_met",
    StateLook("hourglass", "amber"): "asked pending postponed queued waiting",
    StateLook("share", "blue"): "knowledge_sharing sharing",
    StateLook("send", "blue"): "sent submitted",
    StateLook("clipboard-check", "blue"): "assessed checked proposed",
    StateLook("calendar", "blue"): "invited planned scheduled",
    StateLook("messages", "blue"): "hearing",
    StateLook("player-play", "blue"): "running started",
    StateLook("alert-circle", "rust"): "failed late overdue",
    StateLook("circle-dashed", "grey"): "missing undecided",
    StateLook("pencil", "grey"): "draft",
    StateLook("x", "grey"): "declined no refused",
    StateLook("ban", "grey"): "cancelled outside",
    StateLook("arrow-back-up", "grey"): "withdrawn",
    StateLook("archive", "grey"): "archived closed superseded",
}
STATES = {value: look for look, values in LOOKS.items() for value in values.split()}


@register.simple_tag
def state_badge(value: str, label: object) -> str:
    """A state as icon, word and tint; an unknown `value` gets a plain grey circle."""
    look = STATES.get(str(value), PLAIN)
    return cells.badge(label, look.icon, look.tint)


def share(part: float, whole: float) -> str:
    """`part` of `whole` as an SVG length between 0% and 100%, with a point in every language."""
    return f"{100 * min(max(part / whole, 0), 1):.2f}%" if whole else "0%"


@register.inclusion_tag("components/bar.html")
def bar(part: float, whole: float, label: str = "", limit: float | None = None) -> dict[str, object]:
    """A bar filled to `part` of `whole`, the `limit` marked in rust. `label` is its text twin for screen readers."""
    return {
        "filled": share(part, whole),
        "limit": None if limit is None else share(limit, whole),
        "over": limit is not None and part > limit,
        "label": label or percent(part, whole),
    }


@register.inclusion_tag("components/budget_bar.html")
def budget_bar(granted: int, reserve: int, frame: int) -> dict[str, object]:
    """What is granted, what is free and the hatched reserve at the end. All in the same unit, usually øre."""
    return {
        "granted": share(granted, frame),
        "reserve": share(reserve, frame),
        "reserve_from": share(frame - reserve, frame),
        "reserve_middle": share(frame - reserve / 2, frame),
        "reserve_wide": reserve >= frame * 0.12,
        "over": granted > frame - reserve,
    }


@register.inclusion_tag("components/spread.html")
def spread(scores: Iterable[float], low: float = 1, high: float = 5) -> dict[str, object]:
    """The single scores as dots over a line from `low` to `high`, equal ones upon each other, so that each is seen."""
    values = sorted(scores)
    above = [values[:place].count(value) for place, value in enumerate(values)]
    # Six equal scores stand as high as four, so that no row grows tall.
    step = min(6, 18 / max([*above, 1]))
    height = round(6 + step * max(above, default=0))
    dots = [
        (share(4 + 92 * (value - low) / (high - low), 100), f"{height - 3 - step * number:g}")
        for value, number in zip(values, above, strict=True)
    ]
    label = ", ".join(number_format(value) for value in values)
    return {"dots": dots, "label": label, "height": height, "ground": height - 6}


@register.simple_block_tag(end_name="endcard")
def card(content: str, title: str = "", css: str = "", note: str = "") -> str:
    """A white card around what stands between the tags."""
    return render_to_string("components/card.html", {"content": content, "title": title, "css": css, "note": note})


@register.simple_block_tag(end_name="endhint")
def hint(content: str, icon_name: str = "info-circle", tint: str = "teal") -> str:
    """A quiet tinted box: what follows from an answer, or what happens next."""
    return render_to_string("components/hint.html", {"content": content, "icon": icon_name, "tint": tint})
