"""Whether what was learnt is used and shared (sources: S39, S40, S41)."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models.decisions import Decision
from competence.models import Employee


@pghistory.track()
class FollowUp(models.Model):
    """What follows a grant: how it is used, how it is shared, and what the leader saw of it.

    The row is made by the first who writes in it. `due_on` is the day the leader follows up, moved on by a "not yet".
    """

    class Form(models.TextChoices):
        TEAM_MEETING = "team_meeting", pgettext_lazy("sharing", "a talk at a team meeting")
        CASES = "cases", pgettext_lazy("sharing", "a discussion of cases")
        OTHER = "other", pgettext_lazy("sharing", "in another way")

    class Audience(models.TextChoices):
        TEAM = "team", pgettext_lazy("shared with", "the team")
        DEPARTMENT = "department", pgettext_lazy("shared with", "the department")
        WIDER = "wider", pgettext_lazy("shared with", "larger parts of the organisation")

    class Used(models.TextChoices):
        YES = "yes", pgettext_lazy("is it used", "yes")
        PARTLY = "partly", pgettext_lazy("is it used", "partly")
        NOT_YET = "not_yet", pgettext_lazy("is it used", "not yet")
        NO = "no", pgettext_lazy("is it used", "no")

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="follow_up")
    use_what = models.TextField(_("how it is used"), blank=True)
    use_by = models.DateField(_("used by"), null=True, blank=True)
    use_with = models.CharField(_("together with"), max_length=200, blank=True)
    share_form = models.CharField(_("shared how"), max_length=12, choices=Form.choices, blank=True)
    share_what = models.TextField(_("what is shared"), blank=True)
    audience = models.CharField(_("shared with"), max_length=10, choices=Audience.choices, blank=True)
    share_by = models.DateField(_("shared by"), null=True, blank=True)
    planned_at = models.DateTimeField(null=True, blank=True)
    planned_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    shared_on = models.DateField(_("shared on"), null=True, blank=True)
    due_on = models.DateField(_("follow up by"))
    used = models.CharField(_("is it used"), max_length=7, choices=Used.choices, blank=True)
    words = models.TextField(_("what the leader saw"), blank=True)
    followed_at = models.DateTimeField(null=True, blank=True)
    followed_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("use and sharing")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    planned_at__isnull=True,
                    planned_by__isnull=True,
                    use_what="",
                    use_by__isnull=True,
                    share_form="",
                    share_by__isnull=True,
                    audience="",
                )
                | Q(
                    ~Q(use_what="") & ~Q(share_form="") & ~Q(audience=""),
                    planned_at__isnull=False,
                    planned_by__isnull=False,
                    use_by__isnull=False,
                    share_by__isnull=False,
                ),
                name="use_is_planned_whole_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(shared_on__isnull=True) | Q(planned_at__isnull=False), name="shared_after_planned"
            ),
            models.CheckConstraint(
                condition=Q(used="", words="", followed_at__isnull=True, followed_by__isnull=True)
                | Q(~Q(used=""), followed_at__isnull=False, followed_by__isnull=False),
                name="followed_up_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision.wish}"

    @property
    def is_done(self) -> bool:
        """A "not yet" is asked again."""
        return self.used not in ("", self.Used.NOT_YET)
