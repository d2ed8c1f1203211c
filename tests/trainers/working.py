"""A team at work: Bo is chosen in Eva's round and has a mandate that Tove, who leads him, may sign."""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar
from post_office.models import Email

from competence.models import Employee
from tests.cast import Cast
from tests.trainers import selecting
from tests.trainers.selecting import AT
from trainers.domain import decisions, mandates, sessions
from trainers.domain.mandates import MandateFacts, Phase, Points
from trainers.domain.sessions import SessionFacts
from trainers.models import Candidate, Mandate, Profile, Selection, Session, TrainingPart

PHASES = (
    Phase("before", date(2026, 10, 15), date(2026, 11, 30), 1, 1),
    Phase("during", date(2026, 12, 1), date(2027, 2, 28), 3, 1),
    Phase("after", date(2027, 3, 1), date(2027, 8, 31), 2, 0),
)
FACTS = MandateFacts("Lære kolleger det nye.", PHASES)
ALL_POINTS = Points(purpose_stated=True, explained=True, time_given=True, backed=True)
TRAINING: tuple[dict[str, Any], ...] = (
    {"kind": "preparation", "text": "Læs håndbogen."},
    {"kind": "course_day", "text": "Kursus.", "days": 2},
    {"kind": "self_study", "text": "En bog til.", "is_mandatory": False},
)
MORNING = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)


def chosen(cast: Cast, *people: Employee, hours: int = 4) -> list[Candidate]:
    """Everybody in `people` is the team of Eva's round."""
    round_ = selecting.opened_round(cast)
    _add_training(round_.profile)
    found = [selecting.candidate_for(round_, one, cast, hours=hours) for one in people]
    for candidate in found:
        selecting.handed_in(candidate, cast.eva)
    decisions.decide(
        round_=round_,
        outcomes={one.pk: Selection.Outcome.CHOSEN for one in found},
        reasons={one.pk: "I dækker det hele." for one in found},
        reason="Dækker det hele.",
        by=cast.eva,
        at=AT,
    )
    return [fresh(one) for one in found]


def _add_training(profile: Profile) -> None:
    """The path of a profile that is frozen already, as if it had been written before."""
    TrainingPart.objects.bulk_create(
        TrainingPart(profile=profile, position=place, **row) for place, row in enumerate(TRAINING, start=1)
    )


def fresh(candidate: Candidate) -> Candidate:
    rows = Candidate.objects.select_related("round__profile__programme", "round__unit", "employee", "unit", "selection")
    return rows.get(pk=candidate.pk)


def made(candidate: Candidate, cast: Cast, facts: MandateFacts = FACTS) -> Mandate:
    return mandates.make(candidate=candidate, facts=facts, by=cast.eva, at=AT)


def signed(cast: Cast, *people: Employee) -> list[Mandate]:
    """Mandates with a signature, the training begun."""
    found = [made(one, cast) for one in chosen(cast, *(people or (cast.bo,)))]
    for mandate in found:
        mandates.sign(mandate=mandate, points=ALL_POINTS, words="", by=cast.tove, at=AT)
        mandates.start(mandate=mandate, reason="", at=AT)
    return [now(mandate) for mandate in found]


def ready(cast: Cast, *people: Employee) -> list[Mandate]:
    found = signed(cast, *people)
    Mandate.objects.filter(pk__in=[one.pk for one in found]).update(state="ready", ready_at=AT)
    return [now(mandate) for mandate in found]


def now(mandate: Mandate) -> Mandate:
    return Mandate.objects.select_related("round__profile__programme", "round__unit", "employee", "unit").get(
        pk=mandate.pk
    )


def facts_for(cast: Cast, **changes: Any) -> SessionFacts:
    told: dict[str, Any] = {
        "kind": Session.Kind.TEACHING,
        "title": "Din første sag",
        "unit": cast.mod,
        "starts_at": MORNING,
        "minutes": 120,
        "place": "Mødelokale 2",
    }
    return SessionFacts(**told | changes)


def planned(mandate: Mandate, cast: Cast, reason: str = "", **changes: Any) -> Session:
    return sessions.plan(
        round_=mandate.round, facts=facts_for(cast, **changes), trainers={mandate.pk: reason}, by=cast.eva, at=AT
    )


def told_calendars(name: str) -> list[tuple[str, str, int]]:
    """Method, status and version of each calendar file mailed to `name`, in order."""
    found = []
    for mail in Email.objects.filter(to__contains=name, attachments__name__endswith=".ics").order_by("pk"):
        calendar = Calendar.from_ical(mail.attachments.get().file.read())
        found += [
            (str(calendar["method"]), str(one["status"]), int(str(one["sequence"]))) for one in calendar.walk("VEVENT")
        ]
    return found
