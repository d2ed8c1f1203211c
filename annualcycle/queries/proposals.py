"""What a proposal is computed from, and the newest one of a December (sources: S46, S54, S57–S66)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Avg, Q

from annualcycle.models import Assessment, Budget, Criterion, Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.board import BoardRow, rows_among, rows_of
from competence.models import Offer
from strategy.models import Need, Strategy


@dataclass(frozen=True)
class Basis:
    """All that counts: rows of the board or of what waits for the reserve, criteria, rounded scores, what each teaches.

    `scores` and `builds` go by the id of the wish; `needed` are the competences that the strategy asks for.
    """

    budget: Budget
    criteria: list[Criterion]
    rows: list[BoardRow]
    scores: dict[int, dict[int, int]]
    builds: dict[int, set[int]]
    needed: set[int]


def basis_of(cycle: Cycle) -> Basis:
    """A constant number of queries."""
    criteria = list(cycle.criteria.all())
    rows = rows_of(cycle, {one.pk: one.weight for one in criteria})
    return _basis(cycle, criteria, rows, _needed(cycle, cycle.wishes_due_on))


def basis_during_the_year(cycle: Cycle, on: date) -> Basis:
    """What waits for the reserve, and what those who wait were granted; a constant number of queries (source: S54).

    `needed` are the competences of the strategies on `on` that nothing granted this year builds.
    """
    criteria = list(cycle.criteria.all())
    asked = Wish.objects.filter(cycle=cycle, state=Wish.State.SUBMITTED)
    waiting = asked.filter(is_ad_hoc=True, decision__isnull=True)
    granted = asked.filter(agreed_at__isnull=True, decision__outcome=Outcome.GRANTED)
    counting = asked.filter(Q(pk__in=waiting) | Q(pk__in=granted, employee__in=waiting.values("employee")))
    rows = rows_among(counting, cycle, {one.pk: one.weight for one in criteria})
    covered = set[int]().union(*_builds(list(granted.values_list("pk", flat=True))).values())
    return _basis(cycle, criteria, rows, _needed(cycle, on) - covered)


def _basis(cycle: Cycle, criteria: list[Criterion], rows: list[BoardRow], needed: set[int]) -> Basis:
    wishes = [row.pk for row in rows]
    budget = Budget.objects.get(cycle=cycle)
    return Basis(budget, criteria, rows, _scores(wishes), _builds(wishes), needed)


def _scores(wishes: list[int]) -> dict[int, dict[int, int]]:
    """Wish → criterion → the mean of its scores, rounded to a whole one; halves go up (ADR 0008)."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    given = Assessment.objects.filter(wish__in=wishes).order_by()
    means = given.values_list("wish", "criterion").annotate(mean=Avg("score"))
    for wish, criterion, mean in means:
        found[wish][criterion] = half_up(Fraction(mean).limit_denominator(1000))
    return found


def half_up(number: Fraction) -> int:
    """The nearest whole number; a half goes up."""
    return int(number + Fraction(1, 2))


def _builds(wishes: list[int]) -> dict[int, set[int]]:
    """Wish → the competences that its course teaches or, without any, those of the need it points to."""
    asked = list(Wish.objects.filter(pk__in=wishes).order_by().values_list("pk", "offer", "need"))
    offers, needs = Offer.objects.filter(wishes__in=wishes), Need.objects.filter(wishes__in=wishes)
    of_offer = _by_owner(offers.order_by().values_list("pk", "competences").distinct())
    of_need = _by_owner(needs.order_by().values_list("pk", "competences").distinct())
    return {pk: of_offer.get(offer) or of_need.get(need) or set() for pk, offer, need in asked}


def _by_owner(pairs: Iterable[tuple[int, int | None]]) -> dict[int | None, set[int]]:
    found: dict[int | None, set[int]] = defaultdict(set)
    for owner, competence in pairs:
        if competence is not None:
            found[owner].add(competence)
    return found


def _needed(cycle: Cycle, on: date) -> set[int]:
    """The competences of all needs in the strategies that hold for the centre on `on`."""
    strategies = Strategy.objects.in_force_on(on).filter(unit__in=cycle.unit.line)
    needs = Need.objects.filter(section__strategy__in=strategies, competences__isnull=False)
    return set(needs.order_by().values_list("competences", flat=True))


def newest(cycle: Cycle) -> ProposalRun | None:
    """The newest proposal for the December of the year."""
    return ProposalRun.objects.filter(cycle=cycle, is_ad_hoc=False).defer("others").first()


def granted_ids(cycle: Cycle) -> set[int]:
    """The wishes of the board that are granted today."""
    granted = Decision.objects.filter(wish__in=Wish.objects.filter(cycle=cycle).on_the_board())
    return set(granted.filter(outcome=Outcome.GRANTED).values_list("wish", flat=True))


def wishes_by_id(ids: Iterable[int]) -> dict[int, Wish]:
    """With employee and unit."""
    return Wish.objects.select_related("employee", "unit", "decision").in_bulk(list(ids))
