"""Who must act by the dates of the year (source: S69). Each function asks once for all years together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from annualcycle.models import Assessment, Cycle, Decision, PlanVersion, Preparation, Talk, Theme, Wish
from annualcycle.models.talks import Side, TalkKind
from competence.models import Role, RoleAssignment
from competence.queries.present import at_work

UNREAD_DAYS = 5
UNREAD_LAST_DAYS = 35


class Kind(TextChoices):
    CRITERIA = "criteria_to_publish", pgettext_lazy("reminder", "publish the criteria")
    INVITE = "talks_to_invite", pgettext_lazy("reminder", "invite to talks")
    TALKS = "talks_outstanding", pgettext_lazy("reminder", "hold the last talks")
    PREPARE = "talk_to_prepare", pgettext_lazy("reminder", "prepare the talk")
    TALK = "talk_tomorrow", pgettext_lazy("reminder", "a talk soon")
    LED_TALKS = "talks_tomorrow", pgettext_lazy("reminder", "talks to lead soon")
    PLAN = "plan_unconfirmed", pgettext_lazy("reminder", "confirm the plan")
    PLANS = "plans_unconfirmed", pgettext_lazy("reminder", "confirm plans")
    DRAFTS = "draft_wishes", pgettext_lazy("reminder", "submit wishes")
    ASSESS = "wishes_to_assess", pgettext_lazy("reminder", "assess wishes")
    MEETING = "decision_meeting", pgettext_lazy("reminder", "decision meeting")
    RELEASE = "answers_to_release", pgettext_lazy("reminder", "release the answers")
    UNREAD = "answer_unread", pgettext_lazy("reminder", "read the answer")
    ORIENTATION = "orientation_due", pgettext_lazy("reminder", "inform the department")
    THEMES = "themes_to_place", pgettext_lazy("reminder", "place the themes")
    EVALUATION = "evaluation_due", pgettext_lazy("reminder", "evaluate the year")


# What a deputy does while a leader is away; everything else can only be done by the person.
OF_LEADERS = {Kind.INVITE, Kind.TALKS, Kind.LED_TALKS, Kind.PLANS}


@dataclass(frozen=True)
class Moment:
    """A year in which `due_on` is near: `step` days before it (negative: after)."""

    cycle: Cycle
    due_on: date
    step: int

    @property
    def about(self) -> str:
        return f"cycle:{self.cycle.pk}:{self.step}"


@dataclass(frozen=True)
class Due:
    """What employee `person` is to do by `due_on`; `page` is the id of the row to open, `count` how many there are,
    `talk` is its kind where it is about one.

    The first three are the row of the ledger: the same for every run of the same step.
    """

    kind: str
    about: str
    due_on: date
    person: int
    cycle: Cycle
    page: int
    count: int = 1
    talk: str = TalkKind.MUS


Moments = Sequence[Moment]
Holders = dict[tuple[int, str], set[int]]


def of_cycle(kind: Kind, moment: Moment, people: Iterable[int], count: int = 1) -> Iterator[Due]:
    """One for each of `people`, about the year as a whole."""
    for person in sorted(people):
        yield Due(kind, moment.about, moment.due_on, person, moment.cycle, moment.cycle.pk, count)


def holders(cycles: Iterable[Cycle], on: date) -> Holders:
    """(year, role) → managers and leadership group of the centre on `on`, deputies too, else those nearest above it."""
    roles = RoleAssignment.objects.valid_on(on).filter(role__in=[Role.MANAGER, Role.LEADERSHIP_GROUP])
    held: dict[tuple[str, str], set[int]] = {}
    for role, path, person in roles.values_list("role", "unit__path", "employee"):
        held.setdefault((role, path), set()).add(person)
    found: Holders = {}
    for cycle in cycles:
        for role in (Role.MANAGER, Role.LEADERSHIP_GROUP):
            path = next((path for path in _upwards(cycle.unit.path) if (role, path) in held), "")
            found[cycle.pk, role] = held.get((role, path), set())
    return found


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path[: path.rstrip("/").rfind("/") + 1]


def _talks(cycles: Iterable[Cycle], on: date) -> QuerySet[Talk]:
    """Outstanding talks of people who are not on leave: nobody is chased about an absent colleague."""
    there = Exists(at_work(on).filter(employee=OuterRef("employee")))
    return Talk.objects.filter(there, cycle__in=list(cycles)).outstanding()


def talks_of_leaders(moments: Moments, on: date, kind: Kind, states: Iterable[str]) -> Iterator[Due]:
    """Leaders with outstanding talks in `states`."""
    by_cycle = {moment.cycle.pk: moment for moment in moments}
    rows = _talks([moment.cycle for moment in moments], on).filter(state__in=states, leader__isnull=False)
    counted = Counter(rows.values_list("cycle", "leader"))
    for (cycle, leader), count in sorted(counted.items()):
        yield from of_cycle(kind, by_cycle[cycle], [leader], count)


def talks_soon(cycles: Sequence[Cycle], on: date) -> Iterator[Due]:
    """Talks today or tomorrow, to both sides, and talks within three days that the employee has not prepared."""
    given = Preparation.objects.filter(talk=OuterRef("pk"), side=Side.EMPLOYEE, given_at__isnull=False)
    end = on + timedelta(days=4)
    rows = _talks(cycles, on).filter(state=Talk.State.SCHEDULED, starts_at__date__gte=on, starts_at__date__lt=end)
    by_pk = {cycle.pk: cycle for cycle in cycles}
    led: Counter[tuple[int, int, date]] = Counter()
    for talk in rows.annotate(is_prepared=Exists(given)).order_by("pk"):
        assert talk.starts_at is not None
        day, cycle = timezone.localdate(talk.starts_at), by_pk[talk.cycle_id]
        soon = (day - on).days <= 1
        if soon and talk.leader_id:
            led[talk.leader_id, talk.cycle_id, day] += 1
        if soon or not talk.is_prepared:
            kind = Kind.TALK if talk.is_prepared else Kind.PREPARE
            yield Due(kind, f"talk:{talk.pk}:{1 if soon else 3}", day, talk.employee_id, cycle, talk.pk, talk=talk.kind)
    for (leader, pk, day), count in sorted(led.items()):
        yield Due(Kind.LED_TALKS, f"cycle:{pk}", day, leader, by_pk[pk], pk, count)


def plans(moments: Moments) -> Iterator[Due]:
    """Newest versions of plans that a side has not confirmed: one for each employee, one for each leader."""
    by_cycle = {moment.cycle.pk: moment for moment in moments}
    later = PlanVersion.objects.filter(plan=OuterRef("plan"), number__gt=OuterRef("number"))
    leader = Talk.objects.filter(cycle=OuterRef("plan__cycle"), employee=OuterRef("plan__employee")).values("leader")
    rows = PlanVersion.objects.filter(
        ~Exists(later),
        Q(employee_confirmed_at__isnull=True) | Q(leader_confirmed_at__isnull=True),
        plan__cycle__in=by_cycle,
    ).annotate(leader=Subquery(leader[:1]))
    of_leaders: Counter[tuple[int, int]] = Counter()
    for version in rows.select_related("plan").order_by("pk"):
        plan, moment = version.plan, by_cycle[version.plan.cycle_id]
        if version.employee_confirmed_at is None:
            about = f"plan:{plan.pk}:{moment.step}"
            yield Due(Kind.PLAN, about, moment.due_on, plan.employee_id, moment.cycle, plan.pk)
        if version.leader_confirmed_at is None and version.leader:
            of_leaders[plan.cycle_id, version.leader] += 1
    for (cycle, person), count in sorted(of_leaders.items()):
        yield from of_cycle(Kind.PLANS, by_cycle[cycle], [person], count)


def drafts(moments: Moments) -> Iterator[Due]:
    """Employees with wishes that nobody sees yet."""
    by_cycle = {moment.cycle.pk: moment for moment in moments}
    rows = Wish.objects.filter(cycle__in=by_cycle, state=Wish.State.DRAFT, is_ad_hoc=False)
    for (cycle, person), count in sorted(Counter(rows.values_list("cycle", "employee")).items()):
        yield from of_cycle(Kind.DRAFTS, by_cycle[cycle], [person], count)


def unassessed(moments: Moments, held: Holders) -> Iterator[Due]:
    """Members of the leadership group with wishes on the board, not their own, that they have given no points."""
    by_cycle = {moment.cycle.pk: moment for moment in moments}
    board = list(Wish.objects.filter(cycle__in=by_cycle).on_the_board().values_list("cycle", "pk", "employee"))
    done = set(Assessment.objects.filter(wish__cycle__in=by_cycle).values_list("wish", "assessor").distinct())
    for pk, moment in by_cycle.items():
        for person in sorted(held[pk, Role.LEADERSHIP_GROUP]):
            open_ = [w for c, w, whose in board if c == pk and whose != person and (w, person) not in done]
            if open_:
                yield from of_cycle(Kind.ASSESS, moment, [person], len(open_))


def unread(cycles: Sequence[Cycle], on: date) -> Iterator[Due]:
    """Answers given five days ago and not opened since; older than five weeks they are left alone."""
    by_pk = {cycle.pk: cycle for cycle in cycles}
    rows = Decision.objects.released().filter(
        read_at__isnull=True,
        wish__cycle__in=by_pk,
        released_at__date__lte=on - timedelta(days=UNREAD_DAYS),
        released_at__date__gt=on - timedelta(days=UNREAD_LAST_DAYS),
    )
    for decision in rows.select_related("wish").order_by("pk"):
        assert decision.released_at is not None
        wish = decision.wish
        day = timezone.localdate(decision.released_at)
        yield Due(Kind.UNREAD, f"wish:{wish.pk}", day, wish.employee_id, by_pk[wish.cycle_id], wish.pk)


def themes(moments: Moments, held: Holders) -> Iterator[Due]:
    """Managers of centres whose themes are not published."""
    by_cycle = {moment.cycle.pk: moment for moment in moments}
    counted = Counter(Theme.objects.filter(cycle__in=by_cycle).values_list("cycle", flat=True))
    for pk, count in sorted(counted.items()):
        yield from of_cycle(Kind.THEMES, by_cycle[pk], held[pk, Role.MANAGER], count)
