"""The year of a centre: its phases, dates, criteria, budget and publication (sources: S09, S42, S46, S60, S69, X06)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annualcycle.domain import criteria, talks
from annualcycle.domain.criteria import AlreadyPublished, refuse_published
from annualcycle.models import Budget, Cycle
from annualcycle.phases import DATE_FIELDS as DATE_FIELDS
from annualcycle.phases import Phase as Phase
from annualcycle.phases import Span as Span
from annualcycle.phases import label as label
from annualcycle.phases import phase_on as phase_on
from annualcycle.phases import same_day
from annualcycle.phases import spans as spans
from competence.models import Employee, Rule, Unit
from competence.words import sentence
from strategy.models import Strategy

LIMIT_FIELDS = ("threshold_amount", "threshold_days", "seniority_years", "substitute_months", "grants_per_person")
# What the December proposal is computed by, beside the criteria.
PROPOSAL_FIELDS = (
    "first_grant_bonus",
    "coverage_bonus",
    "history_points",
    "history_years",
    "team_grants",
    "team_amount",
)
RULE_FIELDS = (*LIMIT_FIELDS, *PROPOSAL_FIELDS)


class Blocker(TextChoices):
    """What must be there before a year can be published."""

    NO_STRATEGY = "no_strategy", gettext_lazy("No approved strategy is in force when the talks open.")
    NO_CRITERIA = "no_criteria", gettext_lazy("There are no criteria to weigh the wishes by.")
    NO_PROCESS = "no_process", gettext_lazy("Nothing is written about how wishes are decided.")
    NO_BUDGET = "no_budget", gettext_lazy("The year has no budget to write the amounts in.")


class Caution(TextChoices):
    """What may be so, but should be seen before the year is published."""

    LATE = "late", gettext_lazy("The talks have opened already. Everybody should know the criteria before.")
    NO_AMOUNT = "no_amount", gettext_lazy("The budget has no amount yet. Nothing can be granted before it has.")
    NO_LEADER = "no_leader", gettext_lazy("Somebody has no leader to hold the talk.")


class NotReady(Exception):
    """The year lacks what it takes to publish it; `problems` says what."""

    def __init__(self, problems: Sequence[Blocker]) -> None:
        super().__init__(" ".join(str(problem.label) for problem in problems))
        self.problems = tuple(problems)


class BudgetSpent(Exception):
    """The budget cannot shrink below what is granted, nor the reserve below what was taken from it."""


@dataclass(frozen=True)
class Problems:
    """What stands in the way of publication, and what is only to be seen."""

    blockers: tuple[Blocker, ...]
    warnings: tuple[Caution, ...]


def default_dates(year: int) -> dict[str, date]:
    """The usual year: talks August–November, decisions in December, orientation in January (sources: S42, S46–S48)."""
    return {
        "talks_open_on": date(year, 8, 1),
        "talks_close_on": date(year, 11, 30),
        "wishes_due_on": date(year, 11, 30),
        "decide_on": date(year, 12, 10),
        "feedback_by": date(year, 12, 22),
        "orientation_on": date(year + 1, 1, 15),
        "evaluate_on": date(year + 1, 6, 15),
    }


@transaction.atomic
def ensure(*, unit: Unit, year: int, by: Employee | None, at: datetime) -> Cycle:
    """The year of centre `unit`, made when it is missing.

    A new one takes its dates, process and criteria from the year before when there is one, its rules from the
    rules in force on `unit` when the talks open (source: X05), and an empty budget.
    """
    found = Cycle.objects.filter(unit=unit, year=year).first()
    if found:
        return found
    before = Cycle.objects.filter(unit=unit, year=year - 1, is_history=False).first()
    dates = _moved_dates(before, year) if before else default_dates(year)
    rules = rules_for(unit, dates["talks_open_on"])
    cycle = Cycle.objects.create(
        unit=unit, year=year, process=before.process if before else usual_process(), **dates, **rules
    )
    criteria.set_up(cycle=cycle, before=before)
    Budget.objects.create(cycle=cycle)
    return cycle


def usual_process() -> str:
    """How wishes are decided, to begin from (source: S09)."""
    return sentence(
        _(
            "You talk with your leader about what you want to learn and write it in your plan. Small wishes the two of "
            "you can agree on at once. Larger ones are weighed together in December by {the_leadership_group}, by the "
            "criteria below and within the budget. You get a personal answer with a reason before anything is "
            "announced."
        )
    )


def rules_for(unit: Unit, day: date) -> dict[str, int | Decimal | None]:
    """The rules of `unit` on `day`, the nearest unit above first; what has no rule keeps the usual value."""
    rows = Rule.objects.holding_for(unit, day)
    return {rule.kind: rule.value for rule in rows if rule.kind in RULE_FIELDS}


def _moved_dates(before: Cycle, year: int) -> dict[str, date]:
    shift = year - before.year
    return {name: same_day(getattr(before, name), getattr(before, name).year + shift) for name in DATE_FIELDS}


@transaction.atomic
def set_dates(*, cycle: Cycle, dates: dict[str, date]) -> Cycle:
    """Change the dates, also of a published year. Raises ValidationError with a message at each date out of order."""
    for name in DATE_FIELDS:
        setattr(cycle, name, dates.get(name, getattr(cycle, name)))
    check_order({name: getattr(cycle, name) for name in DATE_FIELDS})
    cycle.save(update_fields=DATE_FIELDS)
    return cycle


def check_order(dates: dict[str, date]) -> None:
    """Raise ValidationError when a date does not come after the one before it (source: X06)."""
    same_day_is_fine = {"wishes_due_on", "feedback_by"}
    faults = {}
    for earlier, later in pairwise(DATE_FIELDS):
        if dates[later] < dates[earlier] or (dates[later] == dates[earlier] and later not in same_day_is_fine):
            faults[later] = _("This must come after “%(earlier)s”.") % {"earlier": label(earlier)}
    if faults:
        raise ValidationError(faults)


@transaction.atomic
def set_process(*, cycle: Cycle, process: str) -> Cycle:
    """Say how wishes are decided. Raises AlreadyPublished."""
    refuse_published(cycle)
    cycle.process = process
    cycle.save(update_fields=["process"])
    return cycle


@transaction.atomic
def set_rules(
    *,
    cycle: Cycle,
    threshold_amount: int,
    threshold_days: Decimal,
    seniority_years: int,
    substitute_months: int,
    grants_per_person: int | None,
) -> Cycle:
    """The thresholds (øre, days) and default rules of this year. Raises AlreadyPublished."""
    refuse_published(cycle)
    cycle.threshold_amount = threshold_amount
    cycle.threshold_days = threshold_days
    cycle.seniority_years = seniority_years
    cycle.substitute_months = substitute_months
    cycle.grants_per_person = grants_per_person
    cycle.save(update_fields=LIMIT_FIELDS)
    return cycle


@transaction.atomic
def set_proposal_rules(
    *,
    cycle: Cycle,
    first_grant_bonus: int,
    coverage_bonus: int,
    history_points: int,
    history_years: int,
    team_grants: int | None,
    team_amount: int | None,
) -> Cycle:
    """What the December proposal is computed by: points, years, grants and øre. Raises AlreadyPublished."""
    refuse_published(cycle)
    cycle.first_grant_bonus = first_grant_bonus
    cycle.coverage_bonus = coverage_bonus
    cycle.history_points = history_points
    cycle.history_years = history_years
    cycle.team_grants = team_grants
    cycle.team_amount = team_amount
    cycle.save(update_fields=PROPOSAL_FIELDS)
    return cycle


@transaction.atomic
def set_budget(*, cycle: Cycle, total: int | None, reserve: int) -> Budget:
    """Budget and reserve in øre. Raises BudgetSpent when what is granted would no longer fit."""
    budget, _made = Budget.objects.select_for_update().get_or_create(cycle=cycle)
    if total is None and (budget.granted or budget.ad_hoc):
        raise BudgetSpent(_("Something is granted already, so the year must have a budget."))
    if total is not None and total < reserve + budget.spent:
        raise BudgetSpent(_("Budget less reserve would be smaller than what is granted already."))
    if reserve < budget.ad_hoc:
        raise BudgetSpent(_("More than that has been taken from the reserve already."))
    budget.total, budget.reserve = total, reserve
    budget.save(update_fields=["total", "reserve"])
    return budget


def problems_for(cycle: Cycle, on: date) -> Problems:
    """What stands in the way of publishing on `on` (sources: S09, S60, X06)."""
    budget = Budget.objects.filter(cycle=cycle).first()
    day = max(on, cycle.talks_open_on)
    blockers = {
        Blocker.NO_STRATEGY: not Strategy.objects.in_force_on(day).filter(unit__in=cycle.unit.line).exists(),
        Blocker.NO_CRITERIA: not cycle.criteria.exists(),
        Blocker.NO_PROCESS: not cycle.process.strip(),
        Blocker.NO_BUDGET: budget is None,
    }
    warnings = {
        Caution.LATE: on > cycle.talks_open_on,
        Caution.NO_AMOUNT: budget is not None and budget.total is None,
        Caution.NO_LEADER: talks.somebody_without_leader(cycle, on),
    }
    return Problems(
        tuple(b for b, there in blockers.items() if there), tuple(w for w, there in warnings.items() if there)
    )


@transaction.atomic
def publish(*, cycle: Cycle, by: Employee, at: datetime) -> Cycle:
    """Fix criteria and rules for everybody to read, and make a talk for each employee.

    Raises NotReady with what is missing, AlreadyPublished the second time.
    """
    locked = Cycle.objects.select_for_update(of=("self",)).select_related("unit").get(pk=cycle.pk)
    if locked.is_published:
        raise AlreadyPublished(_("The year is published already."))
    on = timezone.localdate(at)
    if blockers := problems_for(locked, on).blockers:
        raise NotReady(blockers)
    cycle.published_at = locked.published_at = at
    cycle.published_by = locked.published_by = by
    locked.save(update_fields=["published_at", "published_by"])
    talks.create_for(cycle=locked, on=on)
    return cycle
