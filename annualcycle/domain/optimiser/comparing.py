"""What a set of wishes comes to, and simpler rules to hold the best set against. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annualcycle.domain.optimiser.problem import Problem, Status, Wish
from annualcycle.domain.optimiser.shares import Project, equal_shares


@dataclass(frozen=True)
class Sums:
    """What a set comes to. `value` is points and bonuses; `needs` counts needed competences built; `cost` is øre."""

    value: int
    points: int
    persons: int
    groups: int
    needs: int
    cost: int
    wishes: int


def sums_of(problem: Problem, granted: Collection[str]) -> Sums:
    """Counted anew from the problem; ids that it does not have count for nothing."""
    inside = [wish for wish in problem.wishes if wish.id in granted]
    points = sum(problem.points(wish) for wish in inside)
    persons = len({wish.person for wish in inside})
    needs = len({one for wish in inside for one in wish.builds} & problem.needed)
    return Sums(
        value=points + persons * problem.first_grant_bonus + needs * problem.coverage_bonus,
        points=points,
        persons=persons,
        groups=len({wish.group for wish in inside}),
        needs=needs,
        cost=sum(wish.cost for wish in inside),
        wishes=len(inside),
    )


def by_points(problem: Problem) -> tuple[str, ...]:
    """From the most points down, each wish that still fits; equal points: the cheaper one, then by id."""
    return _filled(problem, Chosen(problem))


def by_equal_shares(problem: Problem) -> tuple[str, ...]:
    """Equal shares of the money for everybody with a wish, pooled by team; what is left goes from the points down.

    Each wish has the people of its team as supporters, and its points are what it is worth to each of them.
    """
    chosen = Chosen(problem)
    rest = [wish for wish in problem.wishes if wish.status.may_be_in and wish.id not in chosen.ids]
    people = {group.id: sorted({wish.person for wish in rest if wish.group == group.id}) for group in problem.groups}
    projects = {
        wish.id: Project(wish.cost, {f"{wish.group}/{one}": problem.points(wish) for one in people[wish.group]})
        for wish in rest
    }
    by_id = {wish.id: wish for wish in rest}
    for one in equal_shares(problem.limit - chosen.cost, projects):
        chosen.take_if_it_fits(by_id[one])
    return _filled(problem, chosen)


def _filled(problem: Problem, chosen: "Chosen") -> tuple[str, ...]:
    ranked = sorted(problem.wishes, key=lambda wish: (-problem.points(wish), wish.cost, wish.id))
    for wish in ranked:
        if wish.status.may_be_in and wish.id not in chosen.ids:
            chosen.take_if_it_fits(wish)
    return tuple(sorted(chosen.ids))


class Chosen:
    """A set that grows wish by wish under the rules; what people have decided is in it from the start."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.ids: set[str] = set()
        self.cost = 0
        self._persons: Counter[str] = Counter()
        self._groups: Counter[str] = Counter()
        self._most = {group.id: group.max_amount for group in problem.groups}
        self._take(wish for wish in problem.wishes if wish.status == Status.GRANTED)

    def take_if_it_fits(self, wish: Wish) -> None:
        most, limit = self._most[wish.group], self.problem.max_per_person
        fits = self.cost + wish.cost <= self.problem.limit
        fits = fits and (most is None or self._groups[wish.group] + wish.cost <= most)
        if fits and (limit is None or self._persons[wish.person] < limit):
            self._take([wish])

    def _take(self, wishes: Iterable[Wish]) -> None:
        for wish in wishes:
            self.ids.add(wish.id)
            self.cost += wish.cost
            self._persons[wish.person] += 1
            self._groups[wish.group] += wish.cost
