"""A second, Swedish municipality: two trainers shared with their consent, and one request across (ADR 0014)."""

from datetime import date, datetime, timedelta

from competence.domain import people, units
from competence.models import Competence, CompetenceArea, Employee, Role, Unit
from config.example import accounts
from config.example.team import SIGNED
from trainers.domain import decisions, mandates, pool, profiles, scores, selection, training
from trainers.domain.mandates import MandateFacts, Phase
from trainers.domain.pool import ShareFacts
from trainers.domain.scores import Entry
from trainers.domain.selection import Hours, RoundFacts
from trainers.models import Candidate, Criterion, PoolShare, Profile, Round, Selection, Willingness

CODE = "GRA"
STAFF = (
    (accounts.NEIGHBOUR, "Ingrid", "Åkesson", "Utvecklingsledare"),
    ("G0002", "Malin", "Öberg", "Enhetschef"),
    ("G0003", "Samir", "Haddad", "Socialsekreterare"),
    ("G0004", "Elin", "Wikström", "Socialsekreterare"),
)
SHARES = (
    ShareFacts("Barnsamtal, att dokumentera tillsammans med barnet", "svenska, danska", PoolShare.Reach.BOTH),
    ShareFacts("Handledning av nya kollegor, svåra möten", "svenska, engelska", PoolShare.Reach.BOTH),
)
CRITERIA = (
    ("metod", "Metoden", "Känner metoden väl och kan förklara varför.", Criterion.Axis.CAN),
    ("vagleda", "Vägleda", "Vill vägleda kollegor i deras egna ärenden.", Criterion.Axis.WILL),
)
SCALE = ("Inte alls", "Har prövat", "Med hjälp", "På egen hand", "Säkert", "Lär andra")


def load(*, now: datetime) -> Unit:
    """Granby kommun as it stands at `now`, its trainers ready since a month."""
    root = units.found_municipality(code=CODE, name="Granby kommun", language="sv", is_example=True)
    centre = units.add(parent=root, code="IFO", name="Individ- och familjeomsorg", kind=Unit.Kind.CENTRE)
    team = units.add(parent=centre, code="IFO-BARN", name="Barn och unga", kind=Unit.Kind.TEAM)
    leader, chief, *trainers = _staff(root, team, now.date())
    people.assign_role(employee=leader, role=Role.PROJECT_LEADER, unit=root, starts_on=_long_ago(now))
    people.assign_role(employee=chief, role=Role.TEAM_LEADER, unit=team, starts_on=_long_ago(now))
    accounts.open_accounts(root)
    round_ = _decided(_profile(root, leader, now), centre, team, leader, chief, trainers, now)
    for person, facts in zip(trainers, SHARES, strict=True):
        rows = Candidate.objects.select_related("round__leader", "unit", "employee", "selection")
        _work(rows.get(employee=person, round=round_), chief, now)
        share = pool.offer(employee=person, facts=facts, by=leader, at=now - timedelta(days=20))
        pool.agree(share=share, at=now - timedelta(days=18))
    _ask(round_.leader, now)
    return root


def _long_ago(now: datetime) -> date:
    return now.date() - timedelta(days=900)


def _staff(root: Unit, team: Unit, today: date) -> list[Employee]:
    found = []
    for number, first, last, title in STAFF:
        mail = f"{first}.{last}@granby.example".lower().translate(str.maketrans("åäö", "aao"))
        person = people.register(municipality=root, number=number, first_name=first, last_name=last, email=mail)
        post = people.Post(job_title=title, profession=title, agreement="AB", starts_on=today - timedelta(days=1200))
        people.employ(employee=person, unit=team, post=post)
        found.append(person)
    return found


