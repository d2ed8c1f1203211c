"""Points given by assessors, and what was decided about each wish."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models.cycle import Criterion
from annualcycle.models.proposals import ProposalRun
from annualcycle.models.wishes import Wish
from competence.models import Employee


@pghistory.track()
class Assessment(models.Model):
    """One assessor's score (0–5) of one wish by one criterion; null assessor: it came with a file."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="assessments")
    criterion = models.ForeignKey(Criterion, models.CASCADE, related_name="assessments")
    assessor = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="assessments")
    score = models.PositiveSmallIntegerField(_("points"))
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("assessment")
        constraints = [
            models.UniqueConstraint(
                fields=["wish", "criterion", "assessor"], name="one_score_each", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(score__lte=5), name="score_0_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.score}"


class Outcome(models.TextChoices):
    GRANTED = "granted", pgettext_lazy("decision", "granted")
    NOT_MET = "not_met", pgettext_lazy("decision", "relevant, not this year")
    OUTSIDE = "outside", pgettext_lazy("decision", "outside the strategy")
    SHARING = "sharing", pgettext_lazy("decision", "knowledge sharing")


class Route(models.TextChoices):
    TALK = "talk", pgettext_lazy("decided", "in the talk")
    DECEMBER = "december", pgettext_lazy("decided", "in December")
    AD_HOC = "ad_hoc", pgettext_lazy("decided", "during the year")


class DecisionQuerySet(models.QuerySet["Decision"]):
    def released(self) -> "DecisionQuerySet":
        return self.filter(released_at__isnull=False)


@pghistory.track()
class Decision(models.Model):
    """What was decided about one wish and, once released, the answer to the employee (sources: S47, S62, S64).

    `amount` is øre and counts in the budget while the outcome is granted. `revision` rises with each
    change, so that two leaders do not decide over one another unseen.
    """

    wish = models.OneToOneField(Wish, models.CASCADE, related_name="decision")
    route = models.CharField(max_length=8, choices=Route.choices)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    amount = models.PositiveIntegerField(default=0)
    reason = models.TextField(_("reason"), blank=True)
    next_step = models.TextField(_("what happens now"), blank=True)
    until_then = models.TextField(_("until then"), blank=True)
    exception_reason = models.TextField(_("reason for the exception"), blank=True)
    complaint_weeks = models.PositiveSmallIntegerField(
        default=0, help_text="By a rule: a formal decision, about which one can complain for so many weeks."
    )
    confirmed_names = ArrayField(
        models.CharField(max_length=80), default=list, blank=True, help_text="First names that mean no colleague."
    )
    names_confirmed_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    names_confirmed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    run = models.ForeignKey(
        ProposalRun, models.SET_NULL, null=True, blank=True, related_name="+", help_text="What it was decided from."
    )
    decided_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        ordering = ["-decided_at"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome="granted") | Q(amount=0), name="only_grants_cost"),
            models.CheckConstraint(
                condition=Q(confirmed_names=[], names_confirmed_by__isnull=True, names_confirmed_at__isnull=True)
                | (~Q(confirmed_names=[]) & Q(names_confirmed_by__isnull=False, names_confirmed_at__isnull=False)),
                name="confirmed_names_have_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True) | Q(released_at__isnull=False), name="read_after_release"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(outcome="granted") | ~Q(reason=""),
                name="a_released_refusal_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wish}: {self.get_outcome_display()}"

    @property
    def is_released(self) -> bool:
        return self.released_at is not None
