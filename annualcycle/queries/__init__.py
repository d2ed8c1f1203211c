"""What pages read about the annual cycle."""

from datetime import date

from competence.access import Actor
from competence.queries import Pending


def pending_for(actor: Actor, on: date) -> list[Pending]:
    """What waits for `actor` in the running years, unsorted."""
    return []
