"""Where a year stands on a day: its dates and phases. Pure, but for the row handed in (sources: S42, S46, S69)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from annualcycle.models import Cycle

THEMES_LAST = timedelta(days=28)

DATE_FIELDS = (
    "talks_open_on",
    "talks_close_on",
    "wishes_due_on",
    "decide_on",
    "feedback_by",
    "orientation_on",
    "evaluate_on",
)


class Phase(TextChoices):
    PREPARATION = "preparation", pgettext_lazy("phase", "Preparation")
    TALKS = "talks", pgettext_lazy("phase", "Talks and plans")
    PRIORITISATION = "prioritisation", pgettext_lazy("phase", "Prioritisation")
    ANSWERS = "answers", pgettext_lazy("phase", "Answers to all")
    ORIENTATION = "orientation", pgettext_lazy("phase", "Orientation and themes")
    LEARNING = "learning", pgettext_lazy("phase", "Courses, sharing, follow-up")


@dataclass(frozen=True)
class Span:
    """A phase with its first and last day."""

    phase: Phase
    starts: date
    ends: date


def spans(cycle: Cycle) -> list[Span]:
    """The phases of the year in order, without gaps, until the next year's talks open; empty ones left out."""
    day = timedelta(days=1)
    themes_end = min(cycle.orientation_on + THEMES_LAST, cycle.evaluate_on - day)
    next_year = same_day(cycle.talks_open_on, cycle.talks_open_on.year + 1)
    ends = [
        (Phase.TALKS, max(cycle.talks_close_on, cycle.wishes_due_on)),
        (Phase.PRIORITISATION, cycle.decide_on),
        (Phase.ANSWERS, cycle.feedback_by),
        (Phase.ORIENTATION, themes_end),
        (Phase.LEARNING, max(next_year - day, cycle.evaluate_on)),
    ]
    found, starts = [], cycle.talks_open_on
    for phase, last in ends:
        if starts <= last:
            found.append(Span(phase, starts, last))
            starts = last + day
    return found


def phase_on(cycle: Cycle, day: date) -> Phase:
    """Where the year stands on `day`: the only answer to "is it open?". An unpublished year is in preparation."""
    if not cycle.is_published or day < cycle.talks_open_on:
        return Phase.PREPARATION
    return next((span.phase for span in spans(cycle) if span.starts <= day <= span.ends), Phase.LEARNING)


def same_day(day: date, year: int) -> date:
    """The same day of another year; 29 February becomes the 28th."""
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def label(name: str) -> str:
    """What the date called `name` is called on screen."""
    return str(cast(Any, Cycle._meta.get_field(name)).verbose_name)
