"""Writes the wishes of a file, a statement for each table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from annualcycle.domain import cycle as cycles
from annualcycle.domain.eligibility import unmet_rules
from annualcycle.domain.wishes import is_large
from annualcycle.models import Assessment, Budget, Criterion, Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.domain.imports.plans import Setting
from competence.models import Employee, Offer, Unit
from strategy.models import Need

_WISH_FIELDS = (
    *("unit", "title", "offer", "provider", "kind", "is_external", "ects", "fee", "days", "section_text", "need"),
    *("motivation", "decided_in_december", "eligibility", "saved_at"),
)
_NOON = time(12)


@dataclass(frozen=True)
class Row:
    """A line of the file with everything it names found. `fee` is øre; `outcome` is empty for a collected wish."""

    index: int
    line: int
    year: int
    employee: Employee
    unit: Unit
    title: str
    offer: Offer | None
    fee: int
    days: Decimal
    section: str
    need: Need | None
    why: str
    scores: Mapping[str, int]
    outcome: str
    remark: str

    @property
    def centre(self) -> int:
        return self.unit.centre_id or self.unit.pk


@dataclass
class Changes:
    is_history: bool
    new: list[Row] = field(default_factory=list)
    changed: list[tuple[Wish, Row]] = field(default_factory=list)


def write(changes: Changes, setting: Setting) -> None:
    """Write years, wishes, scores and decisions."""
    years = _years(changes, setting)
    wishes = _write_wishes(changes, years, setting)
    setting.progress(70)
    if changes.is_history:
        _write_decisions(wishes)
        _close_budgets(years)
    else:
        _write_scores(wishes, setting.at)


def _years(changes: Changes, setting: Setting) -> dict[tuple[int, int], Cycle]:
    """Every year and centre of the file, made when it is missing; a past one closed at once."""
    rows = [*changes.new, *(row for _wish, row in changes.changed)]
    wanted = sorted({(row.centre, row.year) for row in rows})
    units = Unit.objects.in_bulk([centre for centre, _year in wanted])
    years = {}
    for centre, year in wanted:
        cycle = cycles.ensure(unit=units[centre], year=year, by=setting.by, at=setting.at)
        years[centre, year] = _closed(cycle, setting.at) if changes.is_history else cycle
    return years


def _closed(cycle: Cycle, at: datetime) -> Cycle:
    """A year that was over before the product came: published, answered and evaluated, by nobody known here."""
    if cycle.is_history:
        return cycle
    cycle.is_history = True
    cycle.published_at = min(_noon(cycle.talks_open_on), at)
    cycle.released_at = cycle.themes_published_at = min(_noon(cycle.feedback_by), at)
    cycle.evaluated_at = min(_noon(cycle.evaluate_on), at)
    cycle.save()
    return cycle


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, _NOON))


def _write_wishes(changes: Changes, years: Mapping[tuple[int, int], Cycle], setting: Setting) -> list[tuple[Wish, Row]]:
    new = [(_new_wish(row, years[row.centre, row.year], setting), row) for row in changes.new]
    Wish.objects.bulk_create([wish for wish, _row in new])
    for wish, row in changes.changed:
        _fill(wish, row, setting)
    Wish.objects.bulk_update([wish for wish, _row in changes.changed], _WISH_FIELDS)
    return [*new, *changes.changed]


def _new_wish(row: Row, cycle: Cycle, setting: Setting) -> Wish:
    submitted_at = min(_noon(cycle.wishes_due_on), setting.at) if cycle.is_history else setting.at
    wish = Wish(
        cycle=cycle,
        employee=row.employee,
        state=Wish.State.SUBMITTED,
        is_imported=True,
        submitted_at=submitted_at,
    )
    _fill(wish, row, setting)
    return wish


def _fill(wish: Wish, row: Row, setting: Setting) -> None:
    wish.unit, wish.title, wish.offer, wish.fee, wish.days = row.unit, row.title, row.offer, row.fee, row.days
    wish.motivation, wish.saved_at = row.why, setting.at
    if wish.need is None or row.need is not None:
        wish.need, wish.section_text = row.need, row.section
    if row.offer:
        is_formal = row.offer.is_formal_education
        wish.kind = Wish.Kind.FORMAL_EDUCATION if is_formal else Wish.Kind.COURSE
        wish.provider, wish.is_external, wish.ects = row.offer.provider.name, row.offer.is_external, row.offer.ects
    if not wish.cycle.is_history:
        wish.decided_in_december = is_large(wish.cycle, row.fee, row.days)
        wish.eligibility = unmet_rules(wish, setting.on)


def _write_scores(wishes: list[tuple[Wish, Row]], at: datetime) -> None:
    """The file does not say who assessed, so nobody is named. A criterion that the year lacks gets no score."""
    cycles_of = {wish.cycle_id for wish, _row in wishes}
    criteria = {(row.cycle_id, row.key): row.pk for row in Criterion.objects.filter(cycle__in=cycles_of)}
    scores = [
        Assessment(wish=wish, criterion_id=criteria[wish.cycle_id, key], score=score, made_at=at)
        for wish, row in wishes
        for key, score in row.scores.items()
        if (wish.cycle_id, key) in criteria
    ]
    Assessment.objects.filter(wish__in=[wish for wish, _row in wishes], assessor=None).delete()
    Assessment.objects.bulk_create(scores)


def _write_decisions(wishes: list[tuple[Wish, Row]]) -> None:
    Decision.objects.bulk_create(
        [_decision(wish, row) for wish, row in wishes],
        update_conflicts=True,
        unique_fields=["wish"],
        update_fields=["outcome", "amount", "reason"],
    )


def _decision(wish: Wish, row: Row) -> Decision:
    released_at = wish.cycle.released_at
    is_granted = row.outcome == Outcome.GRANTED
    return Decision(
        wish=wish,
        route=Route.DECEMBER,
        outcome=row.outcome,
        amount=row.fee if is_granted else 0,
        reason=reason(row),
        decided_at=min(_noon(wish.cycle.decide_on), released_at) if released_at else _noon(wish.cycle.decide_on),
        released_at=released_at,
        # The answer was given long before there was a page to read it on.
        read_at=released_at,
    )


def reason(row: Row) -> str:
    """The file's remark; a refusal without one says that there is none."""
    is_refused = row.outcome and row.outcome != Outcome.GRANTED
    return row.remark or (_("The file of this year's decisions gives no reason.") if is_refused else "")


def _close_budgets(years: Mapping[tuple[int, int], Cycle]) -> None:
    """What a past year granted was its budget, as far as is known."""
    for cycle in years.values():
        granted = Decision.objects.filter(wish__cycle=cycle).aggregate(sum=Sum("amount"))["sum"] or 0
        Budget.objects.filter(cycle=cycle).update(total=granted, granted=granted)
