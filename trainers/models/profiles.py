"""What a trainer of one programme must be able to do: versioned profiles (sources: K01–K06, K14–K32, K35–K39)."""

from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Competence, Employee, Unit

HIGHEST = 5
# Characters of a part of a criterion, and of an address: a document in a shared library has a long one.
LONGEST_PART, LONGEST_ADDRESS = 200, 1000


@pghistory.track()
class Programme(models.Model):
    """A system or programme that is introduced, and when; what trainers are chosen for (sources: K02, K08)."""

    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("what it is"), blank=True)
    converts_from = models.DateField(_("conversion from"), null=True, blank=True)
    converts_until = models.DateField(_("conversion until"), null=True, blank=True)
    # How long it usually takes to be sure in each of the three roles (source: T24).
    trainer_months = models.PositiveSmallIntegerField(_("months until one is sure when teaching"), default=6)
    supervisor_months = models.PositiveSmallIntegerField(_("months until one is sure when guiding"), default=12)
    coach_months = models.PositiveSmallIntegerField(_("months until one is sure when coaching"), default=18)

    class Meta:
        verbose_name = _("programme")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="programme_once"),
            models.CheckConstraint(
                condition=Q(converts_until__isnull=True) | Q(converts_until__gte=F("converts_from")),
                name="conversion_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(
                    trainer_months__range=(1, 60), supervisor_months__range=(1, 60), coach_months__range=(1, 60)
                ),
                name="sure_within_five_years",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ProfileQuerySet(models.QuerySet["Profile"]):
    def of_municipality(self, root: Unit | int) -> Self:
        return self.filter(programme__municipality=root)

    def published(self) -> Self:
        return self.filter(state=Profile.State.PUBLISHED)


