"""What must hold between the rows of the staff file, and between them and the database."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _

from competence.domain.imports.columns import Sheet
from competence.domain.imports.staff_matching import Person
from competence.models import Unit
from competence.text import fold

# One array: the ORM's IN prepares each of ten thousand addresses by itself.
_HELD = "SELECT email, municipality_id, number FROM competence_employee WHERE email = ANY(%s)"


def check(sheet: Sheet, root: Unit, units: Collection[str], people: Mapping[str, Person]) -> None:
    """Note the faults that a single cell cannot show."""
    _check_units(sheet, units)
    _check_dates(sheet)
    _check_persons(sheet, people)
    _check_repeated(sheet)
    if sheet.has("email"):
        _check_addresses(sheet, root)


def _check_units(sheet: Sheet, units: Collection[str]) -> None:
    for index, code in enumerate(sheet.values["unit"]):
        if code and code not in units:
            sheet.fault(index, "unit", _("No unit has this code. Expected one from the file of units."))


def _check_dates(sheet: Sheet) -> None:
    value = sheet.values
    for index, (starts_on, ends_on) in enumerate(zip(value["starts_on"], value["ends_on"], strict=True)):
        if starts_on and ends_on and ends_on < starts_on:
            sheet.fault(index, "ends_on", _("The employment would end before it starts. Expected a later date."))


def _check_persons(sheet: Sheet, people: Mapping[str, Person]) -> None:
    """A number belongs to one person: the one of the first row, who is the one known already."""
    value = sheet.values
    first: dict[str, tuple[int, str, str]] = {}
    columns = (value["number"], value["first_name"], value["last_name"], value["email"])
    for index, (number, first_name, last_name, email) in enumerate(zip(*columns, strict=True)):
        if not number or not first_name or not last_name:
            continue
        names = (fold(first_name), fold(last_name))
        line, *before = first.setdefault(number, (sheet.lines[index], *names))
        if tuple(before) != names:
            sheet.fault(index, "number", _("Line %(line)s gives this number to another person.") % {"line": line})
        elif number in people and _is_someone_else(people[number], names, email):
            known = people[number]
            message = _("The number belongs to %(name)s already.") % {"name": f"{known.first_name} {known.last_name}"}
            sheet.fault(index, "number", message)


def _is_someone_else(known: Person, names: tuple[str, str], email: str | None) -> bool:
    """First name, last name and e-mail address all differ; whoever only changed name keeps one of them."""
    return (
        fold(known.first_name) != names[0]
        and fold(known.last_name) != names[1]
        and not (email and known.email == email)
    )


def _check_repeated(sheet: Sheet) -> None:
    value = sheet.values
    first: dict[tuple[str, str, date], int] = {}
    for index, key in enumerate(zip(value["number"], value["unit"], value["starts_on"], strict=True)):
        if not all(key) or sheet.is_faulty(index, "number"):
            continue
        line = first.setdefault(key, sheet.lines[index])
        if line != sheet.lines[index]:
            sheet.fault(index, "number", _("Line %(line)s has the same employment.") % {"line": line})


def _check_addresses(sheet: Sheet, root: Unit) -> None:
    """An address is one person's. Rows whose person is in doubt are left out: one fault is enough."""
    value = sheet.values
    owner: dict[str, tuple[str, int]] = {}
    address_of: dict[str, tuple[str, int]] = {}
    for index, (number, email) in enumerate(zip(value["number"], value["email"], strict=True)):
        if not email or not number or sheet.is_faulty(index, "number"):
            continue
        line = sheet.lines[index]
        holder, at = owner.setdefault(email, (number, line))
        known, before = address_of.setdefault(number, (email, line))
        if holder != number:
            message = _("Line %(line)s gives this address to another person. Two people cannot share one.")
            sheet.fault(index, "email", message % {"line": at})
        elif known != email:
            message = _("Line %(line)s gives the same person another address.")
            sheet.fault(index, "email", message % {"line": before})
    _check_taken(sheet, root, owner, address_of)


def _check_taken(
    sheet: Sheet, root: Unit, owner: Mapping[str, tuple[str, int]], address_of: Mapping[str, tuple[str, int]]
) -> None:
    """An address can be held in the database by somebody whom the file does not give a new one."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [list(owner)])
        taken = {
            email
            for email, municipality, number in cursor
            if municipality != root.pk or (number != owner[email][0] and number not in address_of)
        }
    if not taken:
        return
    for index, email in enumerate(sheet.values["email"]):
        if email in taken and not sheet.is_faulty(index, "number"):
            sheet.fault(index, "email", _("The address belongs to another person already."))
