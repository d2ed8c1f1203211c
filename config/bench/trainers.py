"""Trainers of the generated municipality: one selection being assessed, and a team at work in each centre."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from competence.models import Commitment, Competence, CompetenceArea, Employee, Employment, Unit
from trainers.models import (
    Candidate,
    CoSelector,
    Criterion,
    Mandate,
    MandatePhase,
    Participant,
    PoolShare,
    Profile,
    Programme,
    Release,
    Round,
    Score,
    ScoreSheet,
    Selection,
    Session,
    SessionTrainer,
    TaughtUnit,
    UnitLimit,
    Willingness,
)

CANDIDATES, TEAM, SESSIONS, COMING, CRITERIA = 12, 4, 12, 15, 8
EXAMPLE = "Viste en ny kollega vej gennem en svær sag og lod hende selv gøre det næste skridt."


@dataclass(frozen=True)
class Home:
    """A centre as trainers need it."""

    unit: Unit
    staff: Sequence[Employee]


@dataclass(frozen=True)
class Office:
    """Who selects, under which profile, today."""

    profile: Profile
    selectors: Sequence[Employee]
    today: date
    random: Random

    @property
    def now(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.today, time(12)))


def add(root: Unit, homes: Sequence[Home], selectors: Sequence[Employee], today: date, random: Random) -> None:
    """Trainers in `homes`; the first of `selectors` leads."""
    office = Office(_profile(root, selectors[0], today), selectors, today, random)
    running = _round(office, homes[0], "Trænere til Nord", closed=False)
    _candidates(office, running, homes[0].staff[:CANDIDATES])
    for home in homes:
        decided = _round(office, home, f"Trænere i {home.unit}", closed=True)
        chosen = _candidates(office, decided, home.staff[: TEAM + 2])
        mandates = _team(office, decided, chosen)
        _sessions(office, decided, mandates, home.staff)


def _profile(root: Unit, leader: Employee, today: date) -> Profile:
    at = timezone.make_aware(datetime.combine(today - timedelta(days=200), time(12)))
    programme = Programme.objects.create(municipality=root, name="Nord")
    profile = Profile.objects.create(
        programme=programme,
        version="1.0",
        state=Profile.State.PUBLISHED,
        made_at=at,
        published_at=at,
        published_by=leader,
    )
    area = CompetenceArea.objects.create(municipality=root, name="Træner")
    competences = Competence.objects.bulk_create(
        Competence(area=area, key=f"t{number}", name=f"Kompetence {number}") for number in range(CRITERIA)
    )
    axes = (Criterion.Axis.CAN, Criterion.Axis.WILL)
    Criterion.objects.bulk_create(
        Criterion(
            profile=profile,
            position=number,
            competence=competence,
            name=f"Kan forklare {number}",
            description="Det betyder det.",
            axis=axes[number % 2],
            scale=[f"Niveau {level}" for level in range(6)],
        )
        for number, competence in enumerate(competences, start=1)
    )
    return profile


def _round(office: Office, home: Home, title: str, *, closed: bool) -> Round:
    leader, *beside = office.selectors
    begun = office.today - timedelta(days=90 if closed else 30)
    steps = [begun + timedelta(days=length) for length in (10, 20, 40, 50)]
    end = timezone.make_aware(datetime.combine(steps[-1], time(12))) if closed else None
    made = Round.objects.create(
        profile=office.profile,
        unit=home.unit,
        title=title,
        leader=leader,
        nominate_by=steps[0],
        answer_by=steps[1],
        score_by=steps[2],
        decide_on=steps[3],
        opened_at=timezone.make_aware(datetime.combine(begun, time(12))),
        decided_at=end,
        decided_by=leader if closed else None,
        closed_at=end,
        reason="Dækker det hele." if closed else "",
    )
    CoSelector.objects.bulk_create(CoSelector(round=made, employee=one) for one in beside)
    teams = Unit.objects.filter(parent=home.unit).order_by("code")[:4]
    TaughtUnit.objects.bulk_create(TaughtUnit(round=made, unit=team, users=30) for team in teams)
    return made


def _candidates(office: Office, round_: Round, staff: Sequence[Employee]) -> list[Candidate]:
    homes = dict(Employment.objects.filter(employee__in=staff).values_list("employee", "unit"))
    at = round_.opened_at
    found = Candidate.objects.bulk_create(
        Candidate(round=round_, employee=one, unit_id=homes[one.pk], made_at=at) for one in staff
    )
    yes = Willingness.Answer.YES
    Willingness.objects.bulk_create(
        Willingness(candidate=one, answer=yes, hours_wished=4, words="Jeg vil gerne.", given_at=at) for one in found
    )
    by = office.selectors[0]
    Release.objects.bulk_create(
        Release(candidate=one, is_given=True, hours_before=1, hours_during=4, hours_after=1, given_by=by, given_at=at)
        for one in found
    )
    sheets = ScoreSheet.objects.bulk_create(
        ScoreSheet(candidate=one, assessor=assessor, saved_at=at, handed_in_at=at)
        for one in found
        for assessor in office.selectors
    )
    criteria = list(office.profile.criteria.all())
    Score.objects.bulk_create(
        Score(sheet=sheet, criterion=one, value=office.random.randrange(1, 6), example=EXAMPLE)
        for sheet in sheets
        for one in criteria
    )
    return found


def _team(office: Office, round_: Round, found: Sequence[Candidate]) -> list[Mandate]:
    """The first are chosen and at work; their hours stand in the load of their units."""
    assert round_.decided_at is not None, "a team is of a decided round"
    at = round_.decided_at
    chosen, declined = Selection.Outcome.CHOSEN, Selection.Outcome.DECLINED
    Selection.objects.bulk_create(
        Selection(
            candidate=one,
            outcome=chosen if place < TEAM else declined,
            hours=4 if place < TEAM else 0,
            reason="Dækker det hele.",
            decided_at=at,
            read_at=at,
        )
        for place, one in enumerate(found)
    )
    mandates = _mandates(round_, found[:TEAM])
    _hours(mandates)
    share = mandates[0].employee
    PoolShare.objects.get_or_create(
        employee=share,
        defaults={"topics": "Nord", "reach": "both", "asked_by": round_.leader, "asked_at": at, "agreed_at": at},
    )
    return mandates


def _mandates(round_: Round, chosen: Sequence[Candidate]) -> list[Mandate]:
    assert round_.decided_at is not None, "a team is of a decided round"
    at, start = round_.decided_at, timezone.localdate(round_.decided_at)
    return Mandate.objects.bulk_create(
        Mandate(
            round=round_,
            employee=one.employee,
            unit_id=one.unit_id,
            purpose="Lære kolleger det nye.",
            hours_taken=4,
            starts_on=start,
            ends_on=start + timedelta(days=300),
            state=Mandate.State.ACTIVE,
            made_by=round_.leader,
            made_at=at,
            started_at=at,
            ready_at=at,
            active_at=at,
        )
        for one in chosen
    )


def _hours(mandates: Sequence[Mandate]) -> None:
    kind = MandatePhase.Kind.DURING
    MandatePhase.objects.bulk_create(
        MandatePhase(mandate=one, kind=kind, starts_on=one.starts_on, ends_on=one.ends_on, teaching=3, preparation=1)
        for one in mandates
    )
    Commitment.objects.bulk_create(
        Commitment(
            employee=one.employee,
            unit_id=one.unit_id,
            kind=Commitment.Kind.TRAINER,
            hours=4,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            subject=f"mandate:{one.pk}",
        )
        for one in mandates
    )
    taken: dict[int, int] = {}
    for one in mandates:
        taken[one.unit_id] = taken.get(one.unit_id, 0) + 1
    UnitLimit.objects.bulk_create(
        UnitLimit(unit_id=unit, max_members=6, max_hours=30, members=number, hours=4 * number)
        for unit, number in taken.items()
    )


def _sessions(office: Office, round_: Round, mandates: Sequence[Mandate], staff: Sequence[Employee]) -> None:
    """Half of them held, half to come, each with as many as a room holds."""
    rows = Session.objects.bulk_create(_session(office, round_, number - SESSIONS // 2) for number in range(SESSIONS))
    SessionTrainer.objects.bulk_create(
        SessionTrainer(session=row, mandate=mandates[place % len(mandates)]) for place, row in enumerate(rows)
    )
    Participant.objects.bulk_create(
        Participant(session=row, employee=one, attended=None if row.is_planned else True)
        for row in rows
        for one in staff[-COMING:]
    )


def _session(office: Office, round_: Round, weeks: int) -> Session:
    starts_at = office.now + timedelta(weeks=weeks, days=1)
    is_held = weeks < 0
    return Session(
        round=round_,
        kind=Session.Kind.TEACHING,
        title="Din første sag",
        unit=round_.unit,
        starts_at=starts_at,
        minutes=120,
        place="Mødelokale 2",
        state=Session.State.HELD if is_held else Session.State.PLANNED,
        closed_at=starts_at + timedelta(hours=2) if is_held else None,
        made_by=round_.leader,
        made_at=round_.opened_at,
    )
