"""What comes again: supervision, brush-up, first aid (sources: S15, S29, S34)."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from competence.models.people import valid_on
from strategy.models.needs import Need


class SupervisionQuerySet(models.QuerySet["Supervision"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))


@pghistory.track()
class Supervision(models.Model):
    """A team is offered supervision each quarter, from–to (source: S29)."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="supervisions", verbose_name=_("team"))
    need = models.ForeignKey(Need, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("need"))
    supervisor = models.CharField(_("supervisor"), max_length=120, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervision")
        ordering = ["unit", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="supervision_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends_on__isnull=True), name="one_open_supervision_of_a_team"
            ),
        ]

    def __str__(self) -> str:
        return str(self.unit)


@pghistory.track()
class SupervisionQuarter(models.Model):
    """Whether a team had its supervision in a quarter; no row: nobody has said."""

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("supervision", "planned")
        HELD = "held", pgettext_lazy("supervision", "held")
        MISSED = "missed", pgettext_lazy("supervision", "missed")

    supervision = models.ForeignKey(Supervision, models.CASCADE, related_name="quarters")
    year = models.PositiveSmallIntegerField(_("year"))
    quarter = models.PositiveSmallIntegerField(_("quarter"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices)
    day = models.DateField(_("day"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    noted_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("supervision in a quarter")
        ordering = ["supervision", "year", "quarter"]
        constraints = [
            models.UniqueConstraint(fields=["supervision", "year", "quarter"], name="a_quarter_once"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="quarter_of_a_year"),
            models.CheckConstraint(
                condition=Q(state="missed", day__isnull=True) | Q(state__in=["planned", "held"], day__isnull=False),
                name="supervision_held_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supervision} {self.year}/{self.quarter}"


@pghistory.track()
class BrushUp(models.Model):
    """A topic the unit takes up again and again (source: S15)."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="brush_ups")
    need = models.ForeignKey(Need, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("need"))
    topic = models.CharField(_("topic"), max_length=200)
    interval_months = models.PositiveSmallIntegerField(_("months between"), default=12)
    is_active = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("brush-up")
        ordering = ["unit", "topic"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "topic"], name="brush_up_once"),
            models.CheckConstraint(condition=Q(interval_months__gte=1), name="brush_up_comes_after_a_month"),
        ]

    def __str__(self) -> str:
        return self.topic


@pghistory.track()
class BrushUpHeld(models.Model):
    brush_up = models.ForeignKey(BrushUp, models.CASCADE, related_name="held")
    day = models.DateField(_("day"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    noted_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["brush_up", "-day"]
        constraints = [models.UniqueConstraint(fields=["brush_up", "day"], name="brush_up_held_once_a_day")]

    def __str__(self) -> str:
        return f"{self.brush_up} {self.day}"


@pghistory.track()
class FirstAid(models.Model):
    """A person's first-aid certificate; the newest counts (source: S34)."""

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="first_aid")
    taken_on = models.DateField(_("taken on"))
    expires_on = models.DateField(_("expires on"))
    noted_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("first-aid certificate")
        ordering = ["employee", "-expires_on"]
        constraints = [
            models.UniqueConstraint(fields=["employee", "taken_on"], name="first_aid_once_a_day"),
            models.CheckConstraint(condition=Q(expires_on__gt=F("taken_on")), name="first_aid_expires_later"),
        ]

    def __str__(self) -> str:
        return f"{self.employee} {self.expires_on}"
