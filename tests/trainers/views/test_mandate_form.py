"""What is written in a mandate's form is stored, or its error says why not (sources: K04, K09, K16, T07)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers.working import chosen
from trainers.models import Candidate, Mandate

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
