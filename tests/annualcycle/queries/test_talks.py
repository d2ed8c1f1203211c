from datetime import date, timedelta

from annualcycle.domain import preparations, talks
from annualcycle.models import Talk
from annualcycle.queries import pending_for
from annualcycle.queries import talks as queries
from competence.access import Actor, actor_of, with_access
from competence.domain import people
from competence.models import Employee, Role
from tests.annualcycle.year import LATER, NOON, invited, plan_of, published_year, talk_of
from tests.cast import TODAY, Cast


def actor(employee: Employee) -> Actor:
    return actor_of(with_access(Employee.objects.filter(pk=employee.pk), TODAY).get())


def test_a_deputy_arranges_only_while_deputising(cast: Cast) -> None:
    published_year(cast)
    talk = talk_of(cast.anna)
    days = (TODAY, date(2026, 11, 1))
    assert [queries.arranges(actor(cast.dan), talk, day) for day in days] == [True, False]
    assert queries.arranges(actor(cast.mads), talk, TODAY) is False


def test_notes_of_an_earlier_leader_stay_between_the_two(cast: Cast) -> None:
    cycle = published_year(cast)
    note = preparations.note(talk=talk_of(cast.anna), text="Mellem os", by=cast.tove, at=NOON)
    talks.hand_over(talks=cycle.talks.filter(employee=cast.anna), to=cast.finn, by=cast.mads, at=NOON)
    seen = {who: list(queries.notes_for(actor(who), talk_of(cast.anna))) for who in (cast.anna, cast.finn, cast.tove)}
    assert seen == {cast.anna: [note], cast.finn: [], cast.tove: [note]}


def test_progress_counts_and_names_nobody(cast: Cast) -> None:
    cycle = published_year(cast)
    invited(cast.bo, by=cast.tove)
    talks.decline(talk=talk_of(cast.tess), reason="Nej tak", by=cast.tess, at=NOON)
    talks.hold(talk=talk_of(cast.anna), on=TODAY, by=cast.tove, at=NOON)
    rows = {row.unit: row for row in queries.progress(actor(cast.hanne), cycle, TODAY)}
    # Leif has left; Tove's own talk, Vik's and Orla's have no time yet.
    assert rows["Modtagelse"] == queries.Progress("Modtagelse", 6, held=1, invited=1, waiting=3, declined=1, plans=0)
    assert [row.unit for row in queries.progress(actor(cast.finn), cycle, TODAY)] == ["Familie"]


def test_talks_of_who_leads_nobody_any_more_are_offered_for_handover(cast: Cast) -> None:
    cycle = published_year(cast)
    people.end_role(assignment=cast.tove.role_assignments.get(role=Role.TEAM_LEADER), on=TODAY)
    first = queries.to_hand_over(cycle, TODAY)[0]
    assert (first.leader, first.still_leads, first.suggested) == (cast.tove, False, cast.mads)
    rows = queries.pending_hand_over(actor(cast.mads), TODAY)
    assert len(rows) == 1


def test_two_talks_of_one_leader_do_not_overlap(cast: Cast) -> None:
    published_year(cast)
    anna = invited(cast.anna, by=cast.tove)
    during, after = LATER + timedelta(minutes=59), LATER + timedelta(minutes=60)
    assert queries.overlapping(cast.tove, during, 30, []) == anna
    assert queries.overlapping(cast.tove, after, 30, []) is None
    assert queries.overlapping(cast.tove, during, 30, [anna.pk]) is None


def test_pending_is_what_waits_for_each_of_the_two(cast: Cast) -> None:
    published_year(cast)
    talk = invited(cast.anna, by=cast.tove, starts_at=NOON)
    Talk.objects.exclude(pk=talk.pk).delete()
    urls = {who: [row.url for row in pending_for(actor(who), TODAY)] for who in (cast.anna, cast.tove, cast.bo)}
    assert urls == {
        cast.anna: [f"/year/talks/{talk.pk}/prepare/"],
        cast.tove: [f"/year/talks/?cycle={talk.cycle_id}"],
        cast.bo: [],
    }


def test_pending_asks_for_the_confirmation_that_is_missing(cast: Cast) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    Talk.objects.exclude(employee=cast.anna).delete()
    assert {row.url for who in (cast.anna, cast.tove) for row in pending_for(actor(who), TODAY)} == {
        f"/year/plans/{plan.pk}/"
    }
