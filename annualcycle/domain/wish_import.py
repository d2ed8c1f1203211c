"""The file of wishes: those of earlier years with their decisions, or those collected for this year.

With a column of decisions the file is history: each year and centre in it becomes a past year whose answers are
given. Without one, the wishes are those collected for a year that is not decided yet: they are submitted, scores come
without an assessor, and a section of the strategy is found by its number or else kept as text.

A wish is known by year, person and course code, or title where there is no code. Somebody unknown is a fault, in
old files as well: wishes of people who left before the first staff file serve no purpose and are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annualcycle.domain import wish_import_writing as writing
from annualcycle.domain.wish_import_columns import COLUMNS, SCORES
from annualcycle.models import Assessment, Cycle, Wish
from annualcycle.models.decisions import Outcome
from competence.domain.imports.columns import Sheet
from competence.domain.imports.plans import Difference, Kind, Plan, Setting, difference
from competence.models import Employee, Offer, Unit
from competence.text import fold
from strategy.models import Need
from strategy.queries import needs_of, strategy_in_force

Key = tuple[int, int, str]


@dataclass
class _Existing:
    """What the database holds, by what the file calls it."""

    units: Mapping[str, Unit]
    people: Mapping[str, Employee]
    offers: Mapping[str, Offer]
    cycles: Mapping[tuple[int, int], Cycle]
    wishes: Mapping[Key, Wish] = field(default_factory=dict)
    scores: Mapping[tuple[int, str], int] = field(default_factory=dict)
    needs: dict[int, dict[str, list[Need]]] = field(default_factory=dict)


def plan(sheet: Sheet, setting: Setting) -> Plan:
    """Compare the file with the years and wishes there are."""
    existing = _existing(sheet, setting)
    is_history = sheet.has("outcome")
    _check_names(sheet, existing)
    _check_years(sheet, existing, setting, is_history=is_history)
    _check_repeated(sheet, existing)
    made = Plan()
    if sheet.faults:
        return made
    changes = writing.Changes(is_history=is_history)
    for index in range(len(sheet.lines)):
        row = _row(sheet, index, existing, setting, is_history=is_history)
        _compare(row, sheet, existing, made, changes)
    if sheet.faults:
        return made
    _note_sections(changes, made)
    made.write = lambda: writing.write(changes, setting)
    return made


def _existing(sheet: Sheet, setting: Setting) -> _Existing:
    root = setting.root
    years = {year for year in sheet.values.get("year", ()) if year}
    wishes = Wish.objects.filter(cycle__unit__path__startswith=root.path, cycle__year__in=years)
    wishes = wishes.select_related("cycle", "offer", "decision", "unit", "need__section")
    imported = Assessment.objects.filter(wish__in=wishes, assessor=None)
    return _Existing(
        units={unit.code: unit for unit in Unit.objects.below(root)},
        people={person.number: person for person in Employee.objects.filter(municipality=root)},
        offers={offer.code: offer for offer in Offer.objects.of_municipality(root).select_related("provider")},
        cycles={
            (cycle.unit_id, cycle.year): cycle
            for cycle in Cycle.objects.filter(unit__path__startswith=root.path, year__in=years)
        },
        wishes={key: wish for wish in wishes for key in _keys(wish)},
        scores={(wish, key): score for wish, key, score in imported.values_list("wish", "criterion__key", "score")},
    )


def _key(year: int, employee: int, code: str, title: str) -> Key:
    return (year, employee, code or fold(title))


def _keys(wish: Wish) -> list[Key]:
    """By code and by title, because the course can have come into the catalogue later than the wish."""
    codes = ["", wish.offer.code] if wish.offer else [""]
    return [_key(wish.cycle.year, wish.employee_id, code, wish.title) for code in codes]


def _check_names(sheet: Sheet, existing: _Existing) -> None:
    """Units and people must be known; a name that shares no word with the person's shows a wrong number."""
    value = sheet.values
    for index, (code, number, name) in enumerate(zip(value["unit"], value["number"], value["name"], strict=True)):
        unit, person = existing.units.get(code or ""), existing.people.get(number or "")
        if code and unit is None:
            sheet.fault(index, "unit", _("No unit has this code. Expected one from the file of units."))
        elif unit is not None and unit.centre_id is None:
            sheet.fault(index, "unit", _("This unit belongs to no centre, so it has no year to put wishes in."))
        if number and person is None:
            message = _("Nobody has this number. Import the staff first, and leave out people who have left.")
            sheet.fault(index, "number", message)
        elif person and name and not set(fold(name).split()) & set(fold(person.name).split()):
            sheet.fault(index, "number", _("The number belongs to %(name)s already.") % {"name": person.name})


def _check_years(sheet: Sheet, existing: _Existing, setting: Setting, *, is_history: bool) -> None:
    """Decisions belong to years not run in the product, wishes to years not decided yet."""
    for index, (year, code) in enumerate(zip(sheet.values["year"], sheet.values["unit"], strict=True)):
        unit = existing.units.get(code or "")
        if not year or unit is None:
            continue
        cycle = existing.cycles.get((unit.centre_id or 0, year))
        if is_history and year > setting.on.year:
            sheet.fault(index, "year", _("This year is still to come, so it cannot have decisions."))
        elif is_history and cycle is not None and not cycle.is_history:
            sheet.fault(index, "year", _("This year is decided here, not by a file."))
        elif not is_history and cycle is not None and (cycle.is_history or cycle.is_released):
            sheet.fault(index, "year", _("The wishes of this year are answered already."))


