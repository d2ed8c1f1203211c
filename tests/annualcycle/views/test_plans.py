from django.test import Client
from django.urls import reverse

from annualcycle.domain import plans
from annualcycle.domain.plans import Content
from tests.annualcycle.year import NOON, plan_of, published_year
from tests.cast import Cast

GOALS = {"goals-TOTAL_FORMS": "1", "goals-INITIAL_FORMS": "0", "goals-0-title": "Annas mål"}


def test_what_the_other_saved_is_shown_and_nothing_typed_is_lost(cast: Cast, client: Client) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    seen = plans.current(plan).revision
    plans.save(plan=plan, content=Content("Toves ord"), revision=seen, by=cast.tove, at=NOON)
    client.force_login(cast.anna)
    url = reverse("year:plan_edit", args=[plan.pk])
    response = client.post(url, GOALS | {"summary": "Annas ord", "revision": str(seen)})
    page = response.content.decode()
    assert [text in page for text in ("Toves ord", "Annas ord", "Annas mål")] == [True, True, True]
    assert plans.current(plan).summary == "Toves ord"
    client.post(url, GOALS | {"summary": "Annas ord", "revision": str(plans.current(plan).revision)})
    assert plans.current(plan).summary == "Annas ord"
    assert [goal.title for goal in plans.current(plan).goals.all()] == ["Annas mål"]


def test_another_goal_is_added_without_losing_what_was_typed(cast: Cast, client: Client) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove)
    client.force_login(cast.anna)
    data = GOALS | {"summary": "Ord", "revision": "1", "more": "yes"}
    page = client.post(reverse("year:plan_edit", args=[plan.pk]), data).content.decode()
    assert ['value="Annas mål"' in page, 'name="goals-1-title"' in page] == [True, True]
    assert plans.current(plan).goals.count() == 0


def test_broken_counts_of_goals_are_an_error_and_no_crash(cast: Cast, client: Client) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove)
    client.force_login(cast.anna)
    data = {"summary": "Ord", "revision": "1", "more": "yes", "goals-TOTAL_FORMS": "mange"}
    assert client.post(reverse("year:plan_edit", args=[plan.pk]), data).status_code == 200
    assert client.post(reverse("year:plan_edit", args=[plan.pk]), {"summary": "Ord"}).status_code == 200
    assert plans.current(plan).summary == ""


def test_confirming_what_was_changed_meanwhile_asks_to_read_it_again(cast: Cast, client: Client) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    client.force_login(cast.anna)
    page = client.post(reverse("year:plan_confirm", args=[plan.pk]), {"revision": "1"}, follow=True)
    assert "Læs den igen" in page.content.decode()
    assert plans.current(plan).employee_confirmed_at is None
