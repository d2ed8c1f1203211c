"""What is written in a mandate's form is stored, or its error says why not (sources: K04, K09, K16, T07)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers.working import chosen, signed
from trainers.domain import limits
from trainers.models import Anchoring, Candidate, Mandate

TYPED: dict[str, Any] = {
    "roles": ["trainer"],
    "scope": "unit",
    "purpose": "Lære kolleger det nye.",
    "benefit": "Færre spørgsmål til andre.",
    "starts_on": "2026-10-15",
    "during_from": "2026-12-01",
    "during_until": "2027-02-28",
    "ends_on": "2027-08-31",
    "teaching_before": "1",
    "preparation_before": "1",
    "teaching_during": "3",
    "preparation_during": "1",
}


def url_of(candidate: Candidate) -> str:
    return reverse("trainers:mandate_new", args=[candidate.pk])


def told(client: Client, url: str, **changes: Any) -> tuple[int, str]:
    answer = client.post(url, TYPED | changes)
    return answer.status_code, " ".join(answer.content.decode().split())


@pytest.fixture
def url(client: Client, cast: Cast) -> str:
    (candidate,) = chosen(cast, cast.bo)
    client.force_login(cast.eva)
    return url_of(candidate)


def test_too_many_hours_are_said_at_the_field_and_stay(client: Client, url: str) -> None:
    """In a unit without a limit."""
    status, content = told(client, url, teaching_during="30", preparation_during="10")
    assert status == 200
    assert "Alle roller tilsammen er 40 timer i disse uger. En uge har 37." in content
    assert 'name="teaching_during" value="30"' in content
    assert not Mandate.objects.exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"support_during": "5", "support_after": "4"}, "Du har skrevet timer med support. Sæt flueben ved rollen"),
        ({"starts_on": "2026-12-01"}, "Der er ingen dage i denne fase. Fjern timerne, eller flyt en dag."),
        ({"super_user_hours": "6"}, "Du har skrevet timer som superbruger. Sæt flueben ved rollen"),
        ({"roles": ["super_user"], "super_user_hours": "6"}, "Du har skrevet timer som træner. Sæt flueben ved rollen"),
        ({"roles": ["trainer", "support"]}, "Skriv, hvor mange timer om ugen der er til support"),
        (
            {"roles": ["trainer", "super_user"], "super_user_hours": "0"},
            "hvor mange timer om ugen superbrugeren har",
        ),
    ],
)
def test_hours_and_roles_that_do_not_fit_are_said(client: Client, url: str, changes: Any, said: str) -> None:
    status, content = told(client, url, **changes)
    assert (status, said in content, Mandate.objects.exists()) == (200, True, False)


def test_hours_of_ticked_roles_are_stored(client: Client, url: str) -> None:
    status, _content = told(
        client, url, roles=["trainer", "support", "super_user"], support_after="4", super_user_hours="6"
    )
    mandate = Mandate.objects.get()
    assert (status, mandate.super_user_hours, mandate.gives_support) == (302, 6, True)
    assert [phase.support for phase in mandate.phases.all()] == [0, 0, 4]


def test_purpose_proposed_is_of_the_task_and_not_of_the_choice(client: Client, url: str) -> None:
    """The profile's own text, "Vælg et hold.", is for those who choose."""
    form = client.get(url).context["form"]
    assert form.initial["purpose"] == "At undervise og vejlede kolleger i Nord."
    assert (form.initial["teaching_after"], form.initial["preparation_after"]) == (0, 1)


def test_a_second_mandate_is_refused_in_words(client: Client, url: str) -> None:
    assert told(client, url)[0] == 302
    status, content = told(client, url)
    assert (status, "Aftalen er lavet" in content, Mandate.objects.count()) == (200, True, 1)


def test_a_mandate_is_changed_in_the_form_it_was_made_with(client: Client, cast: Cast) -> None:
    """Filled in; saving it untouched changes nothing, an extension is told and asks for a signature."""
    (mandate,) = signed(cast)
    client.force_login(cast.eva)
    url = reverse("trainers:mandate_edit", args=[mandate.pk])
    page = reverse("trainers:mandate", args=[mandate.pk])
    assert url in client.get(page).content.decode()
    filled = {name: value for name, value in client.get(url).context["form"].initial.items() if value is not None}
    filled = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in filled.items()}
    filled.pop("unit")
    assert client.post(url, filled).status_code == 302
    assert (Mandate.objects.get().changed_at, Anchoring.objects.count()) == (None, 1)
    more = {"ends_on": "2027-12-31", "support_after": "2", "roles": ["trainer", "support"]}
    assert client.post(url, filled | more).status_code == 302
    shown = " ".join(client.get(page, follow=True).content.decode().split())
    assert "15. oktober 2026 – 31. december 2027" in shown
    assert "Ikke underskrevet, siden den blev rettet" in shown
    assert f"Før rettelsen: {cast.tove}, 15. oktober 2026" in shown


def test_a_change_over_the_limit_is_said_and_stays(client: Client, cast: Cast) -> None:
    (mandate,) = signed(cast)
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=5)
    client.force_login(cast.eva)
    url = reverse("trainers:mandate_edit", args=[mandate.pk])
    status, content = told(client, url, ends_on="2027-12-31", teaching_during="9")
    assert (status, 'name="teaching_during" value="9"' in content) == (200, True)
    assert "5 timer om ugen for meget" in content or "5 timer" in content
    assert told(client, url, ends_on="2026-10-01")[0] == 200


@pytest.mark.parametrize("name", ["anchor", "mandate", "mine"])
def test_who_signs_and_who_is_a_trainer_read_the_same(client: Client, cast: Cast, name: str) -> None:
    """Roles, hours of every kind, period, purpose and benefit (source: T07)."""
    (candidate,) = chosen(cast, cast.bo)
    client.force_login(cast.eva)
    roles = ["trainer", "support", "super_user"]
    told(client, url_of(candidate), roles=roles, support_during="5", super_user_hours="6")
    mandate = Mandate.objects.get()
    client.force_login(cast.bo if name == "mine" else cast.tove)
    url = reverse(f"trainers:{name}", args=[] if name == "mine" else [mandate.pk])
    page = " ".join(client.get(url).content.decode().split())
    for text in (
        "Lære kolleger det nye.",
        "Færre spørgsmål til andre.",
        "Træner, superbruger (6 timer om ugen), supportberettiget",
        "15. oktober 2026 – 31. august 2027",
        "3 med kolleger, 1 til forberedelse, 5 med support",
        "Højst 15 timer",
    ):
        assert text in page
