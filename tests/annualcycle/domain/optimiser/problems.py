"""December problems as JSON objects: drawn by hypothesis, and answered by trying every set."""

from itertools import product
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]
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
def problems(draw: st.DrawFn, most: int = 9) -> Json:
    """Small prices and few points, so that sets are often equal and rules often bind."""
    size = draw(st.integers(0, most))
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
    """Every set of wishes that keeps all rules, the best first."""

    def __init__(self, facts: Json, *, without: frozenset[str] = frozenset()) -> None:
        """`without`: rules that do not count, as `budget`, `max_amount:A`, and granted wishes that need not be in."""
        self.facts, self.without = facts, without
        self.wishes = sorted(facts["wishes"], key=lambda one: one["id"])
        states = [self._states(one) for one in self.wishes]
        self.sets = [chosen for chosen in product(*states) if self._keeps_rules(chosen)]
        self.sets.sort(key=self._rank, reverse=True)

    def _states(self, one: Json) -> tuple[int, ...]:
        if one["status"] in ("refused", "ineligible"):
            return (0,)
        return (1,) if one["status"] == "granted" and one["id"] not in self.without else (0, 1)

    def inside(self, chosen: tuple[int, ...]) -> list[Json]:
        return [one for one, is_in in zip(self.wishes, chosen, strict=True) if is_in]

    def _keeps_rules(self, chosen: tuple[int, ...]) -> bool:
        return all(self._keeps(rule, self.inside(chosen)) for rule in self.rules() if rule not in self.without)

    def rules(self) -> list[str]:
        facts = self.facts
        found = ["budget", *(f"max_per_person:{person}" for person in sorted({one["person"] for one in self.wishes}))]
        found += [f"max_amount:{group['id']}" for group in facts["groups"]]
        return found + [f"min_grants:{group['id']}" for group in facts["groups"]]

    def _keeps(self, rule: str, inside: list[Json]) -> bool:
        kind, _colon, of = rule.partition(":")
        if kind == "budget":
            return bool(sum(one["cost"] for one in inside) <= self.facts["budget"] - self.facts["reserve"])
        if kind == "max_per_person":
            most = self.facts["max_per_person"]
            return most is None or sum(one["person"] == of for one in inside) <= most
        [group] = [one for one in self.facts["groups"] if one["id"] == of]
        own = [one for one in inside if one["group"] == of]
        if kind == "max_amount":
            return group["max_amount"] is None or bool(sum(one["cost"] for one in own) <= group["max_amount"])
        possible = sum(one["group"] == of and one["status"] in ("open", "granted") for one in self.wishes)
        return bool(len(own) >= min(group["min_grants"] or 0, possible))

    def points(self, one: Json) -> int:
        weighed = sum(each["weight"] * one["scores"][each["id"]] for each in self.facts["criteria"])
        return int(weighed + self.facts["history_points"] * one["history_years"])

    def value(self, chosen: tuple[int, ...]) -> int:
        inside = self.inside(chosen)
        built = {key for one in inside for key in one["builds"]} & set(self.facts["needed"])
        persons = len({one["person"] for one in inside})
        bonuses = self.facts["first_grant_bonus"] * persons + self.facts["coverage_bonus"] * len(built)
        return int(sum(self.points(one) for one in inside) + bonuses)

    def _rank(self, chosen: tuple[int, ...]) -> tuple[int, int, int, tuple[int, ...]]:
        inside = self.inside(chosen)
        persons, cost = len({one["person"] for one in inside}), sum(one["cost"] for one in inside)
        return self.value(chosen), persons, -cost, chosen

    def best(self, place: int | None = None, state: int = 1) -> tuple[int, ...] | None:
        """The best set, or the best in which the wish at `place` is in or out."""
        return next((one for one in self.sets if place is None or one[place] == state), None)


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
