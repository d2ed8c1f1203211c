"""A strategy of Børn og Unge on its way, for the tests: written by tove (leader) and anna (employee)."""

from datetime import UTC, date, datetime

from competence.access import Actor, actor_of, with_access
from competence.models import Employee, LawReference, Unit
from strategy.domain import approval, editing, foundations, hearing, versions
from strategy.models import Approval, Need, Section, Strategy, WorkingGroupMember
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


def full(cast: Cast) -> Strategy:
    """A draft with a foundation, a goal, and a need with a team and a law reference."""
    made = draft(cast)
    points = ["Vi lytter.", "Vi forklarer."]
    foundation = foundations.write(owner=cast.nordby, kind="values", title="Vores værdier", points=points)
    editing.use_foundations(strategy=made, foundations=[foundation], on=TODAY)
    editing.set_goals(strategy=made, goals=[("political", "Hjælpen kommer tidligt.")], on=TODAY)
    law = LawReference.objects.get(municipality=cast.nordby, code="barnets lov § 20")
    facts = editing.NeedFacts(
        "Samtaler med børn", "case_workers", units=[cast.fam], goals=list(made.goals.all()), law_references=[law]
    )
    editing.change_need(need=need(made), facts=facts, on=TODAY)
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


def heard(cast: Cast, *, opens_on: date = TODAY, closes_on: date = date(2026, 10, 29)) -> Strategy:
    """A draft whose hearing is open."""
    made = draft(cast)
    return hearing.open_hearing(strategy=made, period=hearing.Period(opens_on, closes_on), at=AT)


def before_med(cast: Cast) -> Approval:
    """Heard without comments, and put before MED today."""
    made = heard(cast, opens_on=date(2026, 10, 1), closes_on=date(2026, 10, 14))
    agenda = approval.Agenda("Center-MED", date(2026, 10, 20), "Punkt 4")
    return approval.put_on_agenda(strategy=made, agenda=agenda, by=cast.mads, at=AT, on=TODAY)


def with_duties(cast: Cast) -> Strategy:
    """A draft with needs for supervision each quarter and for a topic every other year."""
    made = draft(cast)
    for facts in (
        editing.NeedFacts("Supervision", delivery="supervision", recurs_months=3),
        editing.NeedFacts("Tavshedspligt", delivery="internal", recurs_months=24),
        editing.NeedFacts("Samtaler", delivery="external", recurs_months=12),
    ):
        editing.add_need(section=section(made), facts=facts, on=TODAY)
    return made


def acting(employee: Employee, on: date = TODAY) -> Actor:
    """`employee` with the posts and roles held on `on`."""
    return actor_of(with_access(Employee.objects.filter(pk=employee.pk), on).get())
