"""Trainers whom other municipalities may see and ask for, and what they ask (sources: T02, T03, T14, T30)."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit


class PoolShareQuerySet(models.QuerySet["PoolShare"]):
    def open(self) -> Self:
        return self.filter(ended_at__isnull=True)

    def shared(self) -> Self:
        """What other municipalities see, from the trainer's yes until somebody ends it."""
        return self.open().filter(agreed_at__isnull=False, employee__is_active=True)


@pghistory.track()
class PoolShare(models.Model):
    """One trainer shown to other municipalities: switched on by the own one, and only with the trainer's yes.

    It says all that the others see beside the name, the job title and the municipality. Ended, the row stays as
    the proof of what was agreed to, and when.
    """

    class Reach(models.TextChoices):
        VISIT = "visit", pgettext_lazy("pool", "comes to you")
        ONLINE = "online", pgettext_lazy("pool", "online")
        BOTH = "both", pgettext_lazy("pool", "comes to you, or online")

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="pool_shares")
    topics = models.CharField(_("what the trainer can teach"), max_length=300)
    languages = models.CharField(_("languages"), max_length=120, blank=True)
    reach = models.CharField(_("how the trainer teaches elsewhere"), max_length=6, choices=Reach.choices)
    asked_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    objects = PoolShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("shared trainer")
        ordering = ["employee__sort_name", "-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["employee"], condition=Q(ended_at__isnull=True), name="trainer_shared_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="ended_share_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True) | Q(agreed_at__gte=F("asked_at")), name="agreed_after_it_was_asked"
            ),
            models.CheckConstraint(condition=~Q(topics=""), name="shared_trainer_has_topics"),
        ]

    def __str__(self) -> str:
        return str(self.employee)

    @property
    def is_shared(self) -> bool:
        return self.agreed_at is not None and self.ended_at is None

    @property
    def waits(self) -> bool:
        """For the trainer's yes."""
        return self.agreed_at is None and self.ended_at is None


@pghistory.track()
class TrainerRequest(models.Model):
    """Another municipality asks for a shared trainer, whose own municipality answers (source: T30)."""

    class Answer(models.TextChoices):
        YES = "yes", pgettext_lazy("request for a trainer", "Yes, we can")
        NO = "no", pgettext_lazy("request for a trainer", "No, not this time")

    share = models.ForeignKey(PoolShare, models.CASCADE, related_name="requests")
    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    topic = models.CharField(_("what it is about"), max_length=200)
    wanted = models.CharField(_("when"), max_length=120)
    words = models.TextField(_("in your own words"), blank=True)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=3, choices=Answer.choices, blank=True)
    reply = models.TextField(_("what you answer"), blank=True)
    answered_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("request for a trainer")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["share", "municipality"], condition=Q(answer=""), name="one_open_request_for_a_trainer"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="answered_request_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.topic

    @property
    def is_open(self) -> bool:
        return not self.answer
