"""Only who is ready teaches; who came is known, what they say is not known of anybody (sources: K40, T09, T17)."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar
from post_office.models import Email

from competence.models import Employee
from tests.cast import Cast
from tests.trainers.selecting import AT
from tests.trainers.working import MORNING, facts_for, now, planned, ready, signed
from trainers.domain import sessions
from trainers.domain.sessions import Answers
from trainers.models import Evaluation, Mandate, Participant, Session, SessionTrainer
from trainers.queries import sessions as queries
from trainers.queries.teams_at_work import cancelled_for_time

AFTER = MORNING + timedelta(hours=3)
LATER = AFTER + timedelta(days=15)


def held_with(mandate: Mandate, cast: Cast, people: list[Employee]) -> Session:
    session = planned(mandate, cast)
    sessions.invite(session=session, employees=people, at=AT)
    came = list(session.participants.values_list("pk", flat=True))
    return sessions.hold(session=session, came=came, notes="Godt.", follow_up_on=None, at=AFTER)


def answered(session: Session, people: list[Employee], value: int = 4) -> None:
    for one in people:
        sessions.evaluate(session=session, employee=one, answers=Answers(value, value, value, "Fint."), at=AFTER)


def test_only_who_is_ready_is_put_on_a_session(cast: Cast) -> None:
    (mandate,) = signed(cast)
    with pytest.raises(sessions.NotReady):
        planned(mandate, cast)
    session = planned(mandate, cast, "Holder den sammen med en erfaren.")
    assert SessionTrainer.objects.get(session=session).reason == "Holder den sammen med en erfaren."


def test_invitation_reaches_the_calendar_and_moves_in_it(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    assert sessions.invite(session=session, employees=[cast.anna], at=AT) == 1
    assert sessions.invite(session=session, employees=[cast.anna], at=AT) == 0
    moved = facts_for(cast, starts_at=MORNING + timedelta(days=1))
    sessions.change(session=session, facts=moved, trainers={mandate.pk: ""}, at=AT)
    mails = Email.objects.filter(to__contains="anna@", subject__contains="Din").order_by("pk")
    files = [Calendar.from_ical(mail.attachments.get().file.read()).walk("VEVENT")[0] for mail in mails]
    assert [(one["uid"], one["sequence"]) for one in files] == [
        (f"session-{session.pk}@localhost", 0),
        (f"session-{session.pk}@localhost", 1),
    ]


def test_cancelled_for_want_of_time_is_counted_and_told(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session, other = planned(mandate, cast), planned(mandate, cast, title="Næste")
    sessions.invite(session=session, employees=[cast.anna], at=AT)
    sessions.cancel(session=session, cause=Session.Cause.NO_TIME, words="", at=AT)
    sessions.cancel(session=other, cause=Session.Cause.ILLNESS, words="", at=AT)
    assert cancelled_for_time(mandate.round) == (1, 2)
    assert Email.objects.filter(to__contains="anna@", subject__contains="Aflyst").count() == 1
    with pytest.raises(sessions.Closed):
        sessions.hold(session=session, came=[], notes="", follow_up_on=None, at=AT)


def test_code_works_in_the_room_and_then_no_more(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session, other = planned(mandate, cast), planned(mandate, cast, title="Næste")
    code = sessions.code_for(session)
    sessions.come(session=session, employee=cast.anna, code=code, at=MORNING)
    assert list(session.participants.values_list("employee", "attended", "by_code")) == [(cast.anna.pk, True, True)]
    for wrong, when, text in (
        (session, MORNING - timedelta(hours=1), code),
        (session, MORNING + timedelta(hours=4), code),
        (other, MORNING, code),
        (session, MORNING, code + "x"),
    ):
        with pytest.raises(sessions.CodeExpired):
            sessions.come(session=wrong, employee=cast.bo, code=text, at=when)
    assert Participant.objects.count() == 1


def test_who_came_by_code_stays_and_the_ready_are_active_when_it_is_held(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.tess], at=AT)
    sessions.come(session=session, employee=cast.anna, code=sessions.code_for(session), at=MORNING)
    sessions.hold(session=session, came=[], notes="", follow_up_on=date(2027, 1, 5), at=AFTER)
    assert dict(session.participants.values_list("employee", "attended")) == {cast.tess.pk: False, cast.anna.pk: True}
    assert now(mandate).state == Mandate.State.ACTIVE


def test_who_did_not_come_and_who_has_answered_cannot_evaluate(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = held_with(mandate, cast, [cast.anna])
    answered(session, [cast.anna])
    for one in (cast.anna, cast.tess):
        with pytest.raises(sessions.NotThere):
            answered(session, [one])
    with pytest.raises(sessions.NotHeld):
        sessions.evaluate(session=session, employee=cast.anna, answers=Answers(1, 1, 1), at=LATER)


def test_answers_do_not_know_whose_they_are(cast: Cast) -> None:
    names = {field.name for field in Evaluation._meta.get_fields()}
    assert names == {"id", "session", "useful", "clear", "sure", "words"}
    assert not hasattr(Participant, "pgh_event_models")


def test_few_answers_are_not_shown_and_many_only_when_the_time_is_over(cast: Cast) -> None:
    (mandate,) = ready(cast)
    six = [cast.anna, cast.orla, cast.tess, cast.tove, cast.eva, cast.dan]
    many, few = held_with(mandate, cast, six), held_with(mandate, cast, six)
    answered(many, six)
    answered(few, six[:5], 1)
    shown = [queries.result_of(one, smallest=6, at=LATER, days=14) for one in (many, few)]
    assert [one.means for one in shown] == [{"useful": 4, "clear": 4, "sure": 4}, {}]
    assert [len(one.words) for one in shown] == [6, 0]
    assert queries.result_of(many, smallest=6, at=AFTER, days=14).means == {}
    total = queries.total_of(queries.results_of(mandate.round, smallest=6, at=LATER, days=14))
    assert total is not None
    assert (total.sessions, total.answers, total.means["useful"]) == (1, 6, 4)


def test_rota_lets_the_trainers_take_turns(cast: Cast) -> None:
    first, second = ready(cast, cast.anna, cast.bo)
    days = [date(2026, 12, 7), date(2026, 12, 10), date(2026, 12, 14)]
    facts = facts_for(cast, kind=Session.Kind.FLOOR_WALK)
    sessions.plan_rota(round_=first.round, facts=facts, days=days, trainers=[first.pk, second.pk], by=cast.eva, at=AT)
    rota = queries.rota_of(first.round)
    walkers = [(row.day, row.walks[0].trainers.get().mandate.employee.first_name) for row in rota]
    assert walkers == [(days[0], "Anna"), (days[1], "Bo"), (days[2], "Anna")]
