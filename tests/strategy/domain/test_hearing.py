from datetime import date, timedelta

import pytest

from competence.models import Notice
from strategy.domain import approval, hearing, versions
from strategy.domain.hearing import Blocker
from strategy.models import Approval, BrushUp, Strategy, Supervision
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT, Part

PERIOD = hearing.Period(TODAY, TODAY + timedelta(days=14))
AFTER = PERIOD.closes_on + timedelta(days=1)
AGENDA = approval.Agenda("Center-MED", TODAY + timedelta(days=20), "Punkt 4")


def told(kind: str) -> list[str]:
    rows = Notice.objects.filter(kind=kind).order_by("recipient__first_name")
    return [notice.recipient.first_name for notice in rows.select_related("recipient")]


@pytest.mark.parametrize(
    ("parts", "missing"),
    [
        ([], [Blocker.NO_LEADER, Blocker.NO_EMPLOYEE]),
        ([Part.LEADER], [Blocker.NO_EMPLOYEE]),
        ([Part.EMPLOYEE, Part.HELPER], [Blocker.NO_LEADER]),
        ([Part.LEADER, Part.EMPLOYEE], []),
        ([Part.LEADER, Part.REPRESENTATIVE], []),
    ],
)
def test_working_group_needs_a_leader_and_an_employee(cast: Cast, parts: list[str], missing: list[Blocker]) -> None:
    draft = writing.draft(cast)
    draft.members.all().delete()
    for person, part in zip([cast.tove, cast.anna], parts, strict=False):
        versions.set_member(strategy=draft, employee=person, part=part)
    assert list(hearing.problems_for(draft)) == missing


def test_hearing_refuses_what_is_not_ready(cast: Cast) -> None:
    draft = writing.draft(cast)
    draft.members.filter(part=Part.EMPLOYEE).delete()
    with pytest.raises(hearing.NotReady) as refusal:
        hearing.open_hearing(strategy=draft, period=PERIOD, at=AT)
    draft.refresh_from_db()
    assert (refusal.value.problems, draft.state) == ((Blocker.NO_EMPLOYEE,), "draft")


def test_hearing_asks_everybody_employed_in_the_unit(cast: Cast) -> None:
    writing.heard(cast)
    assert told("strategy_hearing") == [
        *("Anna", "Bo", "Dan", "Eva", "Finn", "Mads", "Mette", "Orla", "Tess", "Tove", "Vik")
    ]


@pytest.mark.parametrize(("day", "open_"), [(-1, False), (0, True), (14, True), (15, False)])
def test_comments_are_taken_on_the_days_of_the_hearing(cast: Cast, day: int, open_: bool) -> None:
    section = writing.section(writing.heard(cast, closes_on=PERIOD.closes_on))
    on = TODAY + timedelta(days=day)
    try:
        hearing.comment(section=section, text="Godt.", by=cast.bo, at=AT, on=on)
    except hearing.NotHeard:
        assert not open_
    assert section.comments.count() == int(open_)


def test_text_stands_still_while_it_is_heard(cast: Cast) -> None:
    heard = writing.heard(cast, closes_on=PERIOD.closes_on)
    assert [heard.is_writable_on(day) for day in (TODAY, PERIOD.closes_on, AFTER)] == [False, False, True]


def test_answer_tells_the_author_once(cast: Cast) -> None:
    made = hearing.comment(section=writing.section(writing.heard(cast)), text="Hvorfor?", by=cast.bo, at=AT, on=TODAY)
    for text in ("Fordi.", "Fordi det virker."):
        hearing.answer(comment=made, text=text, by=cast.tove, at=AT)
    made.refresh_from_db()
    assert (made.answer, told("strategy_answer")) == ("Fordi det virker.", ["Bo"])


def test_med_waits_for_the_hearing_and_every_answer(cast: Cast) -> None:
    heard = writing.heard(cast, closes_on=PERIOD.closes_on)
    made = hearing.comment(section=writing.section(heard), text="Hvorfor?", by=cast.bo, at=AT, on=TODAY)
    with pytest.raises(approval.StillOpen):
        approval.put_on_agenda(strategy=heard, agenda=AGENDA, by=cast.mads, at=AT, on=PERIOD.closes_on)
    with pytest.raises(hearing.Unanswered) as refusal:
        approval.put_on_agenda(strategy=heard, agenda=AGENDA, by=cast.mads, at=AT, on=AFTER)
    hearing.answer(comment=made, text="Fordi.", by=cast.tove, at=AT)
    put = approval.put_on_agenda(strategy=heard, agenda=AGENDA, by=cast.mads, at=AT, on=AFTER)
    put.strategy.refresh_from_db()
    assert (refusal.value.count, put.strategy.state, told("strategy_before_med")) == (1, "med", ["Mette"])


def test_draft_cannot_skip_the_hearing(cast: Cast) -> None:
    with pytest.raises(hearing.WrongState):
        approval.put_on_agenda(strategy=writing.draft(cast), agenda=AGENDA, by=cast.mads, at=AT, on=AFTER)
    assert Approval.objects.count() == 0


def test_approved_version_holds_from_its_first_day(cast: Cast) -> None:
    first = autumn.strategy(cast)
    put = writing.before_med(cast)
    approval.record(approval=put, result="approved", minutes="Referat, punkt 4", by=cast.mette, at=AT)
    starts = date(2027, 1, 1)
    days = [starts - timedelta(days=1), starts]
    holding = [Strategy.objects.in_force_on(day).get(unit=cast.bu).version for day in days]
    first.refresh_from_db()
    assert (holding, first.ends_on, first.state) == ([1, 2], days[0], "approved")
    versions.supersede_due(on=starts)
    first.refresh_from_db()
    assert (first.state, told("strategy_result")) == ("superseded", ["Anna", "Tove"])


def test_rejected_version_is_a_draft_again(cast: Cast) -> None:
    put = writing.before_med(cast)
    approval.record(approval=put, result="rejected", minutes="Referat", by=cast.mette, at=AT, remark="Mere om tid.")
    assert (put.strategy.state, put.strategy.is_frozen, put.remark) == ("draft", False, "Mere om tid.")
    with pytest.raises(hearing.WrongState):
        approval.record(approval=put, result="approved", minutes="Referat", by=cast.mette, at=AT)


def test_result_stands_in_minutes(cast: Cast) -> None:
    put = writing.before_med(cast)
    with pytest.raises(approval.MinutesMissing):
        approval.record(approval=put, result="approved", minutes="", by=cast.mette, at=AT)
    put.refresh_from_db()
    assert put.result == ""


def test_approval_brings_the_duties_of_its_needs(cast: Cast) -> None:
    draft = writing.with_duties(cast)
    hearing.open_hearing(strategy=draft, period=hearing.Period(TODAY, TODAY), at=AT)
    on = TODAY + timedelta(days=1)
    put = approval.put_on_agenda(strategy=draft, agenda=AGENDA, by=cast.mads, at=AT, on=on)
    approval.record(approval=put, result="approved", minutes="Referat", by=cast.mads, at=AT)
    teams = [row.unit.name for row in Supervision.objects.select_related("unit").order_by("unit__name")]
    topics = [(row.topic, row.interval_months) for row in BrushUp.objects.all()]
    assert (teams, topics) == (["Familie", "Modtagelse"], [("Tavshedspligt", 24)])
