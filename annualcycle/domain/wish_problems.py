"""What is wrong or worth knowing about a wish, in three grades: blockers, approvals, warnings."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy

from annualcycle.domain import eligibility
from annualcycle.models import Wish
from annualcycle.queries import wishes as queries


class Blocker(TextChoices):
    """What a wish must have before it is submitted."""

    NO_TITLE = "no_title", gettext_lazy("Write what you want to learn.")
    NO_MOTIVATION = "no_motivation", gettext_lazy("Write a line about why. It counts in the assessment.")
    NO_WHY_NOW = "no_why_now", gettext_lazy("Write why it cannot wait for December.")
    NO_EXTENT = "no_extent", gettext_lazy("Choose whether you wish for the whole education or single modules.")


class Caution(TextChoices):
    """What may be so, but should be seen before the wish is sent."""

    NO_NEED = (
        "no_need",
        gettext_lazy("The wish does not point to a need in the strategy. That makes it harder to grant."),
    )
    NO_PRICE = "no_price", gettext_lazy("The course has no price. Ask the provider, or write 0 if it is free.")
    TWICE = "twice", gettext_lazy("There is another wish for the same.")
    SPLIT = "split", gettext_lazy("Together with the other wish for the same it reaches the threshold for December.")
    SIGNUP_CLOSED = "signup_closed", gettext_lazy("The date for signing up has passed.")


FIELD_OF = {
    Blocker.NO_TITLE: "title",
    Blocker.NO_MOTIVATION: "motivation",
    Blocker.NO_WHY_NOW: "why_now",
    Blocker.NO_EXTENT: "extent",
}


@dataclass(frozen=True)
class Problems:
    """`blockers` stop the wish; `approvals` are kinds of `Rule` that need an exception; `warnings` are shown."""

    blockers: tuple[Blocker, ...]
    approvals: tuple[str, ...]
    warnings: tuple[Caution, ...]


def problems_for(wish: Wish, on: date) -> Problems:
    """Everything to be known about `wish` before it is submitted on `on` (sources: S44, S55, S61, S66)."""
    return Problems(_blockers(wish), tuple(eligibility.open_rules(wish, on)), _warnings(wish, on))


def _blockers(wish: Wish) -> tuple[Blocker, ...]:
    there = {
        Blocker.NO_TITLE: not wish.title.strip(),
        Blocker.NO_MOTIVATION: not wish.motivation.strip(),
        Blocker.NO_WHY_NOW: wish.is_ad_hoc and not wish.why_now.strip(),
        Blocker.NO_EXTENT: wish.kind == Wish.Kind.FORMAL_EDUCATION and not wish.extent,
    }
    return tuple(blocker for blocker, found in there.items() if found)


def _warnings(wish: Wish, on: date) -> tuple[Caution, ...]:
    twins = queries.same_subject(wish)
    bought = wish.kind in (Wish.Kind.COURSE, Wish.Kind.FORMAL_EDUCATION)
    there = {
        Caution.NO_NEED: wish.need_id is None,
        Caution.NO_PRICE: bought and wish.is_external and not wish.cost,
        Caution.TWICE: bool(twins),
        Caution.SPLIT: _splits(wish, twins),
        Caution.SIGNUP_CLOSED: bool(wish.offer and wish.offer.signup_by and wish.offer.signup_by < on),
    }
    return tuple(warning for warning, found in there.items() if found)


def _splits(wish: Wish, twins: list[Wish]) -> bool:
    """Whether small wishes for the same add up to a large one (source: S44)."""
    cycle, parts = wish.cycle, [wish, *twins]
    small = all(part.cost < cycle.threshold_amount and part.days < cycle.threshold_days for part in parts)
    cost = sum(part.cost for part in parts)
    days = sum((part.days for part in parts), Decimal(0))
    return small and len(parts) > 1 and (cost >= cycle.threshold_amount or days >= cycle.threshold_days)
