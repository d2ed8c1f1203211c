"""What teams give others: best practice without persons, and whether the change holds (sources: K10, K43, T28)."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from trainers.models.rounds import Round


@pghistory.track()
class Practice(models.Model):
    """One way of doing something that works; it names no person, so that others may have it (source: K43).

    `origin` is the municipality it comes from. `key` follows it through files, so that reading it again makes no
    second one. `is_shared` shows it to the other municipalities of the installation.
    """

    key = models.UUIDField(default=uuid.uuid4)
    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    origin = models.CharField(_("where it comes from"), max_length=120)
    programme = models.CharField(_("programme"), max_length=120, blank=True)
    title = models.CharField(_("what it is about"), max_length=160)
    situation = models.TextField(_("when it helps"), blank=True)
    how = models.TextField(_("how you do it"))
    result = models.TextField(_("what comes of it"), blank=True)
    is_shared = models.BooleanField(_("shared with other municipalities"), default=False)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("best practice")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="practice_once_in_a_municipality"),
            models.CheckConstraint(condition=~Q(how=""), name="practice_says_how"),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class UseCheck(models.Model):
    """After the introduction: is it used as meant, and what next? (source: K10)"""

    class Use(models.TextChoices):
        AS_MEANT = "as_meant", pgettext_lazy("use", "used as meant")
        PARTLY = "partly", pgettext_lazy("use", "partly used")
        BACK = "back", pgettext_lazy("use", "back to the old way")

    round = models.ForeignKey(Round, models.PROTECT, related_name="use_checks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("where"))
    due_on = models.DateField(_("when"))
    held_on = models.DateField(_("looked at on"), null=True, blank=True)
    use = models.CharField(_("how it is used"), max_length=8, choices=Use.choices, blank=True)
    finding = models.TextField(_("what you found"), blank=True)
    next_step = models.TextField(_("what happens next"), blank=True)
    noted_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("look at the use")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "unit"], condition=Q(held_on__isnull=True), name="one_open_use_check_of_a_unit"
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, use="", finding="", noted_by__isnull=True)
                | Q(held_on__isnull=False, noted_by__isnull=False) & ~Q(use="") & ~Q(finding=""),
                name="held_use_check_has_a_finding",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.due_on}"


@pghistory.track()
class StayingYear(models.Model):
    """Who stays, trainers against colleagues, counted once a year and then fixed; `figures` name nobody (T28)."""

    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    figures = models.JSONField()
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["municipality", "year"], name="staying_year_once")]

    def __str__(self) -> str:
        return f"{self.municipality} {self.year}"


@pghistory.track()
class ComparedYear(models.Model):
    """Own trainers against bought places in a year that has ended, counted once and then fixed (source: T26).

    `figures` name nobody and hold nothing that too few people stand behind.
    """

    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    figures = models.JSONField()
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["municipality", "year"], name="compared_year_once")]

    def __str__(self) -> str:
        return f"{self.municipality} {self.year}"
