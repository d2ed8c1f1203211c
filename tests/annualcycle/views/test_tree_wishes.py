"""A measure of a tree becomes a wish, and the wish leads back (source: M36)."""

import time_machine
from django.test import Client
from django.urls import reverse

from annualcycle.domain import decisions, wishes
from annualcycle.models import Wish
from annualcycle.models.decisions import Outcome
from competence.models import Employee
from strategy.domain import trees
from strategy.models import MeasureKind
from tests.annualcycle import autumn
from tests.annualcycle.board import published_cycle
from tests.cast import TODAY, Cast
from tests.strategy import planted


def signed_in(employee: Employee) -> Client:
    client = Client()
    client.force_login(employee)
    return client


def in_the_year(cast: Cast, reader: Employee) -> str:
    tree = planted.measure(cast).cause.tree
    return signed_in(reader).get(reverse("tree_in_the_year", args=[tree.pk])).content.decode()


def test_a_measure_becomes_a_wish_with_its_words_and_its_need(cast: Cast) -> None:
    published_cycle(cast)
    measure, need = planted.measure(cast), autumn.need(cast)
    trees.link(measure=measure, need=need)
    client = signed_in(cast.anna)
    page = client.get(reverse("year:wish_new"), {"measure": measure.pk}).content.decode()
    client.post(reverse("year:wish_new"), {"measure": measure.pk})
    wish = Wish.objects.get(employee=cast.anna)
    assert planted.COURSE in page
    assert (wish.title, wish.need, wish.measure) == (planted.COURSE, need, measure)
    assert wish.description == "Børn bliver ikke hørt tidligt nok: Få har lært det"


def test_only_competence_of_a_tree_one_may_read_becomes_a_wish(cast: Cast) -> None:
    published_cycle(cast)
    routine, course = planted.measure(cast, MeasureKind.ROUTINE), planted.measure(cast)
    for person, measure in ((cast.anna, routine), (cast.eva, course)):
        signed_in(person).post(reverse("year:wish_new"), {"measure": measure.pk})
    assert [(wish.title, wish.measure) for wish in Wish.objects.all()] == [("", None), ("", None)]


def test_the_wish_leads_back_for_those_who_may_read_the_tree(cast: Cast) -> None:
    wish = autumn.submitted(cast, measure=planted.measure(cast))
    pages = [
        signed_in(person).get(reverse("year:wish", args=[wish.pk])).content.decode()
        for person in (cast.anna, cast.mads)
    ]
    assert all(f"/strategy/trees/{planted.measure(cast).cause.tree_id}/#m" in page for page in pages)


def test_a_colleague_sees_no_wish_of_another(cast: Cast) -> None:
    wish = autumn.submitted(cast, measure=planted.measure(cast))
    address = reverse("year:wish", args=[wish.pk])
    seen = {person: address in in_the_year(cast, person) for person in (cast.anna, cast.tove, cast.bo)}
    assert seen == {cast.anna: True, cast.tove: True, cast.bo: False}
    assert "Ærø" not in in_the_year(cast, cast.bo)


def test_a_draft_is_seen_by_the_one_who_writes_it(cast: Cast) -> None:
    autumn.draft(cast, measure=planted.measure(cast))
    assert ["Kursus i konflikter" in in_the_year(cast, one) for one in (cast.anna, cast.tove)] == [True, False]


def test_an_answer_stands_there_once_it_is_released(cast: Cast) -> None:
    wish = autumn.submitted(cast, measure=planted.measure(cast))
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=autumn.IN_DECEMBER)
    said = []
    with time_machine.travel(autumn.IN_DECEMBER, tick=False):
        said.append("bevilget" in in_the_year(cast, cast.anna).casefold())
        decisions.release(cycle=wish.cycle, by=cast.mads, at=autumn.IN_DECEMBER)
        said.append("bevilget" in in_the_year(cast, cast.anna).casefold())
    assert said == [False, True]


def test_wishing_is_offered_while_wishes_are_collected(cast: Cast) -> None:
    measure = planted.measure(cast)
    address = f"{reverse('year:wish_new')}?measure={measure.pk}"
    before = address in in_the_year(cast, cast.anna)
    published_cycle(cast)
    offered = [address in in_the_year(cast, person) for person in (cast.anna, cast.tove, cast.hanne)]
    with time_machine.travel(autumn.IN_DECEMBER, tick=False):
        late = address in in_the_year(cast, cast.anna)
    trees.close(tree=measure.cause.tree, on=TODAY)
    closed = address in in_the_year(cast, cast.anna)
    # Hanne reads it as HR; it is not about her own unit.
    assert (before, offered, late, closed) == (False, [True, True, False], False, False)


def test_what_one_wishes_for_already_is_not_offered_again(cast: Cast) -> None:
    autumn.draft(cast, measure=planted.measure(cast))
    address = f"{reverse('year:wish_new')}?measure={planted.measure(cast).pk}"
    assert [address in in_the_year(cast, one) for one in (cast.anna, cast.bo)] == [False, True]


def test_a_wish_outlives_its_measure(cast: Cast) -> None:
    measure = planted.measure(cast)
    wish = autumn.draft(cast, measure=measure)
    trees.remove_measure(measure=measure)
    wish.refresh_from_db()
    assert (wish.title, wishes.facts_of(wish).measure) == ("Kursus i konflikter", None)
