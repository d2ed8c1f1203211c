"""Urgent needs of earlier years in the example municipality, so that the coming year can be simulated from them."""

from datetime import datetime, time, timedelta
from random import Random

from django.utils import timezone

from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import Unit

MOST_IN_A_YEAR, FEWEST = 9, 4
AMOUNTS = (280_000, 420_000, 550_000, 640_000, 890_000, 1_450_000, 2_400_000)
WHY_NOW = "En opgave, som ingen havde regnet med, da ønskerne blev vægtet."


def ask_in_earlier_years(*, unit: Unit, year: int) -> None:
    """Some needs in each year before `year` that came with the files, most of them granted."""
    random = Random(f"{unit.code} earlier")
    for cycle in Cycle.objects.filter(unit=unit, year__lt=year, is_history=True).order_by("year"):
        wished = list(Wish.objects.filter(cycle=cycle).order_by("pk"))
        for number in range(random.randint(FEWEST, MOST_IN_A_YEAR) if wished else 0):
            _ask(cycle, random.choice(wished), number, random)


def _ask(cycle: Cycle, like: Wish, number: int, random: Random) -> None:
    day = cycle.orientation_on + timedelta(weeks=4 * number + random.randrange(4))
    at = timezone.make_aware(datetime.combine(day, time(9)))
    wish = Wish.objects.create(
        cycle=cycle,
        employee_id=like.employee_id,
        unit_id=like.unit_id,
        title=like.title,
        fee=random.choice(AMOUNTS),
        days=2,
        state=Wish.State.SUBMITTED,
        is_ad_hoc=True,
        why_now=WHY_NOW,
        saved_at=at,
        submitted_at=at,
        submitted_by_id=like.employee_id,
    )
    is_granted = random.random() < 0.75
    Decision.objects.create(
        wish=wish,
        route=Route.AD_HOC,
        outcome=Outcome.GRANTED if is_granted else Outcome.NOT_MET,
        amount=wish.fee if is_granted else 0,
        reason="" if is_granted else "Der var ikke mere i reserven.",
        decided_at=at,
        released_at=at,
    )
