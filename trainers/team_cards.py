"""The composer's teams as the page shows them: names, heat table, what is lacking, what a team takes from each unit."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competence.models import Unit
from trainers.domain.composer import Team
from trainers.domain.team_rules import Problem, missing_cover, missing_hours, units_without, usable_of
from trainers.domain.teams import Composed, Exchange, exchanges, key_of
from trainers.models import Criterion
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
class Card:
    """One team."""

    number: int
    title: str
    note: str
    people: list[Person]
    rows: list[HeatRow]
    hours: int
    reached: int
    taught: int
    without: list[str]
    missing: list[str]
    critical: list[str]
    swaps: list[Swap]

    @property
    def keys(self) -> list[int]:
        return [one.pk for one in self.people]


@dataclass(frozen=True)
class DrainRow:
    """What a unit gives: `before` in other roles, `now` in this team, hours a week; the limits, None for no limit.

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
    critical = [by_key[key].first_name for key in team.critical]
    swaps = [_swap(one, by_key) for one in exchanges(composed, team)]
    return Card(
        number=number,
        title=_title(number, team, best, by_key),
        note=_note(team, lacking, critical, composed.problem),
        people=members,
        rows=rows,
        hours=sum(one.hours for one in members),
        reached=len(frame.taught) - len(without),
        taught=len(frame.taught),
        without=[one.unit.name for one in frame.taught if f"u{one.unit_id}" in without],
        missing=lacking,
        critical=critical,
        swaps=swaps,
    )


def _title(number: int, team: Team, best: Team, by_key: Mapping[str, Person]) -> str:
    """The best by its name; the others by what is different."""
    if number == 0:
        return _("Recommended")
    size = len(team.members)
    if size != len(best.members):
        return ngettext("One person", "%(number)s people", size) % {"number": size}
    gone = [by_key[key].first_name for key in best.members if key not in team.members]
    return _("Without %(names)s") % {"names": _and(gone)}


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


def _swap(exchange: Exchange, by_key: Mapping[str, Person]) -> Swap:
    return Swap(by_key[exchange.leaves].first_name, by_key[exchange.joins].first_name, _effect(exchange))


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
                now=sum(one.hours for one in mine),
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
