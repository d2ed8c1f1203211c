"""How what stands in the database is named and entered in the files of a proposal (formats.md, december-problem/1)."""

from importlib.metadata import version

from annualcycle.domain.optimiser.problem import Criterion, Status, Wish
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


def criteria_of(basis: Basis) -> tuple[Criterion, ...]:
    """The published criteria with their weights."""
    return tuple(Criterion(one.key, one.weight) for one in basis.criteria)


def needed_in(basis: Basis) -> frozenset[str]:
    """The competences that the strategy asks for."""
    return frozenset(f"c{one}" for one in basis.needed)


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
