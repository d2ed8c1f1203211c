"""Steps of a career beside leading: from learning to teach colleagues to guiding others who do (source: T15)."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models.people import Employee
from competence.models.units import Unit


class CareerStepQuerySet(models.QuerySet["CareerStep"]):
    def open(self) -> Self:
        return self.filter(ends_on__isnull=True)


@pghistory.track()
class CareerStep(models.Model):
    """One level of a role, from–until; the apps that give the role take the steps, plans show them."""

    class Level(models.TextChoices):
        LEARNING = "learning", pgettext_lazy("career level", "in training")
        READY = "ready", pgettext_lazy("career level", "teaches colleagues")
        EXPERIENCED = "experienced", pgettext_lazy("career level", "experienced, helps new trainers")
        LEADING = "leading", pgettext_lazy("career level", "guides other trainers and develops the field")

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="career_steps")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    subject = models.CharField(max_length=80, help_text="What it follows from, as mandate:17.")
    title = models.CharField(_("what the role is called"), max_length=60, blank=True)
    field = models.CharField(_("within"), max_length=120)
    level = models.CharField(_("level"), max_length=11, choices=Level.choices)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = CareerStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("career step")
        ordering = ["employee", "-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="career_step_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["subject"], condition=Q(ends_on__isnull=True), name="one_open_career_step_of_a_subject"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.get_level_display()}"

    @property
    def number(self) -> int:
        """1–4, as the picture of the way counts."""
        return list(CareerStep.Level).index(CareerStep.Level(self.level)) + 1
