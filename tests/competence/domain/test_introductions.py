"""Programmes of new colleagues: days from the first one, who did what, mentors, assessment (sources: S35–S37)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from competence.domain import introductions
from competence.domain.introductions import StepFacts
from competence.models import Introduction, IntroductionItem, IntroductionStep, Mentorship
from tests.cast import TODAY, Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
FIRST = date(2026, 10, 1)
STEPS = [StepFacts("Nøgler", 0), StepFacts("Samtale", 30, "Hvordan går det?")]


@pytest.fixture
def programme(cast: Cast) -> Introduction:
    return introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=FIRST, steps=STEPS, by=cast.tove, at=AT)


def days(row: Introduction) -> list[tuple[str, date]]:
    return [(item.title, item.due_on) for item in row.items.all()]


def test_each_step_gets_a_day_counted_from_the_first(programme: Introduction) -> None:
    assert days(programme) == [("Nøgler", FIRST), ("Samtale", date(2026, 10, 31))]


def test_programme_from_one_day_is_made_once(cast: Cast, programme: Introduction) -> None:
    with pytest.raises(introductions.HasIntroduction):
        introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=FIRST, steps=[], by=cast.mads, at=AT)
    assert list(Introduction.objects.all()) == [programme]


def test_programme_that_has_begun_does_not_follow_the_steps_of_the_unit(cast: Cast) -> None:
    (step, _other) = introductions.take_over(unit=cast.mod, steps=STEPS)
    made = introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=FIRST, steps=STEPS, by=cast.tove, at=AT)
    introductions.change_step(step=step, facts=StepFacts("Nøgler og kort", 1))
    introductions.remove_step(step=IntroductionStep.objects.get(after_days=30))
    assert days(made) == [("Nøgler", FIRST), ("Samtale", date(2026, 10, 31))]


def test_unit_takes_steps_over_once(cast: Cast) -> None:
    introductions.take_over(unit=cast.mod, steps=STEPS)
    introductions.take_over(unit=cast.mod, steps=[StepFacts("Noget andet", 3)])
    assert list(cast.mod.introduction_steps.values_list("title", flat=True)) == ["Nøgler", "Samtale"]


def test_who_marked_it_done_first_is_kept_until_it_is_taken_back(cast: Cast, programme: Introduction) -> None:
    item = programme.items.earliest("due_on")
    introductions.tick(item=item, is_done=True, by=cast.anna, on=TODAY)
    again = introductions.tick(item=item, is_done=True, by=cast.tove, on=TODAY + timedelta(days=1))
    assert (again.done_by, again.done_on) == (cast.anna, TODAY)
    back = introductions.tick(item=item, is_done=False, by=cast.tove, on=TODAY)
    assert (back.done_by, back.done_on) == (None, None)


def test_what_is_done_is_neither_changed_nor_removed(cast: Cast, programme: Introduction) -> None:
    item = introductions.tick(item=programme.items.earliest("due_on"), is_done=True, by=cast.vik, on=TODAY)
    with pytest.raises(introductions.IsDone):
        introductions.change_item(item=item, title="Andet", due_on=TODAY)
    with pytest.raises(introductions.IsDone):
        introductions.remove_item(item=item)
    assert IntroductionItem.objects.get(pk=item.pk).title == "Nøgler"


def named(row: Introduction) -> list[tuple[str, date, date]]:
    return [(str(each.mentor), each.starts_on, each.ends_on) for each in Mentorship.objects.filter(introduction=row)]


def test_mentor_before_ends_the_day_before_the_next_begins(cast: Cast, programme: Introduction) -> None:
    last = date(2027, 3, 31)
    introductions.name_mentor(introduction=programme, mentor=cast.anna, starts_on=FIRST, ends_on=last, on=TODAY)
    introductions.name_mentor(
        introduction=programme, mentor=cast.bo, starts_on=date(2026, 12, 1), ends_on=last, on=TODAY
    )
    assert named(programme) == [
        ("Anna Ærø", FIRST, date(2026, 11, 30)),
        ("Bo Bang", date(2026, 12, 1), last),
    ]


def test_mentor_corrected_from_the_same_day_takes_the_place(cast: Cast, programme: Introduction) -> None:
    for mentor in (cast.anna, cast.bo):
        introductions.name_mentor(introduction=programme, mentor=mentor, starts_on=FIRST, ends_on=TODAY, on=TODAY)
    assert named(programme) == [("Bo Bang", FIRST, TODAY)]


def test_nobody_is_their_own_mentor(cast: Cast, programme: Introduction) -> None:
    with pytest.raises(introductions.NotOneself):
        introductions.name_mentor(introduction=programme, mentor=cast.vik, starts_on=FIRST, ends_on=TODAY, on=TODAY)
    assert named(programme) == []


@pytest.mark.parametrize(("needs", "kept"), [(True, "Børnefaglig undersøgelse"), (False, "")])
def test_assessment_names_a_course_only_where_one_is_needed(
    cast: Cast, programme: Introduction, *, needs: bool, kept: str
) -> None:
    introductions.assess(
        introduction=programme,
        needs_course=needs,
        course="Børnefaglig undersøgelse",
        reason="Opgaven kræver det.",
        by=cast.tove,
        at=AT,
    )
    row = Introduction.objects.get()
    assert (row.needs_course, row.course, row.assessed_by, row.assessed_at) == (needs, kept, cast.tove, AT)
