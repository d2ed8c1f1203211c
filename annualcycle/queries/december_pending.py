"""What December puts on the start page."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from annualcycle.models import Assessment, Cycle, Wish
from annualcycle.queries.cycle import running_years
from competence.access import Actor, Permission, scope
from competence.queries import Pending
from competence.words import sentence


@dataclass(frozen=True)
class Work:
    """How many wishes of one year wait for what; `fitting` are those of `to_assess` that point to the strategy."""

    to_assess: int
    fitting: int
    on_board: int
    undecided: int
    asked: int


def pending_december(actor: Actor, on: date) -> list[Pending]:
    """What December asks of `actor`: assess, decide, release, and answer what cannot wait (source: S45)."""
    if not actor.may(Permission.ASSESS):
        return []
    line = actor.line(Permission.ASSESS)
    years = [
        year for year in running_years(actor, on) if year.unit_id in line or actor.may(Permission.ASSESS, year.unit)
    ]
    work = _work(actor, years) if years else {}
    return [row for year in years if year.pk in work for row in _pending_in(actor, year, work[year.pk], on)]


def _work(actor: Actor, years: list[Cycle]) -> dict[int, Work]:
    """What waits in each of `years` that has wishes; one query."""
    me = actor.employee
    on_board = Q(is_ad_hoc=False, agreed_at__isnull=True)
    assessed = Exists(Assessment.objects.filter(wish=OuterRef("pk"), assessor=me))
    to_assess = on_board & scope(actor, Permission.LEAD_TALKS, "unit") & ~Q(employee=me) & ~Q(assessed)
    undecided = Q(decision__isnull=True)
    counted = (
        Wish.objects.filter(cycle__in=years, state=Wish.State.SUBMITTED)
        .order_by()
        .values("cycle")
        .annotate(
            to_assess=Count("pk", filter=to_assess),
            fitting=Count("pk", filter=to_assess & Q(need__isnull=False)),
            on_board=Count("pk", filter=on_board),
            undecided=Count("pk", filter=on_board & undecided),
            asked=Count("pk", filter=Q(is_ad_hoc=True) & undecided & ~Q(employee=me)),
        )
    )
    numbers = (field.name for field in fields(Work))
    return {cycle: Work(*found) for cycle, *found in counted.values_list("cycle", *numbers)}


def _pending_in(actor: Actor, cycle: Cycle, work: Work, on: date) -> Iterator[Pending]:
    if not cycle.is_released and work.to_assess:
        yield _to_assess(cycle, work)
    is_due = not cycle.is_released and on > cycle.wishes_due_on
    if is_due and work.undecided and actor.may(Permission.DECIDE, cycle.unit):
        yield _to_decide(cycle, work.undecided)
    if is_due and work.on_board and not work.undecided and actor.may(Permission.RELEASE, cycle.unit):
        yield _to_release(cycle)
    if work.asked and actor.may(Permission.GRANT_AD_HOC, cycle.unit):
        yield _to_answer(cycle, work.asked)


def _to_assess(cycle: Cycle, work: Work) -> Pending:
    number, rest = work.to_assess, work.to_assess - work.fitting
    title = ngettext("Assess one new wish in your team", "Assess %(number)s new wishes in your team", number)
    some = _("%(fitting)s point to the strategy, %(rest)s lack a section.") % {"fitting": work.fitting, "rest": rest}
    return Pending(
        due_on=cycle.wishes_due_on,
        title=title % {"number": number},
        why=some if rest else _("All of them point to the strategy."),
        url=reverse("year:assess", args=[cycle.pk]),
        action=pgettext("button", "Assess"),
    )


def _to_decide(cycle: Cycle, number: int) -> Pending:
    title = ngettext("Decide one wish", "Decide %(number)s wishes", number)
    return Pending(
        due_on=cycle.decide_on,
        title=title % {"number": number},
        why=sentence(_("{the_leadership_group} decides them together within the budget.")),
        url=reverse("year:board", args=[cycle.pk]),
        action=pgettext("button", "Decide"),
    )


def _to_release(cycle: Cycle) -> Pending:
    return Pending(
        due_on=cycle.feedback_by,
        title=_("Release the answers to the wishes"),
        why=_("Every wish is decided. Everybody gets the answer at the same time."),
        url=reverse("year:release", args=[cycle.pk]),
        action=pgettext("button", "Release the answers"),
    )


def _to_answer(cycle: Cycle, number: int) -> Pending:
    title = ngettext("Answer a wish that cannot wait", "Answer %(number)s wishes that cannot wait", number)
    return Pending(
        due_on=None,
        title=title % {"number": number},
        why=_("It is paid from the reserve, by the same criteria as in December."),
        url=reverse("year:ad_hoc", args=[cycle.pk]),
        action=pgettext("button", "Answer"),
    )
