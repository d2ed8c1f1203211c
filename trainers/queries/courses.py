"""What pages and files read about courses of our own (source: T31)."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from competence.models import Competence, Unit
from trainers.course_facts import CourseFacts, FiledCourse, Known, Part
from trainers.models import Course, Session, TrainerElsewhere


def courses_of(municipality: int, words: str = "") -> "QuerySet[Course]":
    """Written here or taken in; `words` narrow by title, text, programme or municipality."""
    rows = Course.objects.filter(municipality=municipality).select_related("municipality")
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(content__icontains=word)
            | Q(programme__icontains=word)
            | Q(origin__icontains=word)
        )
    return rows.order_by("programme", "title", "pk")


def facts_of(course: Course) -> CourseFacts:
    return CourseFacts(
        title=course.title,
        programme=course.programme,
        content=course.content,
        parts=tuple(Part(**one) for one in course.parts),
        topics=tuple(course.topics),
        other_topics=course.other_topics,
        rests_on=tuple(course.rests_on),
        meant_for=course.meant_for,
        meant_months=course.meant_months,
        minutes=course.minutes,
        competences=tuple(Known(**one) for one in course.competences),
    )


def filed(course: Course) -> FiledCourse:
    return FiledCourse(str(course.key), course.origin, facts_of(course))


def by_key(municipality: Unit, keys: Iterable[str]) -> dict[str, Course]:
    """Those of `keys` that are here; one query."""
    rows = Course.objects.filter(municipality=municipality, key__in=list(keys)).select_related("municipality")
    return {str(one.key): one for one in rows}


def unknown_of(municipality: Unit | int, competences: Iterable[Known]) -> tuple[Known, ...]:
    """Those the municipality's catalogue has no key for, each once; one query."""
    wanted = {one.key: one for one in competences}
    here = Competence.objects.filter(area__municipality=municipality, key__in=wanted).values_list("key", flat=True)
    return tuple(one for key, one in sorted(wanted.items()) if key not in set(here))


def trainers_from(municipality: Unit, origin: str) -> list[TrainerElsewhere]:
    return list(TrainerElsewhere.objects.filter(municipality=municipality, origin=origin))


def is_inside(name: str) -> bool:
    """Whether a municipality of this name is in the installation."""
    return Unit.objects.filter(parent__isnull=True, name=name).exists()


def drawn_from(session: Session) -> CourseFacts:
    """A course as one session was held: its content, and the competences trainers of its profile are chosen for."""
    competences = Competence.objects.filter(pk__in=session.round.profile.criteria.values("competence"))
    return CourseFacts(
        title=session.title,
        programme=session.round.profile.programme.name,
        content=session.content,
        parts=tuple(Part(**one) for one in session.parts),
        topics=tuple(session.topics),
        other_topics=session.other_topics,
        rests_on=tuple(session.rests_on),
        meant_for=session.meant_for,
        meant_months=session.meant_months,
        minutes=session.minutes,
        competences=tuple(Known(one.key, one.name) for one in competences.order_by("key")),
    )
