from dataclasses import replace
from datetime import timedelta

import pytest

from competence.models import Employee
from competence.tracking import event_tables
from strategy.domain import editing, examples, foundations, versions
from strategy.models import Section, TargetGroup
from strategy.queries import chapters_of, needs_of
from strategy.queries.versions import compare
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT

TALKS = editing.NeedFacts(title="Samtaler med børn", target_group="case_workers")


def save(section: Section, text: str, revision: int, by: Employee) -> editing.Saved:
    return editing.save_text(section=section, text=text, revision=revision, by=by, at=AT, on=TODAY)


def test_two_who_write_at_once_lose_no_text(cast: Cast) -> None:
    section = writing.section(writing.draft(cast))
    first = save(section, "Annas tekst.", 1, cast.anna)
    second = save(section, "Toves tekst.", 1, cast.tove)
    assert (first.other, first.section.revision) == (None, 2)
    assert second.other is not None
    assert (second.section.text, second.other.text) == ("Annas tekst.", "Toves tekst.")
    again = save(section, "Toves længere tekst.", 1, cast.tove)
    assert (again.other, section.other_texts.count()) == (second.other, 1)


def test_one_writer_is_never_in_conflict_with_oneself(cast: Cast) -> None:
    """An answer that got lost on the way is no other writer."""
    section = writing.section(writing.draft(cast))
    save(section, "En", 1, cast.anna)
    assert (save(section, "En to", 1, cast.anna).other, save(section, "En to tre", 1, cast.anna).section.text) == (
        None,
        "En to tre",
    )


def test_own_later_save_does_not_hide_that_another_saved_between(cast: Cast) -> None:
    section = writing.section(writing.draft(cast))
    save(section, "Tove", 1, cast.tove)
    save(section, "Anna efter Tove", 2, cast.anna)
    assert save(section, "Annas gamle faneblad", 1, cast.anna).other is not None


def test_settling_makes_one_text_and_keeps_both(cast: Cast) -> None:
    section = writing.section(writing.draft(cast))
    save(section, "Annas tekst.", 1, cast.anna)
    other = save(section, "Toves tekst.", 1, cast.tove).other
    assert other is not None
    other.section.refresh_from_db()
    saved = editing.settle(other=other, text="Annas og Toves tekst.", revision=2, by=cast.tove, at=AT, on=TODAY)
    (events,) = event_tables(Section)
    kept = set(events.objects.filter(pgh_obj_id=section.pk).values_list("text", flat=True))
    assert (saved.section.text, other.settled_at) == ("Annas og Toves tekst.", AT)
    assert {writing.TEXT, "Annas tekst.", "Annas og Toves tekst."} <= kept


def test_nothing_is_written_while_it_is_heard(cast: Cast) -> None:
    heard = writing.heard(cast)
    with pytest.raises(editing.NotWritable):
        save(writing.section(heard), "Nyt", 1, cast.anna)
    with pytest.raises(editing.NotWritable):
        editing.add_need(section=writing.section(heard), facts=editing.NeedFacts("Nyt"), on=TODAY)
    assert writing.section(heard).text == writing.TEXT


@pytest.mark.parametrize(("to", "order"), [(1, "cab"), (2, "acb"), (3, "abc"), (9, "abc"), (0, "cab")])
def test_needs_are_moved_to_any_place(cast: Cast, to: int, order: str) -> None:
    section = writing.section(writing.draft(cast))
    section.needs.all().delete()
    made = [editing.add_need(section=section, facts=editing.NeedFacts(title), on=TODAY) for title in "abc"]
    editing.move_need(need=made[2], to=to, on=TODAY)
    rows = list(section.needs.order_by("number").values_list("title", "number"))
    assert rows == [(title, number) for number, title in enumerate(order, start=1)]


def test_removed_need_leaves_no_gap(cast: Cast) -> None:
    section = writing.section(writing.draft(cast))
    for title in "ab":
        editing.add_need(section=section, facts=editing.NeedFacts(title), on=TODAY)
    editing.remove_need(need=writing.need(section.strategy), on=TODAY)
    assert list(section.needs.order_by("number").values_list("title", "number")) == [("a", 1), ("b", 2)]


