"""A mandate is changed until it ends, under the same limits and signatures (sources: K04, K16, T08; docs/adr/0026)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from competence.domain import people
from competence.models import Commitment, Notice, Unit
from competence.tracking import event_tables
from tests.cast import START, Cast
from tests.trainers.selecting import AT
from tests.trainers.working import ALL_POINTS, FACTS, MORNING, now, planned, ready, signed
from trainers import emails_team
from trainers.domain import limits, mandate_changes, mandates, reminders
from trainers.domain.mandates import MandateFacts, Phase
from trainers.models import Anchoring, Mandate, UnitLimit

LATER = AT + timedelta(days=60)
BEFORE, DURING, AFTER = FACTS.phases
MORE = replace(FACTS, phases=(BEFORE, replace(DURING, teaching=5), replace(AFTER, ends_on=date(2027, 12, 31))))


def changed(mandate: Mandate, cast: Cast, facts: MandateFacts = MORE, **told: Any) -> Mandate:
    unit: Unit = told.get("unit", cast.mod)
    return mandate_changes.change(mandate=mandate, facts=facts, unit=unit, by=cast.eva, at=told.get("at", LATER))


def counted(unit: Unit) -> tuple[int, int]:
    row = UnitLimit.objects.get(unit=unit)
    return row.members, row.hours


def test_hours_from_today_are_others_and_what_has_been_stays(cast: Cast) -> None:
    (mandate,) = signed(cast)
    row = changed(mandate, cast)
    assert (row.hours_taken, row.ends_on, row.changed_by, counted(cast.mod)) == (
        6,
        date(2027, 12, 31),
        cast.eva,
        (1, 6),
    )
    on = date(2026, 12, 14)
    rows = Commitment.objects.order_by("starts_on").values_list("hours", "starts_on", "ends_on")
    assert list(rows) == [
        (2, BEFORE.starts_on, BEFORE.ends_on),
        (4, DURING.starts_on, on - timedelta(days=1)),
        (6, on, DURING.ends_on),
        (2, AFTER.starts_on, date(2027, 12, 31)),
    ]


def test_the_difference_comes_under_the_limit(cast: Cast) -> None:
    (mandate,) = signed(cast)
    limits.set_limit(unit=cast.mod, max_members=1, max_hours=5)
    with pytest.raises(limits.OverLimit) as refused:
        changed(mandate, cast)
    assert (refused.value.members, refused.value.hours) == (0, 1)
    assert (now(mandate).hours_taken, counted(cast.mod), Anchoring.objects.count()) == (4, (1, 4), 1)
    less = replace(FACTS, phases=(BEFORE, replace(DURING, teaching=1), AFTER))
    assert (changed(mandate, cast, less).hours_taken, counted(cast.mod)) == (2, (1, 2))


def test_the_leader_signs_anew_and_the_trainer_is_told(cast: Cast) -> None:
    (mandate,) = signed(cast)
    Notice.objects.all().delete()
    changed(mandate, cast)
    assert not hasattr(now(mandate), "anchoring")
    (history,) = event_tables(Anchoring)
    assert history.objects.get(pgh_label="delete").signed_by == cast.tove
    told = Notice.objects.order_by("kind").values_list("kind", "recipient")
    assert list(told) == [("trainer_anchor", cast.tove.pk), ("trainer_changed", cast.bo.pk)]
    mandates.sign(mandate=mandate, points=ALL_POINTS, words="", by=cast.tove, at=LATER)
    assert now(mandate).state == Mandate.State.IN_TRAINING


def test_other_words_need_no_new_signature_and_nothing_new_tells_nobody(cast: Cast) -> None:
    (mandate,) = signed(cast)
    Notice.objects.all().delete()
    assert (changed(mandate, cast, FACTS).changed_at, Notice.objects.count()) == (None, 0)
    row = changed(mandate, cast, replace(FACTS, purpose="Vise det i egne sager.", knows_method=True))
    assert (row.purpose, row.knows_method, row.changed_at) == ("Vise det i egne sager.", True, LATER)
    assert (Anchoring.objects.count(), [one.kind for one in Notice.objects.all()]) == (1, ["trainer_changed"])


def test_a_trainer_who_has_moved_takes_the_hours_from_the_new_unit(cast: Cast) -> None:
    (mandate,) = signed(cast)
    with pytest.raises(mandate_changes.NotThere):
        changed(mandate, cast, FACTS, unit=cast.fam)
    post = people.Post(job_title="Rådgiver", profession="Socialrådgiver", agreement="DS", starts_on=START)
    people.employ(employee=cast.bo, unit=cast.fam, post=post)
    limits.set_limit(unit=cast.fam, max_members=0, max_hours=None)
    with pytest.raises(limits.OverLimit):
        changed(mandate, cast, FACTS, unit=cast.fam)
    limits.set_limit(unit=cast.fam, max_members=1, max_hours=4)
    assert changed(mandate, cast, FACTS, unit=cast.fam).unit == cast.fam
    assert (counted(cast.mod), counted(cast.fam)) == ((0, 0), (1, 4))
    assert set(Commitment.objects.filter(ends_on__gte=LATER.date()).values_list("unit", flat=True)) == {cast.fam.pk}


def test_only_a_mandate_that_runs_and_goes_on_is_changed(cast: Cast) -> None:
    (mandate,) = signed(cast)
    short: list[Phase] = [BEFORE, replace(DURING, ends_on=LATER.date() - timedelta(days=1))]
    with pytest.raises(mandate_changes.OverAlready):
        changed(mandate, cast, replace(FACTS, phases=short))
    with pytest.raises(mandates.TooManyHours):
        changed(mandate, cast, replace(FACTS, super_user_hours=36))
    mandates.end(mandate=mandate, reason="Nyt arbejde.", at=LATER)
    with pytest.raises(mandate_changes.Ended):
        changed(mandate, cast)


def test_who_is_extended_is_reminded_again_before_the_new_end(cast: Cast) -> None:
    (mandate,) = signed(cast)
    first, second = FACTS.phases[-1].ends_on, date(2027, 12, 31)
    reminders.send(on=first - timedelta(days=30), at=AT)
    changed(mandate, cast)
    reminders.send(on=second - timedelta(days=30), at=AT)
    ends = Notice.objects.filter(kind="trainer_mandate_ends", recipient=cast.eva).order_by("due_on")
    assert [one.due_on for one in ends] == [first, second]
    assert f"/trainers/mandates/{mandate.pk}/edit/" in emails_team.ends_soon(now(mandate), cast.eva).text


def test_who_stops_earlier_leaves_what_was_planned_after(cast: Cast) -> None:
    (mandate,) = ready(cast)
    before = planned(mandate, cast, starts_at=MORNING + timedelta(days=60))
    after = planned(mandate, cast, starts_at=MORNING + timedelta(days=200))
    shorter = replace(FACTS, phases=(BEFORE, DURING, replace(AFTER, ends_on=date(2027, 5, 31))))
    changed(mandate, cast, shorter)
    assert [row.trainers.count() for row in (before, after)] == [1, 0]
