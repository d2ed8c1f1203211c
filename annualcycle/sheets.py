"""The columns of each list as an Excel file."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models import Entitlement, Talk, Theme, Wish
from annualcycle.queries.board import BoardRow
from annualcycle.queries.fairness import Line
from annualcycle.queries.figures import OUTCOMES, Row
from annualcycle.queries.orientation import GrantedCourse
from annualcycle.queries.talks import Progress
from annualcycle.queries.themes import asked
from competence.exports import Column, Kind

TALKS: list[Column[Talk]] = [
    Column(_("Number"), lambda talk: talk.employee.number, width=12),
    Column(_("Employee"), lambda talk: talk.employee.name),
    Column(_("Unit"), lambda talk: talk.unit.name),
    Column(_("Talk"), lambda talk: talk.get_kind_display()),
    Column(_("State"), lambda talk: talk.get_state_display(), width=16),
    Column(_("Time"), lambda talk: talk.starts_at, Kind.MOMENT),
    Column(_("Held on"), lambda talk: talk.held_on, Kind.DATE),
    Column(_("Leader"), lambda talk: talk.leader.name if talk.leader else ""),
]

PROGRESS: list[Column[Progress]] = [
    Column(_("Unit"), lambda row: row.unit),
    Column(_("Talks"), lambda row: row.total, Kind.NUMBER),
    Column(pgettext_lazy("talks", "Held"), lambda row: row.held, Kind.NUMBER),
    Column(pgettext_lazy("talks", "Invited"), lambda row: row.invited, Kind.NUMBER),
    Column(pgettext_lazy("talks", "Without a time"), lambda row: row.waiting, Kind.NUMBER),
    Column(pgettext_lazy("talks", "Declined"), lambda row: row.declined, Kind.NUMBER),
    Column(_("Plans confirmed"), lambda row: row.plans, Kind.NUMBER),
]

WISHES: list[Column[Wish]] = [
    Column(_("Number"), lambda wish: wish.employee.number, width=12),
    Column(_("Employee"), lambda wish: wish.employee.name),
    Column(_("Unit"), lambda wish: wish.unit.name),
    Column(_("Wish"), lambda wish: wish.title, width=40),
    Column(_("Kind"), lambda wish: wish.get_kind_display(), width=18),
    Column(_("How much of the education"), lambda wish: wish.get_extent_display(), width=20),
    Column(_("ECTS"), lambda wish: wish.ects or None, Kind.DECIMAL),
    Column(_("Provider"), lambda wish: wish.provider, width=20),
    Column(_("Section"), lambda wish: wish.need.reference if wish.need else wish.section_text, width=10),
    Column(_("Price"), lambda wish: wish.cost, Kind.MONEY),
    Column(_("Days"), lambda wish: wish.days, Kind.DECIMAL),
    Column(_("Starts"), lambda wish: wish.starts_on, Kind.DATE),
    Column(_("Ends"), lambda wish: wish.ends_on, Kind.DATE),
    Column(_("Sent"), lambda wish: wish.submitted_at, Kind.DATE),
    Column(_("Entered by"), lambda wish: _entered_by(wish), width=20),
    Column(_("What the leader thinks"), lambda wish: wish.leader_view, width=50),
]


RIGHTS: list[Column[Entitlement]] = [
    Column(_("Number"), lambda one: one.employee.number, width=12),
    Column(_("Employee"), lambda one: one.employee.name),
    Column(_("Offer"), str, width=40),
    Column(_("Hours"), lambda one: one.length if one.in_hours else None, Kind.DECIMAL),
    Column(_("Days"), lambda one: None if one.in_hours else one.length, Kind.DECIMAL),
    Column(_("To be held by"), lambda one: one.due_on, Kind.DATE),
    Column(_("Set aside"), lambda one: one.amount, Kind.MONEY),
    Column(_("Offered"), lambda one: one.offered_at, Kind.MOMENT),
    Column(_("Offered by"), lambda one: one.offered_by.name),
    Column(pgettext_lazy("offer", "Answer"), lambda one: one.get_answer_display(), width=16),
    Column(_("Answered"), lambda one: one.answered_at, Kind.MOMENT),
    Column(_("Entered by"), lambda one: one.answered_by.name if one.answered_by else ""),
    Column(_("Remark"), lambda one: one.remark, width=40),
    Column(_("Noted as held"), lambda one: one.held_on, Kind.DATE),
]


def _entered_by(wish: Wish) -> str:
    """Who wrote the wish for somebody else."""
    by = wish.submitted_by
    return by.name if by and by.pk != wish.employee_id else ""


def _of_decision(read: Callable[[Any], Any], *, released: bool = False) -> Callable[[Wish], Any]:
    """What `read` finds in the wish's decision; with `released` only in one its owner can read."""

    def value(wish: Wish) -> Any:
        decision = getattr(wish, "decision", None)
        return read(decision) if decision and (decision.is_released or not released) else None

    return value


ANSWERED: list[Column[Wish]] = [
    *WISHES,
    Column(_("Answer"), _of_decision(lambda decision: decision.get_outcome_display(), released=True), width=24),
]


@dataclass(frozen=True)
class OnBoard:
    """A wish with what the board counts for it."""

    row: BoardRow
    wish: Wish


def _of_wish(column: Column[Wish]) -> Column[OnBoard]:
    return Column(column.title, lambda one: column.value(one.wish), column.kind, column.width)


