"""Decisions about the wishes of the example municipality, and the answers where they are given."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from annualcycle.domain import decisions
from annualcycle.domain.budget import NotEnoughLeft
from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from competence.models import Employee, Role, RoleAssignment

READ = 0.8
SHARED = {"TAV-1", "JUR-2", "EXC-1"}
EXCEPTION = "Opgaven kan ikke løses uden, og ingen andre i teamet kan tage den."
REASONS = {
    Outcome.NOT_MET: "Ønsket er relevant, men andre ønsker dækkede et større behov inden for rammen.",
    Outcome.OUTSIDE: "Ønsket hører ikke til et afsnit i strategien for den kommende periode.",
    Outcome.SHARING: "Flere ønsker det samme, så vi tager det op sammen og bruger egne kræfter.",
    Outcome.GRANTED: "",
}


def decide(*, cycle: Cycle, share: float, random: Random) -> None:
    """Decide `share` of the wishes of `cycle`, those with the most points first, until the frame is spent."""
    wishes = Wish.objects.on_the_board().filter(cycle=cycle).select_related("offer", "employee", "cycle")
    rows = sorted(wishes.prefetch_related("assessments__criterion"), key=lambda wish: (-_points(wish), wish.pk))
    group = leadership_group(cycle)
    at = _noon(cycle.wishes_due_on + timedelta(days=2))
    for wish in rows[: round(share * len(rows))]:
        by = next(leader for leader in group if leader.pk != wish.employee_id)
        outcome = _outcome(wish, random)
        try:
            _decide(wish, outcome, by, at)
        except NotEnoughLeft:
            _decide(wish, Outcome.NOT_MET, by, at)


def _decide(wish: Wish, outcome: Outcome, by: Employee, at: datetime) -> Decision:
    exception = EXCEPTION if outcome == Outcome.GRANTED and wish.eligibility else ""
    return decisions.decide(
        wish=wish, outcome=outcome, by=by, at=at, reason=REASONS[outcome], exception_reason=exception
    )


def _outcome(wish: Wish, random: Random) -> Outcome:
    if wish.need_id is None and random.random() < 0.5:
        return Outcome.OUTSIDE
    if wish.offer and wish.offer.code in SHARED and random.random() < 0.6:
        return Outcome.SHARING
    if wish.eligibility and random.random() < 0.6:
        return Outcome.NOT_MET
    return Outcome.GRANTED


def release(*, cycle: Cycle, random: Random) -> None:
    """Answer everybody by the date; most have read the answer."""
    manager = leadership_group(cycle)[0]
    at = _noon(cycle.feedback_by - timedelta(days=1))
    decisions.release(cycle=cycle, by=manager, at=at)
    for decision in Decision.objects.filter(wish__cycle=cycle, released_at__isnull=False).select_related(
        "wish__employee"
    ):
        if random.random() < READ:
            decisions.mark_read(decision=decision, by=decision.wish.employee, at=at + timedelta(days=1))


def leadership_group(cycle: Cycle) -> list[Employee]:
    """Those who decide, the manager first."""
    roles = [Role.MANAGER, Role.LEADERSHIP_GROUP]
    rows = RoleAssignment.objects.filter(unit=cycle.unit, role__in=roles).select_related("employee").order_by("pk")
    found = sorted(rows, key=lambda row: row.role != Role.MANAGER)
    return list({row.employee_id: row.employee for row in found}.values())


def _points(wish: Wish) -> int:
    return sum(row.criterion.weight * row.score for row in wish.assessments.all())


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
