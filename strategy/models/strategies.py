"""A unit's strategy: numbered sections and the needs in them (sources: S01, S10)."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Competence, Unit


class StrategyQuerySet(models.QuerySet["Strategy"]):
    def in_force_on(self, day: date) -> Self:
        """Approved versions whose period (inclusive) holds `day`."""
        return self.filter(state=Strategy.State.APPROVED, starts_on__lte=day, ends_on__gte=day)


@pghistory.track()
class Strategy(models.Model):
    """One version for one unit and period; only an approved one frames wishes (source: S03)."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("strategy", "draft")
        APPROVED = "approved", pgettext_lazy("strategy", "approved")
        SUPERSEDED = "superseded", pgettext_lazy("strategy", "superseded")

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="strategies")
    title = models.CharField(_("title"), max_length=200)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    starts_on = models.DateField(_("in force from"))
    ends_on = models.DateField(_("in force until"))
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_by = models.CharField(_("approved by"), max_length=120, blank=True)

    objects = StrategyQuerySet.as_manager()

    class Meta:
        verbose_name = _("strategy")
        ordering = ["unit", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "version"], name="strategy_version_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="strategy_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(approved_on__isnull=False) & ~Q(approved_by="")),
                name="approved_strategy_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_in_force(self, day: date) -> bool:
        return self.state == Strategy.State.APPROVED and self.starts_on <= day <= self.ends_on


@pghistory.track()
class Section(models.Model):
    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="sections")
    number = models.CharField(_("number"), max_length=8)
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"), blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("section")
        ordering = ["strategy", "position"]
        constraints = [
            models.UniqueConstraint(fields=["strategy", "number"], name="section_number_once"),
            models.UniqueConstraint(
                fields=["strategy", "position"], name="section_position_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


@pghistory.track()
class Need(models.Model):
    """Something the unit needs to learn, under a numbered section (source: S08)."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="needs")
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    target_group = models.CharField(_("target group"), max_length=120, blank=True)
    delivery = models.CharField(_("kind of delivery"), max_length=120, blank=True)
    law_reference = models.CharField(_("law reference"), max_length=120, blank=True)
    competences = models.ManyToManyField(Competence, blank=True, related_name="needs")

    class Meta:
        verbose_name = _("need")
        ordering = ["section", "number"]
        constraints = [models.UniqueConstraint(fields=["section", "number"], name="need_number_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        """As 3.2.1; needs `section`."""
        return f"{self.section.number}.{self.number}"
