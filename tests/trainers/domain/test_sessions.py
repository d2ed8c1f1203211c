"""Only who is ready teaches; who came is known, what they say is not known of anybody (sources: K40, T09, T17)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from post_office.models import Email

from competence.access import actor_of, with_access
from competence.calendar import Entry, entries_for, feed
from competence.models import Employee, Employment
from competence.waiting import waiting
from config.queries import SOURCES
from tests.cast import START, TODAY, Cast
from tests.trainers.selecting import AT
from tests.trainers.working import MORNING, facts_for, now, planned, ready, signed, told_calendars
from trainers.domain import attendance, sessions
from trainers.domain.sessions import Answers
from trainers.models import Evaluation, Mandate, Participant, Session, SessionTrainer
from trainers.queries import sessions as queries
from trainers.queries.reminders import unanswered
from trainers.queries.sessions import meant_by
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


def test_nothing_is_held_before_it_begins(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    early = MORNING - timedelta(minutes=1)
    with pytest.raises(sessions.NotYet):
        sessions.hold(session=session, came=[], notes="", follow_up_on=None, at=early)
    assert Session.objects.get().is_planned


def test_who_came_is_corrected_while_answers_come_in_but_never_of_who_answered(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = held_with(mandate, cast, [cast.anna, cast.tess])
    answered(session, [cast.anna])
    attendance.correct(session=session, came=[], others=[cast.orla], at=AFTER)
    found = dict(session.participants.values_list("employee", "attended"))
    assert found == {cast.anna.pk: True, cast.tess.pk: False, cast.orla.pk: True}
    tess = session.participants.get(employee=cast.tess)
    attendance.correct(session=session, came=[tess.pk], others=[], at=AFTER)
    found = dict(session.participants.values_list("employee", "attended"))
    assert found == {cast.anna.pk: True, cast.tess.pk: True, cast.orla.pk: False}
    with pytest.raises(sessions.NotHeld):
        attendance.correct(session=session, came=[], others=[], at=LATER)


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


def test_who_holds_a_session_gets_it_moved_and_cancelled_in_the_calendar(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    moved = facts_for(cast, starts_at=MORNING + timedelta(days=1))
    sessions.change(session=session, facts=moved, trainers={mandate.pk: ""}, at=AT)
    sessions.cancel(session=session, cause=Session.Cause.ILLNESS, words="", at=AT)
    assert told_calendars("bo@") == [
        ("REQUEST", "CONFIRMED", 0),
        ("REQUEST", "CONFIRMED", 1),
        ("CANCEL", "CANCELLED", 2),
    ]


def test_who_no_longer_holds_it_is_told_and_the_new_one_invited(cast: Cast) -> None:
    bo, anna = ready(cast, cast.bo, cast.anna)
    session = planned(bo, cast)
    sessions.change(session=session, facts=facts_for(cast), trainers={anna.pk: ""}, at=AT)
    assert told_calendars("bo@") == [("REQUEST", "CONFIRMED", 0), ("CANCEL", "CANCELLED", 1)]
    assert told_calendars("anna@") == [("REQUEST", "CONFIRMED", 1)]


def test_who_was_taken_off_the_list_can_be_invited_again(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna], at=AT)
    sessions.remove(session=session, employee=cast.anna, at=AT)
    sessions.invite(session=session, employees=[cast.anna], at=AT)
    assert [method for method, _status, _version in told_calendars("anna@")] == ["REQUEST", "CANCEL", "REQUEST"]


def test_feed_shows_own_sessions_with_version_and_strikes_the_cancelled_through(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna], at=AT)
    sessions.cancel(session=session, cause=Session.Cause.ILLNESS, words="", at=AT)
    told = (f"session-{session.pk}-feed", 1, True, "Din første sag")
    for person, shown in ((cast.bo, [told]), (cast.anna, [told]), (cast.tess, [])):
        assert [(one.uid, one.sequence, one.is_cancelled, one.title) for one in entries_of(person)] == shown
    event = Calendar.from_ical(feed(entries_of(cast.bo), name="Mit", at=AT)).walk("VEVENT")[0]
    assert (event["status"], event["transp"], event["sequence"]) == ("CANCELLED", "TRANSPARENT", 1)


def entries_of(person: Employee) -> list[Entry]:
    actor = actor_of(with_access(Employee.objects.filter(pk=person.pk), TODAY).get())
    return [one for one in entries_for(actor, TODAY) if one.uid.startswith("session-")]


def test_points_before_teaching_across_municipalities_are_kept_until_it_is_held(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast, guests="Sydby")
    assert session.points_open == 5
    row = sessions.check_points(session=session, points=["asked", "host", "no such point"])
    assert (row.checked, row.points_open) == (["asked", "host"], 3)
    sessions.hold(session=session, came=[], notes="", follow_up_on=None, at=AFTER)
    with pytest.raises(sessions.Closed):
        sessions.check_points(session=session, points=[])


def test_trainers_are_reminded_of_what_they_promised_and_note_that_they_kept_it(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    with pytest.raises(sessions.NotHeld):
        sessions.follow_up(session=session, words="", on=TODAY)
    sessions.hold(session=session, came=[], notes="", follow_up_on=date(2026, 12, 20), at=AFTER)
    actor = actor_of(with_access(Employee.objects.filter(pk=cast.bo.pk), TODAY).get())
    title = "Tag kontakt til dem, der kom til Din første sag"
    assert title in [one.title for one in waiting(SOURCES, actor, date(2026, 12, 14))]
    sessions.follow_up(session=session, words="De bruger det.", on=date(2026, 12, 18))
    assert title not in [one.title for one in waiting(SOURCES, actor, date(2026, 12, 14))]


def test_how_it_is_done_in_each_place_is_what_was_written_last(cast: Cast) -> None:
    (mandate,) = ready(cast)
    planned(mandate, cast, local_notes="Vi bruger den gamle blanket.")
    planned(mandate, cast, local_notes="Vi har en ny blanket.", starts_at=MORNING + timedelta(days=7))
    planned(mandate, cast, unit=cast.fam, local_notes="Her ringer man først.")
    ways = queries.local_ways(queries.sessions_of(mandate.round))
    assert ways == [(cast.mod, "Vi har en ny blanket."), (cast.fam, "Her ringer man først.")]


def test_what_is_said_of_a_trainer_counts_the_shown_sessions_alone(cast: Cast) -> None:
    (mandate,) = ready(cast)
    six = [cast.anna, cast.orla, cast.tess, cast.tove, cast.eva, cast.dan]
    many, few = held_with(mandate, cast, six), held_with(mandate, cast, six)
    answered(many, six, 4)
    answered(few, six[:5], 1)
    said = queries.results_by(mandate, smallest=6, at=LATER, days=14)
    assert said == queries.Total(1, 6, {"useful": 4, "clear": 4, "sure": 4})
    assert queries.results_by(mandate, smallest=6, at=AFTER, days=14) is None


def test_those_who_are_new_can_be_invited_alone(cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    cast.anna.employments.update(starts_on=TODAY - timedelta(days=30))
    cast.tess.employments.update(starts_on=TODAY - timedelta(days=400))
    new = queries.possible_participants(session, TODAY, TODAY - timedelta(days=365))
    assert cast.anna in new
    assert cast.tess not in new
    assert {cast.anna, cast.tess} <= set(queries.possible_participants(session, TODAY, None))


def rule(mandate: Mandate, cast: Cast, meant_for: str) -> Session:
    return planned(mandate, cast, meant_for=meant_for, meant_months=6)


def test_a_session_is_meant_for_those_new_in_the_profession_or_in_the_task(cast: Cast) -> None:
    """Anna came to the unit in August, Vik to the profession in June; Bo has been there for years (source: T05)."""
    (mandate,) = ready(cast)
    posts = Employment.objects.filter(unit=cast.mod)
    posts.update(starts_on=START, seniority_on=START)
    posts.filter(employee=cast.anna).update(starts_on=date(2026, 8, 1))
    posts.filter(employee=cast.vik).update(seniority_on=date(2026, 6, 1))
    found = {
        rule_: {one: (meant.profession_since, meant.task_since) for one, meant in meant_by(session, TODAY).items()}
        for rule_ in ("task", "profession", "either")
        for session in [rule(mandate, cast, rule_)]
    }
    anna, vik = {cast.anna.pk: (None, date(2026, 8, 1))}, {cast.vik.pk: (date(2026, 6, 1), None)}
    assert found == {"task": anna, "profession": vik, "either": anna | vik}


def test_who_holds_a_session_says_nothing_of_it(client: Client, cast: Cast) -> None:
    bo, anna = ready(cast, cast.bo, cast.anna)
    meeting = planned(bo, cast, kind=Session.Kind.NETWORK)
    came = list(meeting.participants.values_list("pk", flat=True))
    meeting = sessions.hold(session=meeting, came=came, notes="Godt.", follow_up_on=None, at=AFTER)
    assert meeting.participants.filter(employee=cast.bo, attended=True).exists()
    with pytest.raises(sessions.NotThere):
        answered(meeting, [cast.bo])
    answered(meeting, [anna.employee])
    assert Evaluation.objects.count() == 1
    assert [list(rows) for _session, rows in unanswered(AFTER.date(), AFTER.date())] == [[]]
    url = reverse("trainers:evaluate", args=[meeting.pk])
    client.force_login(cast.bo)
    assert client.get(url).status_code == 403
    assert url not in client.get(reverse("trainers:session", args=[meeting.pk])).content.decode()
