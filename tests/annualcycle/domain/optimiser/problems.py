"""December problems as JSON objects: drawn by hypothesis, and answered by trying every set."""

from typing import Any, TypeAlias

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

Json = dict[str, Any]
# A row for each set or a number for each; a column for each wish.
Sets: TypeAlias = NDArray[np.int64]
CRITERIA = [{"id": "need", "weight": 3}, {"id": "motivation", "weight": 2}]


def wish(number: int, **changes: Any) -> Json:
    facts: Json = {
        "id": f"w{number}",
        "person": f"p{number}",
        "group": "A",
        "cost": 100_00,
        "scores": {"need": 3, "motivation": 3},
        "builds": [],
        "history_years": 0,
        "status": "open",
    }
    return facts | changes


def problem(*wishes: Json, **changes: Any) -> Json:
    facts: Json = {
        "format": "december-problem/1",
        "year": 2027,
        "budget": 1000_00,
        "reserve": 200_00,
        "max_per_person": None,
        "first_grant_bonus": 6,
        "coverage_bonus": 4,
        "history_points": 2,
        "criteria": CRITERIA,
        "needed": ["talks", "law"],
        "groups": [{"id": "A", "min_grants": None, "max_amount": None}],
        "wishes": list(wishes),
    }
    return facts | changes


@st.composite
def problems(draw: st.DrawFn, most: int = 9, least: int = 0) -> Json:
    """Small prices and few points, so that sets are often equal and rules often bind."""
    size = draw(st.integers(least, most))
    groups = draw(st.sampled_from([["A"], ["A", "B"], ["A", "B", "C"]]))
    prices = draw(st.sampled_from([[1, 2, 3], [100, 250], [7, 7, 13, 29], [0, 5]]))
    wishes = [
        wish(
            number,
            person=f"p{draw(st.integers(0, max(size - 2, 0)))}",
            group=draw(st.sampled_from(groups)),
            cost=draw(st.sampled_from(prices)),
            scores={"need": draw(st.integers(0, 2)), "motivation": draw(st.integers(0, 1))},
            builds=draw(st.lists(st.sampled_from(["talks", "law", "other"]), unique=True, max_size=2)),
            history_years=draw(st.integers(0, 1)),
            status=draw(st.sampled_from(["open"] * 6 + ["granted", "refused", "ineligible"])),
        )
        for number in range(size)
    ]
    total = sum(one["cost"] for one in wishes)
    reserve = draw(st.integers(0, 5))
    return problem(
        *wishes,
        budget=reserve + draw(st.integers(0, total + 1)),
        reserve=reserve,
        max_per_person=draw(st.sampled_from([None, None, 1, 2, 0])),
        first_grant_bonus=draw(st.integers(0, 3)),
        coverage_bonus=draw(st.integers(0, 3)),
        history_points=draw(st.integers(0, 2)),
        groups=[
            {
                "id": group,
                "min_grants": draw(st.sampled_from([None, None, 0, 1, 2])),
                "max_amount": draw(st.one_of(st.none(), st.integers(0, total + 1))),
            }
            for group in groups
        ],
    )


