"""Needs by the profile, a plan, how sure one is, and how far one has come (sources: T15, T24, T25)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from competence.models import CareerStep
from tests.annualcycle.year import plan_of, published_year
from tests.cast import TODAY, Cast
from tests.trainers import growing, working
from tests.trainers.selecting import AT
from trainers.domain import mandates, own_plan, training
from trainers.models import Criterion, Mandate, Sureness
from trainers.queries.development import growth_of

LATER = TODAY + timedelta(days=90)


def criterion_of(mandate: Mandate) -> Criterion:
    return Criterion.objects.filter(profile=mandate.round.profile).earliest("position")


def steps_of(cast: Cast) -> list[tuple[str, date, date | None]]:
    rows = CareerStep.objects.filter(employee=cast.bo).order_by("starts_on", "pk")
    return list(rows.values_list("level", "starts_on", "ends_on"))


def test_levels_are_added_and_show_growth(cast: Cast) -> None:
    mandate = growing.trainer(cast)
    one = criterion_of(mandate)
    own_plan.see_oneself(mandate=mandate, levels={one.pk: 1}, on=TODAY)
    need = growth_of(mandate, TODAY).needs[0]
    assert (need.now, need.is_lacking, need.has_grown) == (1, True, False)
    own_plan.see_oneself(mandate=mandate, levels={one.pk: 4}, on=LATER)
    need = growth_of(mandate, LATER).needs[0]
    assert (need.first, need.now, need.is_lacking, need.has_grown) == (1, 4, False, True)


def test_a_step_is_done_once_and_gone_when_taken_out(cast: Cast) -> None:
    mandate = growing.trainer(cast)
    step = growing.step(mandate)
    own_plan.finish_step(step=step, on=TODAY)
    assert own_plan.finish_step(step=step, on=LATER).done_on == TODAY
    own_plan.drop_step(step=step)
    assert growth_of(mandate, TODAY).steps == []


def test_nothing_in_a_plan_changes_when_the_mandate_has_ended(cast: Cast) -> None:
    mandate = growing.trainer(cast)
    step = growing.step(mandate)
    mandates.end(mandate=mandate, reason="Ny stilling.", at=AT)
    with pytest.raises(mandates.Ended):
        own_plan.finish_step(step=step, on=TODAY)
    with pytest.raises(mandates.Ended):
        growing.step(mandate)


def test_sureness_keeps_what_was_said_before(cast: Cast) -> None:
    mandate = growing.trainer(cast)
    own_plan.say_sure(mandate=mandate, levels={"trainer": 1, "coach": 1}, on=TODAY)
    own_plan.say_sure(mandate=mandate, levels={"trainer": 3}, on=LATER)
    trainer, supervisor, coach = growth_of(mandate, LATER).picture.lanes
    assert [dot.level for dot in trainer.dots] == [1, 3]
    assert (trainer.is_sure, supervisor.last, coach.is_sure) == (True, None, False)
    assert trainer.dots[0].x < trainer.dots[1].x
    assert Sureness.objects.count() == 3


def test_the_expected_month_is_the_programmes(cast: Cast) -> None:
    mandate = growing.trainer(cast)
    own_plan.expect_months(programme=mandate.round.profile.programme, trainer=3, supervisor=6, coach=9)
    lanes = growth_of(working.now(mandate), TODAY).picture.lanes
    assert [lane.months for lane in lanes] == [3, 6, 9]


def test_the_career_follows_the_mandate(cast: Cast) -> None:
    (mandate,) = working.signed(cast)
    assert [level for level, _from, _until in steps_of(cast)] == ["learning"]
    with pytest.raises(own_plan.NotReady):
        own_plan.raise_level(mandate=mandate, level="experienced", on=TODAY)
    training.mark_ready(mandate=mandate, reason="Har gjort det før.", at=AT + timedelta(days=30))
    own_plan.raise_level(mandate=mandate, level="experienced", on=LATER)
    own_plan.raise_level(mandate=mandate, level="experienced", on=LATER + timedelta(days=1))
    mandates.end(mandate=mandate, reason="Ny stilling.", at=AT + timedelta(days=120))
    ready, over = TODAY + timedelta(days=30), TODAY + timedelta(days=120)
    day = timedelta(days=1)
    assert steps_of(cast) == [
        ("learning", TODAY, ready - day),
        ("ready", ready, LATER - day),
        ("experienced", LATER, over),
    ]


def test_the_development_plan_shows_how_far_a_trainer_has_come(cast: Cast, client: Client) -> None:
    published_year(cast)
    plan = plan_of(cast.bo, cast.tove)
    (mandate,) = working.signed(cast)
    for reader in (cast.bo, cast.tove):
        client.force_login(reader)
        page = client.get(reverse("year:plan", args=[plan.pk])).content.decode()
        assert "Under oplæring" in page
    mandates.end(mandate=mandate, reason="Ny stilling.", at=AT)
    page = client.get(reverse("year:plan", args=[plan.pk])).content.decode()
    assert "Under oplæring" not in page


def test_needs_and_a_plan_are_written_on_the_phone(cast: Cast, client: Client) -> None:
    mandate = growing.trainer(cast)
    one = criterion_of(mandate)
    client.force_login(cast.bo)
    client.post(reverse("trainers:own_levels", args=[mandate.pk]), {f"level_{one.pk}": "2"})
    page = client.get(reverse("trainers:development")).content.decode()
    assert f"?for={one.pk}" in page
    url = reverse("trainers:plan_step_new", args=[mandate.pk])
    assert client.get(url + "?for=99999999999999").status_code == 200
    refused = client.post(url, {"text": "Øve mig med Eva", "due_on": "i morgen"})
    assert "Øve mig med Eva" in refused.content.decode()
    client.post(url, {"text": "Øve mig med Eva", "due_on": "2026-12-01", "criterion": str(one.pk)})
    client.post(reverse("trainers:sureness", args=[mandate.pk]), {"trainer": "2"})
    page = client.get(reverse("trainers:development")).content.decode()
    assert ["Øve mig med Eva" in page, "sure-2" in page] == [True, True]
