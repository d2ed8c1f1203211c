"""A selection of trainers: who is nominated, and what each of the three parties says (sources: K03, K05, K14–K23)."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from trainers.models.profiles import HIGHEST, Criterion, Profile


class RoundQuerySet(models.QuerySet["Round"]):
    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)


@pghistory.track()
class Round(models.Model):
    """One selection under one version of a profile, which never changes under it (source: K01).

    `hours_needed` are hours a week of the whole team while the programme is introduced.
    """

    profile = models.ForeignKey(Profile, models.PROTECT, related_name="rounds")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    title = models.CharField(_("title"), max_length=120)
    leader = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("project leader"))
    selectors = models.ManyToManyField(Employee, through="CoSelector", related_name="+")
    nominate_by = models.DateField(_("nominate by"))
    answer_by = models.DateField(_("candidates and managers answer by"))
    score_by = models.DateField(_("assessed by"))
    decide_on = models.DateField(_("decided on"))
    min_size = models.PositiveSmallIntegerField(_("fewest in the team"), default=2)
    max_size = models.PositiveSmallIntegerField(_("most in the team"), default=4)
    hours_needed = models.PositiveSmallIntegerField(_("hours a week the team needs"), default=10)
    opened_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("reason"), blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("selection of trainers")
        ordering = ["-opened_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nominate_by__lte=F("answer_by"))
                & Q(answer_by__lte=F("score_by"))
                & Q(score_by__lte=F("decide_on")),
                name="round_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(min_size__gte=1) & Q(max_size__gte=F("min_size")), name="round_sizes_in_order"
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False, closed_at__isnull=False),
                name="decided_round_says_by_whom_and_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None


class CoSelectorManager(models.Manager["CoSelector"]):
    """Nobody asks for the row without the person."""

    def get_queryset(self) -> "models.QuerySet[CoSelector]":
        return super().get_queryset().select_related("employee")


@pghistory.track()
class CoSelector(models.Model):
    """Somebody who assesses together with the project leader (source: K03)."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="co_selectors")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="+")

    objects = CoSelectorManager()

    class Meta:
        ordering = ["employee__sort_name"]
        constraints = [models.UniqueConstraint(fields=["round", "employee"], name="co_selector_once")]

    def __str__(self) -> str:
        return str(self.employee)


@pghistory.track()
class TaughtUnit(models.Model):
    """A unit whose users the team is to teach (source: K20)."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="taught")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    users = models.PositiveSmallIntegerField(_("users"))

    class Meta:
        ordering = ["unit__path"]
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="taught_unit_once")]

    def __str__(self) -> str:
        return str(self.unit)


@pghistory.track(exclude=["pin"])
class Candidate(models.Model):
    """Somebody nominated for a round; `unit` is where the hours are taken from."""

    class Pin(models.TextChoices):
        OPEN = "open", pgettext_lazy("composer", "free")
        CHOSEN = "chosen", pgettext_lazy("composer", "must be in")
        EXCLUDED = "excluded", pgettext_lazy("composer", "left out")

    round = models.ForeignKey(Round, models.CASCADE, related_name="candidates")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="candidacies")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    pin = models.CharField(max_length=8, choices=Pin.choices, default=Pin.OPEN)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("candidate")
        ordering = ["employee__sort_name", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "employee"], name="candidate_once")]

    def __str__(self) -> str:
        return str(self.employee)


@pghistory.track()
class Nomination(models.Model):
    """Who pointed to the candidate, and the words the candidate may read (source: K22)."""

    class Kind(models.TextChoices):
        SELF = "self", pgettext_lazy("nominated by", "oneself")
        COLLEAGUE = "colleague", pgettext_lazy("nominated by", "a colleague")
        LEADER = "leader", pgettext_lazy("nominated by", "a leader")

    candidate = models.ForeignKey(Candidate, models.CASCADE, related_name="nominations")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    words = models.TextField(_("why"), blank=True)
    is_role_model = models.BooleanField(_("a role model for others"), default=False)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at"]
        constraints = [models.UniqueConstraint(fields=["candidate", "made_by"], name="nominates_once")]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.made_by}"


@pghistory.track()
class Willingness(models.Model):
    """The candidate's own answer (source: K14); `wishes` are what he or she wants to learn (source: K26)."""

    class Answer(models.TextChoices):
        YES = "yes", pgettext_lazy("willing", "Yes, I want to")
        UNSURE = "unsure", pgettext_lazy("willing", "I am not sure yet")
        NO = "no", pgettext_lazy("willing", "No thank you")

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="willingness")
    answer = models.CharField(_("answer"), max_length=6, choices=Answer.choices)
    hours_wished = models.PositiveSmallIntegerField(_("hours a week"), null=True, blank=True)
    words = models.TextField(_("in your own words"), blank=True)
    wishes = models.ManyToManyField(Criterion, blank=True, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hours_wished__isnull=True) | Q(hours_wished__lte=37), name="hours_wished_in_a_week"
            )
        ]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.get_answer_display()}"


