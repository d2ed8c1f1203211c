"""What a trainer writes for him- or herself, and who may read it (sources: T06, T11–T13)."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from competence.domain import retention
from competence.tracking import event_tables
from tests.cast import TODAY, Cast
from tests.trainers import growing, working
from tests.trainers.growing import PRIVATE, SHOWN
from tests.trainers.selecting import AT
from trainers.domain import development
from trainers.domain.development import LearntFacts
from trainers.models import Insight, Learnt, Note, Pulse
from trainers.queries.development import brought_home, notes_shown


def test_a_note_says_something(cast: Cast) -> None:
    with pytest.raises(development.NothingWritten):
        growing.note(cast, "  ")
    assert Note.objects.count() == 0


def test_a_note_is_read_by_the_one_it_is_shown_to_until_it_is_taken_back(cast: Cast) -> None:
    shown = growing.note(cast, SHOWN, is_shown=True)
    growing.note(cast)
    readers = (cast.tove, cast.mads, cast.dan, cast.hanne)
    assert [list(notes_shown(cast.bo, one)) for one in readers] == [[shown], [], [], []]
    development.write_note(employee=cast.bo, text=SHOWN, shown_to=None, at=AT, note=shown)
    assert list(notes_shown(cast.bo, cast.tove)) == []


def test_what_is_private_leaves_no_copy_anywhere(cast: Cast) -> None:
    """No table of any app but its own holds the words: no history, mail, log or job."""
    mandate = growing.trainer(cast)
    note, kept = growing.note(cast), growing.insight(cast)
    facts = LearntFacts("course", "Det svære spørgsmål", TODAY, 6, PRIVATE)
    development.record_learnt(employee=cast.bo, facts=facts)
    session = working.planned(mandate, cast)
    development.feel(session=session, employee=cast.bo, before=1, after=5)
    assert [list(event_tables(model)) for model in (Note, Insight, Pulse)] == [[], [], []]
    found = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.managed
        and not model._meta.proxy
        and any(PRIVATE in str(row) for row in model._base_manager.values())
    }
    assert found == {"trainers.Note", "trainers.Insight", "trainers.Learnt"}
    development.remove_note(note=note)
    development.remove_insight(insight=kept)
    assert (Note.objects.count(), Insight.objects.count()) == (0, 0)


def test_an_insight_is_the_leaders_to_read_once_it_is_brought_home(cast: Cast) -> None:
    kept = growing.insight(cast, "Hvornår må jeg dele sagen?")
    assert list(brought_home(cast.bo)) == []
    development.bring_home(insight=kept, words="Vi har skrevet en tjekliste.", on=TODAY)
    assert [(one.text, one.brought_home) for one in brought_home(cast.bo)] == [
        ("Hvornår må jeg dele sagen?", "Vi har skrevet en tjekliste.")
    ]


def test_only_who_holds_a_session_says_how_it_feels(cast: Cast) -> None:
    session = working.planned(growing.trainer(cast), cast)
    with pytest.raises(development.NotHolding):
        development.feel(session=session, employee=cast.anna, before=3, after=None)
    development.feel(session=session, employee=cast.bo, before=1, after=None)
    development.feel(session=session, employee=cast.bo, before=1, after=5)
    assert list(Pulse.objects.values_list("before", "after")) == [(1, 5)]


def test_correcting_what_was_learnt_makes_no_second_row(cast: Cast) -> None:
    facts = LearntFacts("supervision", "Med Eva", TODAY, 2)
    made = development.record_learnt(employee=cast.bo, facts=facts)
    development.record_learnt(employee=cast.bo, facts=LearntFacts("supervision", "Med Eva", TODAY, 3), learnt=made)
    assert list(Learnt.objects.values_list("title", "hours")) == [("Med Eva", 3)]


def test_private_notes_are_erased_after_two_years(cast: Cast) -> None:
    growing.note(cast)
    retention.erase(municipality=cast.nordby, on=TODAY + timedelta(days=700), at=AT)
    assert Note.objects.count() == 1
    retention.erase(municipality=cast.nordby, on=TODAY + timedelta(days=735), at=AT)
    assert Note.objects.count() == 0


def test_a_note_is_written_shown_and_removed_in_the_browser(cast: Cast, client: Client) -> None:
    growing.trainer(cast)
    client.force_login(cast.bo)
    form = client.get(reverse("trainers:note_new")).content.decode()
    assert "Tove Toft" in form
    client.post(reverse("trainers:note_new"), {"text": SHOWN, "show": "on"})
    made = Note.objects.get()
    assert (made.text, made.shown_to) == (SHOWN, cast.tove)
    empty = client.post(reverse("trainers:note", args=[made.pk]), {"text": ""})
    assert empty.status_code == 200
    client.post(reverse("trainers:note_remove", args=[made.pk]))
    assert Note.objects.count() == 0
