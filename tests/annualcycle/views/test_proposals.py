import json
import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annualcycle.domain import decisions, proposals
from annualcycle.domain.entries import wish_key
from annualcycle.models import Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from competence.models import ExportLog
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.annualcycle.domain.test_proposals import scored
from tests.annualcycle.views.test_december import press, read, signed_in
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _december(cast: Cast) -> Iterator[None]:
    with time_machine.travel(IN_DECEMBER, tick=False):
        yield


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    """A frame of 10.000 kr.: for one of the two wishes."""
    return published_cycle(cast, total=1_500_000, reserve=500_000)


@pytest.fixture
def wishes(cast: Cast, cycle: Cycle) -> tuple[Wish, Wish]:
    """Anna's has 15 points, Eva's 12."""
    best = scored(submitted_wish(cycle, cast.anna), cast.mads, need=5)
    return best, scored(submitted_wish(cycle, cast.eva, title="Netværk"), cast.mads, need=4)


def asked(client: Client, cycle: Cycle, **data: str) -> ProposalRun:
    """The proposal after a click on the button."""
    response = client.post(reverse("year:proposal_new", args=[cycle.pk]), data)
    assert response.status_code == 302
    return ProposalRun.objects.latest("pk")


def test_the_comparison_shows_equal_shares_as_a_second_opinion(
    cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]
) -> None:
    client = signed_in(cast.mads)
    asked(client, cycle)
    page = read(client, "proposal", cycle.pk)
    assert page.index("Fra toppen") < page.index("Lige dele")
    assert ProposalRun.objects.get().others["shares"] == [wish_key(wishes[0].pk)]


def test_one_click_shows_the_proposal_beside_the_decisions(cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]) -> None:
    best, other = wishes
    decisions.decide(wish=other, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    assert "Vis forslag" in read(client, "board", cycle.pk)
    asked(client, cycle)
    page = read(client, "board", cycle.pk)
    assert "Forslaget giver 3 point mere og flytter 2 ønsker." in page
    assert re.findall(r"Forslag: [a-z å]*[a-zå]", page) == ["Forslag: bevilg", "Forslag: ikke i år"]
    assert "−3 point" in page
    assert "Vis forslag" not in page
    changed = press(client, "decide", other, outcome="not_met")
    assert "Forslaget giver 15 point mere og flytter ét ønske." in changed
    assert "I har besluttet det samme som forslaget." in press(client, "decide", best, outcome="granted")


def test_the_panel_says_why_what_it_would_cost_and_whom_it_displaces(
    cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]
) -> None:
    best, other = wishes
    client = signed_in(cast.mads)
    asked(client, cycle)
    page = read(client, "board_wish", cycle.pk, other.pk)
    assert "Der mangler 2.800 kr. for at bevilge det oven i resten." in page
    assert "Resultatet bliver 3 point lavere. Så går disse ud:" in page
    assert f'{best.pk}/#proposal">Anna Ærø</a><span>Samtaler med børn og unge · 6.400 kr.</span>' in page
    assert "Med 4 point mere ville det helt sikkert være med." in page
    assert "<dt>Behov, 4 × 3</dt><dd>12</dd>" in page
    assert "Uden det bliver resultatet 3 point lavere." in read(client, "board_wish", cycle.pk, best.pk)


def test_a_pinned_wish_is_in_and_can_be_freed_again(cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]) -> None:
    best, other = wishes
    client = signed_in(cast.mads)
    asked(client, cycle)
    granted = [
        asked(client, cycle, wish=str(other.pk), place=place).answer["granted"] for place in ("in", "free", "out")
    ]
    assert granted == [[f"w{other.pk}"], [f"w{best.pk}"], [f"w{best.pk}"]]
    assert "I vil ikke have det med." in read(client, "board_wish", cycle.pk, other.pk)
    assert ProposalRun.objects.all()[0].excluded == [other.pk]


