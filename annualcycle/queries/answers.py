"""What waits for those who tell the department: the orientation, the themes, the evaluation."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from annualcycle.models import Cycle
from annualcycle.phases import Phase, spans
from annualcycle.queries.cycle import years_of
from competence.access import Actor, Permission, scope
from competence.queries import Pending

EVALUATION_AHEAD = timedelta(days=28)


def pending_answers(actor: Actor, on: date) -> list[Pending]:
    """Released years that are not told or evaluated yet; one query, none where there is nothing to do."""
    if not any(actor.may(permission) for permission in (Permission.INFORM, Permission.PLAN_THEMES)):
        return []
    if not any(cycle.is_released and cycle.evaluated_at is None for cycle in years_of(actor)):
        return []
    held = scope(actor, Permission.INFORM, "unit") | scope(actor, Permission.PLAN_THEMES, "unit")
    years = Cycle.objects.running().filter(held, is_history=False, released_at__isnull=False)
    rows: list[Pending] = []
    for cycle in years.select_related("unit", "orientation").order_by("pk"):
        rows += _of_year(actor, cycle, on)
    return rows


def _of_year(actor: Actor, cycle: Cycle, on: date) -> list[Pending]:
    rows = []
    orientation = getattr(cycle, "orientation", None)
    if actor.may(Permission.INFORM, cycle.unit) and not (orientation and orientation.published_at):
        rows.append(_inform(cycle))
    if actor.may(Permission.PLAN_THEMES, cycle.unit) and cycle.themes_published_at is None:
        rows.append(_place(cycle))
    if actor.may(Permission.EVALUATE, cycle.unit) and on >= cycle.evaluate_on - EVALUATION_AHEAD:
        rows.append(_evaluate(cycle))
    return rows


def _inform(cycle: Cycle) -> Pending:
    return Pending(
        due_on=cycle.orientation_on,
        title=_("Inform %(unit)s about the granted courses") % {"unit": cycle.unit},
        why=_("Everybody has had a personal answer."),
        url=reverse("year:orientation", args=[cycle.pk]),
        action=_("Inform"),
    )


def _place(cycle: Cycle) -> Pending:
    ends = next((span.ends for span in spans(cycle) if span.phase == Phase.ORIENTATION), cycle.orientation_on)
    return Pending(
        due_on=ends,
        title=_("Place the themes in %(unit)s") % {"unit": cycle.unit},
        why=_("What several ask for and needs no course is taken up together."),
        url=reverse("year:themes", args=[cycle.pk]),
        action=_("Place"),
    )


def _evaluate(cycle: Cycle) -> Pending:
    return Pending(
        due_on=cycle.evaluate_on,
        title=_("Evaluate the year in %(unit)s") % {"unit": cycle.unit},
        why=_("The figures are ready. Write what you learnt and what you change."),
        url=reverse("year:evaluation", args=[cycle.pk]),
        action=_("Evaluate"),
    )
