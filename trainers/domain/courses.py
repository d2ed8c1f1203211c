"""Courses of our own, and what files of other municipalities bring (source: T31)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from competence.models import Employee, Municipality, Unit
from competence.strict import Malformed, Row, gettext_noop
from trainers.course_facts import Arriving, CourseFacts, Fate, File, FiledCourse, TrainerFacts
from trainers.domain import course_files
from trainers.domain.sharing import NotOurs, TellsOfSomebody, address_or_number, refuse_persons
from trainers.models import Course, TrainerElsewhere
from trainers.queries import courses as queries
from trainers.queries.sharing import named_in

FACTS = tuple(TrainerFacts.__dataclass_fields__)


class OlderThanHere(Exception):
    """Trainers of the municipality are here from a newer file, of `day`: who was taken back would come again."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


@transaction.atomic
def write(
    *, municipality: Unit, facts: CourseFacts, by: Employee, at: datetime, course: Course | None = None
) -> Course:
    """A course of one's own municipality, which names nobody. Raises TellsOfSomebody, NotOurs."""
    if course and not course.is_ours:
        raise NotOurs
    told = facts.tidied
    refuse_persons(municipality, told.texts)
    row = course or Course(municipality=municipality, origin=municipality.name, made_by=by, made_at=at)
    for name, value in told.columns.items():
        setattr(row, name, value)
    row.save()
    return row


@transaction.atomic
def remove(*, course: Course) -> None:
    course.delete()


@transaction.atomic
def remove_trainer(*, trainer: TrainerElsewhere) -> None:
    """Without a trace: it is another municipality's employee."""
    trainer.delete()


def look(*, municipality: Unit, content: str | bytes, on: date) -> Arriving:
    """What taking the file in would do; nothing is written. Raises Malformed, OlderThanHere.

    Trainers of one's own file, or of a municipality of this installation, are not taken in: the pool shows them.
    """
    file, places = course_files.read(content, on=on)
    _refuse_persons(municipality, file, places)
    known = queries.by_key(municipality, [one.key for one in file.courses])
    is_own, is_inside = file.municipality == municipality.name, queries.is_inside(file.municipality)
    return Arriving(
        file=file,
        courses=[(one, _fate(one, known.get(one.key))) for one in file.courses],
        trainers=[] if is_inside else _fates(municipality, file),
        unknown=queries.unknown_of(municipality, (each for one in file.courses for each in one.facts.competences)),
        is_inside=is_inside and not is_own,
        is_own=is_own,
    )


@transaction.atomic
def take_in(*, municipality: Unit, content: str | bytes, by: Employee, at: datetime) -> Arriving:
    """Write what `look` says, all or nothing; again it changes nothing. Raises Malformed, OlderThanHere."""
    Municipality.objects.select_for_update(of=("self",)).get(unit=municipality)
    arriving = look(municipality=municipality, content=content, on=timezone.localdate(at))
    for one, fate in arriving.courses:
        if fate in (Fate.NEW, Fate.CHANGED):
            told = {"origin": one.origin, **one.facts.columns}
            first = told | {"made_by": by, "made_at": at}
            Course.objects.update_or_create(
                municipality=municipality, key=one.key, defaults=told, create_defaults=first
            )
    if not arriving.is_inside and not arriving.is_own:
        _replace_trainers(municipality, arriving, by)
    return arriving


def _replace_trainers(municipality: Unit, arriving: Arriving, by: Employee) -> None:
    """The file's trainers are all there are of its municipality, as of its day."""
    file = arriving.file
    rows = TrainerElsewhere.objects.filter(municipality=municipality, origin=file.municipality)
    if all(fate == Fate.SAME for _trainer, fate in arriving.trainers):
        rows.exclude(made_on=file.made_on).update(made_on=file.made_on)
        return
    rows.delete()
    TrainerElsewhere.objects.bulk_create(
        TrainerElsewhere(
            municipality=municipality,
            origin=file.municipality,
            made_on=file.made_on,
            taken_in_by=by,
            **{name: getattr(one, name) for name in FACTS},
        )
        for one in file.trainers
    )


def _fate(one: FiledCourse, known: Course | None) -> Fate:
    if known is None:
        return Fate.NEW
    if known.is_ours:
        return Fate.OURS
    return Fate.SAME if queries.filed(known) == one else Fate.CHANGED


def _fates(municipality: Unit, file: File) -> list[tuple[TrainerFacts, Fate]]:
    """Those of the file, then those who leave. Raises OlderThanHere."""
    here = queries.trainers_from(municipality, file.municipality)
    newest = max((one.made_on for one in here), default=file.made_on)
    if newest > file.made_on:
        raise OlderThanHere(newest)
    before = [TrainerFacts(*(getattr(one, name) for name in FACTS)) for one in here]
    coming = [(one, Fate.SAME if one in before else Fate.NEW) for one in file.trainers]
    return coming + [(one, Fate.GONE) for one in before if one not in file.trainers]


def _refuse_persons(municipality: Unit, file: File, places: Sequence[Row]) -> None:
    """Courses name nobody. Raises Malformed with the place of the first that does."""
    texts = [one.facts.texts for one in file.courses]
    name = named_in(municipality, "\n".join(texts))
    for text, row in zip(texts, places, strict=True):
        what = address_or_number(text) or (name if name and name.casefold() in text.casefold() else "")
        if what:
            raise Malformed(gettext_noop("“%(what)s” leads to a person"), row.place, what=what)


__all__ = ["Malformed", "NotOurs", "OlderThanHere", "TellsOfSomebody", "look", "remove", "take_in", "write"]
