"""A solution tree of Modtagelse: a problem, two causes, and a measure of competence against the first."""

from competence.models import Unit
from strategy.domain import trees
from strategy.models import Cause, Measure, MeasureKind, SolutionTree
from tests.cast import Cast
from tests.strategy.writing import AT

PROBLEM = "Børn bliver ikke hørt tidligt nok"
COURSE = "Lære at tale med små børn"


def tree(cast: Cast, *, unit: Unit | None = None, more: int = 0) -> SolutionTree:
    """Begun by Tove, with `more` causes that nothing helps against yet."""
    facts = trees.TreeFacts(PROBLEM, "Alle børn er hørt i den første måned.", "Vi taler med barnet, før vi skriver.")
    made = trees.plant(unit=unit or cast.mod, facts=facts, by=cast.tove, at=AT)
    first = trees.add_cause(tree=made, facts=trees.CauseFacts("Få har lært det", "VISO"))
    second = trees.add_cause(tree=made, facts=trees.CauseFacts("Der er ikke tid"))
    trees.add_measure(cause=first, facts=trees.MeasureFacts(COURSE, amount="En samtale om ugen"))
    trees.add_measure(cause=second, facts=trees.MeasureFacts("To faste formiddage", MeasureKind.ROUTINE))
    for number in range(more):
        trees.add_cause(tree=made, facts=trees.CauseFacts(f"Grund {number}"))
    return made


def measure(cast: Cast, kind: str = MeasureKind.COMPETENCE) -> Measure:
    """The tree's measure of `kind`; the tree is planted if there is none."""
    found = SolutionTree.objects.first() or tree(cast)
    return Measure.objects.select_related("cause__tree__unit").get(cause__tree=found, kind=kind)


def cause(cast: Cast) -> Cause:
    """The first cause."""
    return measure(cast).cause
