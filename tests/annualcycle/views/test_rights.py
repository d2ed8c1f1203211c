from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from annualcycle.models import Budget, Cycle, Entitlement
from competence.models import Employee, ExportLog
from tests.annualcycle.board import IN_DECEMBER, published_cycle
from tests.annualcycle.domain.test_entitlements import elect, offered
from tests.annualcycle.views.test_december import read, signed_in
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _december(cast: Cast) -> Iterator[None]:
    with time_machine.travel(IN_DECEMBER, tick=False):
        yield


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


def start_page(cast: Cast, name: str) -> str:
    return " ".join(signed_in(cast.member(name)).get("/").content.decode().split())


def test_what_is_due_waits_on_the_managers_start_page_until_it_is_offered(cast: Cast, cycle: Cycle) -> None:
    elect(cast, date(2023, 5, 1))
    assert "Tilbyd Bo Bang dagene som arbejdsmiljørepræsentant" in start_page(cast, "mads")
    client = signed_in(cast.mads)
    key = f"{cast.bo.pk}-later_year"
    response = client.post(reverse("year:right_offer", args=[cycle.pk]), {"key": key, "cost": "4.500"})
    assert response.status_code == 302
    assert Entitlement.objects.get().cost == 450_000
    assert "Tilbyd Bo Bang" not in start_page(cast, "mads")
    assert "4.500 kr. af det er sat af" in read(client, "board", cycle.pk)


def test_a_cost_that_cannot_be_read_stays_as_typed(cast: Cast, cycle: Cycle) -> None:
    elect(cast, date(2023, 5, 1))
    key = f"{cast.bo.pk}-later_year"
    response = signed_in(cast.mads).post(reverse("year:right_offer", args=[cycle.pk]), {"key": key, "cost": "en del"})
    assert 'value="en del"' in response.content.decode()
    assert "Skriv beløbet som et tal" in response.content.decode()
    assert Entitlement.objects.count() == 0


def test_the_representative_reads_the_letter_and_answers(cast: Cast, cycle: Cycle) -> None:
    made = offered(cast, cycle)
    assert "Svar ja eller nej til tilbuddet" in start_page(cast, "bo")
    client = signed_in(cast.bo)
    page = read(client, "right", made.pk)
    assert "Du har ret til 22 timer" in page
    paper = client.get(reverse("year:right_pdf", args=[made.pk]))
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert "15. februar 2027" in page
    client.post(reverse("year:right_answer", args=[made.pk]), {"answer": "declined", "remark": "Jeg har taget den."})
    made.refresh_from_db()
    assert (made.answer, made.remark) == ("declined", "Jeg har taget den.")
    assert Budget.objects.get(cycle=cycle).placed == 0
    assert "Svar ja eller nej" not in start_page(cast, "bo")


def test_the_manager_enters_the_answer_of_somebody_who_cannot_sign_in_and_marks_the_days_as_held(
    cast: Cast, cycle: Cycle
) -> None:
    made = offered(cast, cycle)
    client = signed_in(cast.mads)
    answer = reverse("year:right_answer", args=[made.pk])
    assert client.post(answer, {"answer": "accepted"}).status_code == 403
    Employee.objects.filter(pk=cast.bo.pk).update(email=None)
    assert "Bo kan ikke logge ind." in read(client, "right", made.pk)
    assert signed_in(cast.tove).post(answer, {"answer": "accepted"}).status_code == 403
    client.post(answer, {"answer": "accepted"})
    assert f"Skrevet af {cast.mads}, som fik svaret at vide." in read(client, "right", made.pk)
    client.post(reverse("year:right_held", args=[made.pk]), {"held": "yes"})
    assert "Holdt, noteret" in read(client, "rights", cycle.pk)
    client.post(reverse("year:right_held", args=[made.pk]))
    assert Entitlement.objects.get().held_on is None


def test_a_right_by_agreement_is_placed_for_somebody_of_the_centre(cast: Cast, cycle: Cycle) -> None:
    written = {
        "number": cast.anna.number, "title": "Seniordage", "days": "2,5", "due_on": "01-06-2027", "cost": "3.000"
    }  # fmt: skip
    client = signed_in(cast.mads)
    address = reverse("year:right_offer", args=[cycle.pk])
    assert client.post(address, written).status_code == 302
    made = Entitlement.objects.get()
    assert (made.employee, made.title, float(made.length), made.cost) == (cast.anna, "Seniordage", 2.5, 300_000)
    refused = client.post(address, written | {"number": cast.karl.number, "title": "Andet"}).content.decode()
    assert "Ingen i centret har det nummer." in refused
    assert 'value="Andet"' in refused


def test_the_proof_is_a_file_that_is_noted(cast: Cast, cycle: Cycle) -> None:
    offered(cast, cycle)
    response = signed_in(cast.mads).get(reverse("year:rights_excel", args=[cycle.pk]))
    assert response.status_code == 200
    assert ExportLog.objects.get().rows == 1
