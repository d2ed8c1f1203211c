"""A unit's strategy: numbered sections and the needs in them (sources: S01, S10)."""

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from strategy.models.frozen import FROZEN_VERSION, OF_VERSION, frozen_with


class StrategyQuerySet(models.QuerySet["Strategy"]):
    def in_force_on(self, day: date) -> Self:
        """Approved versions whose period (inclusive) holds `day`; an evaluated one holds until the next begins."""
        return self.filter(state__in=Strategy.HOLDING, starts_on__lte=day, ends_on__gte=day)

    def published(self) -> Self:
        """Versions that are or were approved."""
        return self.filter(state__in=Strategy.FROZEN)


@pghistory.track()
class Strategy(models.Model):
    """One version for one unit and period; only an approved one frames wishes (source: S03)."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("strategy", "draft")
        HEARING = "hearing", pgettext_lazy("strategy", "in hearing")
        MED = "med", pgettext_lazy("strategy", "before MED")
        APPROVED = "approved", pgettext_lazy("strategy", "approved")
        EVALUATED = "evaluated", pgettext_lazy("strategy", "evaluated")
        SUPERSEDED = "superseded", pgettext_lazy("strategy", "superseded")

    ON_THEIR_WAY = (State.DRAFT, State.HEARING, State.MED)
    HOLDING = (State.APPROVED, State.EVALUATED)
    FROZEN = (*HOLDING, State.SUPERSEDED)

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="strategies")
    title = models.CharField(_("title"), max_length=200)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    starts_on = models.DateField(_("in force from"))
    ends_on = models.DateField(_("in force until"))
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    hearing_opens_on = models.DateField(_("hearing from"), null=True, blank=True)
    hearing_closes_on = models.DateField(_("hearing until"), null=True, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_by = models.CharField(_("approved by"), max_length=120, blank=True)
    kept_dates = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="The dates of its first year as they were when it was approved.",
    )
    kept_names = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="What it names outside of itself, as called when it was approved; `strategy.queries.names_in`.",
    )
    evaluation = models.TextField(_("evaluation"), blank=True)
    evaluated_at = models.DateTimeField(null=True, blank=True)
    evaluated_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    objects = StrategyQuerySet.as_manager()

    class Meta:
        verbose_name = _("strategy")
        ordering = ["unit", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "version"], name="strategy_version_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="strategy_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "hearing", "med"])
                | (Q(approved_on__isnull=False) & ~Q(approved_by="")),
                name="approved_strategy_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(hearing_opens_on__isnull=True, hearing_closes_on__isnull=True)
                | Q(hearing_closes_on__gte=F("hearing_opens_on")),
                name="hearing_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=~Q(state="hearing") | Q(hearing_opens_on__isnull=False), name="hearing_has_a_period"
            ),
            models.CheckConstraint(
                condition=Q(evaluated_at__isnull=True, evaluated_by__isnull=True)
                | Q(evaluated_at__isnull=False, evaluated_by__isnull=False),
                name="strategy_evaluated_at_and_by",
            ),
            ExclusionConstraint(
                name="one_strategy_in_force",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    (
                        Func(
                            F("starts_on"),
                            F("ends_on"),
                            RangeBoundary(inclusive_upper=True),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(state__in=["approved", "evaluated"]),
                violation_error_message=_("Another strategy of the unit is in force in this period."),
            ),
        ]
        triggers = [FROZEN_VERSION]

    def __str__(self) -> str:
        return self.title

    def is_in_force(self, day: date) -> bool:
        return self.state in Strategy.HOLDING and self.starts_on <= day <= self.ends_on

    @property
    def is_frozen(self) -> bool:
        return self.state in Strategy.FROZEN

    def is_heard_on(self, day: date) -> bool:
        """Whether staff comment on `day`; meanwhile the text stands still, so that all read the same."""
        if self.state != Strategy.State.HEARING or not self.hearing_opens_on or not self.hearing_closes_on:
            return False
        return self.hearing_opens_on <= day <= self.hearing_closes_on

    @property
    def unit_name(self) -> str:
        """As the unit was called when the version was approved; else as it is. Needs `unit`."""
        return self.kept_names["unit"] if self.kept_names else str(self.unit)

    @property
    def municipality_name(self) -> str:
        """As `unit_name`; needs `unit__municipality` for a version without kept names."""
        return self.kept_names["municipality"] if self.kept_names else str(self.unit.municipality or self.unit)

    def is_writable_on(self, day: date) -> bool:
        """A draft is; so is a version whose hearing is over and being answered."""
        if self.state == Strategy.State.HEARING:
            return not self.is_heard_on(day)
        return self.state == Strategy.State.DRAFT


@pghistory.track()
class WorkingGroupMember(models.Model):
    """Who writes a version together; leaders and employees are both in it (source: S02)."""

    class Part(models.TextChoices):
        LEADER = "leader", pgettext_lazy("working group", "leader")
        EMPLOYEE = "employee", pgettext_lazy("working group", "employee")
        REPRESENTATIVE = "representative", pgettext_lazy("working group", "representative")
        HELPER = "helper", pgettext_lazy("working group", "helps with the text")

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="members")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="strategy_groups", verbose_name=_("person"))
    part = models.CharField(_("takes part as"), max_length=14, choices=Part.choices, default=Part.EMPLOYEE)

    class Meta:
        verbose_name = _("member of the working group")
        ordering = ["strategy", "part", "employee__sort_name"]
        constraints = [
            models.UniqueConstraint(fields=["strategy", "employee"], name="once_in_the_working_group"),
        ]

    def __str__(self) -> str:
        return str(self.employee)


class SectionKind(models.TextChoices):
    FOUNDATION = "foundation", pgettext_lazy("section", "foundation")
    GOALS = "goals", pgettext_lazy("section", "goals")
    CONTENTS = "contents", pgettext_lazy("section", "what we need to learn")
    SHARING = "sharing", pgettext_lazy("section", "keeping and sharing")
    PROCESS = "process", pgettext_lazy("section", "how wishes are decided")
    EVALUATION = "evaluation", pgettext_lazy("section", "evaluation")


@pghistory.track()
class Section(models.Model):
    """`text` is Markdown; `revision` rises with each save, so that nobody writes over unseen."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="sections")
    number = models.CharField(_("number"), max_length=8)
    title = models.CharField(_("title"), max_length=160)
    kind = models.CharField(_("kind"), max_length=12, choices=SectionKind.choices, default=SectionKind.CONTENTS)
    text = models.TextField(_("text"), blank=True)
    position = models.PositiveSmallIntegerField()
    revision = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    edited_at = models.DateTimeField(null=True, blank=True)
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("section")
        ordering = ["strategy", "position"]
        constraints = [
            models.UniqueConstraint(fields=["strategy", "number"], name="section_number_once"),
            models.UniqueConstraint(
                fields=["strategy", "position"], name="section_position_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]
        triggers = [frozen_with(OF_VERSION)]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def level(self) -> int:
        """1 for section 3, 2 for section 3.2."""
        return self.number.count(".") + 1


class OtherText(models.Model):
    """A text that met a newer one when it was saved: kept beside the section until somebody has settled it."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="other_texts")
    text = models.TextField()
    based_on = models.PositiveIntegerField(help_text="The revision the writer had read.")
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.section} {self.made_by}"


class GoalKind(models.TextChoices):
    CORE_TASK = "core_task", pgettext_lazy("goal of a strategy", "core task")
    POLITICAL = "political", pgettext_lazy("goal of a strategy", "political goal")


@pghistory.track()
class StrategyGoal(models.Model):
    """A core task or a political goal that needs serve (source: S08)."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="goals")
    kind = models.CharField(_("kind"), max_length=10, choices=GoalKind.choices, default=GoalKind.CORE_TASK)
    text = models.CharField(_("goal"), max_length=300)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("goal")
        ordering = ["strategy", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "position"],
                name="goal_of_strategy_position_once",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]
        triggers = [frozen_with(OF_VERSION)]

    def __str__(self) -> str:
        return self.text
