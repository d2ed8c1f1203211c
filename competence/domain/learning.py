"""Writes on the course catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal

from django.db import transaction

from competence.models import LawReference, Offer, Provider, Unit


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
    law_references: Sequence[LawReference] = field(default_factory=tuple)


OWN_FIELDS = tuple(each.name for each in fields(OfferFacts) if each.name not in ("provider", "law_references"))


@transaction.atomic
def add_offer(*, municipality: Unit, facts: OfferFacts) -> Offer:
    """A new offer; a provider not known by this or a former name is made too."""
    return _write(Offer(municipality=municipality), facts)


@transaction.atomic
def change_offer(*, offer: Offer, facts: OfferFacts) -> Offer:
    """Wishes that point to the offer keep what was written in them."""
    return _write(offer, facts)


def _write(offer: Offer, facts: OfferFacts) -> Offer:
    for name in OWN_FIELDS:
        setattr(offer, name, getattr(facts, name))
    offer.provider = provider_called(municipality=offer.municipality, name=facts.provider)
    offer.save()
    offer.law_references.set(facts.law_references)
    return offer


def provider_called(*, municipality: Unit, name: str) -> Provider:
    """The provider with this name, now or formerly, else a new one."""
    name = name.strip()
    known = Provider.objects.filter(municipality=municipality)
    found = known.filter(name__iexact=name).first() or known.filter(former_names__contains=[name]).first()
    return found or Provider.objects.create(municipality=municipality, name=name)
