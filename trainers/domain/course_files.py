"""Courses and shared trainers as a file, `trainer-courses/1` (source: T31; docs/formats.md)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from competence.retention import months_before
from competence.strict import Row, gettext_noop, load
from trainers.course_facts import AGE_OF_FILE_MONTHS, CourseFacts, File, FiledCourse, Known, Part, TrainerFacts
from trainers.domain.sharing import key_of
from trainers.models import PoolShare, Session

FORMAT = "trainer-courses/1"
MOST, MOST_PARTS, MOST_COMPETENCES = 500, 40, 60
COURSE = ("key", "origin", "programme", "title", "content", "parts", "topics", "other_topics", "rests_on")
COURSE_TOO = ("meant_for", "meant_months", "minutes", "competences")
TRAINER = ("name", "job_title", "topics", "languages", "reach", "held")
MOST_HELD = 100_000


def written(
    *, municipality: str, made_on: date, courses: Iterable[FiledCourse], trainers: Sequence[TrainerFacts]
) -> bytes:
    """The file; by key and name, so that the same courses and trainers on the same day are the same file."""
    rows = [
        {"key": one.key, "origin": one.origin, **one.facts.columns} for one in sorted(courses, key=lambda one: one.key)
    ]
    top = {
        "format": FORMAT,
        "municipality": municipality,
        "made_on": made_on.isoformat(),
        "courses": rows,
        "trainers": [asdict(one) for one in sorted(trainers, key=lambda one: (one.name, one.job_title, one.topics))],
    }
    return json.dumps(top, ensure_ascii=False, indent=1).encode()


def read(content: str | bytes, *, on: date) -> tuple[File, list[Row]]:
    """What the file says, and the places of its courses. Raises Malformed, also for a file of tomorrow or too old."""
    top = load(content, FORMAT)
    top.only("format", "municipality", "made_on", "courses", "trainers")
    courses = top.rows("courses", most=MOST)
    trainers = top.rows("trainers", most=MOST)
    found = File(
        municipality=top.text("municipality", 120, empty=False, lines=False),
        made_on=_day(top, on, is_short=bool(trainers)),
        courses=tuple(_course(row) for row in courses),
        trainers=tuple(_trainer(row) for row in trainers),
    )
    _once(courses, "key", [one.key for one in found.courses])
    _once(trainers, "name", [" ".join(map(str, asdict(one).values())) for one in found.trainers])
    return found, courses


def _day(top: Row, on: date, *, is_short: bool) -> date:
    told = top.name("made_on")
    try:
        day = date.fromisoformat(told)
    except ValueError as error:
        raise top.fault("made_on", gettext_noop("must be a day as 2026-12-31")) from error
    if day > on:
        raise top.fault("made_on", gettext_noop("must not lie in the future"))
    if is_short and day < months_before(on, AGE_OF_FILE_MONTHS):
        rule = gettext_noop("the file tells of trainers and is older than %(months)s months; ask for a new one")
        raise top.fault("made_on", rule, months=AGE_OF_FILE_MONTHS)
    return day


def _once(rows: Sequence[Row], name: str, keys: Sequence[str]) -> None:
    for number, key in enumerate(keys):
        if key in keys[:number]:
            value = rows[number].values[name]
            raise rows[number].fault(name, gettext_noop("“%(value)s” stands here twice"), value=value)


def _course(row: Row) -> FiledCourse:
    row.only(*COURSE, *COURSE_TOO)
    facts = CourseFacts(
        title=row.text("title", 120, empty=False, lines=False),
        programme=row.text("programme", 120, lines=False),
        content=row.text("content", 2000),
        parts=tuple(_part(one) for one in row.rows("parts", most=MOST_PARTS)),
        topics=tuple(row.some_of("topics", Session.Topic.values)),
        other_topics=row.text("other_topics", 120, lines=False),
        rests_on=tuple(row.some_of("rests_on", Session.Source.values)),
        meant_for=_meant_for(row),
        meant_months=row.number("meant_months", 1, 60),
        minutes=row.number("minutes", 15, 600),
        competences=_competences(row),
    )
    return FiledCourse(str(key_of(row)), row.text("origin", 120, empty=False, lines=False), facts.tidied)


def _part(row: Row) -> Part:
    row.only("title", "about")
    return Part(row.text("title", 120, empty=False, lines=False), row.text("about", 1000, lines=False))


def _meant_for(row: Row) -> str:
    """Empty for everybody."""
    return "" if row.values["meant_for"] == "" else row.one_of("meant_for", Session.MeantFor.values)


def _competences(row: Row) -> tuple[Known, ...]:
    rows = row.rows("competences", most=MOST_COMPETENCES)
    for one in rows:
        one.only("key", "name")
    found = [
        Known(one.text("key", 40, empty=False, lines=False), one.text("name", 120, empty=False, lines=False))
        for one in rows
    ]
    _once(rows, "key", [one.key for one in found])
    return tuple(sorted(found, key=lambda one: one.key))


def _trainer(row: Row) -> TrainerFacts:
    row.only(*TRAINER)
    return TrainerFacts(
        name=row.text("name", 200, empty=False, lines=False),
        job_title=row.text("job_title", 120, empty=False, lines=False),
        topics=row.text("topics", 300, empty=False, lines=False),
        languages=row.text("languages", 120, lines=False),
        reach=row.one_of("reach", PoolShare.Reach.values),
        held=row.number("held", 0, MOST_HELD),
    )
