"""Places bought at courses, and whether what was learnt there is used: sums of a municipality, no persons (T26)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce, TruncDate

from annualcycle.models import FollowUp, Wish
from annualcycle.queries.follow_ups import granted
from competence.models import Unit


@dataclass(frozen=True)
class Bought:
    """`cost` is øre. Of those whose leader was `asked` after eight weeks, `used` are yes or partly."""

    people: int
    places: int
    cost: int
    asked: int
    used: int


def bought_by(municipality: Unit | int, first: date, last: date) -> Bought:
    """Granted courses and educations of others that ended between the two days, both included; one query.

    Where no day of a course is known, the day of the answer counts, as in the follow-up. What leaders answer after the
    last day is left out: a figure that grew with each answer would tell what it was.
    """
    kinds = (Wish.Kind.COURSE, Wish.Kind.FORMAL_EDUCATION)
    learnt = Coalesce("wish__ends_on", "wish__starts_on", TruncDate("released_at"))
    rows = granted().annotate(learnt_on=learnt).filter(learnt_on__range=(first, last), wish__kind__in=kinds)
    inside = rows.filter(wish__employee__municipality=municipality, wish__is_external=True, amount__gt=0)
    asked = Q(follow_up__followed_at__date__lte=last) & ~Q(follow_up__used="")
    used = asked & Q(follow_up__used__in=[FollowUp.Used.YES, FollowUp.Used.PARTLY])
    return Bought(
        **inside.order_by().aggregate(
            people=Count("wish__employee", distinct=True),
            places=Count("pk"),
            cost=Coalesce(Sum("amount"), 0),
            asked=Count("pk", filter=asked),
            used=Count("pk", filter=used),
        )
    )
