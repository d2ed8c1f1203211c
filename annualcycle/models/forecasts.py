"""The years that were simulated in advance, each with what was assumed."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from annualcycle.models.cycle import Cycle
from competence.models import Employee


@pghistory.track(exclude=["given", "answer"])
class ForecastRun(models.Model):
    """One simulation: `given` (`domain.forecast.Given`, with its seed and without names) and the `answer` to it.

    The same `given` has the same answer with the same Python (`made_with`).
    """

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="forecasts")
    given = models.JSONField()
    answer = models.JSONField()
    made_with = models.CharField(max_length=40)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("simulation")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["cycle", "-id"], name="newest_forecast")]

    def __str__(self) -> str:
        return f"{self.cycle} {self.made_at:%Y-%m-%d}"
