"""What trainers hold: teaching, floor walks, webinars, follow-ups, network meetings (sources: K07–K12, T09, T17)."""

import uuid
from datetime import datetime, timedelta
from typing import Any, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from trainers.models.mandates import Mandate
from trainers.models.rounds import Round

BEST, WORST = 5, 1


class SessionQuerySet(models.QuerySet["Session"]):
    def planned(self) -> Self:
        return self.filter(state=Session.State.PLANNED)

    def held(self) -> Self:
        return self.filter(state=Session.State.HELD)

    def vacant(self) -> Self:
        """Nobody holds it whose mandate runs."""
        running = SessionTrainer.objects.filter(session=OuterRef("pk"), mandate__in=Mandate.objects.running())
        return self.filter(~Exists(running))


@pghistory.track()
class Session(models.Model):
    """One meeting of a team's trainers with those they teach, or with each other."""

    class Kind(models.TextChoices):
        TEACHING = "teaching", pgettext_lazy("session", "teaching")
        FLOOR_WALK = "floor_walk", pgettext_lazy("session", "floor walk")
        WEBINAR = "webinar", pgettext_lazy("session", "webinar")
        FOLLOW_UP = "follow_up", pgettext_lazy("session", "follow-up meeting")
        ANCHORING = "anchoring", pgettext_lazy("session", "visit after the introduction")
        NETWORK = "network", pgettext_lazy("session", "network meeting of trainers")

    class Topic(models.TextChoices):
        LAW = "law", pgettext_lazy("topic", "changes of the law")
        FUNCTIONS = "functions", pgettext_lazy("topic", "what the system can do now")
        BEST_PRACTICE = "best_practice", pgettext_lazy("topic", "best practice")
        PROCEDURES = "procedures", pgettext_lazy("topic", "how we work, made clearer")
        COMING = "coming", pgettext_lazy("topic", "how we are going to work")

    class Source(models.TextChoices):
        """What good practice rests on (source: T20)."""

        RESEARCH = "research", pgettext_lazy("evidence", "research and formal knowledge")
        EXPERIENCE = "experience", pgettext_lazy("evidence", "proven experience of colleagues")
        USERS = "users", pgettext_lazy("evidence", "what citizens have experienced")
        CONTEXT = "context", pgettext_lazy("evidence", "how things are where we work")

    class Point(models.TextChoices):
        ASKED = "asked", _("I have asked each municipality how they do it.")
        MARKED = "marked", _("What differs from place to place is marked in the material.")
        OWN_RULES = "own_rules", _("Everybody knows where their own procedures and forms are.")
        HOST = "host", _("Somebody from each municipality can answer for it.")
        ACCESS = "access", _("Everybody can sign in to what we use.")

    class MeantFor(models.TextChoices):
        """Who is new, as the employments tell it (source: T05)."""

        PROFESSION = "profession", pgettext_lazy("meant for", "those new in the profession")
        TASK = "task", pgettext_lazy("meant for", "those new in the task, in this unit")
        EITHER = "either", pgettext_lazy("meant for", "those new in the profession or in the task")

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("session", "planned")
        HELD = "held", pgettext_lazy("session", "held")
        CANCELLED = "cancelled", pgettext_lazy("session", "cancelled")

    class Cause(models.TextChoices):
        NO_TIME = "no_time", pgettext_lazy("cause", "no released time")
        ILLNESS = "illness", pgettext_lazy("cause", "illness")
        FEW = "few", pgettext_lazy("cause", "too few signed up")
        TECHNICAL = "technical", pgettext_lazy("cause", "the system or the room")
        OTHER = "other", pgettext_lazy("cause", "something else")

    round = models.ForeignKey(Round, models.PROTECT, related_name="sessions")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=120)
    topics: "ArrayField[Any, Any]" = ArrayField(
        models.CharField(max_length=13, choices=Topic.choices), verbose_name=_("topics"), default=list, blank=True
    )
    other_topics = models.CharField(_("other topics"), max_length=120, blank=True)
    content = models.TextField(_("what it is about"), blank=True)
    rests_on: "ArrayField[Any, Any]" = ArrayField(
        models.CharField(max_length=10, choices=Source.choices),
        verbose_name=_("what it rests on"),
        default=list,
        blank=True,
    )
    local_notes = models.TextField(_("how it is done where we are"), blank=True)
    # What it is made of, in order: `title` and `about` of each part (source: T04).
    parts = models.JSONField(_("its parts"), default=list, blank=True)
    guests = models.CharField(_("other municipalities that take part"), max_length=200, blank=True)
    checked: "ArrayField[Any, Any]" = ArrayField(
        models.CharField(max_length=9, choices=Point.choices), verbose_name=_("points"), default=list, blank=True
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("whom it is for"))
    meant_for = models.CharField(_("meant above all for"), max_length=10, choices=MeantFor.choices, blank=True)
    meant_months = models.PositiveSmallIntegerField(_("new means within so many months"), default=12)
    starts_at = models.DateTimeField(_("begins"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    place = models.CharField(_("place or link"), max_length=200, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    cause = models.CharField(_("why it was cancelled"), max_length=9, choices=Cause.choices, blank=True)
    cause_words = models.TextField(_("in your own words"), blank=True)
    notes = models.TextField(_("what came out of it"), blank=True)
    follow_up_on = models.DateField(_("you hear from us again on"), null=True, blank=True)
    followed_up_on = models.DateField(_("followed up on"), null=True, blank=True)
    follow_up_words = models.TextField(_("what they said since"), blank=True)
    invitations = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=15, minutes__lte=600), name="session_of_15_to_600_minutes"),
            models.CheckConstraint(
                condition=Q(state="cancelled") & ~Q(cause="") | ~Q(state="cancelled") & Q(cause=""),
                name="cancelled_session_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", closed_at__isnull=True) | ~Q(state="planned") & Q(closed_at__isnull=False),
                name="closed_session_says_when",
            ),
            models.CheckConstraint(
                condition=Q(followed_up_on__isnull=True) | Q(state="held"), name="only_held_sessions_are_followed_up"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_planned(self) -> bool:
        return self.state == Session.State.PLANNED

    @property
    def sources(self) -> list[tuple[str, bool]]:
        """The four sources good practice rests on, and whether the session has each (source: T20)."""
        return [(str(one.label), one in self.rests_on) for one in Session.Source]

    @property
    def is_walk(self) -> bool:
        return self.kind == Session.Kind.FLOOR_WALK

    @property
    def is_repeatable(self) -> bool:
        """What is taught to a group can become a course of one's own (source: T31)."""
        return self.kind in (Session.Kind.TEACHING, Session.Kind.WEBINAR) and self.state != Session.State.CANCELLED

    @property
    def points(self) -> "list[tuple[str, str, bool]]":
        """The checklist of a session with other municipalities: key, sentence, and whether it holds (source: T18)."""
        return [(one.value, str(one.label), one.value in self.checked) for one in Session.Point]

    @property
    def points_open(self) -> int:
        return sum(not holds for _key, _text, holds in self.points)

    @property
    def topic_names(self) -> list[str]:
        """Those of the list, then what is taken up beside them (source: K12)."""
        fixed = [str(Session.Topic(one).label) for one in self.topics]
        return [*fixed, self.other_topics] if self.other_topics else fixed


@pghistory.track()
class SessionTrainer(models.Model):
    """Who holds it; `reason` where somebody who is not ready does (source: K40)."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="trainers")
    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="sessions")
    reason = models.TextField(_("why before being ready"), blank=True)

    class Meta:
        ordering = ["mandate__employee__sort_name"]
        constraints = [models.UniqueConstraint(fields=["session", "mandate"], name="trainer_of_a_session_once")]

    def __str__(self) -> str:
        return str(self.mandate)


class Participant(models.Model):
    """Who is invited and who came. No history is kept: it would tell who answered the evaluation when."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="participants")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="+")
    declined = models.BooleanField(_("cannot come"), default=False)
    attended = models.BooleanField(null=True)
    by_code = models.BooleanField(default=False)
    has_evaluated = models.BooleanField(default=False)

    class Meta:
        ordering = ["employee__sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "employee"], name="participant_once"),
            models.CheckConstraint(
                condition=Q(attended=True) | Q(by_code=False, has_evaluated=False), name="only_who_came_evaluates"
            ),
        ]

    def __str__(self) -> str:
        return str(self.employee)


class Evaluation(models.Model):
    """One participant's answer, without a person, a time or an order (source: T17)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    session = models.ForeignKey(Session, models.CASCADE, related_name="evaluations")
    useful = models.PositiveSmallIntegerField(_("I can use it in my work"))
    clear = models.PositiveSmallIntegerField(_("It was clear"))
    sure = models.PositiveSmallIntegerField(_("I dare to do it myself now"))
    words = models.TextField(_("what would make it better"), blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(useful__range=(WORST, BEST), clear__range=(WORST, BEST), sure__range=(WORST, BEST)),
                name="evaluation_1_to_5",
            )
        ]

    def __str__(self) -> str:
        return str(self.session)
