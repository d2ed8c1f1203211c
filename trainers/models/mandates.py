"""A trainer's mandate: what for, from when to when, with how many hours, and what it rests on (sources: T07–T10)."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from trainers.models.rounds import Round


class MandateQuerySet(models.QuerySet["Mandate"]):
    def running(self) -> Self:
        return self.exclude(state=Mandate.State.ENDED)

    def teaching(self) -> Self:
        """Those who may stand before a group (source: K40)."""
        return self.filter(state__in=[Mandate.State.READY, Mandate.State.ACTIVE])


@pghistory.track()
class Mandate(models.Model):
    """One chosen trainer's task; `unit` is where the hours are taken from.

    `hours_taken` is the most a week over all phases and roles: what counts against the limit of the unit.
    """

    class State(models.TextChoices):
        SELECTED = "selected", pgettext_lazy("mandate", "selected")
        IN_TRAINING = "in_training", pgettext_lazy("mandate", "in training")
        READY = "ready", pgettext_lazy("mandate", "ready")
        ACTIVE = "active", pgettext_lazy("mandate", "active")
        ENDED = "ended", pgettext_lazy("mandate", "ended")

    class Scope(models.TextChoices):
        UNIT = "unit", pgettext_lazy("mandate scope", "the own unit")
        MUNICIPALITY = "municipality", pgettext_lazy("mandate scope", "the whole municipality")
        OTHERS = "others", pgettext_lazy("mandate scope", "other municipalities too")

    round = models.ForeignKey(Round, models.PROTECT, related_name="mandates")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="mandates")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    called = models.CharField(_("what the trainer is called"), max_length=60, blank=True)
    scope = models.CharField(_("whom the trainer teaches"), max_length=12, choices=Scope.choices, default=Scope.UNIT)
    topics = models.CharField(_("what the trainer may teach"), max_length=300, blank=True)
    purpose = models.TextField(_("what it is for"))
    benefit = models.TextField(_("what the unit gets out of it"), blank=True)
    is_trainer = models.BooleanField(_("trainer"), default=True)
    super_user_hours = models.PositiveSmallIntegerField(_("hours a week as super-user"), null=True, blank=True)
    gives_support = models.BooleanField(_("entitled to support"), default=False)
    hours_taken = models.PositiveSmallIntegerField()
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    knows_method = models.BooleanField(_("knows the teaching method already"), default=False)
    state = models.CharField(max_length=11, choices=State.choices, default=State.SELECTED)
    unanchored_reason = models.TextField(_("why it began without the leader’s signature"), blank=True)
    unready_reason = models.TextField(_("why ready before the path is walked"), blank=True)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    active_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.TextField(_("why it ended"), blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        ordering = ["employee__sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "employee"], name="mandate_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="mandate_ends_after_start"),
            models.CheckConstraint(
                condition=Q(is_trainer=True) | Q(super_user_hours__isnull=False) | Q(gives_support=True),
                name="mandate_has_a_role",
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ended_at__isnull=False) & ~Q(end_reason="")
                | ~Q(state="ended") & Q(ended_at__isnull=True, end_reason=""),
                name="ended_mandate_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(state="selected", started_at__isnull=True)
                | Q(state="ended")
                | ~Q(state__in=["selected", "ended"]) & Q(started_at__isnull=False),
                name="begun_mandate_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["ready", "active"]) | Q(ready_at__isnull=False), name="ready_mandate_says_when"
            ),
        ]

    def __str__(self) -> str:
        return str(self.employee)

    @property
    def is_running(self) -> bool:
        return self.state != Mandate.State.ENDED

    @property
    def is_ready(self) -> bool:
        return self.state in (Mandate.State.READY, Mandate.State.ACTIVE)

    @property
    def supports(self) -> bool:
        """Super-users and those entitled to support report errors and wishes for changes (source: K13)."""
        return self.super_user_hours is not None or self.gives_support


@pghistory.track()
class MandatePhase(models.Model):
    """Hours a week in one of the three phases, preparation apart from teaching (sources: K16, T08).

    Support is given during the introduction and after it, each with its own hours (source: K09).
    """

    class Kind(models.TextChoices):
        BEFORE = "before", pgettext_lazy("phase of a mandate", "before the introduction")
        DURING = "during", pgettext_lazy("phase of a mandate", "during the introduction")
        AFTER = "after", pgettext_lazy("phase of a mandate", "after the introduction")

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="phases")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    teaching = models.PositiveSmallIntegerField(_("hours a week with colleagues"))
    preparation = models.PositiveSmallIntegerField(_("hours a week for preparation"))
    support = models.PositiveSmallIntegerField(_("hours a week with support"), default=0)

    class Meta:
        ordering = ["mandate", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["mandate", "kind"], name="phase_of_a_mandate_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="phase_ends_after_start"),
            models.CheckConstraint(condition=Q(teaching__lte=37, preparation__lte=37), name="phase_hours_in_a_week"),
            models.CheckConstraint(
                condition=Q(support__lte=37) & (Q(support=0) | ~Q(kind="before")), name="support_during_and_after"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.get_kind_display()}"

    @property
    def hours(self) -> int:
        return self.teaching + self.preparation + self.support

    def holds(self, on: date) -> bool:
        return self.starts_on <= on <= self.ends_on


@pghistory.track()
class Anchoring(models.Model):
    """The leader's signature under what a mandate rests on (source: T07)."""

    mandate = models.OneToOneField(Mandate, models.CASCADE, related_name="anchoring")
    purpose_stated = models.BooleanField(_("The purpose is clear to me and to the trainer."))
    explained = models.BooleanField(_("The team has heard what the trainer does and why."))
    time_given = models.BooleanField(_("The hours are in the rota, and others know who covers."))
    backed = models.BooleanField(_("The trainer can come to me when it does not work."))
    words = models.TextField(_("what we have agreed"), blank=True)
    signed_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose_stated=True, explained=True, time_given=True, backed=True),
                name="anchoring_holds_in_every_point",
            )
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.signed_by}"
