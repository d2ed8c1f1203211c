"""What trainers and their teams give and take: development, needs seen, best practice, the use, who stays."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from random import Random

from annualcycle.queries.bought import Bought
from competence.domain import reported_needs
from competence.domain.reported_needs import Report
from competence.models import Competence, Employee, ReportedNeed, Role, Unit
from config.comparison import USUAL_PRICE, compare
from config.example import courses
from strategy.models import Strategy
from trainers.domain import compared, development, own_plan, sharing, use_checks
from trainers.domain.development import LearntFacts
from trainers.domain.sharing import PracticeFacts
from trainers.models import Mandate, Round, Session, StayingYear
from trainers.queries.taught import Taught
from trainers.staying import Member, as_json, cohorts_of

NEEDS = (
    (
        "Samtalen, når der er mistanke om vold",
        "Det spørger flest om efter undervisningen.",
        "boernesamtale",
        14,
    ),
    ("At skrive kort i journalen", "Mange notater er to sider. Det vigtigste forsvinder.", "forvaltning", 30),
    ("Makkerordning for nye kolleger", "De nye siger, at den første måned er den sværeste.", "", 8),
)
# The centre that writes on a strategy: trainers teach in the whole municipality.
DRAFTED = "SH"
PRACTICES = (
    PracticeFacts(
        title="Den første sag laves sammen",
        programme="Ny i faget",
        situation="En ny kollega åbner sin første sag alene.",
        how="Sæt jer ved én skærm. Den nye har tastaturet, du stiller spørgsmål. Skriv den første samtale ind sammen.",
        result="Færre sager går i stå i den første uge.",
    ),
    PracticeFacts(
        title="Ti minutter på gulvet hver dag",
        programme="Ny ydelsesløsning",
        situation="I de første uger, når sagerne flyttes over.",
        how="Gå en fast runde kl. 13. Hjælp kun, når nogen spørger. Skriv spørgsmålene op, og tag dem på næste møde.",
        result="Spørgsmål bliver besvaret samme dag.",
    ),
)


def load(*, root: Unit, now: datetime) -> None:
    """On top of the team at work."""
    team = Mandate.objects.filter(unit__municipality=root).exclude(state=Mandate.State.SELECTED)
    rows = list(team.select_related("employee", "unit", "round__profile__programme", "round__unit").order_by("pk"))
    ready = [one for one in rows if one.is_ready]
    _grow(ready[0], now)
    _report(rows, now)
    _share(root, ready[0].employee, now)
    _look(ready[0].round, ready[0], now.date())
    _years_ago(root, ready[0].round.leader, now)
    courses.load(root=root, by=ready[0].round.leader, now=now)


def _grow(mandate: Mandate, now: datetime) -> None:
    """The trainer who is ready: learnt, noted, asked, sure in one role of three."""
    me, today = mandate.employee, now.date()
    for kind, title, days, hours, words in (
        ("course", "At undervise kolleger", 40, 18, "Korte oplæg, lange øvelser."),
        ("observation", "Så en træner i Ydelse i gang", 15, 2, "Vent længere, før du svarer selv."),
    ):
        facts = LearntFacts(kind, title, today - timedelta(days=days), hours, words)
        development.record_learnt(employee=me, facts=facts)
    leads = Employee.objects.filter(role_assignments__unit=mandate.unit, role_assignments__role=Role.TEAM_LEADER)
    leader = leads.first()
    at = now - timedelta(days=9)
    development.write_note(employee=me, text="Jeg taler for hurtigt, når jeg bliver usikker.", shown_to=None, at=at)
    if leader and leader != me:
        text = "Kan vi finde en fast makker til mig på de store hold?"
        development.write_note(employee=me, text=text, shown_to=leader, at=at)
    _ask(mandate, today)
    _plan(mandate, today)


def _ask(mandate: Mandate, today: date) -> None:
    held = Session.objects.filter(trainers__mandate=mandate, state=Session.State.HELD).first()
    told = (
        ("question", "Hvem må se notatet, når sagen flytter team?", True),
        ("insight", "De nye lærer mest af at se, at vi også er i tvivl.", False),
    )
    for kind, text, is_home in told:
        on = today - timedelta(days=17)
        kept = development.keep_insight(employee=mandate.employee, kind=kind, text=text, session=held, on=on)
        if is_home:
            words = "Vi har hængt svaret op og taget det på teammødet."
            development.bring_home(insight=kept, words=words, on=today - timedelta(days=10))
    if held:
        development.feel(session=held, employee=mandate.employee, before=2, after=5)


def _plan(mandate: Mandate, today: date) -> None:
    random = Random("own levels")
    criteria = list(mandate.round.profile.criteria.order_by("position"))
    first, last = today - timedelta(days=26), today - timedelta(days=5)
    before = {one.pk: random.choice((2, 2, 3, 4)) for one in criteria}
    own_plan.see_oneself(mandate=mandate, levels=before, on=first)
    after = {pk: min(5, value + random.choice((0, 1, 1))) for pk, value in before.items()}
    own_plan.see_oneself(mandate=mandate, levels=after, on=last)
    own_plan.say_sure(mandate=mandate, levels={"trainer": 1, "supervisor": 1}, on=first)
    own_plan.say_sure(mandate=mandate, levels={"trainer": 2, "supervisor": 2, "coach": 1}, on=last)
    steps = (("Holde et hold sammen med en erfaren træner", -8), ("Øve svære spørgsmål i trænernetværket", 25))
    for number, (text, days) in enumerate(steps):
        due = today + timedelta(days=days)
        step = own_plan.plan_step(mandate=mandate, text=text, due_on=due, criterion=criteria[number])
        if days < 0:
            own_plan.finish_step(step=step, on=due)


def _report(rows: Sequence[Mandate], now: datetime) -> None:
    """Two needs wait beside the draft of the centre they were seen in, one is answered at home."""
    made: list[ReportedNeed] = []
    root = rows[0].employee.municipality_id
    drafted = list(Unit.objects.filter(municipality=root, parent__code=DRAFTED, kind=Unit.Kind.TEAM).order_by("code"))
    places = (drafted[0], drafted[-1], rows[0].unit)
    for number, (title, text, key, colleagues) in enumerate(NEEDS):
        mandate = rows[number % len(rows)]
        competence = Competence.objects.filter(area__municipality=root, key=key).first() if key else None
        facts = Report(places[number], title, text, competence, colleagues)
        made.append(reported_needs.report(employee=mandate.employee, facts=facts, at=now - timedelta(days=12 - number)))
    writer = Strategy.objects.filter(unit=rows[0].round.unit).order_by("-version").first()
    member = writer.members.select_related("employee").first() if writer else None
    by = member.employee if member else rows[0].round.leader
    words = "Den findes allerede: spørg din leder om makkerordningen fra 1. marts."
    reported_needs.answer(reported=made[-1], words=words, by=by, at=now - timedelta(days=4))


def _share(root: Unit, by: Employee, now: datetime) -> None:
    for number, facts in enumerate(PRACTICES):
        at = now - timedelta(days=8 - number)
        made = sharing.write(municipality=root, facts=facts, by=by, at=at)
        if number == 0:
            sharing.share(practice=made, is_shared=True)


def _look(round_: Round, mandate: Mandate, today: date) -> None:
    """One look noted, the next one planned; another unit waits."""
    check = use_checks.plan(round_=round_, unit=mandate.unit, due_on=today - timedelta(days=6))
    use_checks.note(
        check=check,
        use="partly",
        finding="Alle åbner sagen som aftalt. Halvdelen skriver stadig notatet på papir først.",
        next_step="En træner er på gulvet to formiddage.",
        next_on=today + timedelta(days=40),
        by=mandate.employee,
        on=today - timedelta(days=5),
    )
    other = Unit.objects.filter(parent=round_.unit).exclude(pk=mandate.unit_id).order_by("code").first()
    if other:
        use_checks.plan(round_=round_, unit=other, due_on=today + timedelta(days=14))


def _years_ago(root: Unit, by: Employee, now: datetime) -> None:
    """Figures of who stays, and of own and bought places, of years before the example begins."""
    random, year = Random("who stays"), now.year
    members: list[Member] = []
    for began, trainers, colleagues in ((year - 5, 9, 34), (year - 4, 4, 16), (year - 3, 5, 21), (year - 2, 8, 30)):
        since, first = date(began, 3, 1), len(members)
        members += [Member(first + number, since, number < trainers) for number in range(trainers + colleagues)]
    lasts = {one.person: _last_day(one, random) for one in members}
    smallest = by.municipality.settings.smallest_cell
    cohorts = cohorts_of(members, lambda person, on: lasts[person] >= on, year=year, smallest=smallest)
    StayingYear.objects.create(
        municipality=root, year=year, figures=as_json(cohorts), made_by=by, made_at=now - timedelta(days=20)
    )
    taught = Taught(preparation=96, teaching=312, people=118, places=164, units_seen=9, units_used=7)
    bought = Bought(people=46, places=51, cost=40_800_000, asked=31, used=22)
    figures = asdict(compare(taught, bought, price=USUAL_PRICE, smallest=smallest))
    compared.keep(municipality=root, year=year - 1, figures=figures, by=by, at=now)


def _last_day(member: Member, random: Random) -> date:
    """One in eight colleagues leaves each year, and fewer trainers."""
    chance = 0.05 if member.is_trainer else 0.13
    years = next((number for number in range(4) if random.random() < chance), 40)
    return date(member.since.year + years, 11, 30)
