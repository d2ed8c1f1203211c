"""A strategy of Børn og Unge on its way, for the tests: written by tove (leader) and anna (employee)."""

from datetime import UTC, date, datetime

from competence.models import Unit
from strategy.domain import editing, versions
from strategy.models import Need, Section, Strategy, WorkingGroupMember
from tests.cast import TODAY, Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
TEXT = "Vi lytter og forklarer."
Part = WorkingGroupMember.Part


def draft(cast: Cast, *, unit: Unit | None = None, more: int = 0, year: int = 2027) -> Strategy:
    """A draft with sections 3 and 3.2 and a need in 3.2, and `more` sections after them."""
    made = versions.draft(
        unit=unit or cast.bu, title="Strategi for læring", starts_on=date(year, 1, 1), ends_on=date(year + 2, 12, 31)
    )
    versions.set_member(strategy=made, employee=cast.tove, part=Part.LEADER)
    versions.set_member(strategy=made, employee=cast.anna, part=Part.EMPLOYEE)
    editing.add_section(strategy=made, number="3", title="Det skal vi kunne", on=TODAY)
    section = editing.add_section(strategy=made, number="3.2", title="Samtaler", text=TEXT, on=TODAY)
    editing.add_need(section=section, facts=editing.NeedFacts("Samtaler med børn", "case_workers"), on=TODAY)
    for number in range(more):
        extra = editing.add_section(strategy=made, number=f"9.{number}", title="Mere", on=TODAY)
        editing.add_need(section=extra, facts=editing.NeedFacts("Mere endnu"), on=TODAY)
    return made


def approved(cast: Cast, *, more: int = 0, year: int = 2026) -> Strategy:
    """As `draft`, in force from the first of January."""
    return versions.adopt(
        strategy=draft(cast, more=more, year=year), committee="MED-udvalget", on=date(year - 1, 12, 10)
    )


def section(strategy: Strategy) -> Section:
    """Section 3.2."""
    return strategy.sections.get(number="3.2")


def need(strategy: Strategy) -> Need:
    """The need in 3.2."""
    return Need.objects.select_related("section__strategy").get(section=section(strategy), number=1)
