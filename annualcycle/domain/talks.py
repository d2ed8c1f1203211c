"""The yearly talks (source: S42): made for everybody, prepared by both sides, held, postponed or declined."""

from datetime import date

from django.db import transaction

from annualcycle.models import Cycle, Talk
from annualcycle.models.talks import TalkKind
from competence.models import Employment, RoleAssignment
from competence.queries import leaders_by_path, nearest_leader


def create_for(*, cycle: Cycle, on: date) -> int:
    """A talk for each employee of the centre on `on` who has none yet, also for those on leave.

    Runs at publication and each day of the talks, so that newcomers get theirs. Returns how many were made.
    """
    with transaction.atomic():
        there = set(cycle.talks.values_list("employee", flat=True))
        talks = [talk for talk in _due_talks(cycle, on) if talk.employee_id not in there]
        Talk.objects.bulk_create(talks, ignore_conflicts=True)
    return len(talks)


def somebody_without_leader(cycle: Cycle, on: date) -> bool:
    """Whether somebody employed in the centre on `on` has nobody above to hold the talk."""
    return any(talk.leader is None for talk in _due_talks(cycle, on))


def _due_talks(cycle: Cycle, on: date) -> list[Talk]:
    """One talk for each person, in the unit where most hours are worked; leaders get a leader talk."""
    posts = Employment.objects.valid_on(on).filter(unit__centre=cycle.unit_id).select_related("employee", "unit")
    main = {post.employee_id: post for post in posts.order_by("weekly_hours", "-pk")}
    leaders = leaders_by_path(cycle.unit.municipality_id or cycle.unit_id, on)
    leading = set(RoleAssignment.objects.valid_on(on).leading().values_list("employee", flat=True))
    return [
        Talk(
            cycle=cycle,
            employee=post.employee,
            unit=post.unit,
            leader=nearest_leader(leaders, post.unit, post.employee),
            kind=TalkKind.LUS if post.employee_id in leading else TalkKind.MUS,
        )
        for post in main.values()
    ]
