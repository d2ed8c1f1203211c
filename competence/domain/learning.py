"""Writes on the course catalogue."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from competence.models import Offer, Provider, Unit


@dataclass(frozen=True)
class OfferFacts:
    """What an offer says; `price` is øre for each participant, `provider` a present or former name."""

    code: str
    title: str
    provider: str
    kind: str
    price: int
    days: Decimal
    ects: Decimal = Decimal(0)
    starts_on: date | None = None
    signup_by: date | None = None
    is_active: bool = True


@transaction.atomic
def add_offer(*, municipality: Unit, facts: OfferFacts) -> Offer:
    """A new offer; a provider not known by this or a former name is made too."""
    return _write(Offer(municipality=municipality), facts)


@transaction.atomic
def change_offer(*, offer: Offer, facts: OfferFacts) -> Offer:
    """Wishes that point to the offer keep what was written in them."""
    return _write(offer, facts)


def _write(offer: Offer, facts: OfferFacts) -> Offer:
    for name, value in asdict(facts).items():
        if name != "provider":
            setattr(offer, name, value)
    offer.provider = provider_called(municipality=offer.municipality, name=facts.provider)
    offer.save()
    return offer


def provider_called(*, municipality: Unit, name: str) -> Provider:
    """The provider with this name, now or formerly, else a new one."""
    name = name.strip()
    known = Provider.objects.filter(municipality=municipality)
    found = known.filter(name__iexact=name).first() or known.filter(former_names__contains=[name]).first()
    return found or Provider.objects.create(municipality=municipality, name=name)
