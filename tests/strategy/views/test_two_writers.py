"""Two who change the same at once: the second is told, reads what the first wrote, and keeps the own words."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from competence.models import Employee
from strategy.domain import hearing
from strategy.models import Foundation, Pool
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT

TOLD = "En anden har gemt, siden du åbnede siden."
SEEN = re.compile(r'name="seen" value="(\w*)"')


def signed_in(employee: Employee) -> Client:
    client = Client()
    client.force_login(employee)
    return client


def seen(client: Client, url: str) -> str:
    found = SEEN.search(client.get(url).content.decode())
    assert found
    return found[1]


def both_change(url: str, first: tuple[Employee, dict[str, str]], second: tuple[Employee, dict[str, str]]) -> str:
    """Both open the page, `first` saves, then `second`: the page `second` gets."""
    clients = [(signed_in(employee), data) for employee, data in (first, second)]
    opened = [seen(client, url) for client, _data in clients]
    pages = [
        client.post(url, data | {"seen": mark}).content.decode()
        for (client, data), mark in zip(clients, opened, strict=True)
    ]
    return pages[1]


def test_need_changed_by_two(cast: Cast) -> None:
    need = writing.need(writing.draft(cast))
    url = reverse("strategy:need", args=[need.pk])
    mine = {"title": "Samtaler med unge", "target_group": "everyone"}
    theirs = {"title": "Samtaler på video", "target_group": "case_workers"}
    page = both_change(url, (cast.tove, theirs), (cast.anna, mine))
    need.refresh_from_db()
    assert (TOLD in page, "Samtaler på video" in page, 'value="Samtaler med unge"' in page) == (True, True, True)
    assert need.title == "Samtaler på video"
    anna = signed_in(cast.anna)
    again = SEEN.search(page)
    assert again
    anna.post(url, mine | {"seen": again[1]})
    need.refresh_from_db()
    assert need.title == "Samtaler med unge"


def test_who_changes_alone_is_told_nothing(cast: Cast) -> None:
    need = writing.need(writing.full(cast))
    url = reverse("strategy:need", args=[need.pk])
    anna = signed_in(cast.anna)
    for title in ("Samtaler", "Samtaler med alle"):
        anna.post(url, {"title": title, "target_group": "everyone", "seen": seen(anna, url)})
        need.refresh_from_db()
        assert need.title == title


@pytest.mark.parametrize(
    ("route", "field"), [("strategy:goals", "core_tasks"), ("strategy:period", "title"), ("strategy:evaluate", "text")]
)
def test_goals_period_and_evaluation_changed_by_two(cast: Cast, route: str, field: str) -> None:
    strategy = autumn.strategy(cast) if route == "strategy:evaluate" else writing.draft(cast)
    days = {"starts_on": "2027-01-01", "ends_on": "2029-12-31"} if route == "strategy:period" else {}
    url = reverse(route, args=[strategy.pk])
    page = both_change(url, (cast.hanne, days | {field: "Det ene."}), (cast.mads, days | {field: "Det andet."}))
    assert [said in page for said in (TOLD, "Det ene.", "Det andet.")] == [True] * 3


def test_comment_answered_by_two(cast: Cast) -> None:
    strategy = writing.heard(cast)
    comment = hearing.comment(section=writing.section(strategy), text="Og os?", by=cast.bo, at=AT, on=TODAY)
    page_url = reverse("strategy:hearing", args=[strategy.pk])
    anna, tove = signed_in(cast.anna), signed_in(cast.tove)
    marks = [seen(client, page_url) for client in (anna, tove)]
    url = reverse("strategy:answer", args=[comment.pk])
    anna.post(url, {"text": "Ja, også jer.", "seen": marks[0]})
    page = tove.post(url, {"text": "Nej, desværre.", "seen": marks[1]}).content.decode()
    comment.refresh_from_db()
    assert comment.answer == "Ja, også jer."
    assert (TOLD in page, "Nej, desværre." in page) == (True, True)


def test_answer_after_the_hearing_is_kept_on_the_page(cast: Cast) -> None:
    strategy = writing.heard(cast)
    comment = hearing.comment(section=writing.section(strategy), text="Og os?", by=cast.bo, at=AT, on=TODAY)
    hearing.take_back(strategy=strategy)
    url = reverse("strategy:answer", args=[comment.pk])
    page = signed_in(cast.anna).post(url, {"text": "Ja, også jer."}).content.decode()
    assert ("Høringen er slut." in page, "Ja, også jer." in page) == (True, True)


def test_empty_and_too_long_comments_are_told_in_place(cast: Cast) -> None:
    section = writing.section(writing.heard(cast))
    url = reverse("strategy:comment", args=[section.pk])
    bo = signed_in(cast.bo)
    long = "Æ" * 4001
    assert "Dette felt er påkrævet" in bo.post(url, {"text": ""}).content.decode()
    assert long in bo.post(url, {"text": long}).content.decode()
    assert not section.comments.exists()


def test_pool_changed_by_two(cast: Cast) -> None:
    facts = {"source": "Styrelsen", "opens_on": date(2026, 10, 1), "closes_on": date(2026, 12, 1)}
    pool = Pool.objects.create(municipality=cast.nordby, title="Tidlig indsats", **facts)
    url = reverse("strategy:pool", args=[pool.pk])
    data = {"source": "Styrelsen", "title": "Tidlig indsats", "opens_on": "2026-10-01", "closes_on": "2026-12-01"}
    theirs = data | {"state": "granted", "amount": "500.000"}
    page = both_change(url, (cast.hanne, theirs), (cast.mads, data | {"state": "applied"}))
    pool.refresh_from_db()
    assert (TOLD in page, "500.000" in page, pool.state) == (True, True, "granted")


def test_foundation_is_changed_under_its_own_heading_alone(cast: Cast) -> None:
    strategy = writing.draft(cast)
    hanne = signed_in(cast.hanne)
    url = reverse("strategy:foundation_new", args=[strategy.pk])
    values = {"kind": "values", "title": "Værdier", "points": "Mod\nRo"}
    hanne.post(url, values)
    page = hanne.post(url, values | {"points": "Noget helt andet"}).content.decode()
    found = Foundation.objects.get()
    assert ("Der er allerede et med den overskrift." in page, found.points) == (True, ["Mod", "Ro"])
    hanne.post(f"{url}?change={found.pk}", values | {"points": "Mod"})
    found.refresh_from_db()
    assert found.points == ["Mod"]


def test_what_is_written_while_the_text_stands_still_is_said_and_shown(cast: Cast) -> None:
    section = writing.section(writing.heard(cast))
    client, typed = signed_in(cast.hanne), {"text": "Vi lytter mere.", "revision": str(section.revision)}
    htmx = {"HX-Request": "true"}
    told = client.post(reverse("strategy:autosave", args=[section.pk]), typed, headers=htmx).content.decode()
    assert 'class="late"' in told
    page = client.post(reverse("strategy:write", args=[section.pk]), typed).content.decode()
    assert "Det, du skrev, og som ikke er gemt" in page
    assert ">Vi lytter mere.</textarea>" in page