def test_copy_says_the_same_and_knows_where_from(cast: Cast) -> None:
    first = versions.adopt(strategy=writing.full(cast), committee="MED", on=TODAY)
    after = first.ends_on + timedelta(days=1)
    copied = versions.copy(strategy=first, title=first.title, starts_on=after, ends_on=after)
    twin, need = writing.need(copied), writing.need(first)
    assert [chapter.section.text for chapter in chapters_of(copied)] == [c.section.text for c in chapters_of(first)]
    assert (twin.copied_from, list(twin.units.all()), twin.goals.get().text) == (
        need,
        [cast.fam],
        "Hjælpen kommer tidligt.",
    )
    assert twin.goals.get().strategy_id == copied.pk
    assert [row.kind for row in compare(first, copied)] == ["same", "same"]


def test_comparison_names_what_is_new_gone_and_changed(cast: Cast) -> None:
    first = autumn.strategy(cast)
    copied = versions.copy(strategy=first, title="Næste", starts_on=TODAY, ends_on=TODAY)
    section = writing.section(copied)
    save(section, "Vi lytter, spørger og forklarer.", 1, cast.anna)
    editing.add_section(strategy=copied, number="4", title="Nyt", on=TODAY)
    editing.remove_section(section=copied.sections.get(number="3"), on=TODAY)
    editing.remove_need(need=writing.need(copied), on=TODAY)
    rows = {row.after or row.before: row for row in compare(first, copied)}
    assert {number: row.kind for number, row in rows.items()} == {"3.2": "changed", "4": "new", "3": "gone"}
    assert [need.kind for need in rows["3.2"].needs] == ["same", "gone"]
    marked = [piece.text.strip() for piece in rows["3.2"].text.after if piece.kind == "new"]
    assert marked == ["lytter, spørger"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (replace(TALKS, recurs_months=24), "hvert andet år"),
        (replace(TALKS, provider="private"), "en privat udbyder"),
        (replace(TALKS, external_only_if="reform"), "en reform er stor"),
        (replace(TALKS, target_group="lawyers"), "jurister"),
    ],
)
def test_comparison_marks_each_fact_of_a_need(cast: Cast, changed: editing.NeedFacts, said: str) -> None:
    first = versions.adopt(strategy=writing.full(cast), committee="MED", on=TODAY)
    after = first.ends_on + timedelta(days=1)
    copied = versions.copy(strategy=first, title=first.title, starts_on=after, ends_on=after)
    editing.change_need(need=writing.need(copied), facts=changed, on=TODAY)
    (need,) = compare(first, copied)[1].needs
    new = " ".join(piece.text for piece in need.text.after if piece.kind == "new")
    gone = " ".join(piece.text for piece in need.text.before if piece.kind == "gone")
    assert (said in new, "Familie" in gone, "Hjælpen kommer tidligt." in gone) == (True, True, True)


def test_comparison_marks_changed_goals_and_foundations(cast: Cast) -> None:
    drafted = writing.full(cast)
    for number, kind in (("1", "foundation"), ("2", "goals")):
        editing.add_section(strategy=drafted, number=number, title=kind, kind=kind, on=TODAY)
    first = versions.adopt(strategy=drafted, committee="MED", on=TODAY)
    after = first.ends_on + timedelta(days=1)
    copied = versions.copy(strategy=first, title=first.title, starts_on=after, ends_on=after)
    editing.set_goals(strategy=copied, goals=[("political", "Hjælpen kommer til tiden.")], on=TODAY)
    values = copied.foundation_uses.get().foundation
    foundations.write(
        owner=cast.nordby, kind="values", title=values.title, points=["Vi lytter altid."], foundation=values
    )
    marked = {
        row.after: "".join(piece.text for piece in row.text.after if piece.kind == "new").split()
        for row in compare(first, copied)
        if row.kind == "changed" and not row.text.is_none
    }
    assert marked == {"1": ["lytter", "altid."], "2": ["til", "tiden."]}


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_example_is_a_whole_strategy(cast: Cast, language: str) -> None:
    made = versions.draft(unit=cast.bu, title="Ny", starts_on=TODAY, ends_on=TODAY)
    examples.fill(strategy=made, language=language, on=TODAY)
    groups = set(needs_of(made).values_list("target_group", flat=True))
    kinds = list(made.foundation_uses.values_list("foundation__kind", flat=True).order_by("position"))
    assert kinds == ["management", "values", "political"]
    assert groups == set(TargetGroup.values)
    assert (made.sections.count(), made.goals.count(), needs_of(made).count()) == (17, 4, 38)
