"""What staff wish to learn (source: S70)."""

from decimal import Decimal
from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models.cycle import Cycle
from competence.models import Employee, Introduction, Offer, Unit
from strategy.models import Measure, Need

LONGEST_VIEW = 600


class WishQuerySet(models.QuerySet["Wish"]):
    def on_the_board(self) -> Self:
        """Submitted, neither agreed in the talk nor asked for during the year."""
        return self.filter(state=Wish.State.SUBMITTED, is_ad_hoc=False, agreed_at__isnull=True)


@pghistory.track()
class Wish(models.Model):
    """One wish of one employee in one cycle. Money is whole øre."""

    class Kind(models.TextChoices):
        COURSE = "course", pgettext_lazy("wish", "course")
        FORMAL_EDUCATION = "formal_education", pgettext_lazy("wish", "formal education")
        KNOWLEDGE_SHARING = "knowledge_sharing", pgettext_lazy("wish", "knowledge sharing")
        NETWORK = "network", pgettext_lazy("wish", "network")
        SUPERVISION = "supervision", pgettext_lazy("wish", "supervision")
        PRACTICE_VISIT = "practice_visit", pgettext_lazy("wish", "practice visit")
        SELF_STUDY = "self_study", pgettext_lazy("wish", "self-study")

    class Target(models.TextChoices):
        PERSON = "person", pgettext_lazy("wish is for", "me")
        TEAM = "team", pgettext_lazy("wish is for", "my team")
        GROUP = "group", pgettext_lazy("wish is for", "a group")

    class Source(models.TextChoices):
        OWN = "own", pgettext_lazy("knowledge from", "our own organisation")
        AUTHORITY = "authority", pgettext_lazy("knowledge from", "another authority")

    class Extent(models.TextChoices):
        WHOLE = "whole", pgettext_lazy("wish for education", "the whole education")
        MODULES = "modules", pgettext_lazy("wish for education", "single modules")

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("wish", "draft")
        SUBMITTED = "submitted", pgettext_lazy("wish", "submitted")
        WITHDRAWN = "withdrawn", pgettext_lazy("wish", "withdrawn")

    class Frame(models.TextChoices):
        UNTESTED = "", pgettext_lazy("strategy test", "not assessed")
        WITHIN = "within", pgettext_lazy("strategy test", "within the strategy")
        OUTSIDE = "outside", pgettext_lazy("strategy test", "outside the strategy")

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="wishes")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="wishes")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="wishes")
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    kind = models.CharField(_("kind"), max_length=18, choices=Kind.choices, default=Kind.COURSE)
    extent = models.CharField(
        _("how much of the education"),
        max_length=7,
        choices=Extent.choices,
        blank=True,
        help_text="Of formal education.",
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    offer = models.ForeignKey(Offer, models.SET_NULL, null=True, blank=True, related_name="wishes")
    provider = models.CharField(_("provider"), max_length=120, blank=True)
    description = models.TextField(_("description"), blank=True)
    need = models.ForeignKey(Need, models.SET_NULL, null=True, blank=True, related_name="wishes")
    measure = models.ForeignKey(
        Measure,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="wishes",
        help_text="It came from this measure of a solution tree.",
    )
    section_text = models.CharField(_("section"), max_length=20, blank=True)
    target = models.CharField(_("who it is for"), max_length=6, choices=Target.choices, default=Target.PERSON)
    source = models.CharField(_("knowledge from"), max_length=9, choices=Source.choices, blank=True)
    fee = models.PositiveIntegerField(_("fee"), default=0)
    travel = models.PositiveIntegerField(_("travel"), default=0)
    books = models.PositiveIntegerField(_("books"), default=0)
    cover = models.PositiveIntegerField(_("cover for absence"), default=0)
    cost = models.GeneratedField(
        expression=F("fee") + F("travel") + F("books") + F("cover"),
        output_field=models.PositiveIntegerField(),
        db_persist=True,
    )
    days = models.DecimalField(_("days"), max_digits=5, decimal_places=1, default=Decimal(0))
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    ects = models.DecimalField(_("ECTS"), max_digits=4, decimal_places=1, default=Decimal(0))
    is_external = models.BooleanField(_("external"), default=False)
    motivation = models.TextField(_("why you, and why now"), blank=True)
    application = models.TextField(_("how you will use it"), blank=True)
    sharing = models.TextField(_("how you will share it"), blank=True)
    funding = models.CharField(_("other funding"), max_length=120, blank=True)
    is_ad_hoc = models.BooleanField(default=False, help_text="Asked for during the year, against the reserve.")
    why_now = models.TextField(_("why it cannot wait for December"), blank=True)
    introduction = models.ForeignKey(
        Introduction,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="wishes",
        help_text="Found necessary when a new colleague began.",
    )
    decided_in_december = models.BooleanField(default=True, help_text="At or over the threshold when submitted.")
    eligibility = ArrayField(models.CharField(max_length=24), default=list, blank=True, help_text="Rules not met.")
    is_imported = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        Employee, models.PROTECT, null=True, blank=True, related_name="+", help_text="Null: it came with a file."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True, help_text="Agreed in the talk, below the threshold.")
    agreed_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    frame = models.CharField(max_length=7, choices=Frame.choices, blank=True, default=Frame.UNTESTED)
    frame_reason = models.TextField(_("reason"), blank=True)
    frame_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    frame_at = models.DateTimeField(null=True, blank=True)

    leader_view = models.TextField(_("what the nearest leader thinks"), max_length=LONGEST_VIEW, blank=True)
    leader_view_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    leader_view_at = models.DateTimeField(null=True, blank=True)

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish")
        ordering = ["cycle", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") | (~Q(title="") & Q(submitted_at__isnull=False)),
                name="a_submitted_wish_has_title_and_time",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                | (~Q(state="withdrawn") & Q(withdrawn_at__isnull=True)),
                name="a_withdrawn_wish_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True, agreed_by__isnull=True)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False, decided_in_december=False),
                name="only_small_wishes_agreed_in_talks",
            ),
            models.CheckConstraint(condition=~Q(frame="outside") | ~Q(frame_reason=""), name="outside_needs_a_reason"),
            models.CheckConstraint(
                condition=Q(is_ad_hoc=False) | ~Q(why_now="") | Q(state="draft"), name="ad_hoc_says_why"
            ),
            models.CheckConstraint(
                condition=Q(leader_view="", leader_view_by__isnull=True, leader_view_at__isnull=True)
                | (~Q(leader_view="") & Q(leader_view_by__isnull=False, leader_view_at__isnull=False)),
                name="a_leaders_view_has_who_and_when",
            ),
            models.CheckConstraint(condition=Q(days__gte=0), name="wish_days_not_negative"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="wish_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["cycle", "state"], name="wish_by_cycle"),
            models.Index(fields=["employee", "cycle"], name="wish_by_employee"),
        ]

    def __str__(self) -> str:
        return self.title
