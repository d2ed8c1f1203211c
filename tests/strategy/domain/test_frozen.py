"""A frozen version never changes, whatever is tried and whichever way (source: S03)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import Error, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from strategy.domain import editing, versions
from strategy.models import FoundationUse, Need, Section, Strategy
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT

Act = Callable[[Strategy, Cast, str], object]


def _facts(text: str) -> editing.NeedFacts:
    return editing.NeedFacts(text or "x")


VERBS: list[Act] = [
    lambda s, c, t: editing.add_section(strategy=s, number="8", title=t, on=TODAY),
    lambda s, c, t: editing.save_text(section=writing.section(s), text=t, revision=1, by=c.anna, at=AT, on=TODAY),
    lambda s, c, t: editing.change_section(
        section=writing.section(s), number="3.9", title=t, kind="contents", on=TODAY
    ),
    lambda s, c, t: editing.remove_section(section=writing.section(s), on=TODAY),
    lambda s, c, t: editing.move_section(section=writing.section(s), to=1, on=TODAY),
    lambda s, c, t: editing.add_need(section=writing.section(s), facts=_facts(t), on=TODAY),
    lambda s, c, t: editing.change_need(need=writing.need(s), facts=_facts(t), on=TODAY),
    lambda s, c, t: editing.remove_need(need=writing.need(s), on=TODAY),
    lambda s, c, t: editing.set_goals(strategy=s, goals=[("core_task", t)], on=TODAY),
    lambda s, c, t: editing.use_foundations(strategy=s, foundations=[], on=TODAY),
    lambda s, c, t: versions.set_period(strategy=s, title=t, starts_on=TODAY, ends_on=TODAY),
    lambda s, c, t: versions.set_member(strategy=s, employee=c.bo, part="employee"),
    lambda s, c, t: versions.adopt(strategy=s, committee=t, on=TODAY),
]
# The same behind the back of the domain: the database itself refuses.
ROWS: list[Act] = [
    lambda s, c, t: Section.objects.create(strategy=s, number="8", title=t, position=90),
    lambda s, c, t: Section.objects.filter(strategy=s).update(text=t),
    lambda s, c, t: Section.objects.filter(strategy=s).delete(),
    lambda s, c, t: Need.objects.filter(section__strategy=s).update(title=t),
    lambda s, c, t: Need.objects.filter(section__strategy=s).delete(),
    lambda s, c, t: Need.objects.bulk_create([Need(section=writing.section(s), number=9, title=t)]),
    lambda s, c, t: writing.need(s).units.add(c.mod),
    lambda s, c, t: writing.need(s).law_references.clear(),
    lambda s, c, t: FoundationUse.objects.filter(strategy=s).update(kept_points=[t]),
    lambda s, c, t: s.goals.update(text=t),
    lambda s, c, t: Strategy.objects.filter(pk=s.pk).update(title=t),
    lambda s, c, t: Strategy.objects.filter(pk=s.pk).update(starts_on=TODAY),
    lambda s, c, t: Strategy.objects.filter(pk=s.pk).update(ends_on=s.ends_on + timedelta(days=1)),
    lambda s, c, t: Strategy.objects.filter(pk=s.pk).update(state="draft"),
    lambda s, c, t: Strategy.objects.filter(pk=s.pk).update(kept_dates={"talks_open_on": t}),
    lambda s, c, t: Strategy.objects.filter(pk=s.pk).update(kept_names={"unit": t}),
    lambda s, c, t: s.delete(),
]


def told(strategy: Strategy) -> list[object]:
    """Everything a reader of the version reads."""
    version = Strategy.objects.filter(pk=strategy.pk).values_list(
        "title", "starts_on", "ends_on", "state", "approved_by", "kept_dates", "kept_names"
    )
    needs = Need.objects.filter(section__strategy=strategy).order_by("pk")
    return [
        *version,
        *Section.objects.filter(strategy=strategy).order_by("pk").values_list("number", "title", "text", "position"),
        *needs.values_list("number", "title", "target_group", "units", "competences", "law_references"),
        *strategy.goals.values_list("kind", "text"),
        *strategy.foundation_uses.values_list("kept_title", "kept_points"),
    ]


@pytest.fixture
def frozen(cast: Cast) -> Strategy:
    strategy = writing.full(cast)
    return versions.adopt(strategy=strategy, committee="MED-udvalget", on=TODAY)


@transaction.atomic
def _at_once(act: Act, strategy: Strategy, cast: Cast, text: str) -> None:
    act(strategy, cast, text)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=some.lists(some.sampled_from([*VERBS, *ROWS]), min_size=1, max_size=4), text=some.text("abcæøå ", max_size=9)
)
def test_frozen_version_never_changes(frozen: Strategy, cast: Cast, acts: list[Act], text: str) -> None:
    before = told(frozen)
    for act in acts:
        with pytest.raises((versions.IsFrozen, Error)):
            _at_once(act, frozen, cast, f"andet {text}")
    assert told(frozen) == before


@pytest.mark.parametrize("act", range(len(VERBS)))
def test_each_verb_changes_a_draft(cast: Cast, act: int) -> None:
    """What is refused above is refused because the version is frozen."""
    draft = writing.full(cast)
    before = [told(draft), draft.members.count()]
    VERBS[act](draft, cast, "andet")
    assert [told(draft), draft.members.count()] != before


@pytest.mark.parametrize("act", range(len(ROWS) - 1))
def test_each_row_of_a_draft_can_be_changed(cast: Cast, act: int) -> None:
    draft = writing.full(cast)
    if act in (13,):
        Strategy.objects.filter(pk=draft.pk).update(state="med")
    before = told(draft)
    ROWS[act](draft, cast, "andet")
    assert told(draft) != before


def test_frozen_version_is_still_evaluated_and_ended(frozen: Strategy, cast: Cast) -> None:
    Strategy.objects.filter(pk=frozen.pk).update(ends_on=frozen.ends_on - timedelta(days=1), state="evaluated")
    frozen.refresh_from_db()
    assert frozen.state == Strategy.State.EVALUATED
