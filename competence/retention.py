"""How long each fact about a person is kept, and what ends it (style: personal data has an owner and an end).

Each app says in its own `retention.py` what it stores about people; `competence.checks` refuses a model that says
something about a person and is not named. The months and the legal basis are defaults, to be confirmed by the
municipality's own data protection officer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db.models import Exists, Field, ForeignKey, Model, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import (
    BirthYear,
    CareerStep,
    Commitment,
    Employee,
    Employment,
    ExportLog,
    ImportRun,
    Introduction,
    IntroductionItem,
    Job,
    JobItem,
    Leave,
    Mentorship,
    Notice,
    ReportedNeed,
    RoleAssignment,
    RuleException,
)

Text = str | Promise
LEFT = "left"
ANONYMOUS = "–"
OUR_APPS = ("competence", "strategy", "trainers", "annualcycle")


@dataclass(frozen=True)
class PersonalData:
    """Rows of `model` say something about the employee at `person`, and go `months` after `after`.

    `after` is LEFT (the last day of the last employment) or the way to a date or time. `shown` narrows what the
    person gets of it in an export of own data; None: nothing, because it says something about others. `hidden` names
    columns that are no personal data or must not leave (a password).
    """

    model: type[Model]
    person: str
    what: Text
    basis: Text
    months: int
    after: str = LEFT
    shown: Q | None = field(default_factory=Q)
    hidden: tuple[str, ...] = ()
    anonymise: bool = False

    def shown_to(self, employee: Employee) -> "QuerySet[Any]":
        rows = self.model._default_manager.filter(self.shown or Q())
        return rows.filter(**{self.person or "pk": employee.pk}).order_by("pk")

    def columns(self) -> list[str]:
        hidden = {"password", "search", "sort_name", "sort_name_sv", *self.hidden}
        return [column.name for column in self.model._meta.concrete_fields if column.name not in hidden]

    def due(self, on: date, municipality: int) -> "QuerySet[Any]":
        """The rows of the municipality's people that have been kept long enough on `on`."""
        last = months_before(on, self.months)
        home = f"{self.person}__municipality" if self.person else "municipality"
        rows = self.model._default_manager.filter(**{home: municipality})
        if self.after != LEFT:
            moment = "__date" if self.after.endswith("_at") else ""
            return rows.filter(**{f"{self.after}{moment}__lt": last})
        way = self.person or "pk"
        posts = Employment.objects.filter(employee=OuterRef(way))
        left = rows.filter(Exists(posts), ~Exists(posts.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=last))))
        return left.exclude(last_name=ANONYMOUS) if self.anonymise else left


REGISTRY: list[PersonalData] = []
# Fields that only say who did something: they say nothing any more once that person is anonymous.
ACTORS: set[str] = set()


def register(*kinds: PersonalData) -> None:
    REGISTRY.extend(kinds)


def names_of_actors(*fields: str) -> None:
    """Each as `app.Model.field`."""
    ACTORS.update(fields)


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def unruled(models: Sequence[type[Model]] | None = None) -> Iterator[str]:
    """Fields that lead to a person and have no rule, as `app.Model.field`."""
    ruled = {kind.model for kind in REGISTRY}
    for model in models if models is not None else personal_models():
        for column in model._meta.get_fields():
            if (
                _leads_to_a_person(column, ruled)
                and model not in ruled
                and f"{model._meta.label}.{column.name}" not in ACTORS
            ):
                yield f"{model._meta.label}.{column.name}"


def personal_models() -> list[type[Model]]:
    """Our own models, without the event tables, which follow what they are the history of."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in OUR_APPS and not hasattr(model, "pgh_tracked_model")
    ]


def _leads_to_a_person(column: Any, ruled: set[type[Model]]) -> bool:
    return isinstance(column, Field) and isinstance(column, ForeignKey) and column.related_model in ruled | {Employee}


_STAFF = _("To know who works where (staff administration)")
_DUTY = _("To prove who had access to what")
_LOG = _("To prove what was sent and done")
_ALIKE = _("To treat wishes alike")
_START = _("To help new colleagues get started")

register(
    PersonalData(Leave, "employment__employee", _("Leave"), _STAFF, 60),
    PersonalData(RoleAssignment, "employee", _("Roles"), _DUTY, 60),
    PersonalData(CareerStep, "employee", _("Steps of your career as a trainer"), _STAFF, 60, after="ends_on"),
    PersonalData(
        ReportedNeed, "employee", _("Needs you have reported"), _("To plan what is to be learnt"), 60, after="made_at"
    ),
    PersonalData(Commitment, "employee", _("Hours of your roles"), _STAFF, 60, after="ends_on"),
    PersonalData(
        IntroductionItem, "introduction__employee", _("What is in your introduction"), _START, 24, after="due_on"
    ),
    PersonalData(Mentorship, "mentor", _("Whom you are a mentor for"), _START, 24, after="ends_on"),
    PersonalData(Introduction, "employee", _("Introduction programmes"), _START, 24, after="starts_on"),
    PersonalData(Notice, "recipient", _("Mails and reminders"), _LOG, 24, after="made_at"),
    PersonalData(
        RuleException, "employee", _("Exceptions from rules"), _("To treat wishes alike"), 60, after="made_at"
    ),
    PersonalData(ExportLog, "made_by", _("Lists taken out"), _DUTY, 60, after="made_at"),
    PersonalData(ImportRun, "made_by", _("Files imported"), _LOG, 12, after="made_at", hidden=("content", "report")),
    PersonalData(JobItem, "job__made_by", _("Documents in them"), _LOG, 3, after="job__made_at", shown=None),
    PersonalData(Job, "made_by", _("Files made in the background"), _LOG, 3, after="made_at", hidden=("failures",)),
    # Only to see that ages are treated alike; it goes at once with whoever has left.
    PersonalData(BirthYear, "employee", _("Year of birth"), _("To see that all are treated alike"), 1),
    PersonalData(Employment, "employee", _("Employments"), _STAFF, 60),
    PersonalData(Employee, "", pgettext_lazy("stored", "Name, number and e-mail"), _STAFF, 60, anonymise=True),
)
names_of_actors(
    "competence.RuleException.made_by",
    "competence.Introduction.made_by",
    "competence.Introduction.assessed_by",
    "competence.IntroductionItem.done_by",
)
