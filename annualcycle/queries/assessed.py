"""What is read about one wish in December, and which wishes an assessor has left (sources: S55–S60, S62–S65)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Exists, OuterRef, Q, QuerySet

from annualcycle.models import Assessment, Criterion, Cycle, Wish
from annualcycle.points import Score, weighted_points
from competence.models import Employee


@dataclass(frozen=True)
class ScoreRow:
    """A criterion with each assessor's score, None where one gave none, and their mean."""

    criterion: Criterion
    scores: list[int | None]
    mean: Fraction | None


@dataclass(frozen=True)
class ScoreTable:
    """All scores of one wish: a row for each criterion, a column for each assessor."""

    assessors: list[str]
    rows: list[ScoreRow]
    points: Fraction

    @property
    def shown_points(self) -> int:
        return round(self.points)


def score_table(wish: Wish, criteria: Iterable[Criterion]) -> ScoreTable:
    """The scores of `wish` by `criteria`, assessors in order of name; two queries at most."""
    criteria = list(criteria)
    given = Assessment.objects.filter(wish=wish, criterion__in=criteria).select_related("assessor")
    by_assessor: dict[int | None, dict[int, int]] = defaultdict(dict)
    names: dict[int | None, str] = {}
    for one in given.order_by("assessor__sort_name", "pk"):
        by_assessor[one.assessor_id][one.criterion_id] = one.score
        names[one.assessor_id] = str(one.assessor or "")
    rows = [
        _score_row(criterion, [scores.get(criterion.pk) for scores in by_assessor.values()]) for criterion in criteria
    ]
    flat = [Score(c, who, score) for who, scores in by_assessor.items() for c, score in scores.items()]
    return ScoreTable(list(names.values()), rows, weighted_points(flat, {one.pk: one.weight for one in criteria}))


def _score_row(criterion: Criterion, scores: list[int | None]) -> ScoreRow:
    given = [score for score in scores if score is not None]
    return ScoreRow(criterion, scores, Fraction(sum(given), len(given)) if given else None)


def own_scores(wishes: Iterable[Wish], assessor: Employee) -> dict[int, dict[int, int]]:
    """Wish → criterion → the score `assessor` gave."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    given = Assessment.objects.filter(wish__in=list(wishes), assessor=assessor)
    for wish, criterion, score in given.values_list("wish", "criterion", "score"):
        found[wish][criterion] = score
    return found


def earlier_wishes(wish: Wish) -> "QuerySet[Wish]":
    """The person's decided wishes of earlier years, newest first (sources: S62, S63, S65)."""
    decided = Wish.objects.filter(employee=wish.employee_id, cycle__year__lt=wish.cycle.year, decision__isnull=False)
    return decided.select_related("cycle", "decision").order_by("-cycle__year", "pk")


def to_assess(cycle: Cycle, where: Q, assessor: Employee) -> "QuerySet[Wish]":
    """Wishes of `cycle` that fit `where` and are not the assessor's own, with `is_assessed` by the assessor."""
    own = Assessment.objects.filter(wish=OuterRef("pk"), assessor=assessor)
    wishes = Wish.objects.filter(where, cycle=cycle).on_the_board().exclude(employee=assessor)
    joined = wishes.select_related("employee", "unit", "need__section").annotate(is_assessed=Exists(own))
    return joined.order_by("is_assessed", "employee__sort_name", "pk")
