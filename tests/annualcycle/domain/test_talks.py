from datetime import date, timedelta

import pytest
from post_office.models import Email

from annualcycle.domain import group_talks, preparations, talks
from annualcycle.domain.preparations import Answers
from annualcycle.models import Plan, Preparation, Talk
from annualcycle.models.talks import Side, TalkKind
from competence.domain import people
from competence.models import Notice
from tests.annualcycle.year import IN_JULY, LATER, NOON, invited, published_year, talk_of
from tests.cast import TODAY, Cast


def test_everybody_of_the_centre_gets_a_talk_with_the_nearest_leader(cast: Cast) -> None:
    published_year(cast)
    found = {talk.employee: (talk.leader, talk.kind) for talk in Talk.objects.all()}
    assert found[cast.anna] == (cast.tove, TalkKind.MUS)
    assert found[cast.tove] == (cast.mads, TalkKind.LUS)
    assert found[cast.mads] == (None, TalkKind.LUS)
    assert cast.ylva not in found


def test_who_is_on_leave_is_not_dropped(cast: Cast) -> None:
    cycle = published_year(cast)
    people.start_leave(employment=cast.bo.employments.get(), starts_on=date(2026, 6, 1))
    Talk.objects.filter(employee__in=[cast.bo, cast.orla]).delete()
    assert talks.create_for(cycle=cycle, on=TODAY) == 2
    assert talk_of(cast.orla).state == talk_of(cast.bo).state == Talk.State.PLANNED


def test_newcomers_are_added_once(cast: Cast) -> None:
    published_year(cast)
    people.employ(employee=cast.karl, unit=cast.fam, post=people.Post("Rådgiver", date(2026, 10, 1)))
    assert [talks.add_newcomers(on=TODAY) for _again in range(2)] == [1, 0]
    assert talk_of(cast.karl).leader == cast.finn


def test_nobody_is_added_once_the_talks_are_over(cast: Cast) -> None:
    published_year(cast)
    people.employ(employee=cast.karl, unit=cast.fam, post=people.Post("Rådgiver", date(2026, 12, 1)))
    assert talks.add_newcomers(on=date(2026, 12, 1)) == 0


def test_invitations_move_in_the_calendar_by_a_higher_number(cast: Cast) -> None:
    published_year(cast)
    first = invited(cast.anna, by=cast.tove)
    second = invited(cast.anna, by=cast.tove, starts_at=LATER + timedelta(days=1))
    assert (first.invitations, second.invitations) == (1, 2)
    files = [mail.attachments.get().file.read().decode() for mail in Email.objects.order_by("pk")]
    assert ["SEQUENCE:1" in files[0], "SEQUENCE:2" in files[1]] == [True, True]
    assert len({line for text in files for line in text.splitlines() if line.startswith("UID:")}) == 1
    assert all("METHOD:REQUEST" in text for text in files)


def test_postponing_takes_the_talk_out_of_the_calendar_and_tells_the_other(cast: Cast) -> None:
    published_year(cast)
    talk = invited(cast.anna, by=cast.tove)
    talks.postpone(talk=talk, reason="Sagspukkel", by=cast.anna, at=NOON)
    notice = Notice.objects.get(kind="talk_cancelled")
    assert notice.recipient == cast.tove
    assert notice.mail is not None
    text = notice.mail.attachments.get().file.read().decode()
    assert ["METHOD:CANCEL" in text, "SEQUENCE:2" in text] == [True, True]
    assert (talk_of(cast.anna).state, talk_of(cast.anna).starts_at) == (Talk.State.POSTPONED, None)


def test_a_held_talk_opens_the_plan_and_is_not_held_twice(cast: Cast) -> None:
    published_year(cast)
    talks.hold(talk=talk_of(cast.anna), on=TODAY, by=cast.tove, at=NOON)
    assert Plan.objects.get().employee == cast.anna
    with pytest.raises(talks.NotNow):
        talks.hold(talk=talk_of(cast.anna), on=TODAY, by=cast.tove, at=NOON)


def test_a_talk_cannot_have_been_held_tomorrow(cast: Cast) -> None:
    published_year(cast)
    with pytest.raises(talks.NotYetHeld):
        talks.hold(talk=talk_of(cast.anna), on=TODAY + timedelta(days=1), by=cast.tove, at=NOON)
    assert talk_of(cast.anna).state == Talk.State.PLANNED


