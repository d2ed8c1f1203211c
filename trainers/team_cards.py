"""The composer's teams as the page shows them: names, heat table, what is lacking, what a team takes from each unit."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competence.models import Unit
from trainers.domain.composer import Team
from trainers.domain.team_rules import (
    Problem,
    lost_without,
    missing_cover,
    missing_hours,
    units_without,
    usable_of,
)
from trainers.domain.teams import Composed, Exchange, exchanges, key_of
from trainers.models import Criterion
from trainers.naming import short_names
from trainers.queries.candidates import Frame, Person
from trainers.queries.teams import Room


@dataclass(frozen=True)
class Cell:
    """A level 0–5, or the wish to learn it; `covers` when it counts for the team."""

    level: int | None
    is_wish: bool
    covers: bool


@dataclass(frozen=True)
class HeatRow:
    """One criterion with a cell for each member."""

    criterion: Criterion
    cells: list[Cell]
    is_missing: bool


@dataclass(frozen=True)
class Swap:
    """An exchange in names and words."""

    leaves: str
    joins: str
    effect: str


@dataclass(frozen=True)
class Needed:
    """Somebody the team cannot spare, and what it would be without."""

    name: str
    why: str


@dataclass(frozen=True)
class Card:
    """One team."""

    number: int
    title: str
    note: str
    people: list[Person]
    names: list[str]
    rows: list[HeatRow]
    hours: int
    reached: int
    taught: int
    without: list[str]
    missing: list[str]
    critical: list[Needed]
    swaps: list[Swap]

    @property
    def keys(self) -> list[int]:
        return [one.pk for one in self.people]

    @property
    def heads(self) -> list[tuple[int, str]]:
        """Each member's key with the short name that stands over the column."""
        return list(zip(self.keys, self.names, strict=True))


