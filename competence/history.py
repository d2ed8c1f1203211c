"""Which changes the history page shows; each app adds its own in its `history.py`.

Contents of preparations and notes are not tracked at all; texts that are between two people are hidden here.
"""

from dataclasses import dataclass, field

from django.db.models import Model, Q
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from competence.models import (
    CareerStep,
    Commitment,
    Employee,
    Employment,
    Introduction,
    LawReference,
    Leave,
    Mentorship,
    Municipality,
    Offer,
    ReportedNeed,
    RoleAssignment,
    Rule,
    RuleException,
    Unit,
)


@dataclass(frozen=True)
class Tracked:
    """A model whose history is shown: the way to the unit that decides who sees it (empty: it is the unit), and to
    the person it is about (empty: nobody). `hidden` columns never show; `money` columns are øre; `only` narrows rows.
    """

    model: type[Model]
    what: str | Promise
    unit: str
    person: str = ""
    hidden: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    only: Q = field(default_factory=Q)


TRACKED: list[Tracked] = []


def show(*tracked: Tracked) -> None:
    TRACKED.extend(tracked)


show(
    Tracked(Employee, pgettext_lazy("history", "Person"), "municipality", "pgh_obj", ("is_active",)),
    Tracked(Employment, pgettext_lazy("history", "Employment"), "unit", "employee"),
    Tracked(Leave, pgettext_lazy("history", "Leave"), "employment__unit", "employment__employee"),
    Tracked(RoleAssignment, pgettext_lazy("history", "Role"), "unit", "employee", ("is_imported",)),
    Tracked(Commitment, pgettext_lazy("history", "Role with hours"), "unit", "employee", ("subject",)),
    Tracked(Introduction, pgettext_lazy("history", "Introduction"), "unit", "employee", ("course", "course_reason")),
    Tracked(Mentorship, pgettext_lazy("history", "Mentor"), "introduction__unit", "introduction__employee"),
    Tracked(CareerStep, pgettext_lazy("history", "Career step"), "unit", "employee", ("subject",)),
    Tracked(ReportedNeed, pgettext_lazy("history", "Reported need"), "unit", "employee", ("subject", "text", "answer")),
    Tracked(Unit, pgettext_lazy("history", "Unit"), "", "", ("path", "centre", "sort_name", "pending_leader")),
    Tracked(Municipality, pgettext_lazy("history", "Settings"), "unit"),
    Tracked(Rule, pgettext_lazy("history", "Rule"), "unit"),
    Tracked(RuleException, pgettext_lazy("history", "Exception"), "employee__municipality", "employee", ("reason",)),
    Tracked(LawReference, pgettext_lazy("history", "Law reference"), "municipality", hidden=("edited_at",)),
    Tracked(Offer, pgettext_lazy("history", "Course"), "municipality", money=("price",)),
)
