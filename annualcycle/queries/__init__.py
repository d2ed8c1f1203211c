"""What pages read about the annual cycle."""

from datetime import date

from annualcycle.queries.answers import pending_answers
from annualcycle.queries.cycle import pending_cycle
from annualcycle.queries.december_pending import pending_december
from annualcycle.queries.plans import pending_plans
from annualcycle.queries.talks import pending_talks
from competence.access import Actor
from competence.queries import Pending

SOURCES = (
    pending_cycle,
    pending_talks,
    pending_plans,
    pending_december,
    pending_answers,
)


def pending_for(actor: Actor, on: date) -> list[Pending]:
    """What waits for `actor` in the running years, unsorted."""
    return [row for source in SOURCES for row in source(actor, on)]
