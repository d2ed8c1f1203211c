"""What December puts on the start page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from annualcycle.models import Cycle, Wish
from competence.access import Actor, Permission, scope
from competence.queries import Pending
from competence.words import sentence


def pending_december(actor: Actor, on: date) -> list[Pending]:
    """What December asks of `actor`: assess, decide, release, and answer what cannot wait (source: S45)."""
    if not actor.may(Permission.ASSESS):
        return []
    years = list(_open_years(actor, on))
    return [row for cycle in years for row in _pending_in(actor, cycle, on)]


def _open_years(actor: Actor, on: date) -> "QuerySet[Cycle]":
    """Running years in which `actor` assesses or decides, with how much there is to do; one query."""
    me = actor.employee
    own_teams = Wish.objects.filter(scope(actor, Permission.LEAD_TALKS, "unit"), cycle=OuterRef("pk")).on_the_board()
    to_assess = own_teams.exclude(employee=me).exclude(assessments__assessor=me)
    board = Wish.objects.filter(cycle=OuterRef("pk")).on_the_board()
    asked = Wish.objects.filter(cycle=OuterRef("pk"), is_ad_hoc=True, state=Wish.State.SUBMITTED, decision=None)
    line = {int(part) for path in actor.paths(Permission.ASSESS) for part in path.split("/") if part}
    in_reach = Q(unit__in=line) | scope(actor, Permission.ASSESS, "unit")
    return (
        Cycle.objects.running()
        .filter(in_reach, is_history=False, talks_open_on__lte=on)
        .select_related("unit")
        .annotate(
            to_assess=_number_of(to_assess),
            fitting=_number_of(to_assess.filter(need__isnull=False)),
            on_board=_number_of(board),
            undecided=_number_of(board.filter(decision=None)),
            asked=_number_of(asked.exclude(employee=me)),
        )
    )


def _number_of(wishes: "QuerySet[Wish]") -> Coalesce:
    counted = wishes.order_by().values("cycle").annotate(number=Count("pk", distinct=True)).values("number")
    return Coalesce(Subquery(counted), 0)


def _pending_in(actor: Actor, cycle: Any, on: date) -> Iterator[Pending]:
    if not cycle.is_released and cycle.to_assess:
        yield _to_assess(cycle)
    is_due = not cycle.is_released and on > cycle.wishes_due_on
    if is_due and cycle.undecided and actor.may(Permission.DECIDE, cycle.unit):
        yield _to_decide(cycle)
    if is_due and cycle.on_board and not cycle.undecided and actor.may(Permission.RELEASE, cycle.unit):
        yield _to_release(cycle)
    if cycle.asked and actor.may(Permission.GRANT_AD_HOC, cycle.unit):
        yield _to_answer(cycle)


def _to_assess(cycle: Any) -> Pending:
    number, rest = cycle.to_assess, cycle.to_assess - cycle.fitting
    title = ngettext("Assess one new wish in your team", "Assess %(number)s new wishes in your team", number)
    some = _("%(fitting)s point to the strategy, %(rest)s lack a section.") % {"fitting": cycle.fitting, "rest": rest}
    return Pending(
        due_on=cycle.wishes_due_on,
        title=title % {"number": number},
        why=some if rest else _("All of them point to the strategy."),
        url=reverse("year:assess", args=[cycle.pk]),
        action=pgettext("button", "Assess"),
    )


def _to_decide(cycle: Any) -> Pending:
    title = ngettext("Decide one wish", "Decide %(number)s wishes", cycle.undecided)
    return Pending(
        due_on=cycle.decide_on,
        title=title % {"number": cycle.undecided},
        why=sentence(_("{the_leadership_group} decides them together within the budget.")),
        url=reverse("year:board", args=[cycle.pk]),
        action=pgettext("button", "Decide"),
    )


def _to_release(cycle: Any) -> Pending:
    return Pending(
        due_on=cycle.feedback_by,
        title=_("Release the answers to the wishes"),
        why=_("Every wish is decided. Everybody gets the answer at the same time."),
        url=reverse("year:release", args=[cycle.pk]),
        action=pgettext("button", "Release the answers"),
    )


def _to_answer(cycle: Any) -> Pending:
    title = ngettext("Answer a wish that cannot wait", "Answer %(number)s wishes that cannot wait", cycle.asked)
    return Pending(
        due_on=None,
        title=title % {"number": cycle.asked},
        why=_("It is paid from the reserve, by the same criteria as in December."),
        url=reverse("year:ad_hoc", args=[cycle.pk]),
        action=pgettext("button", "Answer"),
    )