def test_lines_are_accepted_by_a_person_who_ticked_them_and_no_others(
    cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]
) -> None:
    best, other = wishes
    submitted_wish(cycle, cast.mads, fee=0)
    client = signed_in(cast.mads)
    run = asked(client, cycle)
    page = read(client, "proposal", cycle.pk)
    assert re.findall(r'name="line" value="([^"]+)"', page) == [f"{best.pk}:0"]
    assert "checked" not in page.partition('name="line"')[2].partition(">")[0]
    address = reverse("year:proposal_accept", args=[cycle.pk, run.pk])
    assert client.post(address).status_code == 302
    assert Decision.objects.count() == 0
    answer = client.post(address, {"line": [f"{best.pk}:0", f"{other.pk}:0", "nonsense", "9:x"]}, follow=True)
    assert "2 afgørelser er gemt i dit navn." in answer.content.decode()
    found = Decision.objects.order_by("wish").values_list("wish", "outcome", "decided_by", "run")
    assert list(found) == [
        (best.pk, "granted", cast.mads.pk, run.pk),
        (other.pk, "not_met", cast.mads.pk, run.pk),
    ]


def test_what_somebody_else_decided_meanwhile_is_told_and_stays(
    cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]
) -> None:
    client = signed_in(cast.mads)
    run = asked(client, cycle)
    decisions.decide(wish=wishes[0], outcome=Outcome.SHARING, by=cast.tove, at=IN_DECEMBER)
    address = reverse("year:proposal_accept", args=[cycle.pk, run.pk])
    page = client.post(address, {"line": [f"{wishes[0].pk}:0"]}, follow=True).content.decode()
    assert "Samtaler med børn og unge: Tove Toft har imens afgjort ønsket: videndeling." in page
    assert Decision.objects.get().outcome == Outcome.SHARING


def test_four_rules_stand_side_by_side_in_numbers(cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]) -> None:
    decisions.decide(wish=wishes[1], outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    asked(client, cycle)
    page = read(client, "proposal", cycle.pk)
    rows = {
        label: re.findall(r"<span>([^<]*)</span><svg", cells)
        for label, cells in re.findall(r'<th scope="row">([^<]+)</th>(.*?)</tr>', page)
    }
    assert rows == {
        "Point med tillæg": ["12", "15", "15", "15"],
        "Penge brugt": ["6.400 kr."] * 4,
        "Ønsker": ["1"] * 4,
        "Medarbejdere": ["1"] * 4,
        "Teams": ["1"] * 4,
        "Behov dækket": ["0 af 0"] * 4,
    }
    assert "ændret, siden forslaget blev regnet" not in page
    scored(wishes[1], cast.tove, need=5)
    assert "ændret, siden forslaget blev regnet" in read(client, "proposal", cycle.pk)


def test_inputs_and_answer_are_files_that_give_the_same_again(
    cast: Cast, cycle: Cycle, wishes: tuple[Wish, Wish]
) -> None:
    client = signed_in(cast.mads)
    run = asked(client, cycle)
    found = {
        what: json.loads(client.get(reverse(f"year:proposal_{what}", args=[cycle.pk, run.pk])).content)
        for what in ("problem", "answer")
    }
    assert found == {"problem": run.problem, "answer": proposals.again(run)}
    assert ExportLog.objects.filter(made_by=cast.mads).count() == 2


@pytest.mark.parametrize("number", [1, 12])
def test_proposal_and_board_take_the_same_queries_whatever_the_number_of_wishes(
    cast: Cast, cycle: Cycle, number: int
) -> None:
    for count in range(number):
        submitted_wish(cycle, cast.anna, title=f"Kursus {count}", fee=10_000)
    client = signed_in(cast.mads)
    asked(client, cycle)
    counts = []
    for name in ("board", "proposal"):
        with CaptureQueriesContext(connection) as queries:
            read(client, name, cycle.pk)
        counts.append(len(queries))
    assert counts == [11, 17]