@pghistory.track()
class Release(models.Model):
    """The manager's answer: hours a week in the three phases, and whose daily work is near (sources: K15, K16, K20)."""

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="release")
    is_given = models.BooleanField(_("time is released"))
    hours_before = models.PositiveSmallIntegerField(_("hours a week before"), default=0)
    hours_during = models.PositiveSmallIntegerField(_("hours a week during"), default=0)
    hours_after = models.PositiveSmallIntegerField(_("hours a week after"), default=0)
    near = models.ManyToManyField(TaughtUnit, blank=True, related_name="+")
    words = models.TextField(_("conditions"), blank=True)
    given_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_given=True, hours_during__gte=1)
                | Q(is_given=False, hours_before=0, hours_during=0, hours_after=0),
                name="hours_only_where_time_is_released",
            ),
            models.CheckConstraint(
                condition=Q(hours_before__lte=37, hours_during__lte=37, hours_after__lte=37),
                name="released_hours_in_a_week",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.hours_during}"


@pghistory.track()
class CandidateException(models.Model):
    """Why a default does not stop this candidate (sources: K15, X05): `criterion` None is the manager's time."""

    candidate = models.ForeignKey(Candidate, models.CASCADE, related_name="exceptions")
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("reason"))
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "criterion"], name="one_exception_from_a_default", nulls_distinct=False
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_candidate_exception_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.criterion or '–'}"


class ScoreSheet(models.Model):
    """One assessor's view of one candidate; others read it once they have handed in their own (source: K03)."""

    candidate = models.ForeignKey(Candidate, models.CASCADE, related_name="sheets")
    assessor = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    note = models.TextField(_("note"), blank=True)
    # What is typed so far, also halves: criterion → value, example, source. Empty once it is handed in.
    draft = models.JSONField(default=dict, blank=True)
    saved_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["assessor__sort_name"]
        constraints = [models.UniqueConstraint(fields=["candidate", "assessor"], name="one_sheet_each")]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.assessor}"


class Score(models.Model):
    """0–5 by one criterion, handed in with what was seen (sources: K17–K32 and the note on A0)."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(_("score"))
    example = models.TextField(_("an example"))
    source = models.CharField(_("who knows it"), max_length=120, blank=True)

    class Meta:
        ordering = ["criterion__position"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="one_score_for_a_criterion"),
            models.CheckConstraint(condition=Q(value__lte=HIGHEST), name="trainer_score_0_to_5"),
            models.CheckConstraint(condition=~Q(example=""), name="a_score_has_an_example"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.value}"


@pghistory.track(exclude=["reason"])
class MatrixMove(models.Model):
    """A person saw it otherwise than the computed place in the can and will matrix (source: K23)."""

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="move")
    can = models.BooleanField(_("can"))
    will = models.BooleanField(_("will"))
    reason = models.TextField(_("reason"))
    moved_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_move_has_a_reason")]

    def __str__(self) -> str:
        return str(self.candidate)
