"""What goes from municipality to municipality as a file: courses, and trainers who are shared (source: T31)."""

import uuid
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from competence.models import Employee, Unit
from trainers.models.pool import PoolShare
from trainers.models.sessions import Session


@pghistory.track()
class Course(models.Model):
    """What trainers teach, without a day, a place or a person, so that it can be taught again, also elsewhere.

    `origin` is the municipality it comes from. `key` follows it through files, so that reading it again makes no
    second one. `parts` have a `title` and what they are `about` (T04), `rests_on` names the sources of evidence (T20),
    `meant_for` whom it is for (T05). `competences` have the `key` and `name` of the catalogue they come from.
    """

    key = models.UUIDField(default=uuid.uuid4)
    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    origin = models.CharField(_("where it comes from"), max_length=120)
    programme = models.CharField(_("programme"), max_length=120, blank=True)
    title = models.CharField(_("title"), max_length=120)
    content = models.TextField(_("what it is about"), blank=True)
    parts = models.JSONField(_("its parts"), default=list, blank=True)
    topics: "ArrayField[Any, Any]" = ArrayField(
        models.CharField(max_length=13, choices=Session.Topic.choices),
        verbose_name=_("topics"),
        default=list,
        blank=True,
    )
    other_topics = models.CharField(_("other topics"), max_length=120, blank=True)
    rests_on: "ArrayField[Any, Any]" = ArrayField(
        models.CharField(max_length=10, choices=Session.Source.choices),
        verbose_name=_("what it rests on"),
        default=list,
        blank=True,
    )
    meant_for = models.CharField(_("meant above all for"), max_length=10, choices=Session.MeantFor.choices, blank=True)
    meant_months = models.PositiveSmallIntegerField(_("new means within so many months"), default=12)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=120)
    competences = models.JSONField(_("competences"), default=list, blank=True)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("course of our own")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="course_once_in_a_municipality"),
            models.CheckConstraint(condition=~Q(title=""), name="course_has_a_title"),
            models.CheckConstraint(condition=Q(minutes__range=(15, 600)), name="course_of_15_to_600_minutes"),
            models.CheckConstraint(condition=Q(meant_months__range=(1, 60)), name="course_new_within_five_years"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_ours(self) -> bool:
        return self.origin == self.municipality.name

    @property
    def sources(self) -> list[tuple[str, bool]]:
        """The four sources good practice rests on, and whether the course has each (source: T20)."""
        return [(str(one.label), one in self.rests_on) for one in Session.Source]

    @property
    def topic_names(self) -> list[str]:
        fixed = [str(Session.Topic(one).label) for one in self.topics]
        return [*fixed, self.other_topics] if self.other_topics else fixed


class TrainerElsewhere(models.Model):
    """A trainer of a municipality that is not in this installation, as its file of `made_on` shows him or her.

    No account and no person here: what other municipalities may see, until it is removed, replaced by a newer file of
    `origin`, or too old. No history is kept: it would be a copy of what was taken back (docs/adr/0024).
    """

    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    origin = models.CharField(_("municipality"), max_length=120)
    name = models.CharField(_("name"), max_length=200)
    job_title = models.CharField(_("job title"), max_length=120)
    topics = models.CharField(_("what the trainer can teach"), max_length=300)
    languages = models.CharField(_("languages"), max_length=120, blank=True)
    reach = models.CharField(_("how the trainer teaches elsewhere"), max_length=6, choices=PoolShare.Reach.choices)
    held = models.PositiveIntegerField(_("sessions held"), default=0)
    made_on = models.DateField(_("as of"))
    taken_in_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("trainer elsewhere")
        ordering = ["origin", "name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(topics=""), name="trainer_elsewhere_says_who_and_what"),
        ]

    def __str__(self) -> str:
        return self.name
