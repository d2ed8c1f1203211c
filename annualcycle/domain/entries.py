"""How what stands in the database is named and entered in the files of a proposal (formats.md, december-problem/1)."""

from importlib.metadata import version

from annualcycle.domain.optimiser.problem import Criterion, Group, Problem, Status, Wish
from annualcycle.ledger import counting
from annualcycle.models import Cycle
from annualcycle.queries.board import BoardRow
from annualcycle.queries.proposals import Basis

SOLVER = f"highspy {version('highspy')}"


def wish_key(pk: int) -> str:
    """How a wish is named in the files, as w17."""
    return f"w{pk}"


def wish_of(key: str) -> int:
    """Back from `wish_key`."""
    return int(key.removeprefix("w"))


def unit_key(pk: int) -> str:
    """How a team is named in the files, as u3."""
    return f"u{pk}"


def by_published_rules(
    cycle: Cycle, basis: Basis, *, budget: int, reserve: int, groups: tuple[Group, ...], wishes: tuple[Wish, ...]
) -> Problem:
    """What is to be solved with `budget` øre, by the criteria, bonuses and limits published for the year."""
    return Problem(
        year=cycle.budget_year,
        budget=budget,
        reserve=reserve,
        max_per_person=cycle.grants_per_person,
        first_grant_bonus=cycle.first_grant_bonus,
        coverage_bonus=cycle.coverage_bonus,
        history_points=cycle.history_points,
        criteria=tuple(Criterion(one.key, one.weight) for one in basis.criteria),
        needed=frozenset(f"c{one}" for one in basis.needed),
        groups=groups,
        wishes=wishes,
    )


def entry(row: BoardRow, basis: Basis, cycle: Cycle, status: Status) -> Wish:
    """One wish with its rounded scores (ADR 0008) and the earlier years that count by the published rule."""
    given = basis.scores.get(row.pk, {})
    return Wish(
        id=wish_key(row.pk),
        person=f"p{row.employee}",
        group=unit_key(row.unit),
        cost=row.cost,
        scores={one.key: given.get(one.pk, 0) for one in basis.criteria},
        builds=frozenset(f"c{one}" for one in basis.builds[row.pk]),
        history_years=len(counting(row.relevant_in, row.granted_in, year=cycle.year, window=cycle.history_years)),
        status=status,
    )
