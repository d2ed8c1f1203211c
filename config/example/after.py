"""What comes after the answers in the example municipality: themes, the orientation, and needs during the year."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from annualcycle.domain import assessments, follow_up, orientation, themes, wishes
from annualcycle.models import Cycle, FollowUp, Theme, Wish
from annualcycle.queries.follow_ups import granted, learnt_on
from annualcycle.queries.themes import groups_of
from competence.models import Employee, Offer
from config.example import files
from config.example.december import leadership_group

PLACES = (Theme.Place.STAFF_MEETING, Theme.Place.THEME_DAY, Theme.Place.STAFF_MEETING)
INTRODUCTION = (
    "Tak for gode samtaler og mange gennemtænkte ønsker. Her er de kurser, der er bevilget. Alle har fået et "
    "personligt svar, og det, flere har spurgt til uden at det kræver et kursus, tager vi op sammen."
)
WHY_NOW = "En ny opgave begynder om to måneder, og ingen i teamet kan den endnu."
SECOND_OPINIONS = 2
TOLD_VIEWS = 0.7
PLANNED, FOLLOWED_UP = 0.8, 0.6


def inform(*, cycle: Cycle) -> None:
    """Place the themes and inform the department."""
    manager = leadership_group(cycle)[0]
    at = _morning(cycle.orientation_on)
    for number, group in enumerate(groups_of(cycle)[: len(PLACES)]):
        theme = themes.add_from(cycle=cycle, key=group.key)
        day = cycle.orientation_on + timedelta(weeks=3 * (number + 1))
        facts = themes.Facts(theme.title, source=theme.source, place=PLACES[number], held_on=day)
        themes.change(theme=theme, facts=facts)
    if cycle.themes.exists():
        themes.publish(cycle=cycle, by=manager, at=at)
    orientation.write(cycle=cycle, introduction=INTRODUCTION)
    orientation.publish(cycle=cycle, by=manager, at=at)


def ask_during_the_year(*, cycle: Cycle, now: datetime) -> None:
    """One wish that cannot wait for December, to be decided against the reserve."""
    talk = cycle.talks.exclude(leader=None).select_related("employee", "unit").order_by("-pk")[0]
    offer = Offer.objects.get(municipality=talk.employee.municipality, code="TRA-1")
    wish = wishes.begin(cycle=cycle, employee=talk.employee, unit=talk.unit, at=now, is_ad_hoc=True)
    told = wishes.Facts(motivation="Jeg skal tage imod de første borgere.", why_now=WHY_NOW)
    wish = wishes.save_draft(wish=wish, facts=wishes.facts_from(offer, told), at=now)
    wishes.submit(wish=wish, by=talk.employee, at=now)


def begin_a_wish(*, cycle: Cycle, number: str, now: datetime) -> None:
    """A draft of the employee with this number, to be carried on with."""
    employee = Employee.objects.get(municipality=cycle.unit.municipality, number=number)
    unit = employee.employments.select_related("unit").earliest("pk").unit
    offer = Offer.objects.get(municipality=employee.municipality, code="SAM-1")
    wish = wishes.begin(cycle=cycle, employee=employee, unit=unit, at=now)
    wishes.save_draft(wish=wish, facts=wishes.facts_from(offer, wishes.Facts()), at=now)


def tell_views(*, cycle: Cycle, random: Random) -> None:
    """The nearest leaders say what they think of most of the wishes that December decides."""
    leaders = dict(cycle.talks.exclude(leader=None).values_list("employee", "leader"))
    people = Employee.objects.in_bulk(leaders.values())
    for wish in Wish.objects.on_the_board().filter(cycle=cycle, decided_in_december=True).order_by("pk"):
        if wish.employee_id in leaders and random.random() < TOLD_VIEWS:
            by, at = people[leaders[wish.employee_id]], wish.submitted_at or wish.saved_at
            wishes.say_view(wish=wish, text=random.choice(files.texts()["views"]), by=by, at=at + timedelta(days=1))


def use_and_share(*, cycle: Cycle, random: Random, today: date) -> None:
    """Most plan how they use and share what they were granted; leaders have followed up on some of what is over."""
    leaders = dict(cycle.talks.exclude(leader=None).values_list("employee", "leader"))
    people, texts = Employee.objects.in_bulk(leaders.values()), files.texts()["follow_ups"]
    for decision in granted().filter(wish__cycle=cycle).order_by("pk"):
        wish, over = decision.wish, learnt_on(decision)
        if random.random() > PLANNED:
            continue
        said = follow_up.suggested(decision)
        said = replace(said, use_what=said.use_what or random.choice(texts["use"]), use_with="Teamet")
        planned = min(_morning(over + timedelta(days=2)), _morning(today))
        follow_up.plan(wish=wish, facts=said, by=wish.employee, at=planned)
        asked = over + timedelta(weeks=4)
        if asked < today and wish.employee_id in leaders and random.random() < FOLLOWED_UP:
            used, words = random.choice(list(zip(FollowUp.Used, texts["seen"], strict=True)))
            follow_up.share(wish=wish, on=asked, at=_morning(asked))
            leader = people[leaders[wish.employee_id]]
            follow_up.follow_up(wish=wish, used=used, words=words, by=leader, at=_morning(asked))


def assess_too(*, cycle: Cycle, random: Random) -> None:
    """Two more of the leadership group give their points, so that they can differ."""
    at = _morning(cycle.wishes_due_on + timedelta(days=1))
    criteria = list(cycle.criteria.all())
    rows = Wish.objects.on_the_board().filter(cycle=cycle).prefetch_related("assessments").select_related("cycle")
    for wish in rows:
        first = {row.criterion_id: row.score for row in wish.assessments.all()}
        given = {row.assessor_id for row in wish.assessments.all()} | {wish.employee_id}
        for assessor in [one for one in leadership_group(cycle) if one.pk not in given][:SECOND_OPINIONS]:
            scores = {c: min(5, max(0, first.get(c.pk, 3) + random.choice((-1, 0, 0, 1)))) for c in criteria}
            assessments.score_all(wish=wish, scores=scores, by=assessor, at=at)


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))