@pghistory.track()
class Profile(models.Model):
    """One version; published it is frozen, and a change is a new version (source: K01)."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("profile", "draft")
        PUBLISHED = "published", pgettext_lazy("profile", "published")
        RETIRED = "retired", pgettext_lazy("profile", "retired")

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="profiles")
    version = models.CharField(_("version"), max_length=12)
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    introduction = models.TextField(_("introduction"), blank=True)
    purpose = models.TextField(_("what the profile is for"), blank=True)
    at_risk = models.TextField(_("what is at risk without trainers"), blank=True)
    guidance = models.TextField(_("when you teach: a word to trainers"), blank=True)
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("trainer profile")
        ordering = ["programme__name", "-made_at"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "version"], name="profile_version_once"),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(state="published"), name="one_published_profile_of_a_programme"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at__isnull=True, published_by__isnull=True)
                | Q(~Q(state="draft"), published_at__isnull=False, published_by__isnull=False),
                name="published_profile_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(state="retired", retired_at__isnull=False)
                | Q(~Q(state="retired"), retired_at__isnull=True),
                name="retired_profile_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.version}"

    @property
    def is_draft(self) -> bool:
        return self.state == Profile.State.DRAFT


@pghistory.track()
class Criterion(models.Model):
    """One competence trainers need (sources: K17–K22, K25–K32).

    `demand` says whether the team covers it together or each member must reach `level`. Where `wish_counts`, the
    wish to acquire it is the other way of covering it; the parts then say which is which (source: K26).
    """

    class Demand(models.TextChoices):
        TEAM = "team", pgettext_lazy("demand", "The team together")
        DEFAULT = "default", pgettext_lazy("demand", "Each member, with exceptions")
        HARD = "hard", pgettext_lazy("demand", "Each member, without exception")

    class Axis(models.TextChoices):
        CAN = "can", pgettext_lazy("matrix", "Can")
        WILL = "will", pgettext_lazy("matrix", "Will")
        NONE = "none", pgettext_lazy("matrix", "Neither")

    class Measure(models.TextChoices):
        """How its level comes about; years and role models are known and not assessed (source: T16)."""

        ASSESSED = "assessed", pgettext_lazy("measure", "Assessed by those who select")
        YEARS = "years", pgettext_lazy("measure", "Years of experience")
        ROLE_MODEL = "role_model", pgettext_lazy("measure", "Nominated as a role model")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    competence = models.ForeignKey(Competence, models.PROTECT, related_name="+", verbose_name=_("competence"))
    name = models.CharField(_("short name"), max_length=60)
    description = models.TextField(_("what it means"))
    parts = ArrayField(models.CharField(max_length=LONGEST_PART), verbose_name=_("parts"), default=list, blank=True)
    wish_counts = models.BooleanField(_("the wish to learn it counts too"), default=False)
    needs_source = models.BooleanField(_("say who knows it"), default=False)
    demand = models.CharField(_("who must have it"), max_length=7, choices=Demand.choices, default=Demand.TEAM)
    axis = models.CharField(_("in the can and will matrix"), max_length=4, choices=Axis.choices, default=Axis.NONE)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    level = models.PositiveSmallIntegerField(_("level needed"), default=3)
    cover = models.PositiveSmallIntegerField(_("how many in a team"), default=1)
    measure = models.CharField(_("how it is known"), max_length=10, choices=Measure.choices, default=Measure.ASSESSED)
    full_years = models.PositiveSmallIntegerField(_("years that give the highest level"), default=15)
    scale = ArrayField(models.CharField(max_length=200), size=HIGHEST + 1, verbose_name=_("what each level means"))

    class Meta:
        verbose_name = _("trainer criterion")
        ordering = ["profile", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "position"], name="criterion_position_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=HIGHEST), name="level_needed_1_to_5"),
            models.CheckConstraint(condition=Q(cover__gte=1, cover__lte=9), name="cover_1_to_9"),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=9), name="trainer_weight_1_to_9"),
            models.CheckConstraint(condition=Q(scale__len=HIGHEST + 1), name="a_text_for_each_level"),
            models.CheckConstraint(condition=Q(full_years__range=(1, 40)), name="full_years_1_to_40"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_assessed(self) -> bool:
        return self.measure == Criterion.Measure.ASSESSED

    def level_of_years(self, years: int) -> int:
        """As many levels of five as `years` are of `full_years`, rounded down (source: T16)."""
        return min(HIGHEST, HIGHEST * years // self.full_years)


class Line(models.Model):
    """One line of a list in a profile."""

    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("text"), max_length=400)

    class Meta:
        abstract = True
        ordering = ["profile", "position"]

    def __str__(self) -> str:
        return self.text


class Task(Line):
    """What trainers do; some only when they hold another role too (sources: K04, K07–K13)."""

    class Kind(models.TextChoices):
        TEACHING = "teaching", pgettext_lazy("trainer task", "teaching")
        FLOOR_WALK = "floor_walk", pgettext_lazy("trainer task", "floor walk")
        SUPPORT = "support", pgettext_lazy("trainer task", "support")
        ANCHORING = "anchoring", pgettext_lazy("trainer task", "anchoring")
        NETWORK = "network", pgettext_lazy("trainer task", "network")
        WEBINAR = "webinar", pgettext_lazy("trainer task", "webinar or follow-up")
        REPORTING = "reporting", pgettext_lazy("trainer task", "reporting")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="tasks")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    only_support = models.BooleanField(_("only for super-users and those entitled to support"), default=False)


class AttentionPoint(Line):
    """What to look at in everybody; some are what one of the three parties answers for (sources: K14–K22)."""

    class Party(models.TextChoices):
        WILLING = "willing", pgettext_lazy("attention", "the candidate says yes")
        RELEASED = "released", pgettext_lazy("attention", "the manager releases time")
        CLOSE = "close", pgettext_lazy("attention", "close to the users")
        SELECTORS = "selectors", pgettext_lazy("attention", "the selectors look at it")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="points")
    party = models.CharField(_("who answers for it"), max_length=9, choices=Party.choices, default=Party.SELECTORS)
    is_hard = models.BooleanField(_("without it nobody is chosen"), default=False)


class TrainingPart(Line):
    """One part of the way to being ready (sources: K35–K39); `days` for those that are attended.

    `module` is what it belongs to, `provider` who gives it.
    """

    class Kind(models.TextChoices):
        PREPARATION = "preparation", pgettext_lazy("training", "preparation")
        COURSE_DAY = "course_day", pgettext_lazy("training", "course days")
        DIGITAL = "digital", pgettext_lazy("training", "digital learning")
        SELF_STUDY = "self_study", pgettext_lazy("training", "self-study")
        HANDOVER = "handover", pgettext_lazy("training", "handover of material")
        NETWORK = "network", pgettext_lazy("training", "network meeting")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="training")
    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices)
    module = models.CharField(_("module"), max_length=60, blank=True)
    provider = models.CharField(_("who gives it"), max_length=120, blank=True)
    days = models.PositiveSmallIntegerField(_("days"), null=True, blank=True)
    is_mandatory = models.BooleanField(_("everybody takes it"), default=True)


class Reference(Line):
    """A document to read, with the section and where it lies (sources: K24, K38, K39)."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="references")
    section = models.CharField(_("section"), max_length=120, blank=True)
    url = models.URLField(_("address"), max_length=LONGEST_ADDRESS, blank=True)
