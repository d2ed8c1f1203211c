"""What pages read about talks. Content is for the two alone; everybody else counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annualcycle.models import Cycle, PlanVersion, Preparation, Talk, TalkNote
from annualcycle.models.talks import Side
from competence.access import Actor, Permission, scope
from competence.models import Employee, Employment, Leave, RoleAssignment, Unit
from competence.queries import Pending, leaders_by_path, nearest_leader
from competence.words import sentence

_COUNTS = ("total", "held", "invited", "waiting", "declined", "plans")


@dataclass(frozen=True)
class Progress:
    """How far the talks and plans of one unit are; numbers only."""

    unit: str
    total: int
    held: int
    invited: int
    waiting: int
    declined: int
    plans: int


@dataclass(frozen=True)
class HandOver:
    """The outstanding talks of one leader, and who leads those people now."""

    leader: Employee | None
    talks: int
    suggested: Employee | None
    still_leads: bool


def led_by(actor: Actor, on: date) -> Q:
    """Talks `actor` arranges: as their leader, or as the leader's deputy on `on` in that unit."""
    if not any(grant.deputises_for for grant in actor.grants):
        return Q(leader=actor.employee)
    deputy = RoleAssignment.objects.valid_on(on).filter(
        employee=actor.employee, deputises_for__employee=OuterRef("leader")
    )
    covers = deputy.annotate(path=ExpressionWrapper(OuterRef("unit__path"), CharField())).filter(
        path__startswith=F("unit__path")
    )
    return Q(Q(leader=actor.employee) | Exists(covers))


def of_employed(talks: QuerySet[Talk], on: date) -> QuerySet[Talk]:
    """Without those who have left."""
    return talks.filter(Exists(Employment.objects.valid_on(on).filter(employee=OuterRef("employee"))))


def rows_for(actor: Actor, cycle: Cycle, on: date) -> QuerySet[Talk]:
    """The talks `actor` arranges in `cycle`, with what their list shows."""
    post = Employment.objects.valid_on(on).filter(employee=OuterRef("employee"), unit=OuterRef("unit"))
    leave = Leave.objects.valid_on(on).filter(employment__employee=OuterRef("employee"))
    given = Preparation.objects.filter(talk=OuterRef("pk"), side=Side.EMPLOYEE, given_at__isnull=False)
    newer = PlanVersion.objects.filter(plan=OuterRef("plan"), number__gt=OuterRef("number"))
    version = PlanVersion.objects.filter(
        ~Exists(newer), plan__cycle=OuterRef("cycle"), plan__employee=OuterRef("employee")
    )
    confirmed = version.filter(employee_confirmed_at__isnull=False, leader_confirmed_at__isnull=False)
    talks = of_employed(cycle.talks.filter(led_by(actor, on)), on).select_related("employee", "unit", "leader", "cycle")
    return talks.annotate(
        job_title=Subquery(post.values("job_title")[:1]),
        on_leave=Exists(leave),
        is_past=ExpressionWrapper(Q(starts_at__date__lte=on), BooleanField()),
        back_on=Subquery(leave.values("ends_on")[:1]),
        employee_has_given=Exists(given),
        plan=Subquery(version.values("plan")[:1]),
        plan_confirmed=Exists(confirmed),
    ).order_by("employee__sort_name")


def cycles_with_talks(actor: Actor, on: date) -> QuerySet[Cycle]:
    """The years in which `actor` arranges talks, newest first."""
    talks = Talk.objects.filter(led_by(actor, on), cycle=OuterRef("pk"))
    return Cycle.objects.filter(Exists(talks), is_history=False).select_related("unit").order_by("-year", "unit__path")


def find(pk: int) -> QuerySet[Talk]:
    return Talk.objects.filter(pk=pk).select_related("employee", "leader", "unit", "cycle__unit", "group")


def arranges(actor: Actor, talk: Talk, on: date) -> bool:
    """Whether `actor` is the leader of the talk or deputises for them."""
    return talk.leader_id == actor.employee.pk or Talk.objects.filter(led_by(actor, on), pk=talk.pk).exists()


def notes_for(actor: Actor, talk: Talk) -> QuerySet[TalkNote]:
    """Notes the two share; a leader who came later does not see those made before."""
    notes = talk.notes.select_related("author")
    if talk.employee_id == actor.employee.pk:
        return notes
    return notes.filter(leader=actor.employee)


def preparation(talk: Talk, side: str) -> Preparation | None:
    return talk.preparations.filter(side=side).first()


def given_by(talk: Talk, side: str) -> Preparation | None:
    """What `side` has given, None while it is a draft."""
    return talk.preparations.filter(side=side, given_at__isnull=False).first()


