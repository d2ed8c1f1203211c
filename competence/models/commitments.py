"""Every role that takes hours from a unit, whichever app gave it (sources: K04, K09, T27)."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models.people import DatedQuerySet, Employee
from competence.models.units import Unit


@pghistory.track()
class Commitment(models.Model):
    """Hours a week that a role beside the ordinary work takes; dates are inclusive."""

    class Kind(models.TextChoices):
        TRAINER = "trainer", pgettext_lazy("commitment", "trainer")
        SUPER_USER = "super_user", pgettext_lazy("commitment", "super-user")
        SUPPORT = "support", pgettext_lazy("commitment", "entitled to support")
        UNION_REPRESENTATIVE = "union_representative", pgettext_lazy("commitment", "union representative")
        SAFETY_REPRESENTATIVE = "safety_representative", pgettext_lazy("commitment", "safety representative")
        MENTOR = "mentor", pgettext_lazy("commitment", "mentor")
        OTHER = "other", pgettext_lazy("commitment", "another role")

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="commitments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(_("role"), max_length=24, choices=Kind.choices)
    subject = models.CharField(max_length=80, help_text="What it follows from, as mandate:17; empty: entered by hand.")
    hours = models.PositiveSmallIntegerField(_("hours a week"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("role with hours")
        ordering = ["unit", "starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="commitment_ends_after_start"),
            models.CheckConstraint(condition=Q(hours__gte=1, hours__lte=37), name="commitment_hours_in_a_week"),
        ]
        indexes = [models.Index(fields=["unit", "starts_on"], name="commitment_by_unit")]

    def __str__(self) -> str:
        return f"{self.employee}: {self.get_kind_display()}"
