"""What is asked for during the year, weighed against the reserve as December weighs (source: S54).

The same points, bonuses and limit for a person, and the same explanation. What competes is what waits now, for what is
left now. Team limits share December's frame between the teams, so they do not hold here (ADR 0017). A person decides.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from annualcycle.domain.entries import SOLVER, by_published_rules, entry, unit_key, wish_key
from annualcycle.domain.optimiser import files, propose
from annualcycle.domain.optimiser.problem import Group, Problem, Reason, Status
from annualcycle.domain.optimiser.solver import TimeRanOut
from annualcycle.models import Cycle, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.board import BoardRow
from annualcycle.queries.proposals import basis_during_the_year
from competence.models import Employee

# Seconds that a page, or whoever waits for the budget, is kept from going on.
PATIENCE = 2.0


@dataclass(frozen=True)
class Standing:
    """Where a need that waits stands against the reserve. `left` is øre after a grant of it alone; below 0: missing.

    `reason` is what the published rules say of it beside all that waits: BEST when it is part of the best set, else
    what stands against it; None where the rules are not published or gave no answer in time.
    """

    wish: Wish
    left: int
    reason: Reason | None

    @property
    def is_in(self) -> bool:
        """The reserve pays for it; where rules say something, they put nothing else first."""
        return self.left >= 0 and self.reason in (Reason.BEST, None)

    @property
    def missing(self) -> int:
        return max(0, -self.left)


def standings(*, cycle: Cycle, waiting: Iterable[Wish], on: date) -> list[Standing]:
    """Each of `waiting`, as it stands on `on`; a constant number of queries."""
    left, reasons = cycle.budget.reserve_left, _reasons(cycle, on)
    return [Standing(wish, left - wish.cost, reasons.get(wish_key(wish.pk))) for wish in waiting]


def _reasons(cycle: Cycle, on: date) -> dict[str, Reason]:
    if not cycle.is_published:
        return {}
    try:
        found = propose(problem_for(cycle, on), explain=(), seconds=PATIENCE)
    except TimeRanOut:
        return {}
    return {line.id: line.reason for line in found.lines}


def weigh(*, wish: Wish, on: date) -> ProposalRun | None:
    """What the published rules say of `wish` on `on`, with what would have made the difference; not stored.

    None where the year's rules are not published, the wish does not wait, or no answer came in time.
    """
    if not wish.cycle.is_published:
        return None
    problem = problem_for(wish.cycle, on)
    if wish_key(wish.pk) not in {one.id for one in problem.wishes}:
        return None
    try:
        answer = propose(problem, explain=[wish_key(wish.pk)], seconds=PATIENCE)
    except TimeRanOut:
        return None
    return ProposalRun(
        cycle=wish.cycle,
        problem=files.write_problem(problem),
        sha256=files.fingerprint(problem),
        answer=files.write(answer),
        solver=SOLVER,
        is_ad_hoc=True,
    )


def keep(*, wish: Wish, on: date, by: Employee, at: datetime) -> ProposalRun | None:
    """`weigh` stored, so that an answer can be explained as it stood when `by` gave it."""
    run = weigh(wish=wish, on=on)
    if run is not None:
        run.made_by, run.made_at, run.explained_at = by, at, at
        run.save()
    return run


def problem_for(cycle: Cycle, on: date) -> Problem:
    """What waits, and what those who wait have been granted this year: that costs what it costs, and the rest is left.

    So the points for a first grant and the limit for a person count as they do in December.
    """
    basis = basis_during_the_year(cycle, on)
    rows = _within_the_limit(basis.rows, cycle.grants_per_person)
    spent = sum(row.cost for row in rows if row.outcome == Outcome.GRANTED)
    return by_published_rules(
        cycle,
        basis,
        budget=spent + max(basis.budget.reserve_left, 0),
        reserve=0,
        groups=tuple(Group(unit_key(unit), None, None) for unit in sorted({row.unit for row in rows})),
        wishes=tuple(entry(row, basis, cycle, _status(row)) for row in rows),
    )


def _within_the_limit(rows: list[BoardRow], most: int | None) -> list[BoardRow]:
    """People may have granted somebody more than the limit; more than the limit changes nothing, so it is left out."""
    granted: dict[int, list[BoardRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: one.pk):
        if row.outcome == Outcome.GRANTED:
            granted[row.employee].append(row)
    spare = {row.pk for own in granted.values() for row in own[most:]} if most is not None else set()
    return [row for row in rows if row.pk not in spare]


def _status(row: BoardRow) -> Status:
    if row.outcome == Outcome.GRANTED:
        return Status.GRANTED
    return Status.INELIGIBLE if row.needs_exception else Status.OPEN
