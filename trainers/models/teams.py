"""What the composer proposed, what a person decided, and what it takes from each unit (sources: K33, K34, K44, T27)."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from trainers.models.profiles import Criterion
from trainers.models.rounds import Candidate, Round, TaughtUnit


class ComposerRun(models.Model):
    """One run with everything it was given (trainer-team-problem/1) and answered, so that it can be repeated."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="runs")
    problem = models.JSONField()
    answer = models.JSONField()
    problem_hash = models.CharField(max_length=64)
    solver = models.CharField(max_length=40)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.round} {self.made_at}"


@pghistory.track()
class Selection(models.Model):
    """What was decided about one candidate, and the letter that says so (sources: K44, K45).

    `hours` are the hours a week taken from the unit by somebody chosen, 0 for everybody else. `covers` is what somebody
    chosen brings to the team, by experience or by wish, and `near` the taught units the person is among every day: they
    say what is lost with him or her when the scores and the manager's answer are gone (sources: K06, K20).
    `unwilling_at` is when a reserve said that he or she no longer wants to; it can be taken back.
    """

    class Outcome(models.TextChoices):
        CHOSEN = "chosen", pgettext_lazy("selection", "chosen")
        RESERVE = "reserve", pgettext_lazy("selection", "reserve")
        DECLINED = "declined", pgettext_lazy("selection", "not chosen")
        # Never decided by a round: chosen, and stepped back before there was a mandate.
        WITHDRAWN = "withdrawn", pgettext_lazy("selection", "withdrawn")

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="selection")
    outcome = models.CharField(max_length=9, choices=Outcome.choices)
    hours = models.PositiveSmallIntegerField(default=0)
    covers = models.ManyToManyField(
        Criterion, blank=True, related_name="+", verbose_name=_("what the team has you for")
    )
    near = models.ManyToManyField(TaughtUnit, blank=True, related_name="+", verbose_name=_("units you are near"))
    reason = models.TextField(_("reason"))
    decided_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    unwilling_at = models.DateTimeField(_("no longer wants to be a reserve"), null=True, blank=True)
    taken_in_at = models.DateTimeField(_("taken in from the reserve"), null=True, blank=True)
    taken_in_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("selected trainer")
        ordering = ["outcome", "candidate__employee__sort_name"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_selection_has_a_reason"),
            models.CheckConstraint(condition=Q(outcome="chosen") | Q(hours=0), name="only_the_chosen_take_hours"),
            models.CheckConstraint(
                condition=Q(taken_in_at__isnull=True, taken_in_by__isnull=True)
                | Q(taken_in_at__isnull=False, taken_in_by__isnull=False, outcome__in=["chosen", "withdrawn"]),
                name="taken_in_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(unwilling_at__isnull=True) | Q(outcome="reserve"), name="only_a_reserve_wants_to_no_longer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.get_outcome_display()}"


@pghistory.track()
class UnitLimit(models.Model):
    """How much may be taken from a unit at most, and how much is taken now, over all rounds (source: T27).

    `members` are people, over all roles together; they and `hours` (a week) change only under the lock of this row
    (`domain/limits.py`, docs/adr/0021).
    """

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="trainer_limit")
    max_members = models.PositiveSmallIntegerField(_("most people at once"), null=True, blank=True)
    max_hours = models.PositiveSmallIntegerField(_("most hours a week"), null=True, blank=True)
    members = models.PositiveSmallIntegerField(default=0)
    hours = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("limit of a unit")
        ordering = ["unit__path"]
        constraints = [
            models.CheckConstraint(
                condition=Q(max_members__isnull=True) | Q(members__lte=F("max_members")), name="members_within_limit"
            ),
            models.CheckConstraint(
                condition=Q(max_hours__isnull=True) | Q(hours__lte=F("max_hours")), name="hours_within_limit"
            ),
        ]

    def __str__(self) -> str:
        return str(self.unit)

    @property
    def members_left(self) -> int | None:
        return None if self.max_members is None else self.max_members - self.members

    @property
    def hours_left(self) -> int | None:
        return None if self.max_hours is None else self.max_hours - self.hours
