"""The proposals that were computed, for December and for a need during the year, each with its inputs."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from annualcycle.models.cycle import Cycle
from competence.models import Employee


@pghistory.track(exclude=["problem", "answer", "others", "progress"])
class ProposalRun(models.Model):
    """One proposal: what went in (december-problem/1), what came out (december-proposal/1), and by which solver.

    The input never changes, and `sha256` is its fingerprint. The answer changes once, when each wish has got its
    explanation (`explained_at`); until then `progress` says how many have. One with `is_ad_hoc` weighs what waits for
    the reserve, and explains the wish that was answered.
    """

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="proposals")
    problem = models.JSONField()
    sha256 = models.CharField(max_length=64)
    answer = models.JSONField()
    others = models.JSONField(default=dict, help_text="Rule → ids of the wishes it would grant, to compare with.")
    is_ad_hoc = models.BooleanField(default=False, help_text="Kept when a need during the year was answered.")
    solver = models.CharField(max_length=40)
    pinned = ArrayField(models.PositiveBigIntegerField(), default=list, blank=True, help_text="Wishes forced in.")
    excluded = ArrayField(models.PositiveBigIntegerField(), default=list, blank=True, help_text="Wishes forced out.")
    keeps_decisions = models.BooleanField(default=False, help_text="What was decided was kept as it was.")
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    progress = models.PositiveIntegerField(default=0)
    explained_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("proposal")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["cycle", "-id"], name="newest_proposal")]

    def __str__(self) -> str:
        return f"{self.cycle} {self.made_at:%Y-%m-%d}"
