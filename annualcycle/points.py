"""Arithmetic of the scores 0–5 that assessors give by weighted criteria (source: S60). Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

LOWEST, HIGHEST = 0, 5


@dataclass(frozen=True)
class Score:
    """One assessor's score of one wish by one criterion; `assessor` None came with a file."""

    criterion: int
    assessor: int | None
    score: int


def weighted_points(scores: Iterable[Score], weights: Mapping[int, int]) -> Fraction:
    """Σ weight × mean of the scores, over the criteria in `weights` (source: S60); 0 without scores."""
    by_criterion: dict[int, list[int]] = defaultdict(list)
    for one in scores:
        if one.criterion in weights:
            by_criterion[one.criterion].append(one.score)
    return sum(
        (weights[criterion] * Fraction(sum(given), len(given)) for criterion, given in by_criterion.items()),
        Fraction(0),
    )


def spread(scores: Iterable[Score], weights: Mapping[int, int]) -> list[Fraction]:
    """Each assessor's weighted mean on the scale 0–5, lowest first, so that disagreement is seen."""
    by_assessor: dict[int | None, list[Score]] = defaultdict(list)
    for one in scores:
        if one.criterion in weights:
            by_assessor[one.assessor].append(one)
    return sorted(_mean(given, weights) for given in by_assessor.values())


def _mean(scores: list[Score], weights: Mapping[int, int]) -> Fraction:
    total = sum(weights[one.criterion] for one in scores)
    return Fraction(sum(weights[one.criterion] * one.score for one in scores), total)
