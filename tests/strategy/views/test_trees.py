from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from strategy.domain import trees
from strategy.domain.editing import NeedFacts
from strategy.models import MeasureKind, Need, SolutionTree
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast
from tests.strategy import planted, writing
from tests.strategy.views.test_strategies import signed_in

PLANTED = {"problem": "Mange afbud", "level": "group", "goal": "Alle kommer", "work": "Vi ringer dagen før"}


def post(client: Client, route: str, pk: int, **data: Any) -> str:
    return client.post(reverse(f"strategy:{route}", args=[pk]), data, follow=True).content.decode()


def test_a_leader_goes_from_a_problem_to_what_helps(cast: Cast) -> None:
    client = signed_in(cast.tove)
    client.post(reverse("strategy:tree_new"), PLANTED | {"unit": cast.mod.pk})
    tree = SolutionTree.objects.get()
    post(client, "cause_new", tree.pk, text="Ingen påmindelse", source="Nabokommunen")
    cause = tree.causes.get()
    page = post(client, "measure_new", cause.pk, text="Kursus i at ringe op", kind="competence", amount="Hver dag")
    for told in ("Mange afbud", "Ingen påmindelse", "Nabokommunen", "Kursus i at ringe op", "Hver dag", "Alle kommer"):
        assert told in page
    assert (tree.unit, tree.made_by, tree.level) == (cast.mod, cast.tove, "group")


def test_a_tree_is_begun_where_one_leads_or_writes_the_strategy(cast: Cast) -> None:
    writing.draft(cast)
    assert "Familie" not in signed_in(cast.tove).get(reverse("strategy:tree_new")).content.decode().split("<form")[0]
    refused = signed_in(cast.tove).post(reverse("strategy:tree_new"), PLANTED | {"unit": cast.yd.pk})
    assert (refused.status_code, SolutionTree.objects.count()) == (200, 0)
    # Anna leads nobody; she is in the working group of Børn og Unge.
    signed_in(cast.anna).post(reverse("strategy:tree_new"), PLANTED | {"unit": cast.fam.pk})
    assert SolutionTree.objects.get().unit == cast.fam


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(cast: Cast) -> None:
    page = (
        signed_in(cast.tove)
        .post(reverse("strategy:tree_new"), {"problem": "Mange afbud", "unit": cast.mod.pk})
        .content.decode()
    )
    assert page.count("field-error") >= 2
    assert "Mange afbud" in page


def test_a_measure_is_written_as_a_need_of_the_draft(cast: Cast) -> None:
    draft, measure, client = writing.draft(cast), planted.measure(cast), signed_in(cast.tove)
    section = writing.section(draft)
    answer = client.post(reverse("strategy:measure_need", args=[measure.pk]), {"what": "write", "section": section.pk})
    page = client.get(answer["Location"]).content.decode()
    assert f'value="{planted.COURSE}"' in page
    assert "Børn bliver ikke hørt tidligt nok: Få har lært det" in page
    client.post(answer["Location"], {"title": planted.COURSE, "target_group": "everyone", "seen": ""})
    need = Need.objects.get(title=planted.COURSE)
    tree_page = client.get(reverse("strategy:tree", args=[measure.cause.tree_id])).content.decode()
    draft_page = client.get(reverse("strategy:strategy", args=[draft.pk])).content.decode()
    assert list(need.measures.all()) == [measure]
    assert (reverse("strategy:need", args=[need.pk]) in tree_page, "3.2.2" in tree_page) == (True, True)
    assert reverse("strategy:tree", args=[measure.cause.tree_id]) in draft_page


def test_a_measure_names_the_need_that_says_so_already(cast: Cast) -> None:
    need, measure, client = autumn.need(cast), planted.measure(cast), signed_in(cast.tove)
    page = post(client, "measure_need", measure.pk, what="link", need=need.pk)
    assert f"/strategy/{need.section.strategy_id}/#n{need.pk}" in page
    assert "gør til et behov" not in page.casefold()
    assert "Fra træet" in client.get(reverse("strategy:strategy", args=[need.section.strategy_id])).content.decode()


@pytest.mark.parametrize(
    ("what", "asked"), [("write", "Vælg det afsnit, det hører til i."), ("link", "Vælg det behov, der siger det.")]
)
def test_what_is_asked_for_must_be_chosen(cast: Cast, what: str, asked: str) -> None:
    autumn.strategy(cast)
    writing.draft(cast)
    page = post(signed_in(cast.tove), "measure_need", planted.measure(cast).pk, what=what)
    assert (asked in page, page.count("field-error")) == (True, 1)


def test_who_may_not_write_the_draft_is_offered_the_strategy_in_force_alone(cast: Cast) -> None:
    autumn.strategy(cast)
    writing.draft(cast)
    pages = [
        signed_in(person).get(reverse("strategy:measure_need", args=[planted.measure(cast).pk])).content.decode()
        for person in (cast.tove, cast.dan)
    ]
    assert [('value="write"' in page, 'value="link"' in page) for page in pages] == [(True, True), (False, True)]


def test_what_is_no_need_yet_lies_beside_the_draft(cast: Cast) -> None:
    draft, measure, client = writing.draft(cast), planted.measure(cast), signed_in(cast.anna)
    address = reverse("strategy:measure_need", args=[measure.pk])
    beside = [address in client.get(reverse("strategy:reported", args=[draft.pk])).content.decode()]
    trees.become_need(measure=measure, section=writing.section(draft), facts=NeedFacts("Samtaler"), on=TODAY)
    beside.append(address in client.get(reverse("strategy:reported", args=[draft.pk])).content.decode())
    assert beside == [True, False]


def test_without_a_strategy_the_page_says_what_to_do(cast: Cast) -> None:
    page = signed_in(cast.tove).get(reverse("strategy:measure_need", args=[planted.measure(cast).pk])).content.decode()
    assert ("<form class=" in page, reverse("strategy:strategies") in page) == (False, True)


def test_refusals_are_told_on_the_page(cast: Cast) -> None:
    measure, client = planted.measure(cast), signed_in(cast.tove)
    trees.link(measure=measure, need=autumn.need(cast))
    page = post(client, "measure", measure.pk, text="Legetøj", kind=MeasureKind.PURCHASE)
    assert ("Legetøj" in page, "Fjern først" in page or "Ophæv først" in page) == (True, True)
    trees.close(tree=measure.cause.tree, on=TODAY)
    assert "lukket" in post(client, "cause_new", measure.cause.tree_id, text="Ny")


@pytest.mark.parametrize("more", [0, 6])
def test_a_tree_takes_the_same_queries_however_many_causes(
    cast: Cast, more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tree, client = planted.tree(cast, more=more), signed_in(cast.mads)
    with django_assert_num_queries(6):
        client.get(reverse("strategy:tree", args=[tree.pk]))


@pytest.mark.parametrize("number", [1, 4])
def test_the_list_takes_the_same_queries_however_many_trees(
    cast: Cast, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(number):
        planted.tree(cast)
    client = signed_in(cast.mads)
    with django_assert_num_queries(4):
        client.get(reverse("strategy:trees"))
