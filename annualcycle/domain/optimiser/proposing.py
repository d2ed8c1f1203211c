"""The proposal with a reason for each wish, and what would have made the difference."""

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import inf
from threading import local
from time import monotonic

from annualcycle.domain.optimiser.conflicts import conflicts_of
from annualcycle.domain.optimiser.model import Model
from annualcycle.domain.optimiser.problem import Line, Outcome, Problem, Proposal, Reason, Status, Wish
from annualcycle.domain.optimiser.relaxed import Infeasible
from annualcycle.domain.optimiser.solver import Best, Known, Solver

# Above this many wishes nothing is explained unless it is asked for.
EXPLAINED = 500
_THREADS = 2
# HiGHS looks at the clock now and then only: with this part of the time it ends within all of it.
_OF_THE_TIME = 0.9


def _silent(_number: int) -> None:
    """Nobody asks how far it is."""


def propose(
    problem: Problem,
    *,
    explain: Collection[str] | None = None,
    seconds: float = inf,
    tell: Callable[[int], None] = _silent,
) -> Proposal:
    """The best set of wishes (formats.md, december-problem/1).

    `explain`: ids of the wishes whose margin or loss is wanted; None: all of up to EXPLAINED wishes, else none.
    `seconds`: after these the best set found so far is the answer, with its bound.
    `tell` hears how many wishes are explained, one by one. Raises TimeRanOut when no set at all was found in time.
    """
    deadline = monotonic() + seconds * _OF_THE_TIME
    model = Model(problem)
    solver = Solver(model, deadline=deadline)
    try:
        best = solver.best()
    except Infeasible:
        return Proposal(Outcome.INFEASIBLE, None, None, 0, 0, (), (), conflicts_of(model))
    chosen = Chosen(model, best)
    lines = {wish.id: chosen.line(wish) for wish in problem.wishes}
    if explain is None:
        explain = lines if len(lines) <= EXPLAINED else ()
    if best.proved:
        wanted = [replace(lines[one], displaces=()) for one in sorted(set(explain))]
        lines |= {line.id: line for line in wanted} | _explained(
            model, best, wanted, tell, _THREADS if solver.searched else 1
        )
    return _answer(best, chosen, lines)


def _answer(best: Best, chosen: "Chosen", lines: dict[str, Line]) -> Proposal:
    """All that is said of the set, the lines in the order of their ids."""
    return Proposal(
        status=Outcome.OPTIMAL if best.proved else Outcome.FEASIBLE,
        value=best.value,
        bound=best.bound,
        persons=len({wish.person for wish in chosen.wishes}),
        cost=chosen.cost,
        granted=tuple(wish.id for wish in chosen.wishes),
        lines=tuple(lines[one] for one in sorted(lines)),
    )


class Chosen:
    """The wishes of a set, in whole øre, and what stops the others."""

    def __init__(self, model: Model, best: Best) -> None:
        self.problem = model.problem
        self.wishes = [model.wishes[place] for place in best.places]
        self.ids = {wish.id for wish in self.wishes}
        self.cost = sum(wish.cost for wish in self.wishes)
        self._most = {group.id: group.max_amount for group in self.problem.groups}
        self._spent = _sums(self.wishes, lambda wish: wish.group, lambda wish: wish.cost)
        self._of = _sums(self.wishes, lambda wish: wish.person, lambda _wish: 1)

    def line(self, wish: Wish) -> Line:
        """The wish with its reason; nothing explained yet."""
        points = self.problem.points(wish)
        if wish.id in self.ids:
            reason = Reason.DECIDED if wish.status == Status.GRANTED else Reason.BEST
            return Line(wish.id, points, granted=True, reason=reason)
        if not wish.status.may_be_in:
            return Line(wish.id, points, granted=False, reason=Reason(wish.status.value))
        return Line(wish.id, points, granted=False, reason=self._why_not(wish), extra_budget=self._missing(wish))

    def _why_not(self, wish: Wish) -> Reason:
        """The first rule that stands against granting it on top of the rest; none: others give more."""
        most, limit = self._most[wish.group], self.problem.max_per_person
        if limit is not None and self._of.get(wish.person, 0) >= limit:
            return Reason.PERSON
        if most is not None and self._spent.get(wish.group, 0) + wish.cost > most:
            return Reason.GROUP
        return Reason.BUDGET if self.cost + wish.cost > self.problem.limit else Reason.VALUE

    def _missing(self, wish: Wish) -> int:
        """Øre missing to grant it on top of the rest, 0 if money is not what stops it."""
        return self.cost + wish.cost - self.problem.limit if self._why_not(wish) == Reason.BUDGET else 0


def _sums(wishes: list[Wish], key: Callable[[Wish], str], number: Callable[[Wish], int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for wish in wishes:
        found[key(wish)] = found.get(key(wish), 0) + number(wish)
    return found


def _explained(
    model: Model, best: Best, lines: list[Line], tell: Callable[[int], None], threads: int
) -> dict[str, Line]:
    """The lines with margin or loss, by so many solvers that share what they find.

    While HiGHS searches the other goes on; listing does not let it, so there one is quicker than two.
    """
    own = local()
    known: Known = []

    def explain(line: Line) -> Line:
        if not hasattr(own, "solver"):
            own.solver = Solver(model, known=known)
        return _explain(own.solver, best, line)

    asked = [line for line in lines if line.reason not in (Reason.REFUSED, Reason.INELIGIBLE)]
    with ThreadPoolExecutor(threads) as pool:
        found = {}
        for line in pool.map(explain, asked):
            found[line.id] = line
            tell(len(found))
        return found


def _explain(solver: Solver, best: Best, line: Line) -> Line:
    """What leaving it out, or forcing it in, would cost."""
    wishes = solver.model.wishes
    [place] = [number for number, wish in enumerate(wishes) if wish.id == line.id]
    try:
        if line.granted:
            return replace(line, margin=best.value - solver.value(out=place))
        forced = solver.best(having=place)
    except Infeasible:
        return line
    leaving = tuple(wishes[one].id for one in best.places if one not in forced.places)
    return replace(line, loss=best.value - forced.value, displaces=leaving)
