"""What colleagues say of a candidate, told of nobody and only together (source: K22)."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from competence.models import Employee
from trainers.models.rounds import Candidate

NOT_AT_ALL, COMPLETELY = 1, 5


@pghistory.track()
class PeerSurvey(models.Model):
    """The colleagues of one candidate have been asked; what they were promised stays as it was.

    `closes_on` is the last day for answers, `smallest` the fewest answers that are shown.
    """

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="peer_survey")
    closes_on = models.DateField(_("answers until"))
    smallest = models.PositiveSmallIntegerField(_("fewest answers shown"))
    asked_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(smallest__gte=3), name="peers_are_protected")]

    def __str__(self) -> str:
        return str(self.candidate)


class PeerAsk(models.Model):
    """Who is asked and whether they answered. No history is kept: it would tell who answered when."""

    survey = models.ForeignKey(PeerSurvey, models.CASCADE, related_name="asks")
    colleague = models.ForeignKey(Employee, models.CASCADE, related_name="+")
    has_answered = models.BooleanField(default=False)

    class Meta:
        ordering = ["colleague__sort_name"]
        constraints = [models.UniqueConstraint(fields=["survey", "colleague"], name="peer_asked_once")]

    def __str__(self) -> str:
        return str(self.colleague)


class PeerAnswer(models.Model):
    """One colleague’s answer, without a person, a time, an order or words that could be recognised."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    survey = models.ForeignKey(PeerSurvey, models.CASCADE, related_name="answers")
    turned_to = models.PositiveSmallIntegerField(_("is turned to"))
    trusted = models.PositiveSmallIntegerField(_("is trusted"))

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(turned_to__range=(NOT_AT_ALL, COMPLETELY), trusted__range=(NOT_AT_ALL, COMPLETELY)),
                name="peer_answer_1_to_5",
            )
        ]

    def __str__(self) -> str:
        return str(self.survey)
