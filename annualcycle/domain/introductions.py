"""A course a new colleague cannot do without becomes a wish that need not wait for December (sources: S37, S54)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from annualcycle.domain import wishes
from annualcycle.models import Cycle, Wish
from competence.models import Introduction, Unit


class NoCourseNeeded(Exception):
    """Nobody has found that a course is needed."""


@transaction.atomic
def begin_wish(*, introduction: Introduction, cycle: Cycle, unit: Unit, at: datetime) -> Wish:
    """An ad-hoc draft with what the assessment says, of which the new colleague writes the rest; the one that was
    begun before where there is one. Raises NoCourseNeeded."""
    locked = Introduction.objects.select_for_update(of=("self",)).select_related("employee").get(pk=introduction.pk)
    if not locked.needs_course:
        raise NoCourseNeeded(_("The assessment does not say that a course is needed."))
    before = wish_of(locked)
    if before is not None:
        return before
    wish = Wish.objects.create(
        cycle=cycle,
        employee=locked.employee,
        unit=unit,
        is_ad_hoc=True,
        is_external=True,
        saved_at=at,
        introduction=locked,
    )
    facts = wishes.Facts(title=locked.course, why_now=locked.course_reason, is_external=True)
    return wishes.save_draft(wish=wish, facts=facts, at=at)


def wish_of(introduction: Introduction) -> Wish | None:
    """The wish that the assessment led to, unless it was withdrawn."""
    rows = Wish.objects.filter(introduction=introduction).exclude(state=Wish.State.WITHDRAWN)
    return rows.select_related("employee__municipality", "unit", "cycle__unit").order_by("-pk").first()
