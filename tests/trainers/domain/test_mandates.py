"""A mandate rests on a signature and counts under the unit's limit until it ends (sources: T07, T08, T27, K04, K45)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from post_office.models import Email

from competence.access import actor_of, with_access
from competence.domain import people
from competence.models import Commitment, Employee, Notice
from competence.waiting import waiting
from tests import papers
from tests.cast import TODAY, Cast
from tests.trainers.selecting import AT
from tests.trainers.working import ALL_POINTS, FACTS, MORNING, chosen, made, now, planned, ready, signed
from trainers import pdf_team
from trainers.domain import limits, mandates
from trainers.models import Mandate, SessionTrainer, UnitLimit
from trainers.queries import pending_team
from trainers.queries.load import years_of
from trainers.queries.reminders import held_on, people_of
from trainers.queries.sessions import to_hold


def test_hours_of_each_phase_and_role_are_kept_in_competence(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    mandate = made(candidate, cast, replace(FACTS, super_user_hours=2, gives_support=True))
    rows = Commitment.objects.filter(subject=f"mandate:{mandate.pk}").order_by("starts_on", "kind")
    assert [(row.kind, row.hours, row.starts_on) for row in rows] == [
        ("super_user", 2, date(2026, 10, 15)),
        ("trainer", 2, date(2026, 10, 15)),
        ("trainer", 4, date(2026, 12, 1)),
        ("trainer", 2, date(2027, 3, 1)),
    ]
    assert mandate.hours_taken == 6
    assert UnitLimit.objects.get(unit=cast.mod).hours == 6


def test_support_has_hours_of_its_own_during_and_after_the_introduction(cast: Cast) -> None:
    """They count in the weeks of their phase alone (source: K09)."""
    before, during, after = FACTS.phases
    phases = (before, replace(during, support=3), replace(after, support=1))
    (candidate,) = chosen(cast, cast.bo)
    mandate = made(candidate, cast, replace(FACTS, gives_support=True, phases=phases))
    rows = Commitment.objects.filter(kind="support").order_by("starts_on").values_list("hours", "starts_on", "ends_on")
    assert list(rows) == [(3, date(2026, 12, 1), date(2027, 2, 28)), (1, date(2027, 3, 1), date(2027, 8, 31))]
    (year,) = years_of([cast.mod], TODAY)
    weeks = {week.monday: (week.hours, week.by_kind.get("support", 0)) for week in year.weeks}
    mondays = (date(2026, 11, 2), date(2026, 12, 7), date(2027, 3, 8))
    assert [weeks[monday] for monday in mondays] == [(2, 0), (7, 3), (3, 1)]
    assert (mandate.hours_taken, UnitLimit.objects.get(unit=cast.mod).hours) == (7, 7)


def test_nobody_gives_support_before_the_introduction(cast: Cast) -> None:
    (mandate,) = ready(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        mandate.phases.filter(kind="before").update(support=1)


def test_mandate_asks_the_leader_to_sign(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    mandate = made(candidate, cast)
    notice = Notice.objects.get(kind="trainer_anchor")
    assert (notice.recipient, notice.subject) == (cast.tove, f"mandate:{mandate.pk}")


def test_mandate_over_the_limit_is_not_made(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=5)
    with pytest.raises(limits.OverLimit):
        made(candidate, cast, replace(FACTS, super_user_hours=2))
    assert not Mandate.objects.exists()
    assert UnitLimit.objects.get(unit=cast.mod).hours == 4


def test_training_begins_only_with_a_signature_or_a_reason(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    mandate = made(candidate, cast)
    with pytest.raises(mandates.NotAnchored):
        mandates.start(mandate=mandate, reason=" ", at=AT)
    assert now(mandate).state == Mandate.State.SELECTED
    started = mandates.start(mandate=mandate, reason="Lederen er på ferie.", at=AT)
    assert (started.state, started.unanchored_reason) == ("in_training", "Lederen er på ferie.")


def test_nobody_signs_a_point_that_does_not_hold(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    mandate = made(candidate, cast)
    with pytest.raises(mandates.NotAnchored):
        mandates.sign(mandate=mandate, points=replace(ALL_POINTS, explained=False), words="", by=cast.tove, at=AT)
    assert not hasattr(now(mandate), "anchoring")


def test_a_mandate_is_made_once_and_only_for_the_chosen(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    made(candidate, cast)
    with pytest.raises(mandates.NotChosen):
        made(candidate, cast)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_mandate(cast: Cast) -> None:
    """Equal hours take nothing from the unit; the round is locked all the same."""
    (candidate,) = chosen(cast, cast.bo)
    start = Barrier(2)

    def click(_number: int) -> str:
        try:
            start.wait()
            made(candidate, cast)
        except mandates.NotChosen:
            return "refused"
        finally:
            connection.close()
        return "made"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(click, range(2))) == ["made", "refused"]


def test_nobody_has_more_hours_than_a_week_of_work(cast: Cast) -> None:
    """Trainer, support and super-user together, in each phase."""
    (candidate,) = chosen(cast, cast.bo)
    before, during, after = FACTS.phases
    phases = (before, replace(during, teaching=30, preparation=4, support=2), after)
    facts = replace(FACTS, phases=phases, gives_support=True, super_user_hours=2)
    with pytest.raises(mandates.TooManyHours) as refused:
        made(candidate, cast, facts)
    assert (refused.value.kind, refused.value.hours) == ("during", 38)
    assert made(candidate, cast, replace(facts, super_user_hours=1)).hours_taken == 37


def test_end_gives_the_hours_back_and_says_why(cast: Cast) -> None:
    (mandate,) = signed(cast)
    with pytest.raises(mandates.ReasonMissing):
        mandates.end(mandate=mandate, reason="", at=AT)
    mandates.end(mandate=mandate, reason="Skifter job.", at=AT)
    limit = UnitLimit.objects.get(unit=cast.mod)
    assert (limit.members, limit.hours) == (0, 0)
    assert [row.ends_on for row in Commitment.objects.all()] == [date(2026, 10, 15)]
    with pytest.raises(mandates.Ended):
        mandates.start(mandate=mandate, reason="x", at=AT)


def test_mandates_end_with_their_period_and_with_the_employment(cast: Cast) -> None:
    running, leaving = signed(cast, cast.bo, cast.vik)
    assert mandates.end_due(reason="Perioden er slut.", left="Er rejst.", at=AT) == 0
    assert mandates.end_due(reason="Perioden er slut.", left="Er rejst.", at=AT + timedelta(days=120)) == 1
    assert (now(running).state, now(leaving).state) == ("in_training", "ended")
    assert now(leaving).end_reason == "Er rejst."
    assert mandates.end_due(reason="Perioden er slut.", left="Er rejst.", at=AT + timedelta(days=400)) == 1


def test_nobody_without_a_post_in_the_unit_is_given_a_mandate(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    people.end_employment(employment=cast.bo.employments.get(), on=AT.date() - timedelta(days=1))
    with pytest.raises(mandates.NoPost):
        made(candidate, cast)


@pytest.mark.papers
def test_assignment_and_proof_are_for_the_archive_and_for_everybody(cast: Cast) -> None:
    (mandate,) = ready(cast, cast.bo)
    for name, document in (("trainer-assignment", pdf_team.assignment), ("trainer-proof", pdf_team.proof)):
        content = papers.keep(name, document(mandate, on=AT.date(), language="da"))
        claims = papers.claims(content)
        assert (claims["archive"], claims["accessible"], claims["language"]) == ("3A", "1", "da")
        assert papers.faults(content) == []


def test_a_trainer_whose_mandate_ends_leaves_what_comes_after_the_last_day(cast: Cast) -> None:
    """In the calendar too; what is before stays, and both the trainer and the leader hear that it is over."""
    bo, anna = ready(cast, cast.bo, cast.anna)
    today = planned(bo, cast, starts_at=AT)
    alone, both = planned(bo, cast), planned(bo, cast, title="Sammen")
    SessionTrainer.objects.create(session=both, mandate=anna)
    Email.objects.all().delete()
    mandates.end(mandate=bo, reason="Skifter job.", at=AT)
    assert [[one.mandate for one in row.trainers.all()] for row in (today, alone, both)] == [[bo], [], [anna]]
    assert Email.objects.filter(to__contains="bo@", subject__contains="Aflyst").count() == 2
    told = Notice.objects.filter(kind="trainer_ended").values_list("recipient", flat=True)
    assert set(told) == {cast.bo.pk, cast.tove.pk}


def test_a_session_without_a_trainer_is_the_project_leaders(cast: Cast) -> None:
    """Neither the start page nor the reminder of the day before goes to somebody whose mandate is over."""
    (bo,) = ready(cast)
    planned(bo, cast)
    day = MORNING.date() - timedelta(days=1)
    assert titles(cast.eva, day) == []
    assert titles(cast.bo, day) == ["Hold Din første sag, og notér, hvem der kom"]
    Mandate.objects.update(state="ended", ended_at=AT, end_reason="Skifter job.")
    assert [titles(one, day) for one in (cast.eva, cast.bo)] == [["Find nogen til Din første sag"], []]
    assert titles(cast.eva, day + timedelta(days=3)) == ["Notér, hvem der kom til Din første sag"]
    (session,) = held_on(day, day + timedelta(days=1))
    assert people_of(session) == []
    assert list(to_hold(cast.bo, AT)) == []


def titles(person: Employee, on: date) -> list[str]:
    actor = actor_of(with_access(Employee.objects.filter(pk=person.pk), TODAY).get())
    return [one.title for one in waiting(pending_team.SOURCES, actor, on)]