def _check_repeated(sheet: Sheet, existing: _Existing) -> None:
    value = sheet.values
    first: dict[tuple[int, str, str], int] = {}
    for index, (year, number, code, title) in enumerate(
        zip(value["year"], value["number"], value["code"], value["title"], strict=True)
    ):
        if not year or not number or not title:
            continue
        line = first.setdefault((year, number, code or fold(title)), sheet.lines[index])
        if line != sheet.lines[index]:
            sheet.fault(index, "title", _("Line %(line)s has the same wish.") % {"line": line})


def _row(sheet: Sheet, index: int, existing: _Existing, setting: Setting, *, is_history: bool) -> writing.Row:
    cell = {key: values[index] for key, values in sheet.values.items()}
    unit = existing.units[cell["unit"]]
    offer = existing.offers.get(cell["code"])
    section = cell["section"] or ""
    return writing.Row(
        index=index,
        line=sheet.lines[index],
        year=cell["year"],
        employee=existing.people[cell["number"]],
        unit=unit,
        title=cell["title"],
        offer=offer,
        fee=cell["fee"] or 0,
        days=cell["days"] if cell["days"] is not None else offer.days if offer else Decimal(0),
        section=section,
        need=None if is_history or not section else _need(unit, section, offer, existing, setting),
        why=cell["why"] or "",
        scores={key: cell[key] for key in SCORES if cell[key] is not None},
        outcome=cell["outcome"] or "",
        remark=cell["remark"] or "",
    )


def _need(unit: Unit, section: str, offer: Offer | None, existing: _Existing, setting: Setting) -> Need | None:
    """Of the needs under that section of the strategy in force the one the course builds for, else the first."""
    if unit.pk not in existing.needs:
        strategy = strategy_in_force(unit, setting.on)
        by_section: dict[str, list[Need]] = {}
        for need in needs_of(strategy).prefetch_related("competences__offers") if strategy else ():
            by_section.setdefault(need.section.number, []).append(need)
        existing.needs[unit.pk] = by_section
    there = existing.needs[unit.pk].get(section, [])
    built = [need for need in there if offer and any(offer in known.offers.all() for known in need.competences.all())]
    return next(iter(built or there), None)


def _compare(row: writing.Row, sheet: Sheet, existing: _Existing, made: Plan, changes: writing.Changes) -> None:
    code = row.offer.code if row.offer else ""
    by_code, by_title = (_key(row.year, row.employee.pk, known, row.title) for known in (code, ""))
    wish = existing.wishes.get(by_code) or existing.wishes.get(by_title)
    what = f"{row.employee.name}: {row.title}"
    if wish is None:
        made.create(row.line, what)
        changes.new.append(row)
        return
    # A wish that somebody wrote here is theirs: the file has nothing to add to it.
    found = _differences(row, wish, sheet, existing) if wish.is_imported else []
    if found and not changes.is_history and hasattr(wish, "decision"):
        sheet.fault(row.index, "title", _("This wish is decided already, so a file cannot change it."))
    made.count(row.line, what, found)
    if found:
        changes.changed.append((wish, row))


def _differences(row: writing.Row, wish: Wish, sheet: Sheet, existing: _Existing) -> list[Difference]:
    def told(key: str, before: Any, after: Any) -> list[Difference]:
        return difference(sheet.headings[key], before, after) if sheet.has(key) else []

    found = told("unit", wish.unit.code, row.unit.code) + told("title", wish.title, row.title)
    found += told("code", wish.offer.code if wish.offer else "", row.offer.code if row.offer else "")
    found += told("fee", _kroner(wish.fee), _kroner(row.fee)) + told("days", wish.days, row.days)
    found += told("why", wish.motivation, row.why)
    if not _is_chosen_by_hand(wish, row):
        found += told("section", _section(wish.need, wish.section_text), _section(row.need, row.section))
    for key in SCORES:
        found += told(key, existing.scores.get((wish.pk, key)), row.scores.get(key))
    if row.outcome:
        decision = wish.decision
        if decision.outcome != row.outcome:
            after = str(Outcome(row.outcome).label)
            found.append(Difference(sheet.headings["outcome"], decision.get_outcome_display(), after))
        found += told("remark", decision.reason, writing.reason(row))
    return found


def _is_chosen_by_hand(wish: Wish, row: writing.Row) -> bool:
    """Somebody has pointed the wish to another need than the file does."""
    return wish.need is not None and wish.need != row.need


def _section(need: Need | None, text: str) -> str:
    return f"{text}: {need.title}" if need else text


def _kroner(amount: int) -> str:
    return f"{amount / 100:.2f}"


def _note_sections(changes: writing.Changes, made: Plan) -> None:
    rows = [*changes.new, *(row for _wish, row in changes.changed)]
    unknown = [row for row in rows if row.section and row.need is None]
    if unknown and not changes.is_history:
        message = ngettext(
            "One wish names a section that no strategy in force has. It is kept as text and marked.",
            "%(count)s wishes name a section that no strategy in force has. It is kept as text and marked.",
            len(unknown),
        )
        made.notes.append(message % {"count": len(unknown)})


WISHES = Kind(COLUMNS, plan)
