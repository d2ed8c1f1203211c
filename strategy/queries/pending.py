"""What strategies and their duties ask of a person."""

from datetime import date

from competence.access import Actor
from competence.queries import Pending
from strategy.queries.duties import pending_duties
from strategy.queries.way import pending_strategies


def pending_for(actor: Actor, on: date) -> list[Pending]:
    """What waits for `actor` on the way of a version and of what comes again, unsorted."""
    return [*pending_strategies(actor, on), *pending_duties(actor, on)]
