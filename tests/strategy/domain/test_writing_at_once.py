"""Many who save one section in the same moment, each in a transaction and on a connection of its own (source: X06)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from competence.models import Employee
from competence.tracking import event_tables
from strategy.domain import editing
from strategy.models import OtherText, Section
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT


@pytest.mark.django_db(transaction=True)
def test_many_who_save_at_once_lose_no_text(cast: Cast) -> None:
    section = writing.section(writing.draft(cast))
    people = [cast.anna, cast.bo, cast.tove, cast.mads, cast.vik, cast.eva]
    together = Barrier(len(people))

    def save(person: Employee) -> None:
        read = Section.objects.select_related("strategy").get(pk=section.pk)
        together.wait(60)
        editing.save_text(
            section=read, text=f"{person.first_name} skriver.", revision=read.revision, by=person, at=AT, on=TODAY
        )
        connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(save, people))
    (events,) = event_tables(Section)
    saved = set(events.objects.filter(pgh_obj_id=section.pk).values_list("text", flat=True)) - {writing.TEXT, ""}
    aside = set(OtherText.objects.filter(section=section).values_list("text", flat=True))
    section.refresh_from_db()
    assert (len(saved), len(aside), section.revision) == (1, 5, 2)
    assert saved | aside == {f"{person.first_name} skriver." for person in people}