class Table:
    """Every set of wishes that keeps all rules, the best first: tried one beside the other, nothing left out."""

    def __init__(self, facts: Json, *, without: frozenset[str] = frozenset()) -> None:
        """`without`: rules that do not count, as `budget`, `max_amount:A`, and granted wishes that need not be in."""
        self.facts, self.without = facts, without
        self.wishes = sorted(facts["wishes"], key=lambda one: one["id"])
        every = self._every_set()
        for rule in self.rules():
            if rule not in without:
                every = every[self._keeps(rule, every)]
        self.tried = every[self._order(every)]

    @property
    def sets(self) -> list[tuple[int, ...]]:
        return [tuple(map(int, row)) for row in self.tried]

    def _every_set(self) -> Sets:
        free = [place for place, one in enumerate(self.wishes) if len(self._states(one)) == 2]
        found = np.zeros((2 ** len(free), len(self.wishes)), dtype=np.int64)
        found[:, free] = np.arange(len(found))[:, None] >> np.arange(len(free)) & 1
        for place, one in enumerate(self.wishes):
            if self._states(one) == (1,):
                found[:, place] = 1
        return found

    def _states(self, one: Json) -> tuple[int, ...]:
        if one["status"] in ("refused", "ineligible"):
            return (0,)
        return (1,) if one["status"] == "granted" and one["id"] not in self.without else (0, 1)

    def inside(self, chosen: tuple[int, ...]) -> list[Json]:
        return [one for one, is_in in zip(self.wishes, chosen, strict=True) if is_in]

    def rules(self) -> list[str]:
        facts = self.facts
        found = ["budget", *(f"max_per_person:{person}" for person in sorted({one["person"] for one in self.wishes}))]
        found += [f"max_amount:{group['id']}" for group in facts["groups"]]
        return found + [f"min_grants:{group['id']}" for group in facts["groups"]]

    def _keeps(self, rule: str, sets: Sets) -> NDArray[np.bool_]:
        kind, _colon, of = rule.partition(":")
        if kind == "budget":
            return np.array(self._costs(sets) <= self.facts["budget"] - self.facts["reserve"])
        if kind == "max_per_person":
            most = self.facts["max_per_person"]
            return np.array(sets @ self._of("person", of) <= (len(self.wishes) if most is None else most))
        [group] = [one for one in self.facts["groups"] if one["id"] == of]
        own = self._of("group", of)
        if kind == "max_amount":
            most = group["max_amount"]
            return np.array(self._costs(sets * own) <= (np.inf if most is None else most))
        possible = sum(one["group"] == of and one["status"] in ("open", "granted") for one in self.wishes)
        return np.array(sets @ own >= min(group["min_grants"] or 0, possible))

    def _of(self, key: str, name: str) -> Sets:
        return np.array([one[key] == name for one in self.wishes], dtype=np.int64)

    def _costs(self, sets: Sets) -> Sets:
        return sets @ np.array([one["cost"] for one in self.wishes], dtype=np.int64)

    def _order(self, sets: Sets) -> Sets:
        """The highest value, then the most persons, the lowest cost, the first id in which two sets differ."""
        persons = sum((self._has(sets, self._of("person", one)) for one in self._names("person")), np.zeros(len(sets)))
        needs = [np.array([key in one["builds"] for one in self.wishes], dtype=np.int64) for key in self._needed()]
        built = sum((self._has(sets, need) for need in needs), np.zeros(len(sets)))
        points = sets @ np.array([self.points(one) for one in self.wishes], dtype=np.int64)
        value = points + self.facts["first_grant_bonus"] * persons + self.facts["coverage_bonus"] * built
        first = sets @ (2 ** np.arange(len(self.wishes), dtype=np.int64)[::-1])
        return np.lexsort((first, -self._costs(sets), persons, value))[::-1]

    def _has(self, sets: Sets, members: Sets) -> Sets:
        return (sets @ members > 0).astype(np.int64)

    def _names(self, key: str) -> list[str]:
        return sorted({one[key] for one in self.wishes})

    def _needed(self) -> list[str]:
        return sorted(set(self.facts["needed"]))

    def points(self, one: Json) -> int:
        weighed = sum(each["weight"] * one["scores"][each["id"]] for each in self.facts["criteria"])
        return int(weighed + self.facts["history_points"] * one["history_years"])

    def value(self, chosen: tuple[int, ...]) -> int:
        inside = self.inside(chosen)
        built = {key for one in inside for key in one["builds"]} & set(self.facts["needed"])
        persons = len({one["person"] for one in inside})
        bonuses = self.facts["first_grant_bonus"] * persons + self.facts["coverage_bonus"] * len(built)
        return int(sum(self.points(one) for one in inside) + bonuses)

    def best(self, place: int | None = None, state: int = 1) -> tuple[int, ...] | None:
        """The best set, or the best in which the wish at `place` is in or out."""
        found = self.tried if place is None else self.tried[self.tried[:, place] == state]
        return tuple(map(int, found[0])) if len(found) else None


def answer(facts: Json) -> Json:
    """The december-proposal/1 of a small problem, by its definition."""
    table = Table(facts)
    best = table.best()
    if best is None:
        return {"status": "infeasible"}
    inside = table.inside(best)
    return {
        "format": "december-proposal/1",
        "status": "optimal",
        "value": table.value(best),
        "bound": table.value(best),
        "persons": len({one["person"] for one in inside}),
        "cost": sum(one["cost"] for one in inside),
        "granted": [one["id"] for one in inside],
        "wishes": [_line(facts, table, best, place) for place in range(len(table.wishes))],
        "conflicts": [],
    }


def _line(facts: Json, table: Table, best: tuple[int, ...], place: int) -> Json:
    one = table.wishes[place]
    line: Json = {"id": one["id"], "points": table.points(one), "granted": bool(best[place]), "displaces": []}
    line |= dict.fromkeys(["margin", "loss", "extra_budget", "points_short"])
    if one["status"] in ("refused", "ineligible"):
        return line | {"reason": one["status"]}
    if best[place]:
        without = _left_out(facts, table, place)
        margin = None if without is None else table.value(best) - without
        return line | {"reason": "decided" if one["status"] == "granted" else "best", "margin": margin}
    line |= _refusal(facts, table.inside(best), one)
    forced = table.best(place)
    if forced is None:
        return line
    loss = table.value(best) - table.value(forced)
    leaving = [other["id"] for other, was, now in zip(table.wishes, best, forced, strict=True) if was and not now]
    return line | {"loss": loss, "points_short": loss + 1, "displaces": leaving}


def _left_out(facts: Json, table: Table, place: int) -> int | None:
    """The highest value without this wish, also when a person has granted it."""
    free = Table(facts, without=frozenset([table.wishes[place]["id"]]))
    found = free.best(place, 0)
    return None if found is None else free.value(found)


def _refusal(facts: Json, inside: list[Json], one: Json) -> Json:
    [group] = [each for each in facts["groups"] if each["id"] == one["group"]]
    most, amount = facts["max_per_person"], group["max_amount"]
    spent = sum(each["cost"] for each in inside)
    of_group = sum(each["cost"] for each in inside if each["group"] == one["group"])
    if most is not None and sum(each["person"] == one["person"] for each in inside) >= most:
        return {"reason": "person", "extra_budget": 0}
    if amount is not None and of_group + one["cost"] > amount:
        return {"reason": "group", "extra_budget": 0}
    missing = spent + one["cost"] - (facts["budget"] - facts["reserve"])
    return {"reason": "budget", "extra_budget": missing} if missing > 0 else {"reason": "value", "extra_budget": 0}
