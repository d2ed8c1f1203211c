import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from annualcycle.domain import wishes
from annualcycle.models import Decision, Wish
from competence.models import Employee, Role, RuleException
from tests.annualcycle import autumn
from tests.annualcycle.autumn import IN_OCTOBER
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.annualcycle.year import published_year, talk_of
from tests.cast import Cast


def signed_in(employee: Employee) -> Client:
    client = Client()
    client.force_login(employee)
    return client


def titles(client: Client, cast: Cast, **query: str) -> list[str]:
    """The wishes of the list in its order."""
    page = client.get(reverse("year:team_wishes", args=[published_cycle(cast).pk]), query).content.decode()
    return re.findall(r'<a href="/year/wishes/\d+/"><strong>(.*?)</strong>', page)


def test_list_is_sorted_by_name_and_leaves_drafts_and_ones_own_out(cast: Cast) -> None:
    autumn.submitted(cast, cast.tove, title="Toves eget")
    autumn.submitted(cast, cast.vik, title="Viks")
    autumn.submitted(cast, cast.anna, title="Annas")
    autumn.draft(cast, cast.bo, title="Bos kladde")
    assert titles(signed_in(cast.tove), cast) == ["Annas", "Viks"]


def test_deputy_sees_the_team_and_not_the_other_teams(cast: Cast) -> None:
    autumn.submitted(cast, cast.anna, title="Annas")
    autumn.submitted(cast, cast.eva, title="Evas")
    assert titles(signed_in(cast.dan), cast) == ["Annas"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "annA ærø"}, ["Konflikter"]),
        ({"q": "diplom"}, ["Diplom"]),
        ({"kind": "formal_education"}, ["Diplom"]),
        ({"way": "december"}, ["Diplom"]),
        ({"way": "small"}, ["Konflikter"]),
        ({"way": "agreed"}, []),
        ({"sort": "-cost"}, ["Diplom", "Konflikter"]),
        ({"way": "x", "sort": "x"}, ["Konflikter", "Diplom"]),
    ],
)
def test_list_is_filtered_and_sorted(cast: Cast, query: dict[str, str], found: list[str]) -> None:
    autumn.submitted(cast, cast.anna, title="Konflikter")
    autumn.submitted(cast, cast.bo, title="Diplom", fee=900_000, kind=Wish.Kind.FORMAL_EDUCATION, extent="whole")
    assert titles(signed_in(cast.tove), cast, **query) == found


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_many_wishes(
    cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for employee in (cast.anna, cast.bo, cast.eva)[:count]:
        autumn.submitted(cast, employee, need=autumn.need(cast))
    client, address = signed_in(cast.tove), reverse("year:team_wishes", args=[published_cycle(cast).pk])
    with django_assert_num_queries(6):
        client.get(address)


def test_leader_agrees_on_a_small_wish(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    signed_in(cast.tove).post(reverse("year:wish_agree", args=[wish.pk]))
    assert Decision.objects.get(wish=wish).is_released


def test_large_wish_offers_no_button_and_refuses_the_shortcut(cast: Cast) -> None:
    wish = autumn.submitted(cast, fee=500_000)
    client, address = signed_in(cast.tove), reverse("year:wish_agree", args=[wish.pk])
    page = client.get(reverse("year:wish", args=[wish.pk])).content.decode()
    refused = client.post(address, follow=True).content.decode()
    assert (address in page, Decision.objects.count()) == (False, 0)
    assert "Ønsket når grænsen, så det afgøres i december sammen med alle andre ønsker." in refused


def test_agreement_asks_for_the_reason_of_an_exception(cast: Cast) -> None:
    wish = autumn.submitted(cast, cast.vik)
    client, address = signed_in(cast.tove), reverse("year:wish_agree", args=[wish.pk])
    client.post(address)
    without = Decision.objects.count()
    client.post(address, {"exception_reason": "Bliver fastansat."})
    assert (without, Decision.objects.count()) == (0, 1)
    assert [row.reason for row in RuleException.objects.all()] == ["Bliver fastansat."]


def test_agreement_is_taken_back(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    signed_in(cast.tove).post(reverse("year:wish_unagree", args=[wish.pk]))
    assert Decision.objects.count() == 0


def test_leader_names_the_need(cast: Cast) -> None:
    wish, need = autumn.submitted(cast), autumn.need(cast)
    signed_in(cast.tove).post(reverse("year:wish_need", args=[wish.pk]), {"need": str(need.pk)})
    wish.refresh_from_db()
    assert wish.need == need


def test_leader_writes_for_somebody_without_an_address(cast: Cast) -> None:
    year = published_cycle(cast)
    Employee.objects.filter(pk=cast.bo.pk).update(email=None)
    client = signed_in(cast.tove)
    client.post(reverse("year:wish_for", args=[year.pk]), {"employee": str(cast.bo.pk)})
    wish = Wish.objects.get()
    filled = {"kind": "course", "title": "Regneark", "motivation": "Bo siger, at han mangler det.", "target": "person"}
    client.post(reverse("year:wish_edit", args=[wish.pk]), filled)
    wish.refresh_from_db()
    assert (wish.employee, wish.state, wish.submitted_by) == (cast.bo, "submitted", cast.tove)


def test_leader_writes_for_nobody_who_can_sign_in(cast: Cast) -> None:
    year = published_cycle(cast)
    signed_in(cast.tove).post(reverse("year:wish_for", args=[year.pk]), {"employee": str(cast.bo.pk)})
    assert Wish.objects.count() == 0


def test_leader_in_the_group_lists_the_own_team_and_a_member_without_a_team_the_centre(cast: Cast) -> None:
    wish = autumn.submitted(cast, title="Kursus i vrede")
    address = reverse("year:team_wishes", args=[wish.cycle_id])
    assert "Kursus i vrede" not in signed_in(cast.finn).get(address).content.decode()
    cast.finn.role_assignments.filter(role=Role.TEAM_LEADER).delete()
    assert "Kursus i vrede" in signed_in(cast.finn).get(address).content.decode()


def test_leaders_view_is_read_by_the_employee_on_the_list_and_in_december(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    said = "Teamet mangler det, og opgaven venter."
    signed_in(cast.tove).post(reverse("year:wish_view", args=[wish.pk]), {"text": said})
    own = signed_in(cast.anna).get(reverse("year:wish", args=[wish.pk])).content.decode()
    listed = signed_in(cast.mads).get(reverse("year:team_wishes", args=[wish.cycle_id])).content.decode()
    board = signed_in(cast.finn).get(reverse("year:board_wish", args=[wish.cycle_id, wish.pk])).content.decode()
    assert ("Det mener Tove Toft" in own, said in own) == (True, True)
    assert f"Tove Toft: {said}" in listed
    assert ("Det mener Tove Toft" in board, said in board) == (True, True)


def test_leader_writes_no_view_of_a_wish_of_their_own(cast: Cast) -> None:
    wish = autumn.submitted(cast, cast.tove)
    signed_in(cast.tove).post(reverse("year:wish_view", args=[wish.pk]), {"text": "Giv mig det."})
    wish.refresh_from_db()
    assert wish.leader_view == ""


def test_too_long_view_is_refused_in_words(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    address = reverse("year:wish_view", args=[wish.pk])
    page = signed_in(cast.tove).post(address, {"text": "x" * 601}, follow=True).content.decode()
    wish.refresh_from_db()
    assert (wish.leader_view, "600 tegn" in page) == ("", True)


def test_leader_writes_what_cannot_wait_for_somebody_without_an_address(cast: Cast) -> None:
    year = published_cycle(cast)
    Employee.objects.filter(pk=cast.bo.pk).update(email=None)
    with time_machine.travel(datetime(2026, 12, 10, 12, tzinfo=UTC)):
        client = signed_in(cast.tove)
        client.post(reverse("year:wish_for", args=[year.pk]), {"employee": str(cast.bo.pk)})
        assert Wish.objects.count() == 0
        client.post(reverse("year:wish_for", args=[year.pk]), {"employee": str(cast.bo.pk), "ad_hoc": "yes"})
        wish = Wish.objects.get()
        filled = {"kind": "course", "title": "Regneark", "motivation": "Bo mangler det.", "why_now": "Ny opgave."}
        client.post(reverse("year:wish_edit", args=[wish.pk]), filled | {"target": "person"})
    wish.refresh_from_db()
    assert (wish.is_ad_hoc, wish.state, wish.submitted_by) == (True, "submitted", cast.tove)


def test_talk_with_somebody_without_an_address_offers_to_write_the_wish(cast: Cast) -> None:
    published_year(cast)
    Employee.objects.filter(pk=cast.bo.pk).update(email=None)
    address = reverse("year:wish_for", args=[talk_of(cast.bo).cycle_id])
    client = signed_in(cast.tove)
    pages = [client.get(reverse("year:talk", args=[talk_of(who).pk])).content.decode() for who in (cast.bo, cast.anna)]
    assert [address in page for page in pages] == [True, False]


@pytest.mark.parametrize(("month", "said"), [(10, "Kan aftales"), (12, "I december")])
def test_a_small_wish_can_be_agreed_only_while_the_talks_last(cast: Cast, month: int, said: str) -> None:
    cycle = published_cycle(cast)
    autumn.submitted(cast, cast.anna, title="Konflikter", fee=90_000)
    with time_machine.travel(datetime(2026, month, 5, 11, tzinfo=UTC)):
        page = signed_in(cast.tove).get(reverse("year:team_wishes", args=[cycle.pk])).content.decode()
    assert [word for word in ("Kan aftales", "I december") if f"</svg>{word}</span>" in page] == [said]


def test_reasons_stay_off_every_list_but_that_of_the_leadership_group(cast: Cast) -> None:
    why, urgent = "Jeg har haft stress og vil videre.", "Min migræne bliver værre."
    said: dict[str, Any] = {
        "motivation": why,
        "application": "Efter min sygdom.",
        "why_now": urgent,
        "title": "Samtaler",
    }
    cycle = autumn.submitted(cast, cast.anna, **said).cycle
    autumn.submitted(cast, cast.anna, **said | {"title": "Netværk"})
    submitted_wish(cycle, cast.anna, is_ad_hoc=True, **said)
    lists = [
        (cast.tove, "team_wishes"),
        (cast.tove, "wishes_excel"),
        (cast.tove, "themes"),
        (cast.tove, "themes_excel"),
        (cast.mads, "board"),
        (cast.mads, "board_excel"),
        (cast.mads, "release"),
        (cast.mads, "answers_excel"),
        (cast.mads, "orientation"),
        (cast.mads, "med_pack"),
    ]
    for reader, name in lists:
        answer = signed_in(reader).get(reverse(f"year:{name}", args=[cycle.pk]))
        assert answer.status_code == 200, name
        told = [words for words in (why, "Efter min sygdom.", urgent) if words in everything(answer)]
        assert told == [], name
    assert urgent in everything(signed_in(cast.mads).get(reverse("year:ad_hoc", args=[cycle.pk])))
    assert signed_in(cast.anna).get(reverse("year:ad_hoc", args=[cycle.pk])).status_code == 403


def everything(answer: Any) -> str:
    """All that the page, or every part of the Excel file, says."""
    if "html" in answer["Content-Type"]:
        return str(answer.content.decode())
    with ZipFile(BytesIO(b"".join(answer) if answer.streaming else answer.content)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
