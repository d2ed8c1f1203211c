"""What was learnt in a year goes into the next version of the strategy (source: S67)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from annualcycle.models import Cycle, Evaluation
from competence.models import Employee
from strategy.domain import versions
from strategy.models import Strategy
from strategy.queries import strategy_in_force


class NotEvaluated(Exception):
    """The evaluation of the year is not finished."""


class NoStrategy(Exception):
    """No strategy of the centre is in force."""


@transaction.atomic
def hand_on(*, cycle: Cycle, by: Employee, at: datetime, on: date) -> Strategy:
    """Write the evaluation of the year into the strategy in force on `on`, for its next version to begin from.

    Raises NotEvaluated, NoStrategy.
    """
    found = Evaluation.objects.filter(cycle=cycle).first()
    if cycle.evaluated_at is None or found is None:
        raise NotEvaluated(_("Finish the evaluation of the year first."))
    strategy = strategy_in_force(cycle.unit, on)
    if strategy is None or strategy.unit_id != cycle.unit_id:
        raise NoStrategy(_("%(unit)s has no strategy of its own in force.") % {"unit": cycle.unit})
    text = "\n\n".join(filter(None, (found.text, found.changes)))
    return versions.evaluate(strategy=strategy, text=text, by=by, at=at, on=on)
