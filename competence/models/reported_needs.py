"""What trainers see is missing where they teach; strategies take it up or answer it (source: T21)."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models.framework import Competence
from competence.models.people import Employee
from competence.models.units import Unit


class ReportedNeedQuerySet(models.QuerySet["ReportedNeed"]):
    def open(self) -> Self:
        return self.filter(state=ReportedNeed.State.OPEN)

    def below(self, unit: Unit) -> Self:
        """Seen in `unit` or under it."""
        return self.filter(unit__path__startswith=unit.path)


@pghistory.track()
class ReportedNeed(models.Model):
    """One need seen from below; `taken_as` is what it became in a strategy, in that strategy's words."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("reported need", "not answered yet")
        TAKEN = "taken", pgettext_lazy("reported need", "taken into the strategy")
        ANSWERED = "answered", pgettext_lazy("reported need", "answered")
        ASIDE = "aside", pgettext_lazy("reported need", "set aside")

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="reported_needs")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(_("what is missing"), max_length=200)
    text = models.TextField(_("what you have seen"), blank=True)
    competence = models.ForeignKey(Competence, models.PROTECT, null=True, blank=True, related_name="+")
    colleagues = models.PositiveSmallIntegerField(_("how many colleagues"), null=True, blank=True)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    taken_as = models.CharField(max_length=240, blank=True)
    subject = models.CharField(max_length=80, blank=True, help_text="What it became, as need:17.")
    answered_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ReportedNeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported need")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", answered_at__isnull=True, answered_by__isnull=True)
                | ~Q(state="open") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="answered_need_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered", "aside"]) | ~Q(answer=""), name="answered_need_has_an_answer"
            ),
            models.CheckConstraint(
                condition=Q(state="taken") | Q(subject="", taken_as=""), name="taken_need_says_as_what"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == ReportedNeed.State.OPEN
