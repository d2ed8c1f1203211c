"""An autumn to test with: a published year, a strategy with needs, and drafts of wishes."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from annualcycle.domain import wishes
from annualcycle.models import Cycle, Wish
from competence.models import Competence, CompetenceArea, Employee, Offer, Provider
from strategy.domain import editing, versions
from strategy.models import Need, Strategy
from tests.annualcycle.board import published_cycle
from tests.cast import Cast

ON = date(2025, 12, 1)
IN_OCTOBER = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
IN_DECEMBER = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)


def strategy(cast: Cast) -> Strategy:
    """Børn og Unge 2026–2028 with section 3.2 and two needs in it; the first by the competence `samtaler`."""
    drafted = versions.draft(
        unit=cast.bu, title="Strategi for kompetencer", starts_on=date(2026, 1, 1), ends_on=date(2028, 12, 31)
    )
    editing.add_section(strategy=drafted, number="3", title="Det skal vi kunne", on=ON)
    section = editing.add_section(
        strategy=drafted, number="3.2", title="Samtaler", text="Vi lytter og forklarer.", on=ON
    )
    facts = editing.NeedFacts("Samtaler med børn", "case_workers", competences=[conversations(cast)])
    editing.add_need(section=section, facts=facts, on=ON)
    editing.add_need(section=section, facts=editing.NeedFacts("Konflikter i mødet med borgeren"), on=ON)
    return versions.adopt(strategy=drafted, committee="MED-udvalget", on=date(2025, 12, 10))


def conversations(cast: Cast) -> Competence:
    area, _made = CompetenceArea.objects.get_or_create(municipality=cast.nordby, name="Kommunikation")
    return Competence.objects.get_or_create(area=area, key="samtaler", defaults={"name": "Samtaler"})[0]


def need(cast: Cast) -> Need:
    """The need `Samtaler med børn`, 3.2.1."""
    found = Need.objects.filter(title="Samtaler med børn").select_related("section").first()
    return found or strategy(cast).sections.get(number="3.2").needs.select_related("section").earliest("number")


def offer(cast: Cast, **fields: object) -> Offer:
    """A course of 6.400 kr. and two days that teaches `samtaler`."""
    provider, _made = Provider.objects.get_or_create(municipality=cast.nordby, name="Komponent")
    given: dict[str, Any] = {
        "code": "SAM-1",
        "title": "Samtaler med børn og unge",
        "kind": Offer.Kind.COURSE,
        "price": 640_000,
        "days": Decimal(2),
    } | fields
    made = Offer.objects.create(municipality=cast.nordby, provider=provider, **given)
    made.competences.add(conversations(cast))
    return made


def draft(cast: Cast, employee: Employee | None = None, cycle: Cycle | None = None, **facts: object) -> Wish:
    """A complete draft of Anna's for 4.000 kr., unless `facts` say otherwise."""
    employee = employee or cast.anna
    cycle = cycle or Cycle.objects.filter(unit=cast.bu, year=2026).first() or published_cycle(cast)
    given: dict[str, Any] = {
        "title": "Kursus i konflikter",
        "fee": 400_000,
        "days": Decimal(1),
        "motivation": "Jeg møder vrede borgere hver uge.",
        "is_external": True,
    } | facts
    post = employee.employments.select_related("unit").get()
    wish = wishes.begin(cycle=cycle, employee=employee, unit=post.unit, at=IN_OCTOBER)
    return wishes.save_draft(wish=wish, facts=wishes.Facts(**given), at=IN_OCTOBER)


def submitted(cast: Cast, employee: Employee | None = None, cycle: Cycle | None = None, **facts: object) -> Wish:
    wish = draft(cast, employee, cycle, **facts)
    return wishes.submit(wish=wish, by=wish.employee, at=IN_OCTOBER)
