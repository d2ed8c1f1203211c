"""What the example's centre gets from outside: pools, national experts, and a programme that cites outdated law."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from competence.domain import learning
from competence.models import Employee, LawReference, Offer, Unit
from config.example import files
from strategy.domain import funding
from strategy.models import Expert, Need, Pool, Strategy
from strategy.queries import needs_of

ORE = 100


def load(*, root: Unit, centre: Unit, today: date) -> None:
    """Pools and experts linked to the needs of `centre`, and the introduction of the new."""
    needs = {need.title: need for need in needs_of(Strategy.objects.in_force_on(today).get(unit=centre))}
    for told in files.texts()["pools"]:
        funding.save_pool(pool=Pool(municipality=root), facts=_pool(told, root, needs, today))
    for told in files.texts()["experts"]:
        facts = funding.ExpertFacts(**told | {"needs": [needs[title] for title in told["needs"]]})
        funding.save_expert(expert=Expert(municipality=root), facts=facts)
    _introduction(root)


def _pool(told: dict[str, Any], root: Unit, needs: dict[str, Need], today: date) -> funding.PoolFacts:
    people = Employee.objects.filter(municipality=root)
    return funding.PoolFacts(
        source=told["source"],
        title=told["title"],
        opens_on=today + timedelta(days=told["opens_in_days"]),
        closes_on=today + timedelta(days=told["closes_in_days"]),
        amount=told["amount"] * ORE if "amount" in told else None,
        state=told["state"],
        responsible=people.get(email__startswith=f"{told['responsible']}@"),
        note=told.get("note", ""),
        needs=[needs[title] for title in told["needs"]],
    )


def _introduction(root: Unit) -> None:
    told = files.texts()["introduction"]
    laws = LawReference.objects.of_municipality(root).filter(code__in=told["law_references"])
    facts = told | {"days": Decimal(told["days"]), "law_references": list(laws)}
    kind = Offer.Kind.PROGRAMME
    learning.add_offer(municipality=root, facts=learning.OfferFacts(**facts, kind=kind, price=0))
