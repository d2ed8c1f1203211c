"""What MED gets each year: figures without persons and the three points of the agreement (source: S67, rules: MED)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from annualcycle.models import Cycle, Evaluation
from annualcycle.queries.figures import Figures, Row, from_json
from strategy.models import Strategy, StrategyGoal
from strategy.queries import strategy_in_force


@dataclass(frozen=True)
class Pack:
    """The frozen year of a centre. `strategy` framed it with `goals`; None where none was in force."""

    cycle: Cycle
    evaluation: Evaluation
    figures: Figures
    strategy: Strategy | None
    goals: list[StrategyGoal]

    @property
    def rows(self) -> list[Row]:
        """The teams and those in none of them, then the whole centre."""
        whole = self.figures.whole
        label = _("The whole of %(unit)s") % {"unit": self.cycle.unit}
        return [*self.figures.teams, Row(label, whole.cells, whole.amount)]


def pack_of(cycle: Cycle) -> Pack | None:
    """The pack of an evaluated year, from the figures frozen then; None before.

    One frozen set of figures serves page, document and list, so that nobody compares two to find the person between.
    """
    if cycle.evaluated_at is None:
        return None
    found = Evaluation.objects.filter(cycle=cycle).first()
    figures = from_json(found.figures) if found else None
    if found is None or figures is None:
        return None
    strategy = strategy_in_force(cycle.unit, cycle.talks_open_on)
    return Pack(cycle, found, figures, strategy, list(strategy.goals.all()) if strategy else [])
