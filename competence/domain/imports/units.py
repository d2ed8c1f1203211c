"""The file of units: the tree, and who leads what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competence.domain import units as tree
from competence.domain.imports import roles
from competence.domain.imports.columns import Column, Sheet
from competence.domain.imports.plans import Difference, Kind, Plan, Setting, difference
from competence.domain.imports.values import one_of, up_to
from competence.models import Employee, Role, Unit

_KINDS = {
    **dict.fromkeys(("kommune", "kommun", "municipality"), Unit.Kind.MUNICIPALITY),
    **dict.fromkeys(("forvaltning", "förvaltning", "administration"), Unit.Kind.ADMINISTRATION),
    **dict.fromkeys(("center", "centrum", "centre"), Unit.Kind.CENTRE),
    **dict.fromkeys(("stab", "staff", "staff function"), Unit.Kind.STAFF),
    **dict.fromkeys(("team", "gruppe", "grupp", "enhed", "enhet", "afdeling", "avdelning"), Unit.Kind.TEAM),
}
COLUMNS = (
    Column("code", ("Enhedskode", "Kode", "Enhetskod", "Unit code", "Code"), up_to(32), required=True, filled=True),
    Column("name", ("Enhedsnavn", "Navn", "Enhetsnamn", "Unit name", "Name"), up_to(120), required=True, filled=True),
    Column("parent", ("Overordnet enhed", "Overordnet", "Överordnad enhet", "Parent unit", "Parent"), up_to(32), True),
    Column(
        "kind",
        ("Type", "Enhedstype", "Typ", "Kind"),
        one_of(_KINDS, "kommune, forvaltning, center, stab, team"),
        required=True,
        filled=True,
    ),
    Column(
        "leader",
        ("Leder (medarbejdernr.)", "Leder", "Chef (anställningsnr.)", "Chef", "Leader (employee no.)", "Leader"),
        up_to(32),
    ),
)


@dataclass(frozen=True)
class _Line:
    """A line of the file; `leader` is None when the file has no such column."""

    index: int
    line: int
    code: str
    name: str
    parent: str
    kind: str
    leader: str | None


@dataclass(frozen=True)
class _Existing:
    """What the database holds."""

    units: Mapping[str, Unit]
    leaders: Mapping[int, str]
    leading: Collection[tuple[int, str]]
    people: Mapping[str, int]

    def leader_of(self, unit: Unit, named: str) -> str:
        """The number of the leader, also of one who has not arrived; `named`, if that person leads, if only by hand."""
        return named if (unit.pk, named) in self.leading else unit.pending_leader or self.leaders.get(unit.pk, "")


def plan(sheet: Sheet, setting: Setting) -> Plan:
    """Compare the file with the tree. Units missing from the file stay as they are."""
    lines = _lines(sheet)
    existing = _existing(setting)
    _check_codes(sheet, lines)
    _check_root(sheet, lines, setting)
    _check_parents(sheet, lines, existing)
    made = Plan()
    for line in lines:
        unit = existing.units.get(line.code)
        if unit is None:
            made.create(line.line, f"{line.code} {line.name}")
        else:
            made.count(line.line, f"{line.code} {line.name}", _differences(sheet, line, unit, existing))
    waiting = [line for line in lines if line.leader and line.leader not in existing.people]
    if waiting:
        message = ngettext(
            "One leader will be set when the staff file brings that person.",
            "%(count)s leaders will be set when the staff file brings them.",
            len(waiting),
        )
        made.notes.append(message % {"count": len(waiting)})
    made.write = lambda: _write(lines, setting, existing)
    return made


def _lines(sheet: Sheet) -> list[_Line]:
    value = sheet.values
    leaders = value["leader"] if sheet.has("leader") else [None] * len(sheet.lines)
    columns = (value["code"], value["name"], value["parent"], value["kind"], leaders)
    return [
        _Line(index, line, code or "", name or "", parent or "", kind or "", leader)
        for index, (line, code, name, parent, kind, leader) in enumerate(zip(sheet.lines, *columns, strict=True))
    ]


def _existing(setting: Setting) -> _Existing:
    if setting.municipality is None:
        return _Existing({}, {}, (), {})
    root = setting.municipality
    units = {unit.code: unit for unit in Unit.objects.below(root).select_related("parent")}
    people = dict(Employee.objects.filter(municipality=root).values_list("number", "pk"))
    numbers = {pk: number for number, pk in people.items()}
    led_by = roles.leaders(root, setting.on)
    leading = roles.open_roles(root, {Role.TEAM_LEADER, Role.MANAGER}, setting.on)
    return _Existing(
        units,
        {unit: numbers[employee] for unit, employee in led_by.items()},
        {(held.unit, numbers[held.employee]) for held in leading},
        people,
    )


def _check_codes(sheet: Sheet, lines: list[_Line]) -> None:
    first: dict[str, int] = {}
    for line in lines:
        if line.code and line.code in first:
            sheet.fault(line.index, "code", _("Line %(line)s has the same unit code.") % {"line": first[line.code]})
        first.setdefault(line.code, line.line)


def _check_root(sheet: Sheet, lines: list[_Line], setting: Setting) -> None:
    """One root at most, the municipality of the import."""
    expected = setting.municipality.code if setting.municipality else setting.code
    founding = setting.municipality is None
    roots = [line for line in lines if line.kind == Unit.Kind.MUNICIPALITY]
    for line in roots[1:]:
        sheet.fault(line.index, "kind", _("Only one row can be the municipality itself."))
    for line in roots[:1]:
        if line.parent:
            sheet.fault(line.index, "parent", _("The municipality itself has no unit above it; leave the cell empty."))
        if expected and line.code != expected:
            message = _("This file is for another municipality. Expected the code %(code)s.") % {"code": expected}
            sheet.fault(line.index, "code", message)
    if founding and not roots and lines:
        message = _("The first file needs a row for the municipality itself, of the kind kommune.")
        sheet.fault(lines[0].index, "kind", message)


def _check_parents(sheet: Sheet, lines: list[_Line], existing: _Existing) -> None:
    above = {code: unit.parent.code if unit.parent else "" for code, unit in existing.units.items()}
    above |= {line.code: line.parent for line in lines if line.code}
    for line in lines:
        if line.kind == Unit.Kind.MUNICIPALITY or sheet.is_faulty(line.index, "code", "kind", "parent"):
            continue
        if not line.parent:
            sheet.fault(line.index, "parent", _("The unit above is missing. Expected a unit code."))
        elif line.parent not in above:
            sheet.fault(line.index, "parent", _("No unit has this code, neither in the file nor before it."))
        elif _circles(line.code, above):
            sheet.fault(line.index, "parent", _("The unit would be above itself."))


def _circles(code: str, above: Mapping[str, str]) -> bool:
    seen = {code}
    while code := above.get(code, ""):
        if code in seen:
            return True
        seen.add(code)
    return False


def _differences(sheet: Sheet, line: _Line, unit: Unit, existing: _Existing) -> list[Difference]:
    heading = sheet.headings
    found = difference(heading["name"], unit.name, line.name) if "name" in heading else []
    if "parent" in heading:
        found += difference(heading["parent"], unit.parent.code if unit.parent else "", line.parent)
    if "kind" in heading and unit.kind != line.kind and line.kind:
        found.append(Difference(heading["kind"], unit.get_kind_display(), str(Unit.Kind(line.kind).label)))
    if line.leader is not None:
        found += difference(heading["leader"], existing.leader_of(unit, line.leader), line.leader)
    return found


def _write(lines: list[_Line], setting: Setting, existing: _Existing) -> None:
    units = dict(existing.units)
    for line in _parents_first(lines, units):
        units[line.code] = _write_unit(line, units)
    root = setting.municipality or next(unit for unit in units.values() if unit.is_root)
    _write_leaders(root, lines, units, setting, existing)
    roles.sync_hr(root, setting.on)


def _parents_first(lines: list[_Line], units: Mapping[str, Unit]) -> list[_Line]:
    above = {line.code: line.parent for line in lines}

    def depth(code: str) -> int:
        return 1 + depth(above[code]) if code in above else 0

    return sorted(lines, key=lambda line: depth(line.code))


def _write_unit(line: _Line, units: Mapping[str, Unit]) -> Unit:
    unit = units.get(line.code)
    if unit is None:
        if line.kind == Unit.Kind.MUNICIPALITY:
            return tree.found_municipality(code=line.code, name=line.name)
        return tree.add(parent=units[line.parent], code=line.code, name=line.name, kind=line.kind)
    if (unit.name, unit.kind) != (line.name, line.kind):
        unit.name, unit.kind = line.name, line.kind
        unit.save(update_fields=["name", "kind"])
        tree.place(unit)
    if line.parent and unit.parent_id != units[line.parent].pk:
        tree.move(unit=unit, parent=Unit.objects.get(pk=units[line.parent].pk))
    return unit


def _write_leaders(
    root: Unit, lines: list[_Line], units: Mapping[str, Unit], setting: Setting, existing: _Existing
) -> None:
    leaders = roles.leaders(root, setting.on)
    for line in lines:
        if line.leader is None:
            continue
        unit = units[line.code]
        leaders.pop(unit.pk, None)
        if line.leader in existing.people:
            leaders[unit.pk] = existing.people[line.leader]
        pending = "" if line.leader in existing.people else line.leader
        if unit.pending_leader != pending:
            Unit.objects.filter(pk=unit.pk).update(pending_leader=pending)
    roles.sync_leaders(root, leaders, setting.on)


UNITS = Kind(COLUMNS, plan)
