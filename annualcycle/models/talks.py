"""The yearly talks: MUS, LUS, GRUS and TUS (source: S42)."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models.cycle import Cycle
from competence.models import Employee, Unit
from competence.words import own


class TalkKind(models.TextChoices):
    MUS = "mus", own("mus")
    LUS = "lus", own("lus")
    GRUS = "grus", own("grus")
    TUS = "tus", own("tus")


@pghistory.track()
class GroupTalk(models.Model):
    """One talk held with several; each keeps a `Talk` of their own, and can ask for an individual one."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="group_talks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=[(k.value, k.label) for k in (TalkKind.GRUS, TalkKind.TUS)])
    leader = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("time"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    held_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("group talk")
        ordering = ["starts_at"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.unit}"


class TalkQuerySet(models.QuerySet["Talk"]):
    def in_running_years(self) -> "TalkQuerySet":
        """Of years that are published and not yet evaluated; by a join the database plans in no time."""
        return self.filter(cycle__published_at__isnull=False, cycle__evaluated_at__isnull=True)

    def outstanding(self) -> "TalkQuerySet":
        return self.filter(state__in=[Talk.State.PLANNED, Talk.State.SCHEDULED, Talk.State.POSTPONED])


@pghistory.track()
class Talk(models.Model):
    """One employee's talk in one cycle."""

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("talk", "no time yet")
        SCHEDULED = "scheduled", pgettext_lazy("talk", "invited")
        HELD = "held", pgettext_lazy("talk", "held")
        POSTPONED = "postponed", pgettext_lazy("talk", "postponed")
        DECLINED = "declined", pgettext_lazy("talk", "declined")

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="talks")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="talks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    leader = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="talks_led")
    kind = models.CharField(max_length=4, choices=TalkKind.choices, default=TalkKind.MUS)
    group = models.ForeignKey(GroupTalk, models.SET_NULL, null=True, blank=True, related_name="talks")
    wants_individual = models.BooleanField(_("asks for a talk of their own"), default=False)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    starts_at = models.DateTimeField(_("time"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60)
    place = models.CharField(_("place"), max_length=120, blank=True)
    held_on = models.DateField(null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True, help_text="Why postponed or declined.")
    invitations = models.PositiveSmallIntegerField(default=0, help_text="The calendar's SEQUENCE.")

    objects = TalkQuerySet.as_manager()

    class Meta:
        verbose_name = _("talk")
        ordering = ["cycle", "employee"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "employee"], name="one_talk_a_cycle"),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(starts_at__isnull=False), name="an_invited_talk_has_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="held", held_on__isnull=False) | (~Q(state="held") & Q(held_on__isnull=True)),
                name="a_held_talk_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(group__isnull=True) | Q(wants_individual=False), name="an_individual_wish_is_respected"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["postponed", "declined"]) | ~Q(reason=""), name="no_talk_dropped_without_reason"
            ),
        ]
        indexes = [models.Index(fields=["leader", "state"], name="talk_by_leader")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.employee}"


class Side(models.TextChoices):
    EMPLOYEE = "employee", pgettext_lazy("side of a talk", "employee")
    LEADER = "leader", pgettext_lazy("side of a talk", "leader")


# History keeps when and by whom, never the words: a draft is nobody else's.
@pghistory.track(exclude=["went_well", "difficult", "learn", "conditions"])
class Preparation(models.Model):
    """One side's preparation; the other side sees it only once it is given."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="preparations")
    side = models.CharField(max_length=8, choices=Side.choices)
    author = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    went_well = models.TextField(_("What goes well?"), blank=True)
    difficult = models.TextField(_("What is difficult?"), blank=True)
    learn = models.TextField(_("What should be learnt?"), blank=True)
    conditions = models.TextField(_("What does it take?"), blank=True)
    saved_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "side"], name="one_preparation_a_side")]

    def __str__(self) -> str:
        return f"{self.talk} {self.side}"


@pghistory.track(exclude=["text"])
class TalkNote(models.Model):
    """Notes for the two who held the talk, and nobody after them."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="notes")
    leader = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    author = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    text = models.TextField(_("note"))
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return f"{self.talk} {self.made_at}"
