"""The way to being ready: what each trainer has done of the profile's path (sources: K35–K40)."""

from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trainers.models.mandates import Mandate
from trainers.models.profiles import TrainingPart


@pghistory.track()
class PartRecord(models.Model):
    """How far one trainer is with one part; `attended` are days of a course, `handed_out_on` is for what is read."""

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="parts")
    part = models.ForeignKey(TrainingPart, models.PROTECT, related_name="+")
    handed_out_on = models.DateField(_("handed out on"), null=True, blank=True)
    attended: "ArrayField[Any, Any]" = ArrayField(models.DateField(), default=list, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    words = models.TextField(_("what was handed over, or learnt"), blank=True)

    class Meta:
        ordering = ["mandate", "part__position"]
        constraints = [
            models.UniqueConstraint(fields=["mandate", "part"], name="part_of_a_path_once"),
            models.CheckConstraint(
                condition=Q(handed_out_on__isnull=True) | Q(done_on__isnull=True) | Q(done_on__gte=F("handed_out_on")),
                name="read_after_it_was_handed_out",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.part}"
