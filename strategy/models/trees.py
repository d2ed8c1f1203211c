"""Solution trees: a problem, its causes, what helps against each, and the goal (sources: M05, M09, M14–M19)."""

from typing import Self

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from strategy.models.needs import Need


class TreeLevel(models.TextChoices):
    """Whom the problem touches: a role at most, never a named person (source: M05)."""

    UNIT = "unit", pgettext_lazy("level of a tree", "the whole unit")
    GROUP = "group", pgettext_lazy("level of a tree", "a group of the staff")
    ROLE = "role", pgettext_lazy("level of a tree", "one role")


class MeasureKind(models.TextChoices):
    """Competence is a part of what helps, never all of it (source: M17)."""

    COMPETENCE = "competence", pgettext_lazy("kind of measure", "competence")
    ROUTINE = "routine", pgettext_lazy("kind of measure", "routine")
    COOPERATION = "cooperation", pgettext_lazy("kind of measure", "cooperation")
    SUPERVISION = "supervision", pgettext_lazy("kind of measure", "supervision")
    RECRUITMENT = "recruitment", pgettext_lazy("kind of measure", "recruitment")
    PURCHASE = "purchase", pgettext_lazy("kind of measure", "purchase")


class SolutionTreeQuerySet(models.QuerySet["SolutionTree"]):
    def open(self) -> Self:
        return self.filter(closed_on__isnull=True)


@pghistory.track()
class SolutionTree(models.Model):
    """How a unit thinks from a problem in its day to what would help; it ends with the goal."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="solution_trees", verbose_name=_("unit"))
    problem = models.CharField(_("problem"), max_length=200)
    level = models.CharField(_("whom it touches"), max_length=8, choices=TreeLevel.choices, default=TreeLevel.UNIT)
    goal = models.TextField(_("what you want to reach"))
    work = models.TextField(_("how you work then"))
    made_by = models.ForeignKey(Employee, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = SolutionTreeQuerySet.as_manager()

    class Meta:
        verbose_name = _("solution tree")
        ordering = ["unit", "-made_at", "pk"]

    def __str__(self) -> str:
        return self.problem


@pghistory.track()
class Cause(models.Model):
    """Why the problem is there."""

    tree = models.ForeignKey(SolutionTree, models.CASCADE, related_name="causes")
    text = models.CharField(_("cause"), max_length=200)
    source = models.CharField(_("who says so"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        verbose_name = _("cause")
        ordering = ["tree", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["tree", "position"], name="cause_position_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class Measure(models.Model):
    """What helps against a cause; one of competence can become a need of a strategy (source: M36)."""

    cause = models.ForeignKey(Cause, models.CASCADE, related_name="measures")
    text = models.CharField(_("measure"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=MeasureKind.choices, default=MeasureKind.COMPETENCE)
    amount = models.CharField(_("how much"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"))
    needs = models.ManyToManyField(
        Need,
        blank=True,
        related_name="measures",
        verbose_name=_("needs"),
        help_text="One in each version that says it: a copied version copies the link.",
    )

    class Meta:
        verbose_name = _("measure")
        ordering = ["cause", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "position"], name="measure_position_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_of_competence(self) -> bool:
        return self.kind == MeasureKind.COMPETENCE

    @property
    def need(self) -> Need | None:
        """What it became, in the newest version that says so; needs `needs__section__strategy`."""
        return max(self.needs.all(), key=lambda need: need.section.strategy.version, default=None)