BOARD: list[Column[OnBoard]] = [
    *map(_of_wish, WISHES),
    Column(_("Points"), lambda one: Decimal(round(one.row.points * 10)) / 10, Kind.DECIMAL),
    Column(_("Points of each assessor"), lambda one: one.row.marks_in_words, width=20),
    *map(
        _of_wish,
        [
            Column(_("Decision"), _of_decision(lambda decision: decision.get_outcome_display()), width=24),
            Column(_("Amount"), _of_decision(lambda decision: decision.amount), Kind.MONEY),
            Column(_("Reason"), _of_decision(lambda decision: decision.reason), width=50),
            Column(_("Exception"), _of_decision(lambda decision: decision.exception_reason), width=40),
        ],
    ),
]

ANSWERS: list[Column[Wish]] = [
    *WISHES[:4],
    Column(_("Answer"), _of_decision(lambda decision: decision.get_outcome_display()), width=24),
    Column(_("Amount"), _of_decision(lambda decision: decision.amount), Kind.MONEY),
    Column(_("Reason"), _of_decision(lambda decision: decision.reason), width=50),
    Column(_("Released"), _of_decision(lambda decision: decision.released_at), Kind.MOMENT),
    Column(_("Read"), _of_decision(lambda decision: decision.read_at), Kind.MOMENT),
]

# Why something cannot wait is read on the page: a file is passed on (source: S30).
AD_HOC: list[Column[Wish]] = [*WISHES, *ANSWERS[4:]]

COURSES: list[Column[GrantedCourse]] = [
    Column(_("Course"), lambda course: course.title, width=44),
    Column(_("Provider"), lambda course: course.provider),
    Column(_("Starts"), lambda course: course.starts_on, Kind.DATE),
    Column(_("Teams"), lambda course: ", ".join(f"{team.team} {team.places}" for team in course.teams), width=44),
    Column(_("Places"), lambda course: course.places, Kind.NUMBER),
]

THEMES: list[Column[Theme]] = [
    Column(_("Theme"), lambda theme: theme.title, width=44),
    Column(_("Taken up at"), lambda theme: theme.get_place_display(), width=18),
    Column(_("Team"), lambda theme: theme.unit.name if theme.unit else ""),
    Column(_("Date"), lambda theme: theme.held_on, Kind.DATE),
    Column(_("Knowledge from"), lambda theme: theme.get_source_display()),
    Column(_("Wishes"), asked, Kind.NUMBER),
    Column(_("What it is about"), lambda theme: theme.description, width=60),
]

_TITLES = {"talks": _("Talks"), "held": _("Talks held"), "plans": _("Plans confirmed"), "wishes": _("Wishes")}


def _cell(name: str) -> Callable[[Row], int | None]:
    return lambda row: row.cells.get(name)


# Hidden figures are empty cells.
FIGURES: list[Column[Row]] = [
    Column(_("Team"), lambda row: row.label),
    *(Column(title, _cell(name), Kind.NUMBER) for name, title in _TITLES.items()),
    *(Column(outcome.label, _cell(outcome), Kind.NUMBER, width=16) for outcome in OUTCOMES),
    Column(_("Granted amount"), lambda row: row.amount, Kind.MONEY),
]


def _share(part: str, whole: str) -> Callable[[Row], int | None]:
    """In whole per cent; nothing where either is hidden or there is nothing to take a part of."""

    def share(row: Row) -> int | None:
        some, all_of_it = row.cells.get(part), row.cells.get(whole)
        return round(100 * some / all_of_it) if some is not None and all_of_it else None

    return share


MED: list[Column[Row]] = [
    Column(_("Team"), lambda row: row.label),
    Column(_("Talks"), _cell("talks"), Kind.NUMBER),
    Column(_("Talks held"), _cell("held"), Kind.NUMBER),
    Column(_("Share held (%)"), _share("held", "talks"), Kind.NUMBER),
    Column(_("Plans confirmed"), _cell("plans"), Kind.NUMBER),
    Column(_("Share with a plan (%)"), _share("plans", "talks"), Kind.NUMBER),
    Column(_("Granted courses"), _cell("granted"), Kind.NUMBER),
    Column(_("Followed up"), _cell("followed"), Kind.NUMBER),
    Column(_("Share followed up (%)"), _share("followed", "granted"), Kind.NUMBER),
]


def fairness(years: list[int], rules: int | None) -> list[Column[Line]]:
    """Two columns for each year, the time without a grant, and what earlier years count in the year `rules`."""

    def count(place: int, name: str) -> Callable[[Line], Any]:
        return lambda line: getattr(line.years[place], name)

    columns: list[Column[Line]] = [
        Column(_("Employee"), lambda line: line.name),
        Column(_("Team"), lambda line: line.team),
    ]
    for place, year in enumerate(years):
        granted, not_met = _("%(year)d granted"), _("%(year)d relevant, not met")
        columns.append(Column(granted % {"year": year}, count(place, "granted"), Kind.NUMBER))
        columns.append(Column(not_met % {"year": year}, count(place, "not_met"), Kind.NUMBER))
    columns.append(Column(_("Nothing granted since"), lambda line: line.without and line.without.since, Kind.NUMBER))
    columns.append(Column(_("Years without a grant"), lambda line: line.without and line.without.years, Kind.NUMBER))
    if rules:
        title = _("Points that history gives one wish in %(year)d, at most") % {"year": rules}
        columns.append(Column(title, lambda line: line.weight, Kind.NUMBER, width=24))
    return columns
