"""A tree grows, and what is competence in it becomes a need and leads back (source: M36)."""

from datetime import date
from typing import Any

import pytest

from strategy.domain import editing, trees, versions
from strategy.models import Measure, MeasureKind, Need, SolutionTree
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast
from tests.strategy import planted, writing

FACTS = editing.NeedFacts("Samtaler med små børn")
NEXT: dict[str, Any] = {"title": "Næste", "starts_on": date(2029, 1, 1), "ends_on": date(2031, 12, 31)}


def texts(tree: SolutionTree) -> list[tuple[int, str]]:
    return list(Measure.objects.filter(cause__tree=tree).values_list("position", "text"))


def test_causes_and_measures_stand_in_the_order_they_came(cast: Cast) -> None:
    tree = planted.tree(cast)
    cause = tree.causes.earliest("position")
    trees.add_measure(cause=cause, facts=trees.MeasureFacts("Følge en kollega", MeasureKind.SUPERVISION))
    assert [str(row) for row in tree.causes.order_by("position")] == ["Få har lært det", "Der er ikke tid"]
    assert list(cause.measures.values_list("position", "text")) == [(1, planted.COURSE), (2, "Følge en kollega")]


def test_what_follows_a_removed_one_moves_up(cast: Cast) -> None:
    tree = planted.tree(cast, more=1)
    first = tree.causes.earliest("position")
    later = trees.add_measure(cause=first, facts=trees.MeasureFacts("Mere"))
    trees.remove_measure(measure=first.measures.get(position=1))
    later.refresh_from_db()
    trees.remove_cause(cause=tree.causes.get(position=2))
    assert (later.position, list(tree.causes.values_list("position", "text"))) == (
        1,
        [(1, "Få har lært det"), (2, "Grund 0")],
    )


def test_a_closed_tree_is_not_changed_until_it_is_opened_again(cast: Cast) -> None:
    tree, measure, section = planted.tree(cast), planted.measure(cast), writing.section(writing.draft(cast))
    trees.close(tree=tree, on=TODAY)
    for verb in (
        lambda: trees.change(tree=tree, facts=trees.TreeFacts("Andet", "Mål", "Sådan")),
        lambda: trees.add_cause(tree=tree, facts=trees.CauseFacts("Ny")),
        lambda: trees.change_cause(cause=measure.cause, facts=trees.CauseFacts("Ny")),
        lambda: trees.remove_cause(cause=measure.cause),
        lambda: trees.add_measure(cause=measure.cause, facts=trees.MeasureFacts("Ny")),
        lambda: trees.change_measure(measure=measure, facts=trees.MeasureFacts("Ny")),
        lambda: trees.remove_measure(measure=measure),
        lambda: trees.become_need(measure=measure, section=section, facts=FACTS, on=TODAY),
        lambda: trees.unlink(measure=measure),
    ):
        with pytest.raises(trees.TreeIsClosed):
            verb()
    trees.reopen(tree=tree)
    assert trees.add_cause(tree=tree, facts=trees.CauseFacts("Ny")).position == 3


def test_a_measure_becomes_a_need_and_the_need_leads_back(cast: Cast) -> None:
    measure, section = planted.measure(cast), writing.section(writing.draft(cast))
    need = trees.become_need(measure=measure, section=section, facts=FACTS, on=TODAY)
    assert (need.reference, need.title) == ("3.2.2", "Samtaler med små børn")
    assert (measure.need, list(need.measures.all())) == (need, [measure])


def test_the_next_version_leads_back_to_the_same_measure(cast: Cast) -> None:
    measure, draft = planted.measure(cast), writing.draft(cast)
    first = trees.become_need(measure=measure, section=writing.section(draft), facts=FACTS, on=TODAY)
    versions.adopt(strategy=draft, committee="MED", on=TODAY)
    second = versions.copy(strategy=draft, **NEXT)
    copied = Need.objects.get(section__strategy=second, copied_from=first)
    assert set(measure.needs.all()) == {first, copied}
    assert measure.need == copied


def test_a_need_that_is_there_can_be_named_with_its_copy(cast: Cast) -> None:
    measure, need = planted.measure(cast), autumn.need(cast)
    draft = versions.copy(strategy=need.section.strategy, **NEXT)
    trees.link(measure=measure, need=need)
    assert set(measure.needs.all()) == {need, Need.objects.get(section__strategy=draft, copied_from=need)}


def test_an_unlinked_need_stays_in_its_strategy(cast: Cast) -> None:
    measure, section = planted.measure(cast), writing.section(writing.draft(cast))
    need = trees.become_need(measure=measure, section=section, facts=FACTS, on=TODAY)
    trees.unlink(measure=measure)
    assert (measure.needs.count(), Need.objects.filter(pk=need.pk).count()) == (0, 1)


def test_a_frozen_need_outlives_its_measure(cast: Cast) -> None:
    measure, need = planted.measure(cast), autumn.need(cast)
    trees.link(measure=measure, need=need)
    trees.remove_cause(cause=measure.cause)
    assert (Need.objects.get(pk=need.pk).measures.count(), texts(measure.cause.tree)) == (
        0,
        [(1, "To faste formiddage")],
    )


def test_only_competence_becomes_a_need(cast: Cast) -> None:
    section = writing.section(writing.draft(cast))
    routine = planted.measure(cast, MeasureKind.ROUTINE)
    with pytest.raises(trees.NoNeed, match="kompetence"):
        trees.become_need(measure=routine, section=section, facts=FACTS, on=TODAY)
    assert not section.needs.filter(title=FACTS.title)


def test_a_measure_becomes_one_need(cast: Cast) -> None:
    measure, section = planted.measure(cast), writing.section(writing.draft(cast))
    trees.become_need(measure=measure, section=section, facts=FACTS, on=TODAY)
    with pytest.raises(trees.NoNeed):
        trees.become_need(measure=measure, section=section, facts=FACTS, on=TODAY)


def test_a_need_of_another_centre_cannot_be_named(cast: Cast) -> None:
    elsewhere = writing.draft(cast, unit=cast.yd)
    with pytest.raises(trees.NoNeed, match="Modtagelse"):
        trees.link(measure=planted.measure(cast), need=writing.need(elsewhere))


def test_what_is_a_need_stays_competence(cast: Cast) -> None:
    measure = planted.measure(cast)
    trees.link(measure=measure, need=autumn.need(cast))
    with pytest.raises(trees.NoNeed):
        trees.change_measure(measure=measure, facts=trees.MeasureFacts("Legetøj", MeasureKind.PURCHASE))
    trees.change_measure(measure=measure, facts=trees.MeasureFacts("Tale med børn"))
    measure.refresh_from_db()
    assert (measure.text, measure.kind) == ("Tale med børn", MeasureKind.COMPETENCE)


def test_a_measure_of_a_text_that_stands_still_is_no_need(cast: Cast) -> None:
    measure, heard = planted.measure(cast), writing.heard(cast)
    with pytest.raises(editing.NotWritable):
        trees.become_need(measure=measure, section=writing.section(heard), facts=FACTS, on=TODAY)
    assert measure.needs.count() == 0
