"""What super-users and those entitled to support report: errors, changes, improvements (sources: K13, K41)."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainers.models.mandates import Mandate
from trainers.models.rounds import Round


@pghistory.track()
class SupportEntry(models.Model):
    """One line of the log; `cause` tells errors of use from errors of the system."""

    class Kind(models.TextChoices):
        ERROR = "error", pgettext_lazy("support", "error")
        CHANGE = "change", pgettext_lazy("support", "wish for a change")
        IMPROVEMENT = "improvement", pgettext_lazy("support", "idea for an improvement")

    class Cause(models.TextChoices):
        USER = "user", pgettext_lazy("support", "the way it is used")
        SYSTEM = "system", pgettext_lazy("support", "the system")
        UNCLEAR = "unclear", pgettext_lazy("support", "unclear")

    round = models.ForeignKey(Round, models.PROTECT, related_name="support_entries")
    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="support_entries")
    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices)
    cause = models.CharField(_("where it lies"), max_length=7, choices=Cause.choices)
    text = models.CharField(_("what happens"), max_length=500)
    reference = models.CharField(_("number at the supplier"), max_length=60, blank=True)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("error or wish")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=False) | Q(outcome=""), name="outcome_only_when_closed"
            ),
        ]

    def __str__(self) -> str:
        return self.text
