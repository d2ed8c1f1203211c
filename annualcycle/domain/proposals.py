"""The December proposal of a year: computed by its published rules, kept with its inputs, accepted wish by wish.

The program decides nothing (GDPR art. 22): each accepted line is a decision by a named person (sources: S46, S54–S66).
"""

import json
import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from annualcycle.domain import decisions
from annualcycle.domain.entries import SOLVER, by_published_rules, entry, unit_key, wish_key
from annualcycle.domain.optimiser import files, propose
from annualcycle.domain.optimiser.comparing import by_equal_shares, by_points
from annualcycle.domain.optimiser.problem import Group, Problem, Status
from annualcycle.models import Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.board import UNDECIDED, BoardRow
from annualcycle.queries.proposals import basis_of
from competence.models import Employee

logger = logging.getLogger(__name__)

# Seconds that the page waits for the best set; after them the best one found is shown, with how far off it may be.
PATIENCE = 10.0
# Wishes that are explained while the page waits; more are explained in the background.
AT_ONCE = 25
TOLD_EVERY = 5
# After so long without an answer a worker is taken to be gone.
LOST_AFTER = timedelta(minutes=10)


class NoBudget(Exception):
    """Without a budget there is nothing to propose."""


class NotPublished(Exception):
    """The rules of the year are not published, so nothing is computed by them."""


class NothingProposed(Exception):
    """The proposal leaves this wish to people: it is settled otherwise, or a rule is not met."""


@dataclass(frozen=True)
class Choice:
    """What people want held fast: wishes that must be in or out, by their ids, and what is decided already."""

    pinned: frozenset[int] = frozenset()
    excluded: frozenset[int] = frozenset()
    keeps_decisions: bool = False

    @classmethod
    def of(cls, run: ProposalRun | None) -> "Choice":
        if run is None:
            return cls()
        return cls(frozenset(run.pinned), frozenset(run.excluded), run.keeps_decisions)

    def with_wish(self, wish: int, place: str) -> "Choice":
        """`wish` must be `in`, `out`, or is `free` again."""
        pinned, excluded = self.pinned - {wish}, self.excluded - {wish}
        if place == "in":
            return replace(self, pinned=pinned | {wish}, excluded=excluded)
        return replace(self, pinned=pinned, excluded=excluded | {wish} if place == "out" else excluded)


def make(*, cycle: Cycle, by: Employee, at: datetime, choice: Choice) -> ProposalRun:
    """Compute and keep a proposal; small ones are explained at once. Raises as `problem_for` does, and TimeRanOut.

    It changes no decision. Which proposals wait for their explanations, `explained_at` says.
    """
    problem = problem_for(cycle, choice)
    is_small = len(problem.wishes) <= AT_ONCE
    answer = propose(problem, explain=None if is_small else (), seconds=PATIENCE)
    run = ProposalRun.objects.create(
        cycle=cycle,
        problem=files.write_problem(problem),
        sha256=files.fingerprint(problem),
        answer=files.write(answer),
        others={"points": list(by_points(problem)), "shares": list(by_equal_shares(problem))},
        solver=SOLVER,
        pinned=sorted(choice.pinned),
        excluded=sorted(choice.excluded),
        keeps_decisions=choice.keeps_decisions,
        made_by=by,
        made_at=at,
        progress=len(problem.wishes) if is_small else 0,
        explained_at=at if is_small else None,
    )
    if not is_small:
        transaction.on_commit(lambda: _announce(run), robust=True)
    return run


def _announce(run: ProposalRun) -> None:
    """Wake a worker. A broker that is down is only logged: the page says that nothing came, and offers another try."""
    try:
        current_app.send_task("annualcycle.tasks.explain_proposal", kwargs={"run_id": run.pk})
    except OperationalError:
        logger.exception("proposal %s is not announced", run.pk)


def explain(*, run: ProposalRun, at: datetime) -> ProposalRun:
    """Add to the answer what would have made the difference for each wish; harmless when it runs twice."""

    def tell(number: int) -> None:
        if number % TOLD_EVERY == 0:
            ProposalRun.objects.filter(pk=run.pk).update(progress=number)

    answer = again(run, tell=tell)
    ProposalRun.objects.filter(pk=run.pk, explained_at=None).update(answer=answer, explained_at=at)
    run.refresh_from_db()
    return run


def again(run: ProposalRun, **options: Any) -> dict[str, Any]:
    """The answer to the stored inputs, computed anew with every explanation: the same as the stored one."""
    return files.write(propose(problem_of(run), **options))


def problem_of(run: ProposalRun) -> Problem:
    """The inputs of `run`."""
    return files.read(json.dumps(run.problem))


@transaction.atomic
def accept(*, run: ProposalRun, wish: Wish, by: Employee, at: datetime, revision: int | None = None) -> Decision:
    """`by` decides about `wish` what `run` proposes. Raises NothingProposed, and as `decisions.decide` does."""
    outcome = proposed(run, wish.pk)
    if outcome is None or run.cycle_id != wish.cycle_id:
        raise NothingProposed
    return decisions.decide(wish=wish, outcome=outcome, by=by, at=at, revision=revision, run=run)


def proposed(run: ProposalRun, wish: int) -> Outcome | None:
    """What `run` proposes; None where it is not for the competition to say."""
    lines = {line["id"]: line for line in run.answer["wishes"]}
    line = lines.get(wish_key(wish))
    if line is None or line["reason"] in ("refused", "ineligible"):
        return None
    return Outcome.GRANTED if line["granted"] else Outcome.NOT_MET


def problem_for(cycle: Cycle, choice: Choice) -> Problem:
    """What is to be solved today (source: formats.md). Raises NoBudget, NotPublished.

    Wishes found outside the strategy or met by knowledge sharing do not compete; what a default rule stands against
    does not either, unless an exception was made. What is placed by right and agreed in the talks is spent already.
    """
    if not cycle.is_published:
        raise NotPublished
    basis = basis_of(cycle)
    if basis.budget.total is None:
        raise NoBudget
    return by_published_rules(
        cycle,
        basis,
        budget=basis.budget.total - basis.budget.placed - basis.budget.agreed,
        reserve=basis.budget.reserve,
        groups=tuple(_group(cycle, unit) for unit in sorted({row.unit for row in basis.rows})),
        wishes=tuple(entry(row, basis, cycle, _status(row, choice)) for row in basis.rows),
    )


def _group(cycle: Cycle, unit: int) -> Group:
    return Group(unit_key(unit), cycle.team_grants, cycle.team_amount)


def _status(row: BoardRow, choice: Choice) -> Status:
    """People's word first, then the rules."""
    if row.pk in choice.pinned:
        return Status.GRANTED
    if row.pk in choice.excluded or row.outcome in (Outcome.OUTSIDE, Outcome.SHARING):
        return Status.REFUSED
    if choice.keeps_decisions and row.outcome != UNDECIDED:
        return Status.GRANTED if row.outcome == Outcome.GRANTED else Status.REFUSED
    return Status.INELIGIBLE if row.needs_exception else Status.OPEN


def accept_each(
    *, run: ProposalRun, wishes: Collection[tuple[Wish, int | None]], by: Employee, at: datetime
) -> list[tuple[Wish, Exception]]:
    """Accept the lines that `by` has seen and chosen, each a decision of its own; answers those that were refused."""
    refused: list[tuple[Wish, Exception]] = []
    for wish, revision in wishes:
        try:
            accept(run=run, wish=wish, by=by, at=at, revision=revision)
        except (NothingProposed, decisions.ExceptionNeeded, *decisions.REFUSALS) as refusal:
            refused.append((wish, refusal))
    return refused
