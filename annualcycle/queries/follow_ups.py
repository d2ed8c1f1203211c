"""What was granted, and whether it is used and shared: lists, steps, what waits (sources: S39, S40)."""

from datetime import date, timedelta

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from annualcycle.models import Decision, FollowUp, Talk, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.my_wishes import Step
from competence.access import Actor, Permission, scope
from competence.queries import Pending
from competence.waiting import Source

# By default, counted from the last day of the course, or from the answer where no day is known.
USED_WITHIN = timedelta(weeks=4)
SHARED_WITHIN = timedelta(weeks=6)
FOLLOWED_UP_AFTER = timedelta(weeks=8)
ASK_BEFORE = timedelta(weeks=4)
SOON = timedelta(days=14)

WAITING = Q(follow_up__isnull=True) | Q(follow_up__used__in=("", FollowUp.Used.NOT_YET))
DUE, COMING, DONE = "", "coming", "done"


def learnt_on(decision: Decision) -> date:
    """The last day of the course; the day of the answer where no day is known. Only for released answers."""
    wish = decision.wish
    if decision.released_at is None:
        raise ValueError("Nobody follows up on what is not answered.")
    return wish.ends_on or wish.starts_on or timezone.localdate(decision.released_at)


def granted() -> "QuerySet[Decision]":
    """Released grants of the running years, with the day to follow up on them as `due_on`."""
    learnt = Coalesce("wish__ends_on", "wish__starts_on", TruncDate("released_at"))
    usual = Cast(learnt + FOLLOWED_UP_AFTER, DateField())
    found = Decision.objects.released().filter(outcome=Outcome.GRANTED, wish__cycle__is_history=False)
    rows = found.select_related("wish__employee", "wish__unit", "wish__cycle", "follow_up__followed_by")
    return rows.annotate(due_on=Coalesce("follow_up__due_on", usual))


def led(actor: Actor) -> "QuerySet[Decision]":
    """Grants of those `actor` holds talks with, one's own left out."""
    inside = granted().filter(scope(actor, Permission.LEAD_TALKS, "wish__unit"))
    return inside.exclude(wish__employee=actor.employee)


def in_pill(rows: "QuerySet[Decision]", shown: str, on: date) -> "QuerySet[Decision]":
    """Those to follow up on now, those to come, or those that are done."""
    if shown == DONE:
        return rows.exclude(WAITING)
    later = Q(due_on__gt=on)
    return rows.filter(WAITING & later if shown == COMING else WAITING & ~later)


def of_wish(wish: Wish) -> FollowUp | None:
    """What is written so far; None before anything is."""
    return FollowUp.objects.select_related("planned_by", "followed_by").filter(decision__wish=wish).first()


def steps_of(found: FollowUp | None, due_on: date) -> list[Step]:
    """Use, share, follow up."""
    steps = [
        (pgettext("step after a course", "Use"), found.use_by if found else None, bool(found and found.planned_at)),
        (
            pgettext("step after a course", "Share"),
            (found.shared_on or found.share_by) if found else None,
            bool(found and found.shared_on),
        ),
        (pgettext("step after a course", "Follow up"), due_on, bool(found and found.is_done)),
    ]
    first_open = next((number for number, (_label, _on, done) in enumerate(steps) if not done), None)
    return [
        Step(label, day, "done" if done else "now" if number == first_open else "next")
        for number, (label, day, done) in enumerate(steps)
    ]


def _mine(actor: Actor, on: date) -> "QuerySet[Decision]":
    """One's own that one has read of: to be planned as the course comes near, or to be shared soon."""
    begins_soon = Q(wish__starts_on__isnull=True) | Q(wish__starts_on__lte=on + ASK_BEFORE)
    to_plan = Q(follow_up__planned_at__isnull=True) & begins_soon
    to_share = Q(follow_up__shared_on__isnull=True, follow_up__share_by__lte=on + SOON)
    mine = granted().filter(wish__employee=actor.employee, read_at__isnull=False)
    return mine.filter(WAITING & (to_plan | to_share))


def _mine_and_led(actor: Actor, on: date) -> "QuerySet[Decision]":
    """What waits for the person and what waits for the leader, in one."""
    mine, to_follow_up = _mine(actor, on).values("pk"), _to_follow_up(actor, on)
    keys = mine if to_follow_up is None else mine.union(to_follow_up.order_by().values("pk"))
    return granted().filter(pk__in=keys).order_by(F("due_on"))


def pending(actor: Actor, on: date) -> list[Pending]:
    """How to use and share what one has been granted, and whom to ask whether it is used; one query."""
    rows = list(_mine_and_led(actor, on))
    mine = [row for row in rows if row.wish.employee_id == actor.employee.pk]
    led = [row for row in rows if row.wish.employee_id != actor.employee.pk]
    asked = [_to_share(row, row.follow_up) if _is_planned(row) else _to_plan(row) for row in mine]
    return asked + _asked_of_leader(led)


def _is_planned(decision: Decision) -> bool:
    found: FollowUp | None = getattr(decision, "follow_up", None)
    return bool(found and found.planned_at)


def _to_plan(decision: Decision) -> Pending:
    return Pending(
        due_on=decision.wish.starts_on or learnt_on(decision) + SOON,
        title=_("Say how you will use and share: %(title)s") % {"title": decision.wish.title},
        why=_("What is used soon after the course stays."),
        url=reverse("year:follow_up", args=[decision.wish_id]),
        action=pgettext("verb on a button", "Plan"),
    )


def _to_share(decision: Decision, found: FollowUp) -> Pending:
    return Pending(
        due_on=found.share_by,
        title=_("Share what you learnt: %(title)s") % {"title": decision.wish.title},
        why=_("You have planned %(form)s.") % {"form": found.get_share_form_display()},
        url=reverse("year:follow_up", args=[decision.wish_id]),
        action=pgettext("verb on a button", "Share"),
    )


def _to_follow_up(actor: Actor, on: date) -> "QuerySet[Decision] | None":
    """What is due for the nearest leader: who held the talk of that year."""
    if not actor.may(Permission.LEAD_TALKS):
        return None
    talks = Talk.objects.filter(
        cycle=OuterRef("wish__cycle"), employee=OuterRef("wish__employee"), leader=actor.employee
    )
    return in_pill(led(actor).filter(Exists(talks)), DUE, on)


def _asked_of_leader(rows: list[Decision]) -> list[Pending]:
    """One row, however many there are."""
    if not rows:
        return []
    first, count = rows[0], len(rows)
    one = _("Follow up with %(name)s: %(title)s") % {"name": first.wish.employee, "title": first.wish.title}
    many = ngettext("Follow up on %(count)s course", "Follow up on %(count)s courses", count) % {"count": count}
    url = reverse("year:follow_up", args=[first.wish_id]) if count == 1 else reverse("year:follow_ups")
    return [
        Pending(
            due_on=due_of(first),
            title=one if count == 1 else many,
            why=_("Ask whether what was learnt is used and shared."),
            url=url,
            action=pgettext("verb on a button", "Follow up"),
        )
    ]


def due_of(decision: Decision) -> date:
    """The day to follow up on a released grant."""
    found: FollowUp | None = getattr(decision, "follow_up", None)
    return found.due_on if found else learnt_on(decision) + FOLLOWED_UP_AFTER


SOURCES = (Source(_mine_and_led, pending),)
