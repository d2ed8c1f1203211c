"""A trainer's own development: what is learnt, noted, asked, felt and planned (sources: T06, T11–T13, T24, T25).

Notes, insights and how it felt belong to the trainer alone: no history is kept of them, and no page of anybody else
reads them, unless the trainer shows one to the leader.
"""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee
from trainers.models.mandates import Mandate
from trainers.models.profiles import HIGHEST, Criterion
from trainers.models.sessions import Session


@pghistory.track(exclude=["takeaway"])
class Learnt(models.Model):
    """One thing done to become better at teaching (source: T06)."""

    class Kind(models.TextChoices):
        COURSE = "course", pgettext_lazy("learnt as a trainer", "course")
        SUPERVISION = "supervision", pgettext_lazy("learnt as a trainer", "supervision")
        OBSERVATION = "observation", pgettext_lazy("learnt as a trainer", "saw another trainer, or was seen")
        READING = "reading", pgettext_lazy("learnt as a trainer", "reading")

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices)
    title = models.CharField(_("what"), max_length=160)
    on = models.DateField(_("when"))
    hours = models.PositiveSmallIntegerField(_("hours"))
    takeaway = models.TextField(_("what you take with you"), blank=True)

    class Meta:
        verbose_name = _("learnt as a trainer")
        ordering = ["-on", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(hours__gte=1, hours__lte=400), name="learnt_in_hours")]

    def __str__(self) -> str:
        return self.title


class Note(models.Model):
    """A private note; `shown_to` is the one leader the trainer has chosen to show it to (source: T11)."""

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="+")
    text = models.TextField(_("note"))
    shown_to = models.ForeignKey(Employee, models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something"),
            models.CheckConstraint(
                condition=Q(shown_to__isnull=True) | ~Q(shown_to=F("employee")), name="a_note_is_shown_to_another"
            ),
        ]

    def __str__(self) -> str:
        return str(self.employee)


class Insight(models.Model):
    """A question one got or something one saw while teaching; the leader reads it once it is brought home (T12)."""

    class Kind(models.TextChoices):
        QUESTION = "question", pgettext_lazy("insight", "a question I got")
        INSIGHT = "insight", pgettext_lazy("insight", "something I learnt")

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    text = models.TextField(_("what"))
    session = models.ForeignKey(Session, models.SET_NULL, null=True, blank=True, related_name="+")
    on = models.DateField(_("when"))
    brought_home_on = models.DateField(_("brought home on"), null=True, blank=True)
    brought_home = models.TextField(_("what my team does with it"), blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(brought_home_on__isnull=False) | Q(brought_home=""), name="brought_home_says_when"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Pulse(models.Model):
    """How a trainer feels before and after a session, 1–5; voluntary, and read by nobody else (source: T13)."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="+")
    before = models.PositiveSmallIntegerField(_("before"), null=True, blank=True)
    after = models.PositiveSmallIntegerField(_("after"), null=True, blank=True)

    class Meta:
        ordering = ["session__starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["session", "employee"], name="pulse_once"),
            models.CheckConstraint(
                condition=Q(before__isnull=True) | Q(before__range=(1, 5)), name="pulse_before_1_to_5"
            ),
            models.CheckConstraint(condition=Q(after__isnull=True) | Q(after__range=(1, 5)), name="pulse_after_1_to_5"),
        ]

    def __str__(self) -> str:
        return str(self.session)


@pghistory.track()
class OwnLevel(models.Model):
    """Where the trainer sees him- or herself by one of the profile's competences; added, never overwritten (T25)."""

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="own_levels")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(_("level"))
    on = models.DateField(_("when"))

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["mandate", "criterion", "on"], name="own_level_once_a_day"),
            models.CheckConstraint(condition=Q(value__lte=HIGHEST), name="own_level_0_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.value}"


@pghistory.track()
class PlanStep(models.Model):
    """One step of the trainer's own plan (source: T25)."""

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="plan_steps")
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.CharField(_("what"), max_length=300)
    due_on = models.DateField(_("by when"))
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta:
        verbose_name = _("step of the own plan")
        ordering = ["done_on", "due_on", "pk"]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class Sureness(models.Model):
    """How sure the trainer is in one of the three roles on a day; added, never overwritten (source: T24)."""

    class Role(models.TextChoices):
        TRAINER = "trainer", pgettext_lazy("sub-role", "Teaching a group")
        SUPERVISOR = "supervisor", pgettext_lazy("sub-role", "Guiding one at work")
        COACH = "coach", pgettext_lazy("sub-role", "Coaching: helping others find the answer")

    class Level(models.IntegerChoices):
        BESIDE = 1, pgettext_lazy("sureness", "with somebody beside me")
        ALONE = 2, pgettext_lazy("sureness", "alone, when I can ask somebody")
        SURE = 3, pgettext_lazy("sureness", "sure")

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="sureness")
    role = models.CharField(max_length=10, choices=Role.choices)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    on = models.DateField()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["mandate", "role", "on"], name="sureness_once_a_day"),
            models.CheckConstraint(condition=Q(level__range=(1, 3)), name="sureness_1_to_3"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.get_level_display()}"
