"""The figures of a year, counted and protected (source: S67).

All tables of a year are protected together, because a number hidden in one of them could be found from another:
teams, professions and kinds of employment add up to the same whole.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from django.db.models import Exists, OuterRef

from annualcycle.disclosure import Cell, Key, Sum, protect, too_few
from annualcycle.models import Cycle, Decision, FollowUp, PlanVersion, Talk, Wish
from annualcycle.models.decisions import Outcome
from competence.models import Employment, Municipality
from competence.text import danish_key

WHOLE = ""
OUTCOMES = (Outcome.GRANTED, Outcome.NOT_MET, Outcome.SHARING, Outcome.OUTSIDE)
OPEN = "open"
TALKS = ("talks", "held", "plans")
SHARES = ("granted", "others")
FOLLOWED, NOT_FOLLOWED = "followed", "not_followed"
OTHERS = "\uffff"


@dataclass(frozen=True)
class Row:
    """One line of a table: what it is about, and its numbers; None is hidden. `amount` is øre."""

    label: str
    cells: dict[str, int | None]
    amount: int | None = None


@dataclass(frozen=True)
class Figures:
    """The tables of a year. `whole` is the centre; a profession without a name is all those too small to show."""

    smallest: int
    whole: Row
    teams: list[Row]
    professions: list[Row]
    kinds: list[Row]

    @property
    def hides(self) -> bool:
        rows = [self.whole, *self.teams, *self.professions, *self.kinds]
        return any(value is None for row in rows for value in row.cells.values())

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def from_json(stored: Mapping[str, Any]) -> Figures | None:
    """The stored figures; None where there are none yet."""
    if not stored:
        return None
    tables = {name: [Row(**row) for row in stored[name]] for name in ("teams", "professions", "kinds")}
    return Figures(stored["smallest"], Row(**stored["whole"]), **tables)


@dataclass
class Counts:
    """What is counted: key (table, row, column) → number and persons, amounts by team, and names of rows."""

    numbers: Counter[Key] = field(default_factory=Counter)
    people: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    amounts: Counter[str] = field(default_factory=Counter)
    circles: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def cell(self, key: Key) -> Cell:
        """The number with the persons it protects.

        Whether talks are held and plans confirmed is shown for teams of enough people, however few lack one: nobody
        is singled out in such a circle; so are follow-ups, where enough people have been granted something. What was
        answered to wishes is shown only where enough people share it.
        """
        table, row, column = cast(tuple[str, str, str], key)
        people = self.people[key]
        if table == "team" and column in TALKS:
            people = self.circles[row]
        elif column in (FOLLOWED, NOT_FOLLOWED):
            people = self.people[table, row, "granted"]
        return Cell(self.numbers[key], len(people))

    def add(self, keys: Iterable[Hashable], person: int) -> None:
        for key in keys:
            self.numbers[key] += 1
            self.people[key].add(person)

    def rows(self, table: str) -> list[str]:
        found = {key[1] for key in self.numbers if isinstance(key, tuple) and key[0] == table}
        return sorted(found - {WHOLE}, key=danish_key)


def figures_of(cycle: Cycle) -> Figures:
    """The year as it stands, safe to show to anybody; four queries whatever the number of people."""
    smallest = Municipality.objects.get(unit=cycle.unit.municipality_id).smallest_cell
    counts = _counts(cycle, smallest)
    sums = _sums(counts)
    cells: dict[Key, Cell] = {key: counts.cell(key) for one in sums for key in one.keys}
    hidden = protect(cells, sums, smallest)
    shown = {key: None if key in hidden else cell.value for key, cell in cells.items()}
    return Figures(
        smallest=smallest,
        whole=_row(counts, "team", WHOLE, shown, _whole_amount(counts, hidden, smallest)),
        teams=[_row(counts, "team", name, shown, counts.amounts[name]) for name in counts.rows("team")],
        professions=[_row(counts, "profession", name, shown) for name in counts.rows("profession")],
        kinds=[_row(counts, "kind", name, shown) for name in counts.rows("kind")],
    )


def _counts(cycle: Cycle, smallest: int) -> Counts:
    counts = Counts()
    _count_talks(counts, cycle)
    wishes = Wish.objects.filter(cycle=cycle, state=Wish.State.SUBMITTED).select_related("unit", "decision__follow_up")
    rows = list(wishes.order_by("pk"))
    posts = _posts(rows)
    found = {wish.pk: posts.get((wish.employee_id, wish.unit_id)) for wish in rows}
    professions = {pk: post.profession if post else "" for pk, post in found.items()}
    kinds = {pk: str(post.kind) if post else "" for pk, post in found.items()}
    few = _few(rows, professions, smallest), _few(rows, kinds, smallest)
    for wish in rows:
        profession, kind = professions[wish.pk], kinds[wish.pk]
        groups = (
            ("profession", OTHERS if profession in few[0] else profession),
            ("kind", OTHERS if kind in few[1] else kind),
        )
        _count_wish(counts, wish, groups)
    return counts


def _count_talks(counts: Counts, cycle: Cycle) -> None:
    confirmed = PlanVersion.objects.filter(
        plan__cycle=cycle,
        plan__employee=OuterRef("employee"),
        employee_confirmed_at__isnull=False,
        leader_confirmed_at__isnull=False,
    )
    talks = Talk.objects.filter(cycle=cycle).annotate(has_plan=Exists(confirmed)).order_by()
    for team, person, state, has_plan in talks.values_list("unit__name", "employee_id", "state", "has_plan"):
        found = {"talks": True, "held": state == Talk.State.HELD, "plans": has_plan}
        for row in (team, WHOLE):
            counts.circles[row].add(person)
            counts.add([("team", row, column) for column, there in found.items() if there], person)


def _count_wish(counts: Counts, wish: Wish, groups: Iterable[tuple[str, str]]) -> None:
    decision = getattr(wish, "decision", None)
    outcome = str(decision.outcome) if decision else OPEN
    share = "granted" if outcome == Outcome.GRANTED else "others"
    columns = ["wishes", outcome]
    if decision and outcome == Outcome.GRANTED:
        columns.append(FOLLOWED if _is_followed_up(decision) else NOT_FOLLOWED)
    keys = [("team", row, column) for row in (wish.unit.name, WHOLE) for column in columns]
    keys += [(table, row, column) for table, row in groups for column in ("wishes", share)]
    counts.add([*keys, ("team", WHOLE, "others")] if share == "others" else keys, wish.employee_id)
    if decision:
        counts.amounts[wish.unit.name] += decision.amount
        counts.amounts[WHOLE] += decision.amount


def _is_followed_up(decision: Decision) -> bool:
    found: FollowUp | None = getattr(decision, "follow_up", None)
    return bool(found and found.followed_at)


def _posts(wishes: list[Wish]) -> dict[tuple[int, int], Employment]:
    """The latest employment of each wish's owner in the wish's unit."""
    people = {wish.employee_id for wish in wishes}
    posts = Employment.objects.filter(employee__in=people).order_by("starts_on", "pk")
    return {(post.employee_id, post.unit_id): post for post in posts}


def _few(wishes: list[Wish], names: Mapping[int, str], smallest: int) -> set[str]:
    """The groups to put together as "others": those of too few people, and more until they are enough together."""
    people: dict[str, set[int]] = defaultdict(set)
    for wish in wishes:
        people[names[wish.pk]].add(wish.employee_id)
    return too_few(people, smallest)


def _sums(counts: Counts) -> list[Sum]:
    """Everything that adds up within and between the tables."""
    sums = []
    teams, outcomes = counts.rows("team"), [*(str(outcome) for outcome in OUTCOMES), OPEN]
    for row in [*teams, WHOLE]:
        sums.append(_sum("team", row, "wishes", outcomes))
        sums.append(_sum("team", row, "granted", (FOLLOWED, NOT_FOLLOWED)))
    for column in (*TALKS, "wishes", *outcomes, FOLLOWED, NOT_FOLLOWED):
        sums.append(_down("team", teams, column))
    sums.append(_sum("team", WHOLE, "wishes", SHARES))
    for table in ("profession", "kind"):
        rows = counts.rows(table)
        sums += [_sum(table, row, "wishes", SHARES) for row in rows]
        sums += [_down(table, rows, column) for column in ("wishes", *SHARES)]
    return [one for one in sums if one.parts]


def _sum(table: str, row: str, whole: str, parts: Iterable[str]) -> Sum:
    return Sum((table, row, whole), tuple((table, row, part) for part in parts))


def _down(table: str, rows: list[str], column: str) -> Sum:
    """The rows of a table add up to the centre."""
    return Sum(("team", WHOLE, column), tuple((table, row, column) for row in rows))


def _whole_amount(counts: Counts, hidden: frozenset[Key], smallest: int) -> int | None:
    """The centre's amount; hidden when the hidden teams' share, which it gives away, is that of too few persons."""
    shut = [key for key in hidden if isinstance(key, tuple) and key[0] == "team" and key[1] and key[2] == "granted"]
    members = set().union(*(counts.people[key] for key in shut))
    return None if 0 < len(members) < smallest else counts.amounts[WHOLE]


def _row(counts: Counts, table: str, name: str, shown: dict[Key, int | None], amount: int | None = None) -> Row:
    """A row without the columns that only serve to protect it."""
    columns = (*TALKS, "wishes", *OUTCOMES, FOLLOWED) if table == "team" else ("wishes", "granted")
    cells = {str(column): shown.get((table, name, str(column)), 0) for column in columns}
    granted = cells["granted"]
    label = "" if name == OTHERS else name
    return Row(label, cells, None if granted is None else amount)
