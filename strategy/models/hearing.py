"""What staff say about a draft, and what MED says (sources: S02, S03)."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee
from strategy.models.strategies import Section, Strategy


class CommentQuerySet(models.QuerySet["Comment"]):
    def unanswered(self) -> "CommentQuerySet":
        return self.filter(answered_at__isnull=True)


@pghistory.track()
class Comment(models.Model):
    """To one section, in the hearing; the working group answers it."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="comments")
    author = models.ForeignKey(Employee, models.PROTECT, related_name="strategy_comments")
    text = models.TextField(_("comment"))
    made_at = models.DateTimeField()
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        ordering = ["section", "made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="comment_answered_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class Approval(models.Model):
    """One treatment in MED: put on the agenda, then a result with the minutes it stands in."""

    class Result(models.TextChoices):
        APPROVED = "approved", pgettext_lazy("approval", "approved")
        REJECTED = "rejected", pgettext_lazy("approval", "sent back")

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="approvals")
    committee = models.CharField(_("committee"), max_length=120)
    agenda_item = models.CharField(_("agenda item"), max_length=120, blank=True)
    meets_on = models.DateField(_("meeting"))
    put_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    put_at = models.DateTimeField()
    result = models.CharField(_("result"), max_length=10, choices=Result.choices, blank=True)
    minutes = models.CharField(_("reference to the minutes"), max_length=200, blank=True)
    remark = models.TextField(_("what MED said"), blank=True)
    recorded_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("approval in MED")
        ordering = ["strategy", "-put_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy"], condition=Q(result=""), name="one_open_approval_of_a_strategy"
            ),
            models.CheckConstraint(
                condition=Q(result="", recorded_at__isnull=True) | (~Q(result="") & Q(recorded_at__isnull=False)),
                name="approval_recorded_with_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee} {self.meets_on}"