def _profile(root: Unit, by: Employee, now: datetime) -> Profile:
    at = now - timedelta(days=200)
    area = CompetenceArea.objects.create(municipality=root, name="Utbildare")
    programme = profiles.add_programme(municipality=root, name="Ny i yrket")
    made = profiles.draft(
        programme=programme, facts=profiles.Facts("1.0", purpose="Utbildare som möter nya kollegor."), at=at
    )
    for key, name, meaning, axis in CRITERIA:
        competence = Competence.objects.create(area=area, key=key, name=name)
        facts = profiles.CriterionFacts(
            competence, name, meaning, list(SCALE), demand=Criterion.Demand.TEAM, axis=axis, wish_counts=False
        )
        profiles.add_criterion(profile=made, facts=facts)
    profiles.write_lines(profile=made, kind="tasks", rows=[{"kind": "teaching", "text": "Utbildar kollegor."}])
    return profiles.publish(profile=made, by=by, at=at)


def _decided(
    profile: Profile,
    centre: Unit,
    team: Unit,
    leader: Employee,
    chief: Employee,
    trainers: list[Employee],
    now: datetime,
) -> Round:
    """Both said yes, have hours, are assessed by the leader alone, and chosen."""
    at = now - timedelta(days=120)
    first, second, third, last = (at.date() + timedelta(days=length) for length in (10, 18, 30, 36))
    facts = RoundFacts("Utbildare för Ny i yrket", first, second, third, last, min_size=2, max_size=2, hours_needed=6)
    round_ = selection.open_round(profile=profile, unit=centre, facts=facts, by=leader, at=at)
    selection.set_up(round_=round_, users={team.pk: 4}, selectors=[])
    found = [_candidate(round_, person, leader, chief, at) for person in trainers]
    outcomes = {one.pk: Selection.Outcome.CHOSEN for one in found}
    reasons = {one.pk: "Ni täcker hela profilen tillsammans." for one in found}
    decisions.decide(round_=round_, outcomes=outcomes, reasons=reasons, reason="Täcker profilen.", by=leader, at=at)
    return round_


def _candidate(round_: Round, person: Employee, leader: Employee, chief: Employee, at: datetime) -> Candidate:
    made = selection.nominate(round_=round_, employee=person, by=chief, words="Förklarar lugnt.", at=at)
    yes = Willingness.Answer.YES
    selection.answer(candidate=made, answer=yes, hours_wished=4, words="Jag vill gärna.", wishes=[], at=at)
    selection.release(candidate=made, hours=Hours(1, 4, 1), near=[], words="", by=chief, at=at)
    words = "Visade en kollega vägen genom ett svårt ärende."
    entries = [Entry(one, 4, words) for one in round_.profile.criteria.all()]
    scores.hand_in(candidate=made, assessor=leader, entries=entries, note="", at=at)
    return made


def _work(candidate: Candidate, chief: Employee, now: datetime) -> None:
    """The mandate, signed and begun, and ready since a month."""
    at, start = now - timedelta(days=60), now.date() - timedelta(days=56)
    phases = (
        Phase("before", start, start + timedelta(days=29), 1, 1),
        Phase("during", start + timedelta(days=30), start + timedelta(days=200), 3, 1),
    )
    facts = MandateFacts("Möta nya kollegor i deras egna ärenden.", phases)
    made = mandates.make(candidate=candidate, facts=facts, by=candidate.round.leader, at=at)
    mandates.sign(mandate=made, points=SIGNED, words="", by=chief, at=at)
    mandates.start(mandate=made, reason="", at=at + timedelta(days=4))
    training.mark_ready(mandate=made, reason="", at=now - timedelta(days=30))


def _ask(by: Employee, now: datetime) -> None:
    """Granby would like the trainer Solbjerg shares."""
    share = PoolShare.objects.exclude(employee__municipality=by.municipality).get(agreed_at__isnull=False)
    words = "Vi är fyra nya och betalar resan. Går det på danska, om ni talar långsamt?"
    pool.ask(share=share, topic="Det svåra samtalet", wanted="En förmiddag i februari", words=words, by=by, at=now)
