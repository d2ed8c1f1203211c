"""The pages of an import, as HR meets them."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from competence import tasks
from competence.domain.imports import runs
from competence.models import ImportRun, Offer
from tests.cast import Cast
from tests.competence.domain.imports.test_reading import bomb, workbook

HEADER = "Kursuskode;Titel;Udbyder;Type;Pris\n"


@pytest.fixture
def hanne(cast: Cast) -> Client:
    cast.hanne.language = "en"
    cast.hanne.save()
    client = Client()
    client.force_login(cast.hanne)
    return client


def upload(client: Client, content: bytes, *, kind: str = "courses", name: str = "kurser.csv") -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    response = client.post(reverse("import_new"), {"kind": kind, "file": file})
    assert isinstance(response, HttpResponse)
    return response


def shown(client: Client, made: ImportRun) -> str:
    return client.get(reverse("import", args=[made.pk])).content.decode()


def test_a_file_is_chosen_looked_at_confirmed_and_in(hanne: Client) -> None:
    response = upload(hanne, (HEADER + "A;Et;VIA;Temadag;1.000,00\n").encode("cp1252"))
    made = ImportRun.objects.get()
    assert response["Location"] == reverse("import", args=[made.pk])
    page = shown(hanne, made)
    assert "Does this look right?" in page
    assert "A Et" in page
    assert Offer.objects.count() == 0
    hanne.post(reverse("import_confirm", args=[made.pk]))
    assert "Waiting its turn" in shown(hanne, made)
    tasks.write_import(run_id=made.pk)
    assert "The file is in" in shown(hanne, made)
    assert Offer.objects.get().price == 100_000


def test_a_running_import_is_asked_for_its_progress_by_htmx(hanne: Client) -> None:
    upload(hanne, (HEADER + "A;Et;VIA;Temadag;1\n").encode())
    made = ImportRun.objects.get()
    runs.confirm(import_run=made, end_missing=False)
    address = reverse("import", args=[made.pk])
    part = hanne.get(address, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert 'hx-trigger="every 1s"' in part.content.decode()
    tasks.write_import(run_id=made.pk)
    over = hanne.get(address, headers={"HX-Request": "true"})
    assert (over["HX-Refresh"], 'hx-trigger="every 1s"' in over.content.decode()) == ("true", False)


def test_faults_are_shown_and_can_be_downloaded_without_formulas(hanne: Client) -> None:
    upload(hanne, (HEADER + "A;Et;VIA;=1+1;-5\n").encode())
    made = ImportRun.objects.get()
    page = shown(hanne, made)
    assert "2 faults in the file" in page
    assert "Choose the corrected file" in page
    response = hanne.get(reverse("import_faults", args=[made.pk]))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[:3] for row in rows] == [
        ["Line", "Column", "Found"],
        ["2", "Type", "'=1+1"],
        ["2", "Pris", "'-5"],
    ]


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "tom.csv", "The file is empty."),
        (b"%PDF-1.7", "liste.pdf", "This is a PDF."),
        (bomb(), "bombe.xlsx", "This Excel file unpacks to far more"),
        (b"x" * (10 * 1024 * 1024 + 1), "stor.csv", "The file is larger than 10 MB."),
    ],
    ids=["empty", "pdf", "bomb", "big"],
)
def test_what_is_no_table_gets_a_message_at_the_field(hanne: Client, content: bytes, name: str, message: str) -> None:
    response = upload(hanne, content, name=name)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert ImportRun.objects.count() == 0


def test_a_form_without_a_file_or_kind_says_so(hanne: Client) -> None:
    page = hanne.post(reverse("import_new"), {"kind": "secrets"}).content.decode()
    assert "Choose a file." in page
    assert ImportRun.objects.count() == 0


def test_a_spreadsheet_is_said_to_be_one(hanne: Client) -> None:
    content = workbook(["Kursuskode", "Titel", "Udbyder", "Type"], ["A", "Et", "VIA", "Temadag"])
    upload(hanne, content, name="kurser.xlsx")
    assert "Excel file" in shown(hanne, ImportRun.objects.get())


def test_who_is_missing_is_named_with_a_tick_to_end_them(hanne: Client, cast: Cast) -> None:
    line = f"{cast.anna.number};Anna;Ærø;MOD;01-03-2019\n"
    upload(hanne, f"Medarbejdernr.;Fornavn;Efternavn;Enhedskode;Ansat fra\n{line}".encode(), kind="staff")
    made = ImportRun.objects.get()
    page = shown(hanne, made)
    assert "Bo Bang, MOD" in page
    hanne.post(reverse("import_confirm", args=[made.pk]), {"end_missing": "on"})
    made.refresh_from_db()
    assert (made.state, made.end_missing) == (ImportRun.State.QUEUED, True)


def test_a_name_from_a_file_is_text_and_never_markup(hanne: Client) -> None:
    upload(hanne, (HEADER + "A;<script>x</script>;VIA;Temadag;1\n").encode())
    assert "<script>x" not in shown(hanne, ImportRun.objects.get())


def test_a_second_press_on_confirm_is_harmless(hanne: Client) -> None:
    upload(hanne, (HEADER + "A;Et;VIA;Temadag;1\n").encode())
    made = ImportRun.objects.get()
    for _press in range(2):
        response = hanne.post(reverse("import_confirm", args=[made.pk]), follow=True)
    assert "under way already" in response.content.decode()


def test_a_failed_import_says_that_nothing_was_written(hanne: Client) -> None:
    upload(hanne, (HEADER + "A;Et;VIA;Temadag;1\n").encode())
    made = ImportRun.objects.get()
    runs.fail(run_id=made.pk, at=made.made_at)
    assert "nothing was written" in shown(hanne, made)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_whatever_its_length(
    hanne: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _time in range(count):
        upload(hanne, (HEADER + "A;Et;VIA;Temadag;1\n").encode())
    hanne.get(reverse("imports"))
    with django_assert_num_queries(LIST_QUERIES):
        hanne.get(reverse("imports"))


LIST_QUERIES = 5


def test_a_new_page_speaks_danish(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.hanne)
    with translation.override("da"):
        assert "Hvad vil du indlæse?" in client.get(reverse("import_new")).content.decode()
