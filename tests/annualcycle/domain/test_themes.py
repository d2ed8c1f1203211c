from datetime import date

import pytest

from annualcycle.domain import themes
from annualcycle.domain.themes import Facts
from annualcycle.models import Cycle, Theme, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.themes import groups_of, themes_of
from competence.models import Notice
from tests.annualcycle.autumn import conversations, need, offer
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.annualcycle.january import IN_JANUARY, answered, decided, release
from tests.cast import Cast


def asked(cast: Cast) -> Cycle:
    """Three ask about the need, one about its competence, two write the same title, and one course is granted."""
    cycle = published_cycle(cast)
    about = need(cast)
    decided(cycle, cast.anna, Outcome.SHARING, need=about)
    submitted_wish(cycle, cast.bo, need=about, kind=Wish.Kind.KNOWLEDGE_SHARING, source=Wish.Source.AUTHORITY)
    submitted_wish(cycle, cast.eva, need=about, kind=Wish.Kind.NETWORK, source=Wish.Source.AUTHORITY)
    submitted_wish(cycle, cast.vik, offer=offer(cast), kind=Wish.Kind.KNOWLEDGE_SHARING)
    submitted_wish(cycle, cast.dan, title="Excel i hverdagen", kind=Wish.Kind.KNOWLEDGE_SHARING)
    submitted_wish(cycle, cast.mette, title=" excel i hverdagen", kind=Wish.Kind.KNOWLEDGE_SHARING)
    decided(cycle, cast.tess, Outcome.GRANTED, need=about)
    return cycle


def test_what_several_ask_for_is_grouped_by_need_then_competence_then_title(cast: Cast) -> None:
    groups = groups_of(asked(cast))
    assert [(group.label, group.reference, len(group.wishes)) for group in groups] == [
        ("Samtaler med børn", "3.2.1", 3),
        ("Excel i hverdagen", "", 2),
        (conversations(cast).name, "", 1),
    ]
    first = groups[0]
    assert (first.own, first.authority, first.source) == (1, 2, Wish.Source.AUTHORITY)
    assert first.teams == ["Familie", "Modtagelse"]


def test_a_group_becomes_a_theme_once(cast: Cast) -> None:
    cycle = asked(cast)
    key = groups_of(cycle)[0].key
    theme = themes.add_from(cycle=cycle, key=key)
    assert (theme.title, theme.source, theme.place) == ("Samtaler med børn", Wish.Source.AUTHORITY, "")
    assert {wish.employee for wish in theme.wishes.all()} == {cast.anna, cast.bo, cast.eva}
    assert key not in {group.key for group in groups_of(cycle)}
    with pytest.raises(themes.GroupGone):
        themes.add_from(cycle=cycle, key=key)
    themes.remove(theme=theme)
    assert groups_of(cycle)[0].key == key


def test_in_a_team_a_theme_goes_to_the_one_that_asks_most(cast: Cast) -> None:
    cycle = asked(cast)
    theme = themes.add_from(cycle=cycle, key=groups_of(cycle)[0].key)
    themes.place(theme=theme, place=Theme.Place.TEAM)
    theme.refresh_from_db()
    assert (theme.place, theme.unit) == (Theme.Place.TEAM, cast.mod)
    themes.place(theme=theme, place=Theme.Place.THEME_DAY)
    theme.refresh_from_db()
    assert (theme.place, theme.unit) == (Theme.Place.THEME_DAY, None)


def test_a_theme_by_hand_needs_a_team_of_the_centre_to_be_in_a_team(cast: Cast) -> None:
    cycle = published_cycle(cast)
    with pytest.raises(themes.TeamMissing):
        themes.add(cycle=cycle, facts=Facts("Notatpligt", place=Theme.Place.TEAM))
    with pytest.raises(themes.NotInThisCentre):
        themes.add(cycle=cycle, facts=Facts("Notatpligt", place=Theme.Place.TEAM, unit=cast.kon))
    assert Theme.objects.count() == 0
    made = themes.add(cycle=cycle, facts=Facts(" Notatpligt ", place=Theme.Place.TEAM, unit=cast.fam))
    assert (made.title, made.unit) == ("Notatpligt", cast.fam)


def test_themes_are_published_after_the_answers_and_when_all_are_placed(cast: Cast) -> None:
    cycle = asked(cast)
    with pytest.raises(themes.NotAnswered):
        themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    release(cast, cycle)
    with pytest.raises(themes.NotPlaced):
        themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    theme = themes.add_from(cycle=cycle, key=groups_of(cycle)[0].key)
    with pytest.raises(themes.NotPlaced) as refused:
        themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert refused.value.themes == [theme]
    assert Notice.objects.count() == 0
    themes.place(theme=theme, place=Theme.Place.STAFF_MEETING)
    published = themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert (published.themes_published_at, published.themes_published_by) == (IN_JANUARY, cast.mads)
    assert Notice.objects.filter(kind="themes_published").count() == 11
    with pytest.raises(themes.AlreadyPublished):
        themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)


def test_an_answer_names_its_themes_only_when_they_are_published(cast: Cast) -> None:
    cycle = answered(cast)
    wish = Wish.objects.get(employee=cast.bo)
    facts = Facts("Supervision", place=Theme.Place.STAFF_MEETING, held_on=date(2027, 1, 20))
    theme = themes.add(cycle=cycle, facts=facts, wishes=[wish])
    assert list(themes_of(wish)) == []
    themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert list(themes_of(wish)) == [theme]
    assert list(themes_of(Wish.objects.get(employee=cast.anna))) == []


def test_an_answer_names_the_theme_about_the_same_competence_where_the_person_works(cast: Cast) -> None:
    cycle = published_cycle(cast)
    shared = decided(cycle, cast.eva, Outcome.SHARING, need=need(cast))
    course = decided(cycle, cast.anna, Outcome.NOT_MET, offer=offer(cast))
    other = decided(cycle, cast.bo, Outcome.NOT_MET, title="Regneark")
    everywhere = Facts("Samtaler", place=Theme.Place.STAFF_MEETING, held_on=date(2027, 1, 20))
    here_only = Facts("Samtaler i Familie", place=Theme.Place.TEAM, unit=cast.fam, held_on=date(2027, 1, 21))
    themes.add(cycle=cycle, facts=everywhere, wishes=[shared])
    themes.add(cycle=cycle, facts=here_only, wishes=[shared])
    release(cast, cycle)
    themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert [theme.title for theme in themes_of(course)] == ["Samtaler"]
    assert [theme.title for theme in themes_of(shared)] == ["Samtaler", "Samtaler i Familie"]
    assert list(themes_of(other)) == []
