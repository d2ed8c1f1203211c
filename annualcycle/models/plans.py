"""The individual development plan that employee and leader write together (source: S43)."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annualcycle.models.cycle import Cycle
from competence.models import Employee
from strategy.models import Need


@pghistory.track()
class Plan(models.Model):
    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="plans")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="plans")

    class Meta:
        verbose_name = _("development plan")
        ordering = ["-cycle__year"]
        constraints = [models.UniqueConstraint(fields=["cycle", "employee"], name="one_plan_a_cycle")]

    def __str__(self) -> str:
        return f"{self.employee} {self.cycle.year}"


@pghistory.track()
class PlanVersion(models.Model):
    """Frozen when both have confirmed; a change after that makes the next version."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    summary = models.TextField(_("what we agreed"), blank=True)
    revision = models.PositiveIntegerField(
        default=1, help_text="Rises with each save, so that nobody writes over unseen."
    )
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    employee_confirmed_at = models.DateTimeField(null=True, blank=True)
    leader_confirmed_at = models.DateTimeField(null=True, blank=True)
    leader_confirmed_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["plan", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once"),
            models.CheckConstraint(
                condition=Q(leader_confirmed_at__isnull=True, leader_confirmed_by__isnull=True)
                | Q(leader_confirmed_at__isnull=False, leader_confirmed_by__isnull=False),
                name="plan_leader_confirmed_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} v{self.number}"

    @property
    def is_confirmed(self) -> bool:
        return self.employee_confirmed_at is not None and self.leader_confirmed_at is not None


@pghistory.track()
class Goal(models.Model):
    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="goals")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("goal"), max_length=200)
    how = models.TextField(_("how"), blank=True)
    help_from = models.CharField(_("with help from"), max_length=200, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    need = models.ForeignKey(Need, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("need"))

    class Meta:
        verbose_name = _("goal")
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"], name="goal_position_once", deferrable=models.Deferrable.DEFERRED
            )
        ]

    def __str__(self) -> str:
        return self.title