def answers(preparation: Preparation | None) -> list[tuple[str, str]]:
    """Question and answer, those left empty out."""
    names = ("went_well", "difficult", "learn", "conditions")
    fields = [cast(Any, Preparation._meta.get_field(name)) for name in names]
    pairs = [(str(field.verbose_name), getattr(preparation, field.name, "")) for field in fields]
    return [(question, text) for question, text in pairs if text]


def overlapping(leader: Employee, starts_at: datetime, minutes: int, without: list[int]) -> Talk | None:
    """Another talk of `leader` at that time."""
    near = Talk.objects.filter(
        leader=leader, state=Talk.State.SCHEDULED, starts_at__lt=starts_at + timedelta(minutes=minutes)
    ).filter(starts_at__gt=starts_at - timedelta(hours=8))
    rows = near.exclude(pk__in=without).select_related("employee")
    ends = ((talk, cast(datetime, talk.starts_at) + timedelta(minutes=talk.minutes)) for talk in rows)
    return next((talk for talk, end in ends if end > starts_at), None)


def progress(actor: Actor, cycle: Cycle, on: date) -> list[Progress]:
    """A row for each unit `actor` follows, in the order of the tree."""
    confirmed = PlanVersion.objects.filter(
        plan__cycle=OuterRef("cycle"),
        plan__employee=OuterRef("employee"),
        employee_confirmed_at__isnull=False,
        leader_confirmed_at__isnull=False,
    )
    rows = of_employed(cycle.talks.filter(scope(actor, Permission.SEE_PROGRESS, "unit")), on)
    counted = (
        rows.annotate(has_plan=Exists(confirmed))
        .values("unit__path", "unit__name")
        .annotate(
            total=Count("pk"),
            held=Count("pk", filter=Q(state=Talk.State.HELD)),
            invited=Count("pk", filter=Q(state=Talk.State.SCHEDULED)),
            waiting=Count("pk", filter=Q(state__in=[Talk.State.PLANNED, Talk.State.POSTPONED])),
            declined=Count("pk", filter=Q(state=Talk.State.DECLINED)),
            plans=Count("pk", filter=Q(has_plan=True)),
        )
        .order_by("unit__path")
    )
    found = cast(Iterable[dict[str, Any]], counted)
    return [Progress(row["unit__name"], *(row[key] for key in _COUNTS)) for row in found]


def total(rows: list[Progress], name: str) -> Progress:
    """All rows as one, called `name`."""
    return Progress(name, *(sum(getattr(row, key) for row in rows) for key in _COUNTS))


def to_hand_over(cycle: Cycle, on: date) -> list[HandOver]:
    """Leaders with outstanding talks in `cycle`; first who lead nobody any more, last talks without one."""
    talks = list(of_employed(cycle.talks.outstanding(), on).select_related("leader", "unit", "employee"))
    leaders = leaders_by_path(cycle.unit.municipality_id or cycle.unit_id, on)
    leading = {leader.pk for found in leaders.values() for leader in found}
    by_leader: dict[int | None, list[Talk]] = {}
    for talk in talks:
        by_leader.setdefault(talk.leader_id, []).append(talk)
    rows = [
        HandOver(
            leader=found[0].leader,
            talks=len(found),
            suggested=nearest_leader(leaders, found[0].unit, found[0].employee),
            still_leads=leader in leading,
        )
        for leader, found in by_leader.items()
    ]
    return sorted(
        rows, key=lambda row: (row.leader is None, row.still_leads, row.leader.sort_name if row.leader else "")
    )


def colleagues(cycle: Cycle, on: date) -> QuerySet[Employee]:
    """Who can take over talks: everybody who leads somebody in the municipality on `on`."""
    root = cycle.unit.municipality_id or cycle.unit_id
    leading = RoleAssignment.objects.valid_on(on).leading().filter(employee=OuterRef("pk"))
    return Employee.objects.filter(Exists(leading), municipality=root).order_by("sort_name")


def team_of(talks: QuerySet[Talk]) -> list[Unit]:
    """The units the listed talks are in."""
    return list(Unit.objects.filter(pk__in=talks.values("unit")).order_by("path"))


