"""What the search finds: people, units and courses the reader may see."""

from dataclasses import dataclass
from datetime import date

from competence.models import Employee, Offer, Unit
from competence.queries import people
from competence.text import danish_key, fold

MOST = 8


@dataclass(frozen=True)
class Found:
    """What the words fit; at most MOST of each."""

    people: list[Employee]
    units: list[Unit]
    offers: list[Offer]

    def __bool__(self) -> bool:
        return bool(self.people or self.units or self.offers)

    def __len__(self) -> int:
        return len(self.people) + len(self.units) + len(self.offers)


def search(municipality: int, words: str, on: date) -> Found:
    """Current colleagues, open units and courses of the municipality whose names hold each word."""
    offers = Offer.objects.of_municipality(municipality).filter(is_active=True).select_related("provider")
    units = Unit.objects.filter(path__startswith=f"{municipality}/").open_on(on)
    for word in fold(words).split():
        offers = offers.filter(search__contains=word)
        units = units.filter(sort_name__contains=danish_key(word))
    return Found(people.candidates(municipality, words, on), list(units[:MOST]), list(offers[:MOST]))
