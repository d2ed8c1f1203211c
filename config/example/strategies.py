"""The example's strategies: in force in every centre, on their way in some, and what comes again in one."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import cycle as round_robin
from typing import Any

from django.utils import timezone

from competence.models import Competence, Employee, LawReference, Role, RoleAssignment, Unit
from config.example import files
from strategy.domain import approval, duties, editing, examples, hearing, versions
from strategy.models import BrushUp, Section, Strategy, Supervision, SupervisionQuarter, WorkingGroupMember
from strategy.queries.duties import quarter_of

Part = WorkingGroupMember.Part
State = SupervisionQuarter.State
# What a need is linked to, by the name in which the texts name it.
Known = dict[str, dict[str, Any]]
# Two of three have taken first aid; some certificates expire soon.
FIRST_AID_EVERY = 3
# The next supervision lies so far ahead.
PLANNED_IN = timedelta(days=11)


def in_force(*, unit: Unit, year: int) -> Strategy:
    """The approved strategy of `unit`, two years old; Børn og Unge had one before it, too."""
    if unit.code == "BU":
        return _second_version(unit, year)
    return _adopted(_written(unit, date(year - 2, 1, 1), date(year + 2, 12, 31)))


def _second_version(unit: Unit, year: int) -> Strategy:
    first = _adopted(_written(unit, date(year - 6, 1, 1), date(year, 12, 31)))
    starts = date(year - 2, 1, 1)
    manager = _leaders(unit)[0]
    moment = _at(date(year - 3, 10, 1), 9)
    versions.evaluate(
        strategy=first,
        text=files.texts()["way"]["evaluation"].strip(),
        by=manager,
        at=moment,
        on=date(year - 3, 10, 1),
    )
    second = versions.copy(strategy=first, title=first.title, starts_on=starts, ends_on=date(year + 2, 12, 31))
    section = second.sections.get(number="3.4")
    text = files.texts()["way"]["second_text"].strip()
    editing.save_text(section=section, text=text, revision=section.revision, by=manager, at=moment, on=starts)
    return _adopted(second)


def _adopted(strategy: Strategy) -> Strategy:
    on = strategy.starts_on - timedelta(days=30)
    return versions.adopt(strategy=strategy, committee=files.texts()["approved_by"], on=on)


def _written(unit: Unit, starts: date, ends: date) -> Strategy:
    texts = files.texts()
    root = unit.municipality or unit
    known: Known = {
        "competences": {row.key: row for row in Competence.objects.filter(area__municipality=root)},
        "law_references": {row.code: row for row in LawReference.objects.of_municipality(root)},
    }
    strategy = versions.draft(unit=unit, title=texts["title"], starts_on=starts, ends_on=ends)
    editing.use_foundations(strategy=strategy, foundations=examples.foundations_for(unit, "da"), on=starts)
    goals = [(goal["kind"], goal["text"]) for goal in examples.read("da")["goals"]]
    editing.set_goals(strategy=strategy, goals=goals, on=starts)
    for told in texts["sections"]:
        if told.get("centre", unit.code) == unit.code:
            _section(strategy, told, known)
    return strategy


def _section(strategy: Strategy, told: dict[str, Any], known: Known) -> None:
    section = editing.add_section(
        strategy=strategy,
        number=told["number"],
        title=told["title"],
        text=told["text"],
        kind=told.get("kind", "contents"),
        on=strategy.starts_on,
    )
    for need in told.get("needs", ()):
        facts = need | {name: [rows[key] for key in need.get(name, ())] for name, rows in known.items()}
        editing.add_need(section=section, facts=editing.NeedFacts(**facts), on=strategy.starts_on)


def on_their_way(*, centres: dict[str, Unit], now: datetime) -> None:
    """Social og Handicap writes a draft, Ydelse is in hearing, PPR is before MED; Børn og Unge has duties."""
    today = timezone.localdate(now)
    versions.supersede_due(on=today)
    _next(centres["SH"], today)
    asked = _next(centres["YD"], today)
    _hear(asked, date_range(today, -7, 10), now)
    before_med = _next(centres["PPR"], today)
    _hear(before_med, date_range(today, -30, -9), now, answered=True)
    approval.put_on_agenda(
        strategy=before_med,
        agenda=approval.Agenda("Center-MED", today + timedelta(days=12), "Punkt 4"),
        by=_leaders(before_med.unit)[0],
        at=now,
        on=today,
    )
    _duties(centres["BU"], now)


def date_range(today: date, first: int, last: int) -> hearing.Period:
    return hearing.Period(today + timedelta(days=first), today + timedelta(days=last))


def _next(unit: Unit, today: date) -> Strategy:
    """The next version of `unit`, copied, with a working group and one changed section."""
    texts = files.texts()["way"]
    last = Strategy.objects.published().filter(unit=unit).latest("version")
    made = versions.copy(
        strategy=last, title=last.title, starts_on=date(today.year + 1, 1, 1), ends_on=date(today.year + 3, 12, 31)
    )
    for leader in _leaders(unit)[:2]:
        versions.set_member(strategy=made, employee=leader, part=Part.LEADER)
    for person in _staff(unit, today)[:2]:
        versions.set_member(strategy=made, employee=person, part=Part.EMPLOYEE)
    section = made.sections.get(number="3.1")
    facts: dict[str, Any] = {"by": _leaders(unit)[0], "at": timezone.now(), "on": today}
    editing.save_text(section=section, text=texts["new_text"].strip(), revision=section.revision, **facts)
    need = editing.NeedFacts(texts["new_need"], delivery="sharing", provider="own")
    editing.add_need(section=section, facts=need, on=today)
    return made


def _leaders(unit: Unit) -> list[Employee]:
    roles = RoleAssignment.objects.filter(unit__path__startswith=unit.path, deputises_for__isnull=True)
    leading = roles.filter(role__in=[Role.MANAGER, Role.TEAM_LEADER]).select_related("employee")
    return list(dict.fromkeys(role.employee for role in leading.order_by("unit__path", "pk")))


def _staff(unit: Unit, today: date) -> list[Employee]:
    leaders = {leader.pk for leader in _leaders(unit)}
    people = Employee.objects.get_queryset().below(unit, today).order_by("number")
    return [person for person in people if person.pk not in leaders]


def _hear(strategy: Strategy, period: hearing.Period, now: datetime, *, answered: bool = False) -> None:
    hearing.open_hearing(strategy=strategy, period=period, at=now)
    strategy.refresh_from_db()
    authors = round_robin(_staff(strategy.unit, period.opens_on)[3:9])
    leader, day = _leaders(strategy.unit)[0], period.opens_on + timedelta(days=2)
    for told in files.texts()["way"]["comments"]:
        section = Section.objects.get(strategy=strategy, number=told["section"])
        at = _at(day, 11)
        made = hearing.comment(section=section, text=told["text"], by=next(authors), at=at, on=day)
        said = told.get("answer") or (answered and "Tak. Vi har skrevet det ind i afsnittet.")
        if said:
            hearing.answer(comment=made, text=said, by=leader, at=at + timedelta(days=1))


def _duties(unit: Unit, now: datetime) -> None:
    """Supervision with a history of two years, topics held long ago and lately, first aid that expires."""
    today = timezone.localdate(now)
    noted = duties.Noted(_leaders(unit)[0], now, today)
    strategy = Strategy.objects.in_force_on(today).get(unit=unit)
    duties.follow_from(strategy=strategy, on=date(today.year - 1, 1, 1))
    _supervise(Supervision.objects.filter(unit__path__startswith=unit.path), noted)
    BrushUp.objects.filter(unit=unit).update(is_active=False)
    for told in files.texts()["way"]["topics"]:
        made = duties.add_brush_up(unit=unit, topic=told["topic"], interval_months=told["interval_months"])
        held = today - timedelta(days=told["held_days_ago"])
        duties.note_brush_up(brush_up=made, day=held, noted=noted)
    for number, person in enumerate(_staff(unit, today)[::FIRST_AID_EVERY]):
        taken = today - timedelta(days=660 - 37 * (number % 15))
        duties.note_first_aid(employee=person, taken_on=taken, expires_on=taken + timedelta(days=730), noted=noted)


def _supervise(rows: Iterable[Supervision], noted: duties.Noted) -> None:
    """Held each quarter, missed once, and planned for the next."""
    for row, day in _quarters(rows, noted.on):
        # The second team missed the second quarter.
        missed = day.month < 7 <= day.month + 3 and row.pk % 3 == 1
        _note(row, day, State.MISSED if missed else State.HELD, noted)
    for row in rows:
        _note(row, noted.on + PLANNED_IN, State.PLANNED, noted)


def _note(row: Supervision, day: date, state: str, noted: duties.Noted) -> None:
    duties.note_quarter(supervision=row, year=day.year, quarter=quarter_of(day), state=state, noted=noted, day=day)


def _quarters(rows: Iterable[Supervision], today: date) -> Iterable[tuple[Supervision, date]]:
    """A day in the second month of each quarter before this one, since the year before last."""
    for row in rows:
        for year in (today.year - 1, today.year):
            for month in (2, 5, 8, 11):
                day = date(year, month, 10)
                if day < date(today.year, 3 * ((today.month - 1) // 3) + 1, 1):
                    yield row, day


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