@pytest.mark.parametrize("scheduled", [True, False])
def test_held_by_mistake_is_taken_back_to_where_it_was(cast: Cast, scheduled: bool) -> None:
    published_year(cast)
    if scheduled:
        invited(cast.anna, by=cast.tove)
    talks.hold(talk=talk_of(cast.anna), on=TODAY, by=cast.tove, at=NOON)
    talks.reopen(talk=talk_of(cast.anna), by=cast.tove, at=NOON)
    assert talk_of(cast.anna).state == (Talk.State.SCHEDULED if scheduled else Talk.State.PLANNED)
    assert Plan.objects.count() == 1


def test_a_declined_talk_can_be_had_after_all(cast: Cast) -> None:
    published_year(cast)
    talks.decline(talk=talk_of(cast.anna), reason="Jeg stopper", by=cast.anna, at=NOON)
    with pytest.raises(talks.NotNow):
        talks.invite(talk=talk_of(cast.anna), meeting=talks.Meeting(LATER), by=cast.tove, at=NOON)
    talks.reopen(talk=talk_of(cast.anna), by=cast.anna, at=NOON)
    assert (talk_of(cast.anna).state, talk_of(cast.anna).reason) == (Talk.State.PLANNED, "")


def test_who_asks_for_a_talk_of_their_own_is_left_out_of_the_group(cast: Cast) -> None:
    cycle = published_year(cast)
    talks.ask_individual(talk=talk_of(cast.anna), wanted=True, by=cast.anna, at=NOON)
    members = [talk_of(cast.anna), talk_of(cast.bo)]
    group = group_talks.schedule(
        cycle=cycle, unit=cast.mod, kind="grus", meeting=talks.Meeting(LATER), members=members, by=cast.tove, at=NOON
    )
    assert [talk.employee for talk in group.talks.all()] == [cast.bo]
    with pytest.raises(group_talks.NobodyLeft):
        group_talks.schedule(
            cycle=cycle, unit=cast.mod, kind="tus", meeting=talks.Meeting(LATER), members=members[:1], by=cast.tove,
            at=NOON,
        )  # fmt: skip


def test_asking_for_a_talk_of_ones_own_leaves_the_group(cast: Cast) -> None:
    cycle = published_year(cast)
    group_talks.schedule(
        cycle=cycle, unit=cast.mod, kind="grus", meeting=talks.Meeting(LATER), members=[talk_of(cast.anna)],
        by=cast.tove, at=NOON,
    )  # fmt: skip
    talks.ask_individual(talk=talk_of(cast.anna), wanted=True, by=cast.anna, at=NOON)
    talk = talk_of(cast.anna)
    assert (talk.group, talk.kind, talk.state, talk.starts_at) == (None, TalkKind.MUS, Talk.State.PLANNED, None)


def test_a_group_talk_opens_a_plan_for_each_who_was_there(cast: Cast) -> None:
    cycle = published_year(cast)
    members = [talk_of(cast.anna), talk_of(cast.bo)]
    group = group_talks.schedule(
        cycle=cycle, unit=cast.mod, kind="grus", meeting=talks.Meeting(LATER), members=members, by=cast.tove, at=NOON
    )
    assert group_talks.hold(group=group, present=members[:1], on=TODAY, by=cast.tove, at=NOON) == 1
    assert [plan.employee for plan in Plan.objects.all()] == [cast.anna]
    assert (talk_of(cast.bo).state, talk_of(cast.bo).group) == (Talk.State.PLANNED, None)


def test_handover_moves_what_is_outstanding_and_deletes_the_former_leaders_draft(cast: Cast) -> None:
    cycle = published_year(cast)
    invited(cast.anna, by=cast.tove)
    talks.hold(talk=talk_of(cast.bo), on=TODAY, by=cast.tove, at=NOON)
    own = preparations.save(talk=talk_of(cast.anna), side="employee", answers=Answers("Mit"), by=cast.anna, at=NOON)
    preparations.give(preparation=own, at=NOON)
    preparations.save(talk=talk_of(cast.anna), side="leader", answers=Answers("Toves"), by=cast.tove, at=NOON)
    talks.hand_over(talks=cycle.talks.filter(leader=cast.tove), to=cast.finn, by=cast.mads, at=NOON)
    anna = talk_of(cast.anna)
    assert (anna.leader, anna.state, anna.starts_at) == (cast.finn, Talk.State.PLANNED, None)
    assert talk_of(cast.bo).leader == cast.tove
    assert [row.side for row in Preparation.objects.filter(talk=anna)] == [Side.EMPLOYEE]


def test_nobody_is_handed_their_own_talk(cast: Cast) -> None:
    cycle = published_year(cast)
    with pytest.raises(talks.NotTheirOwn):
        talks.hand_over(talks=cycle.talks.filter(employee=cast.finn), to=cast.finn, by=cast.mads, at=IN_JULY)
