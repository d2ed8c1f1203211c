"""The rows of the December board, read for a whole centre in a constant number of queries (sources: S45, S57, S63)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import cast

from django.db.models import Count, F, Q, QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annualcycle.models import Assessment, Cycle, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.points import HIGHEST, Score, spread, weighted_points
from annualcycle.queries.december import subject_of
from competence.models import Rule, RuleException
from competence.money import kroner
from competence.text import fold

UNDECIDED = "undecided"
# What the drawing of the spread is wide, less half a dot at each end.
SPREAD_FROM, SPREAD_TO = 4, 60


@dataclass(frozen=True)
class Earlier:
    """What was decided in earlier years about what somebody on the board wishes or wished."""

    employee: int
    unit: int
    subject: str
    year: int
    outcome: str


@dataclass
class BoardRow:
    """One wish on the board. `cost` is øre; `points` counts all criteria, so it is for the leadership group only."""

    pk: int
    key: str
    employee: int
    name: str
    sort_name: str
    unit: int
    unit_name: str
    title: str
    kind: str
    section: str
    has_need: bool
    cost: int
    eligibility: list[str]
    outcome: str
    revision: str
    decided_by: str
    excepted: set[str] = field(default_factory=set)
    points: Fraction = Fraction(0)
    marks: list[Fraction] = field(default_factory=list)
    relevant_in: list[int] = field(default_factory=list)
    granted_in: list[int] = field(default_factory=list)
    knowing_colleagues: int = 0
    others_wishing: int = 0
    line: str = ""
    price: str = ""

    @property
    def subject(self) -> str:
        return fold(self.title)

    @property
    def is_decided(self) -> bool:
        return self.outcome != UNDECIDED

    @property
    def shown_points(self) -> str:
        return str(round(self.points))

    @property
    def dots(self) -> str:
        """The assessors' marks on the drawing, as a path of lines without length whose round ends are the dots."""
        across = SPREAD_TO - SPREAD_FROM
        return "".join(f"M{round(SPREAD_FROM + across * mark / HIGHEST)} 3h0" for mark in self.marks)

    @property
    def marks_in_words(self) -> str:
        """The text twin of the dots."""
        return " · ".join(number_format(float(mark), decimal_pos=0 if mark % 1 == 0 else 1) for mark in self.marks)

    @property
    def needs_exception(self) -> bool:
        return any(kind not in self.excepted for kind in self.eligibility)


_FIELDS = {
    "unit_name": F("unit__name"),
    "first_name": F("employee__first_name"),
    "last_name": F("employee__last_name"),
    "sort_name": F("employee__sort_name"),
    "section": F("need__section__number"),
    "outcome": F("decision__outcome"),
    "revision": F("decision__revision"),
    "by_first": F("decision__decided_by__first_name"),
    "by_last": F("decision__decided_by__last_name"),
}


def rows_of(cycle: Cycle, weights: dict[int, int], only: Collection[int] | None = None) -> list[BoardRow]:
    """The wishes on the board of `cycle`, or those of them in `only`; `weights` are those of the criteria by id."""
    wishes = Wish.objects.filter(cycle=cycle).on_the_board()
    if only is not None:
        wishes = wishes.filter(pk__in=only)
    return _filled(wishes, cycle, weights)


def rows_among(wishes: "QuerySet[Wish]", cycle: Cycle, weights: dict[int, int]) -> list[BoardRow]:
    """The same for any wishes of `cycle`."""
    return _filled(wishes, cycle, weights)


def one_row(wish: Wish, weights: dict[int, int]) -> BoardRow:
    """The row of one wish, also of one asked for during the year."""
    [row] = _filled(Wish.objects.filter(pk=wish.pk), wish.cycle, weights)
    return row


def _filled(wishes: "QuerySet[Wish]", cycle: Cycle, weights: dict[int, int]) -> list[BoardRow]:
    plain = ("pk", "employee_id", "unit_id", "title", "kind", "need_id", "section_text", "cost", "eligibility")
    rows = [_row(values) for values in wishes.order_by().values(*plain, **_FIELDS)]
    _add_points(rows, weights)
    _add_exceptions(rows)
    _add_history(rows, cycle)
    prices = {cost: kroner(cost) for cost in {row.cost for row in rows}}
    for row in rows:
        row.price = prices[row.cost]
        row.line = " · ".join([section_in_words(row.section), *remarks(row, cycle)])
    return rows


def _row(values: dict[str, object]) -> BoardRow:
    text = {key: str(value or "") for key, value in values.items()}
    return BoardRow(
        pk=int(text["pk"]),
        key=text["pk"],
        employee=int(text["employee_id"]),
        name=f"{text['first_name']} {text['last_name']}".strip(),
        sort_name=text["sort_name"],
        unit=int(text["unit_id"]),
        unit_name=text["unit_name"],
        title=text["title"],
        kind=text["kind"],
        section=text["section"] or text["section_text"],
        has_need=values["need_id"] is not None,
        cost=int(text["cost"] or 0),
        eligibility=[str(code) for code in cast(list[str], values["eligibility"])],
        outcome=text["outcome"] or UNDECIDED,
        revision=text["revision"] or "0",
        decided_by=f"{text['by_first']} {text['by_last']}".strip(),
    )