def pending_talks(actor: Actor, on: date) -> list[Pending]:
    """Talks to prepare, to invite to and to hold (source: S42); one query for employee and leader alike."""
    mine = Q(employee=actor.employee) | led_by(actor, on)
    running = Talk.objects.in_running_years().filter(mine, cycle__talks_open_on__lte=on)
    preparations = Preparation.objects.filter(talk=OuterRef("pk"), given_at__isnull=False)
    leave = Leave.objects.valid_on(on).filter(employment__employee=OuterRef("employee"))
    talks = of_employed(running.outstanding(), on).annotate(
        employee_has_given=Exists(preparations.filter(side=Side.EMPLOYEE)),
        on_leave=Exists(leave),
    )
    rows = list(talks.select_related("employee", "leader", "cycle").order_by("employee__sort_name"))
    own = [talk for talk in rows if talk.employee_id == actor.employee.pk]
    led = [talk for talk in rows if talk.employee_id != actor.employee.pk]
    return [_prepare_own(talk) for talk in own if not cast(Any, talk).employee_has_given] + _lead(led, on)


def _prepare_own(talk: Talk) -> Pending:
    starts = timezone.localtime(talk.starts_at) if talk.starts_at else None
    leader = talk.leader.name if talk.leader else _("your leader")
    why = _("With %(leader)s, who sees nothing before you give it.") % {"leader": leader}
    if starts:
        when = {
            "leader": leader,
            "day": date_format(starts, "MONTH_DAY_FORMAT"),
            "time": date_format(starts, "TIME_FORMAT"),
        }
        why = _("With %(leader)s on %(day)s at %(time)s.") % when
    return Pending(
        due_on=starts.date() if starts else talk.cycle.talks_close_on,
        title=sentence(_("Prepare your {talk}"), talk=talk.get_kind_display()),
        why=why,
        url=reverse("year:talk_prepare", args=[talk.pk]),
        action=_("Prepare"),
    )


def _lead(talks: Sequence[Talk], on: date) -> list[Pending]:
    """One line for the times to set, one for the talks to hold, for each year."""
    found = []
    for cycle in {talk.cycle_id: talk.cycle for talk in talks}.values():
        here = [talk for talk in talks if talk.cycle_id == cycle.pk]
        without_time = [talk for talk in here if talk.starts_at is None]
        past = [talk for talk in here if talk.starts_at and timezone.localdate(talk.starts_at) <= on]
        if without_time:
            found.append(_row(cycle, without_time, _invite_title(len(without_time)), _("See talks")))
        if past:
            found.append(_row(cycle, past, _held_title(len(past)), _("Mark as held")))
    return found


def _invite_title(count: int) -> str:
    return ngettext("Invite to the last talk", "Invite to the last %(count)s talks", count) % {"count": count}


def _held_title(count: int) -> str:
    return ngettext("Was the talk held?", "Were %(count)s talks held?", count) % {"count": count}


def _row(cycle: Cycle, talks: list[Talk], title: str, action: str) -> Pending:
    away = [talk.employee.first_name for talk in talks if cast(Any, talk).on_leave]
    why = _names([talk.employee.first_name for talk in talks])
    if away:
        why += " " + ngettext("%(names)s is on leave.", "%(names)s are on leave.", len(away)) % {
            "names": _names(away).rstrip(".")
        }
    url = f"{reverse('year:talks')}?cycle={cycle.pk}"
    return Pending(due_on=cycle.talks_close_on, title=title, why=why, url=url, action=action)


def _names(names: list[str]) -> str:
    """`Camilla, Jonas og Mehdi.`; of many the first three and a number."""
    if len(names) > 4:
        more = len(names) - 3
        return _("%(names)s and %(more)s more.") % {"names": ", ".join(names[:3]), "more": more}
    return str(get_text_list(names, _("and"))) + "."


def left_behind(actor: Actor, on: date) -> "QuerySet[Talk] | None":
    """Outstanding talks of leaders who lead nobody any more, to those who run the year."""
    if not actor.may(Permission.MANAGE_CYCLE):
        return None
    leading = RoleAssignment.objects.valid_on(on).leading().filter(employee=OuterRef("leader"))
    return of_employed(Talk.objects.in_running_years().outstanding(), on).filter(
        ~Exists(leading),
        Q(leader__isnull=False),
        scope(actor, Permission.MANAGE_CYCLE, "cycle__unit"),
    )


def pending_hand_over(actor: Actor, on: date) -> list[Pending]:
    """One row for each year with such talks."""
    talks = left_behind(actor, on)
    if talks is None:
        return []
    counted = talks.values("cycle", "cycle__unit__name", "cycle__talks_close_on").annotate(talks=Count("pk"))
    return [
        Pending(
            due_on=row["cycle__talks_close_on"],
            title=ngettext("Hand over one talk", "Hand over %(count)s talks", row["talks"]) % {"count": row["talks"]},
            why=_("Their leader leads nobody any more. %(unit)s.") % {"unit": row["cycle__unit__name"]},
            url=reverse("year:hand_over", args=[row["cycle"]]),
            action=_("Hand over"),
        )
        for row in counted.order_by("cycle__unit__path")
    ]