@dataclass(frozen=True)
class DrainRow:
    """What a unit gives: `before` in other roles, `now` in this team, most hours a week; the limits, None for no limit.

    `members` are people over all roles: whoever of the team has a role already is one of them still.
    """

    unit: Unit
    before: int
    now: int
    members: int
    limit: int | None
    member_limit: int | None

    @property
    def hours(self) -> int:
        return self.before + self.now

    @property
    def whole(self) -> int:
        """What the bar stands for: somewhat more than the limit, so that the limit is seen inside it."""
        return max((self.limit or 0) * 5 // 3, self.hours, 8)

    @property
    def is_over(self) -> bool:
        over_hours = self.limit is not None and self.hours > self.limit
        return over_hours or (self.member_limit is not None and self.members > self.member_limit)


def cards_of(composed: Composed, frame: Frame, people: Sequence[Person]) -> list[Card]:
    """The teams of a run, the best first."""
    by_key = {key_of(one.pk): one for one in people}
    teams = [team for team in composed.teams if all(key in by_key for key in team.members)]
    return [_card(number, team, teams[0], composed, frame, by_key) for number, team in enumerate(teams)]


def _card(number: int, team: Team, best: Team, composed: Composed, frame: Frame, by_key: Mapping[str, Person]) -> Card:
    members = [by_key[key] for key in team.members]
    without = set(units_without(composed.problem, [composed.candidate(key) for key in team.members]))
    rows = heat_rows(frame, members)
    lacking = [row.criterion.name for row in rows if row.is_missing]
    names = names_of(by_key.values())
    critical = [_needed(key, members, composed, frame, names) for key in team.critical]
    swaps = [_swap(one, names) for one in exchanges(composed, team)]
    return Card(
        number=number,
        title=_title(number, team, best, names),
        note=_note(team, lacking, [one.name for one in critical], composed.problem),
        people=members,
        names=[names[key_of(one.pk)] for one in members],
        rows=rows,
        hours=sum(one.hours for one in members),
        reached=len(frame.taught) - len(without),
        taught=len(frame.taught),
        without=[one.unit.name for one in frame.taught if f"u{one.unit_id}" in without],
        missing=lacking,
        critical=critical,
        swaps=swaps,
    )


def _title(number: int, team: Team, best: Team, names: Mapping[str, str]) -> str:
    """The best by its name; the others by everything that is different, so that no two are called the same."""
    if number == 0:
        return _("Recommended")
    gone = [names[key] for key in best.members if key not in team.members]
    new = [names[key] for key in team.members if key not in best.members]
    if not new:
        return _("Without %(names)s") % {"names": _and(gone)}
    if not gone:
        return _("With %(names)s as well") % {"names": _and(new)}
    return _("With %(new)s instead of %(gone)s") % {"new": _and(new), "gone": _and(gone)}


def _needed(
    key: str, members: Collection[Person], composed: Composed, frame: Frame, names: Mapping[str, str]
) -> Needed:
    """What the team would lack without this member: near trainers first, then competences."""
    team = [composed.candidate(key_of(one.pk)) for one in members]
    lost = lost_without(composed.problem, team, key)
    near = [one.unit.name for one in frame.taught if f"u{one.unit_id}" in lost]
    lacking = [one.name for one in frame.criteria if f"c{one.pk}" in lost]
    why = [_("nobody else is near %(units)s") % {"units": _and(near)}] if near else []
    why += [_("too few others have %(criteria)s") % {"criteria": _and(lacking)}] if lacking else []
    return Needed(names[key], "; ".join(why))


def names_of(people: Iterable[Person]) -> dict[str, str]:
    """By the composer's key: what each is called where all stand beside each other."""
    employees = {key_of(one.pk): one.candidate.employee for one in people}
    return short_names({key: (one.first_name, one.last_name) for key, one in employees.items()})


def _note(team: Team, lacking: list[str], critical: list[str], problem: Problem) -> str:
    if lacking:
        return _("Nobody for %(criteria)s") % {"criteria": _and(lacking)}
    if team.missing_hours:
        text = ngettext(
            "Covers everything, but is one hour short",
            "Covers everything, but is %(n)s hours short",
            team.missing_hours,
        )
        return text % {"n": team.missing_hours}
    if team.robust * 2 >= len(problem.competences):
        return _("Covers everything, most of it twice")
    if critical:
        return _("Covers everything, but not without %(names)s") % {"names": _and(critical)}
    return _("Covers everything")


def alone_of(composed: Composed, people: Sequence[Person]) -> list[str]:
    """Who covers everything alone, so that one person is enough (source: K34)."""
    problem, by_key = composed.problem, {key_of(one.pk): one for one in people}
    enough = [
        one.id
        for one in usable_of(problem)
        if not missing_cover(problem, [one]) and not units_without(problem, [one]) and not missing_hours(problem, [one])
    ]
    return sorted(by_key[key].name for key in enough if key in by_key)


def heat_rows(frame: Frame, members: Collection[Person]) -> list[HeatRow]:
    """Every criterion with a cell for each of `members`."""
    rows = []
    for criterion in frame.criteria:
        cells = [_cell(person, criterion) for person in members]
        rows.append(HeatRow(criterion, cells, sum(cell.covers for cell in cells) < criterion.cover))
    return rows


def _cell(person: Person, criterion: Criterion) -> Cell:
    level = person.means[criterion.pk].level if criterion.pk in person.means else None
    by_wish = criterion.wish_counts and criterion.pk in person.wishes and (level or 0) < criterion.level
    return Cell(level, by_wish, person.meets(criterion))


def _swap(exchange: Exchange, names: Mapping[str, str]) -> Swap:
    return Swap(names[exchange.leaves], names[exchange.joins], _effect(exchange))


def _effect(exchange: Exchange) -> str:
    """What gets worse, most telling first; otherwise that nothing does."""
    if exchange.missing_cover > 0:
        n = exchange.missing_cover
        return ngettext("one competence less", "%(n)s competences less", n) % {"n": n}
    if exchange.units_without > 0:
        n = exchange.units_without
        return ngettext("one team without a trainer near", "%(n)s teams without a trainer near", n) % {"n": n}
    if exchange.missing_hours > 0:
        n = exchange.missing_hours
        return ngettext("one hour less than needed", "%(n)s hours less than needed", n) % {"n": n}
    if exchange.suitability < 0:
        n = -exchange.suitability
        return ngettext("covers the same, one point lower", "covers the same, %(n)s points lower", n) % {"n": n}
    return _("covers the same")


def drain_of(
    frame: Frame,
    chosen: Collection[Person],
    room: Room,
    people: Collection[Person],
) -> list[DrainRow]:
    """What `chosen` take from each unit that candidates come from or users are in."""
    units = {one.candidate.unit_id: one.candidate.unit for one in people} | {
        one.unit_id: one.unit for one in frame.taught
    }
    rows = []
    for key, unit in sorted(units.items(), key=lambda item: item[1].path):
        mine = [one for one in chosen if one.candidate.unit_id == key]
        more = {one.candidate.employee_id for one in mine} - room.heads[key]
        limit = room.limits.get(key)
        rows.append(
            DrainRow(
                unit=unit,
                before=limit.hours if limit else 0,
                now=sum(one.most_hours for one in mine),
                members=len(more) + (limit.members if limit else 0),
                limit=limit.max_hours if limit else None,
                member_limit=limit.max_members if limit else None,
            )
        )
    return rows


def drains_of(
    frame: Frame,
    cards: Sequence[Card],
    room: Room,
    people: Collection[Person],
) -> list[tuple[Unit, list[tuple[Card, DrainRow]]]]:
    """What each of the teams takes from each unit, side by side."""
    found: dict[int, tuple[Unit, list[tuple[Card, DrainRow]]]] = {}
    for card in cards:
        for row in drain_of(frame, card.people, room, people):
            found.setdefault(row.unit.pk, (row.unit, []))[1].append((card, row))
    return list(found.values())


def _and(names: Sequence[str]) -> str:
    *before, last = names
    return _("%(names)s and %(last)s") % {"names": ", ".join(before), "last": last} if before else last
