"""What scores come to: means, spread, levels and suitability; exact, so that equal people stay equal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import number_format


@dataclass(frozen=True)
class Mean:
    """The scores of one criterion from those who have handed in, lowest first."""

    values: tuple[int, ...]

    @property
    def mean(self) -> Fraction:
        return Fraction(sum(self.values), len(self.values))

    @property
    def level(self) -> int:
        """The whole level the mean reaches."""
        return int(self.mean)

    @property
    def highest(self) -> int:
        return self.values[-1]

    @property
    def shown(self) -> str:
        """The mean with at most one decimal, as the reader writes numbers."""
        return shown(self.mean)

    @property
    def spread(self) -> int:
        """How far the assessors are apart."""
        return self.values[-1] - self.values[0]


def shown(value: Fraction) -> str:
    """With at most one decimal, as the reader writes numbers."""
    rounded = round(float(value), 1)
    return number_format(rounded, decimal_pos=0 if rounded.is_integer() else 1)


def mean_of(values: Iterable[int]) -> Mean | None:
    """None where nobody has scored."""
    found = tuple(sorted(values))
    return Mean(found) if found else None


def suitability(means: Mapping[int, Mean], weights: Mapping[int, int]) -> int:
    """Σ weight × mean over the criteria, rounded to the nearest whole point."""
    total = sum((weights[key] * mean.mean for key, mean in means.items()), Fraction(0))
    return int(total + Fraction(1, 2))


def weighted_mean(means: Mapping[int, Mean], weights: Mapping[int, int], among: Sequence[int]) -> Fraction | None:
    """The weighted mean over the criteria `among`; None where none of them is scored."""
    found = [key for key in among if key in means]
    whole = sum(weights[key] for key in found)
    return sum((weights[key] * means[key].mean for key in found), Fraction(0)) / whole if whole else None
