"""What goes into the December proposal and what comes out. Money is whole øre."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What a person or a rule has said of a wish before the proposal."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    INELIGIBLE = "ineligible"

    @property
    def may_be_in(self) -> bool:
        return self in (Status.OPEN, Status.GRANTED)


class Reason(StrEnum):
    """Why a wish is in the proposal or not."""

    BEST = "best"
    DECIDED = "decided"
    BUDGET = "budget"
    GROUP = "group"
    PERSON = "person"
    VALUE = "value"
    REFUSED = "refused"
    INELIGIBLE = "ineligible"


class Outcome(StrEnum):
    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


class RuleKind(StrEnum):
    BUDGET = "budget"
    MAX_PER_PERSON = "max_per_person"
    MAX_AMOUNT = "max_amount"
    MIN_GRANTS = "min_grants"


@dataclass(frozen=True)
class Criterion:
    id: str
    weight: int


@dataclass(frozen=True)
class Group:
    """A team: at least `min_grants` wishes, for at most `max_amount` øre; None: no such rule."""

    id: str
    min_grants: int | None
    max_amount: int | None


@dataclass(frozen=True)
class Wish:
    id: str
    person: str
    group: str
    cost: int
    scores: Mapping[str, int]
    builds: frozenset[str]
    history_years: int
    status: Status


@dataclass(frozen=True)
class Problem:
    year: int
    budget: int
    reserve: int
    max_per_person: int | None
    first_grant_bonus: int
    coverage_bonus: int
    history_points: int
    criteria: tuple[Criterion, ...]
    needed: frozenset[str]
    groups: tuple[Group, ...]
    wishes: tuple[Wish, ...]

    @property
    def limit(self) -> int:
        """What the wishes may cost together; the reserve is kept for the year (source: S54)."""
        return self.budget - self.reserve

    def points(self, wish: Wish) -> int:
        """Σ weight × score + what waiting years give (sources: S60, S63)."""
        weighed = sum(one.weight * wish.scores[one.id] for one in self.criteria)
        return weighed + self.history_points * wish.history_years


@dataclass(frozen=True)
class Line:
    """One wish in the proposal.

    margin: value lost if it were left out; loss: value lost if it were forced in, None if it cannot be;
    displaces: what then leaves the best set, None until explained;
    extra_budget: øre missing to grant it on top of all the rest.
    """

    id: str
    points: int
    granted: bool
    reason: Reason
    margin: int | None = None
    loss: int | None = None
    displaces: tuple[str, ...] | None = None
    extra_budget: int | None = None

    @property
    def points_short(self) -> int | None:
        """With that many more points it is in every best set."""
        return None if self.loss is None else self.loss + 1


@dataclass(frozen=True)
class Conflict:
    """One of the rules that cannot all hold. `of` is its group or person; `wishes` are granted ones it counts."""

    rule: RuleKind
    of: str | None
    wishes: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """`bound`: no set of wishes is worth more. Without a set that keeps all rules, `conflicts` names them."""

    status: Outcome
    value: int | None
    bound: int | None
    persons: int
    cost: int
    granted: tuple[str, ...]
    lines: tuple[Line, ...]
    conflicts: tuple[Conflict, ...] = ()