def _add_points(rows: list[BoardRow], weights: dict[int, int]) -> None:
    given: dict[int, list[Score]] = defaultdict(list)
    scores = Assessment.objects.filter(wish__in=[row.pk for row in rows], criterion__in=weights)
    for wish, criterion, assessor, score in scores.values_list("wish", "criterion", "assessor", "score"):
        given[wish].append(Score(criterion, assessor, score))
    for row in rows:
        row.points = weighted_points(given[row.pk], weights)
        row.marks = spread(given[row.pk], weights)


def _add_exceptions(rows: list[BoardRow]) -> None:
    doubtful = {subject_of(row.pk): row for row in rows if row.eligibility}
    for subject, kind in RuleException.objects.filter(subject__in=doubtful).values_list("subject", "kind"):
        doubtful[subject].excepted.add(kind)


def _add_history(rows: list[BoardRow], cycle: Cycle) -> None:
    """Earlier years of the same person, who in the team learnt the same, and who else wishes it (S57, S62, S63)."""
    subjects = Counter(
        fold(title) for title in Wish.objects.filter(cycle=cycle).on_the_board().values_list("title", flat=True)
    )
    relevant: dict[tuple[int, str], set[int]] = defaultdict(set)
    granted: dict[tuple[int, str], set[int]] = defaultdict(set)
    knowing: dict[tuple[int, str], set[int]] = defaultdict(set)
    for one in _earlier(cycle, rows):
        if one.outcome == Outcome.NOT_MET:
            relevant[one.employee, one.subject].add(one.year)
        if one.outcome == Outcome.GRANTED:
            granted[one.employee, one.subject].add(one.year)
            knowing[one.unit, one.subject].add(one.employee)
    for row in rows:
        row.relevant_in = sorted(relevant[row.employee, row.subject])
        row.granted_in = sorted(granted[row.employee, row.subject])
        row.knowing_colleagues = len(knowing[row.unit, row.subject] - {row.employee})
        row.others_wishing = max(0, subjects[row.subject] - 1)


def _earlier(cycle: Cycle, rows: list[BoardRow]) -> Iterable[Earlier]:
    wished = Wish.objects.filter(cycle__unit=cycle.unit_id, cycle__year__lt=cycle.year, decision__isnull=False)
    shared = Q(employee__in={row.employee for row in rows}) | Q(title__in={row.title for row in rows})
    fields = ("employee_id", "unit_id", "title", "cycle__year", "decision__outcome")
    for employee, unit, title, year, outcome in wished.filter(shared).order_by().values_list(*fields):
        yield Earlier(employee, unit, fold(title), year, outcome)


def counts_of(cycle: Cycle) -> dict[str, int]:
    """How many wishes on the board have each outcome; `undecided` for none and `all` for the sum."""
    on_board = Wish.objects.filter(cycle=cycle).on_the_board()
    found = dict(on_board.order_by().values_list("decision__outcome").annotate(number=Count("pk")))
    counts = {outcome.value: found.get(outcome.value, 0) for outcome in Outcome}
    return counts | {UNDECIDED: found.get(None, 0), "all": sum(found.values())}


def section_in_words(section: str) -> str:
    """`Section 3.2`, or that there is none."""
    return _("Section %(number)s") % {"number": section} if section else _("Without section")


def remarks(row: BoardRow, cycle: Cycle) -> list[str]:
    """What stands under the wish on the board, most telling first."""
    said = [_rule_in_words(kind, cycle, excepted=kind in row.excepted) for kind in row.eligibility]
    if row.relevant_in:
        said.append(_("The wish was relevant in %(years)s") % {"years": _years(row.relevant_in)})
    if row.knowing_colleagues == 1:
        said.append(_("Only one in the team has this knowledge"))
    if row.others_wishing:
        said.append(_same_wish(row.others_wishing))
    if not row.has_need and row.section:
        said.append(_("The section is not in the strategy"))
    elif not row.has_need:
        said.append(_("No section of the strategy chosen"))
    return said


def _rule_in_words(kind: str, cycle: Cycle, *, excepted: bool) -> str:
    rules = {
        Rule.Kind.SENIORITY_YEARS: _("Employed less than %(years)s years") % {"years": cycle.seniority_years},
        Rule.Kind.SUBSTITUTE_MONTHS: _("Substitute for less than %(months)s months")
        % {"months": cycle.substitute_months},
    }
    rule = rules.get(Rule.Kind(kind), str(Rule.Kind(kind).label))
    return _("%(rule)s: exception with a reason") % {"rule": rule} if excepted else rule


def _years(years: list[int]) -> str:
    """`2024 and 2025`."""
    *before, last = map(str, years)
    return _("%(years)s and %(last)s") % {"years": ", ".join(before), "last": last} if before else last


def _same_wish(others: int) -> str:
    return ngettext("One more wishes the same", "%(number)s others wish the same", others) % {"number": others}
