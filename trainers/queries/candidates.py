"""What is known of the candidates of a round, as far as the reader may see it (sources: K03, K14–K23, K45).

An assessor sees what others have given only where their own sheet is handed in; the rows of others are not even read
from the database before that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import pgettext

from competence.models import Employee, Employment
from trainers import matrix, points
from trainers.models import (
    Candidate,
    CandidateException,
    Criterion,
    Nomination,
    Release,
    Round,
    Score,
    ScoreSheet,
    Selection,
    TaughtUnit,
    Willingness,
)
from trainers.models.profiles import HIGHEST
from trainers.points import Mean


@dataclass(frozen=True)
class Frame:
    """The round with what all candidates are held against."""

    round: Round
    criteria: list[Criterion]
    taught: list[TaughtUnit]

    @cached_property
    def weights(self) -> dict[int, int]:
        return {one.pk: one.weight for one in self.criteria}

    @property
    def assessed(self) -> list[Criterion]:
        """Those that assessors give scores for; the others are known (source: T16)."""
        return [one for one in self.criteria if one.is_assessed]

    def on_axis(self, axis: str) -> list[int]:
        return [one.pk for one in self.criteria if one.axis == axis]


@dataclass(frozen=True)
class Person:
    """One candidate with everything the reader may see; `mine` is the reader’s own sheet, also a draft."""

    candidate: Candidate
    frame: Frame
    sheets: list[ScoreSheet]
    handed_in: int
    mine: ScoreSheet | None
    means: dict[int, Mean] = field(default_factory=dict)

    @property
    def pk(self) -> int:
        return self.candidate.pk

    @property
    def name(self) -> str:
        return self.candidate.employee.name

    @property
    def is_read(self) -> bool:
        """The reader may read an assessment; what is known of somebody, as years, is none."""
        return any(sheet.handed_in_at for sheet in self.sheets)

    @property
    def is_whole(self) -> bool:
        """The reader has every sheet that is handed in."""
        return sum(sheet.handed_in_at is not None for sheet in self.sheets) == self.handed_in

    def has_post_on(self, day: date) -> bool:
        """Whether the unit the hours are taken from is still a place of work."""
        starts: list[date] = self.candidate.post_starts  # type: ignore[attr-defined]  # annotated by people_of
        ends: list[date] = self.candidate.post_ends  # type: ignore[attr-defined]  # annotated by people_of
        return any(first <= day <= last for first, last in zip(starts, ends, strict=True))

    @property
    def first_name(self) -> str:
        return self.candidate.employee.first_name

    @cached_property
    def willingness(self) -> Willingness | None:
        return getattr(self.candidate, "willingness", None)

    @property
    def is_willing(self) -> bool:
        return self.willingness is not None and self.willingness.answer == Willingness.Answer.YES

    @property
    def says_no(self) -> bool:
        return self.willingness is not None and self.willingness.answer == Willingness.Answer.NO

    @property
    def has_hours(self) -> bool:
        release = getattr(self.candidate, "release", None)
        return release is not None and release.is_given

    @property
    def is_released(self) -> bool:
        """The manager gives time, or a reasoned exception stands in for it (source: K15)."""
        return self.has_hours or None in self.excepted

    @property
    def hours(self) -> int:
        """Hours a week during the introduction: released ones, else those wished for."""
        release = getattr(self.candidate, "release", None)
        if release is not None and release.is_given:
            return int(release.hours_during)
        return (self.willingness.hours_wished or 0) if self.willingness else 0

    @property
    def most_hours(self) -> int:
        """Hours a week taken from the unit: the most of the three phases, as a mandate takes them (sources: K16, T27).

        The composer goes on with `hours`: what a team needs is asked for the introduction, and a candidate of
        trainer-team-problem/1 has one number. The unit's limit itself is held with this one when it is decided.
        """
        release = getattr(self.candidate, "release", None)
        if release is not None and release.is_given:
            return int(max(release.hours_before, release.hours_during, release.hours_after))
        return self.hours

    @cached_property
    def excepted(self) -> dict[int | None, CandidateException]:
        return {one.criterion_id: one for one in self.candidate.exceptions.all()}

    @cached_property
    def years(self) -> int:
        """Whole years of experience on the day of the nomination, by the earliest seniority of any post (T16)."""
        since: date | None = self.candidate.seniority_on  # type: ignore[attr-defined]  # annotated by people_of
        return years_between(since, timezone.localdate(self.candidate.made_at)) if since else 0

    @cached_property
    def is_role_model(self) -> bool:
        """Somebody else has nominated the person as one (source: T16)."""
        return bool(self.candidate.called_role_model)  # type: ignore[attr-defined]  # annotated by people_of

    @cached_property
    def near(self) -> list[TaughtUnit]:
        """The taught units the person is among every day: the own one, and those the manager named (source: K20)."""
        named = set(self.candidate.near_keys)  # type: ignore[attr-defined]  # annotated by people_of
        path = self.candidate.unit.path
        return [one for one in self.frame.taught if one.pk in named or path.startswith(one.unit.path)]

    @property
    def is_close(self) -> bool:
        return bool(self.near)

    @cached_property
    def wishes(self) -> set[int]:
        return set(self.candidate.wish_keys)  # type: ignore[attr-defined]  # annotated by people_of

    def level(self, criterion: Criterion) -> int:
        mean = self.means.get(criterion.pk)
        return mean.level if mean else 0

    def meets(self, criterion: Criterion) -> bool:
        return self.level(criterion) >= criterion.level or (criterion.wish_counts and criterion.pk in self.wishes)

    @cached_property
    def unmet(self) -> list[Criterion]:
        """What each member must have and this one has not, exceptions left out."""
        return [
            one
            for one in self.frame.criteria
            if one.demand != Criterion.Demand.TEAM and not self.meets(one) and one.pk not in self.excepted
        ]

    @property
    def barred_by(self) -> list[Criterion]:
        """What keeps somebody out of a team who has said yes; before that it would tell what others think (K03)."""
        return self.unmet if self.is_willing else []

    @property
    def suitability(self) -> int:
        return points.suitability(self.means, self.frame.weights)

    @property
    def selection(self) -> Selection | None:
        return getattr(self.candidate, "selection", None)

    @cached_property
    def place(self) -> matrix.Place | None:
        """Where in the can and will matrix; None before anything can be computed."""
        move = getattr(self.candidate, "move", None)
        if move is not None:
            return matrix.moved(self.pk, self.name, can=move.can, will=move.will)
        computed = self.computed
        return matrix.Place(self.pk, self.name, *computed) if computed else None

    @cached_property
    def computed(self) -> tuple[Fraction, Fraction] | None:
        """Can and will, computed from the scores."""
        axes = (Criterion.Axis.CAN, Criterion.Axis.WILL)
        can, will = (points.weighted_mean(self.means, self.frame.weights, self.frame.on_axis(axis)) for axis in axes)
        return None if can is None or will is None else (can, will)

    @property
    def computed_shown(self) -> list[str]:
        """The same two as the reader writes numbers; empty before anything can be computed."""
        return [points.shown(value) for value in self.computed or ()]


def frame_of(round_: Round) -> Frame:
    """Two queries."""
    criteria = list(round_.profile.criteria.select_related("competence").order_by("position"))
    taught = list(round_.taught.select_related("unit").order_by("unit__path"))
    return Frame(round_, criteria, taught)


def people_of(
    round_: Round, reader: Employee | None, *, only: Iterable[int] | None = None, frame: Frame | None = None
) -> list[Person]:
    """The candidates by name as `reader` may see them; None reads everything (the composer). A constant of queries."""
    frame = frame or frame_of(round_)
    sheets = ScoreSheet.objects.filter(visible_to(reader)) if reader and not round_.is_decided else _handed_in()
    scores = Prefetch("scores", Score.objects.order_by("criterion__position"))
    exceptions = CandidateException.objects.select_related("made_by", "criterion")
    rows = (
        Candidate.objects.filter(round=round_)
        .select_related("employee", "unit", "willingness", "release__given_by", "move__moved_by", "selection", "round")
        .annotate(wish_keys=_WISHES, near_keys=_NEAR, handed_keys=_HANDED_IN, called_role_model=_ROLE_MODEL)
        .annotate(seniority_on=_SENIORITY, post_starts=_POST_STARTS, post_ends=_POST_ENDS)
        .prefetch_related(
            Prefetch("sheets", sheets.select_related("assessor").prefetch_related(scores), to_attr="seen"),
            Prefetch("exceptions", exceptions),
        )
    )
    if only is not None:
        words = Prefetch("nominations", Nomination.objects.select_related("made_by"))
        rows = rows.filter(pk__in=list(only)).prefetch_related(words, "willingness__wishes")
    return [_person(row, frame, reader) for row in rows]


def person_of(candidate: Candidate, reader: Employee | None) -> Person:
    """One candidate as `reader` may see it."""
    return people_of(candidate.round, reader, only=[candidate.pk])[0]


def visible_to(reader: Employee) -> Q:
    """One's own sheet; those of others once handed in, where one's own is handed in too (source: K03)."""
    own = ScoreSheet.objects.filter(candidate=OuterRef("candidate"), assessor=reader, handed_in_at__isnull=False)
    return Q(assessor=reader) | (Q(handed_in_at__isnull=False) & Q(Exists(own)))


_WISHES = ArraySubquery(
    Willingness.wishes.through.objects.filter(willingness__candidate=OuterRef("pk")).values("criterion")
)
_NEAR = ArraySubquery(Release.near.through.objects.filter(release__candidate=OuterRef("pk")).values("taughtunit"))
_SENIORITY = Subquery(
    Employment.objects.filter(employee=OuterRef("employee")).order_by("seniority_on").values("seniority_on")[:1]
)
_POSTS = Employment.objects.filter(employee=OuterRef("employee"), unit=OuterRef("unit")).order_by("pk")
_POST_STARTS = ArraySubquery(_POSTS.values("starts_on"))
_POST_ENDS = ArraySubquery(_POSTS.values(last=Coalesce("ends_on", Value(date.max))))
_ROLE_MODEL = Exists(Nomination.objects.filter(candidate=OuterRef("pk"), is_role_model=True))
_HANDED_IN = ArraySubquery(
    ScoreSheet.objects.filter(candidate=OuterRef("pk"), handed_in_at__isnull=False).order_by().values("pk")
)


def _handed_in() -> "QuerySet[ScoreSheet]":
    return ScoreSheet.objects.filter(handed_in_at__isnull=False)


def _person(row: Candidate, frame: Frame, reader: Employee | None) -> Person:
    sheets: list[ScoreSheet] = row.seen  # type: ignore[attr-defined]  # set by the prefetch above
    mine = next((one for one in sheets if reader and one.assessor_id == reader.pk), None)
    handed_in = len(row.handed_keys)  # type: ignore[attr-defined]  # how many says nothing about the scores
    person = Person(row, frame, sheets, handed_in, mine, means_of(sheets))
    person.means.update(known_of(person))
    return person


def known_of(person: Person) -> dict[int, Mean]:
    """The levels nobody assesses: years of experience, and being a role model (source: T16)."""
    known: dict[int, Mean] = {}
    for one in person.frame.criteria:
        if one.measure == Criterion.Measure.YEARS:
            known[one.pk] = Mean((one.level_of_years(person.years),))
        elif one.measure == Criterion.Measure.ROLE_MODEL:
            known[one.pk] = Mean((HIGHEST if person.is_role_model else 0,))
    return known


def years_between(first: date, last: date) -> int:
    return max(0, last.year - first.year - ((last.month, last.day) < (first.month, first.day)))


def means_of(sheets: Iterable[ScoreSheet]) -> dict[int, Mean]:
    """By criterion, from the sheets handed in."""
    values: dict[int, list[int]] = {}
    for sheet in sheets:
        if sheet.handed_in_at:
            for score in sheet.scores.all():
                values.setdefault(score.criterion_id, []).append(score.value)
    return {key: mean for key, found in values.items() if (mean := points.mean_of(found))}


class Stage:
    """How far a candidate is (source: K45)."""

    NOMINATED, WILLING, RELEASED, SCORED, OUT = "nominated", "willing", "released", "scored", "out"


def stage_of(person: Person, assessors: int) -> tuple[str, str]:
    """The stage, and its word."""
    if person.selection:
        return str(person.selection.outcome), str(person.selection.get_outcome_display())
    if person.says_no:
        return Stage.OUT, pgettext("candidate", "said no")
    if not person.is_willing:
        return Stage.NOMINATED, pgettext("candidate", "nominated")
    if not person.is_released:
        return Stage.WILLING, pgettext("candidate", "has said yes")
    if person.handed_in < assessors:
        return Stage.RELEASED, pgettext("candidate", "has hours")
    return Stage.SCORED, pgettext("candidate", "assessed")


@dataclass(frozen=True)
class Stored:
    """Everything stored about a candidate, as the candidate reads it; scores when all are handed in or it is closed."""

    person: Person
    sheets: list[ScoreSheet]
    waiting: int


def stored_about(candidate: Candidate) -> Stored:
    """Scores are shown when nobody can be influenced any more: all assessors are done, or the round is closed."""
    person = people_of(candidate.round, None, only=[candidate.pk])[0]
    assessors = {candidate.round.leader_id, *candidate.round.co_selectors.values_list("employee", flat=True)}
    # Nobody assesses themselves, and who assesses no more has nobody waiting for them.
    waiting = assessors - {candidate.employee_id} - {sheet.assessor_id for sheet in person.sheets}
    is_done = not candidate.round.is_open or not waiting
    return Stored(person, person.sheets if is_done else [], len(waiting))
