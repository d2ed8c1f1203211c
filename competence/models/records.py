"""Records of what the system did: rules and exceptions, imports, long jobs, mails, reminders, exports."""

from datetime import date
from typing import Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models.people import Employee, valid_on
from competence.models.units import Unit


class RuleQuerySet(models.QuerySet["Rule"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))

    def holding_for(self, unit: Unit, day: date) -> Self:
        """Those of `unit` and of the units above it on `day`; the nearest unit's come last, because they go first."""
        return self.valid_on(day).filter(unit__in=unit.line).order_by("unit__path", "starts_on")


@pghistory.track()
class Rule(models.Model):
    """A default rule of a unit and all below it: a dated number, never code (source: X05)."""

    class Kind(models.TextChoices):
        THRESHOLD_AMOUNT = "threshold_amount", _("Cost decided in December from")
        THRESHOLD_DAYS = "threshold_days", _("Days decided in December from")
        SENIORITY_YEARS = "seniority_years", _("Years of service before formal education")
        SUBSTITUTE_MONTHS = "substitute_months", _("Months of employment before external courses, for substitutes")
        GRANTS_PER_PERSON = "grants_per_person", _("Grants for one person in a year")
        FIRST_GRANT_BONUS = "first_grant_bonus", _("Points for a person’s first grant, in the proposal")
        COVERAGE_BONUS = "coverage_bonus", _("Points for each need covered, in the proposal")
        HISTORY_POINTS = "history_points", _("Points for each year a wish was relevant but not met, in the proposal")
        HISTORY_YEARS = "history_years", _("Years that such a wish counts, in the proposal")
        TEAM_GRANTS = "team_grants", _("Grants that each team has at least, in the proposal")
        TEAM_AMOUNT = "team_amount", _("Amount for one team at most, in the proposal")
        FORMAL_EDUCATION = (
            "formal_education",
            _("Weeks to complain about formal education (0: no formal decision)"),
        )
        FORMAL_COURSE = "formal_course", _("Weeks to complain about a course (0: no formal decision)")
        TRAINER_HOUR = "trainer_hour", _("Price of an hour of a trainer, in the whole municipality")
        AMR_HOURS = "amr_hours", _("Hours of basic training for a safety representative")
        AMR_MONTHS = "amr_months", _("Months from the election in which the basic training is held")
        AMR_FIRST_YEAR = "amr_first_year", _("Half days offered to a safety representative in the first year")
        AMR_LATER_YEARS = "amr_later_years", _("Half days offered to a safety representative in each later year")

        @property
        def is_amount(self) -> bool:
            """Kept in øre, written in kroner."""
            return self in (Rule.Kind.THRESHOLD_AMOUNT, Rule.Kind.TEAM_AMOUNT, Rule.Kind.TRAINER_HOUR)

        @property
        def is_of_all(self) -> bool:
            """Only a whole municipality has it."""
            return self == Rule.Kind.TRAINER_HOUR

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="rules")
    kind = models.CharField(_("rule"), max_length=24, choices=Kind.choices)
    value = models.PositiveIntegerField(_("value"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        ordering = ["unit", "kind", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind", "starts_on"], name="rule_once"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="rule_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"

    @property
    def is_amount(self) -> bool:
        return Rule.Kind(self.kind).is_amount


@pghistory.track()
class RuleException(models.Model):
    """Who was excepted from a default rule, when and why (source: X05)."""

    kind = models.CharField(max_length=24, choices=Rule.Kind.choices)
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="rule_exceptions")
    subject = models.CharField(max_length=80, help_text="What it was made for, as wish:17.")
    reason = models.TextField(_("reason"))
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject"], name="one_exception_for_a_subject"),
            models.CheckConstraint(condition=~Q(reason=""), name="an_exception_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


@pghistory.track(exclude=["content", "progress", "tries"])
class ImportRun(models.Model):
    """One file on its way in: what it was taken for, its faults and what it would change."""

    class Kind(models.TextChoices):
        UNITS = "units", pgettext_lazy("import", "units")
        STAFF = "staff", pgettext_lazy("import", "staff")
        COURSES = "courses", pgettext_lazy("import", "courses")
        WISHES = "wishes", pgettext_lazy("import", "wishes")

    class State(models.TextChoices):
        CHECKED = "checked", pgettext_lazy("import state", "checked")
        QUEUED = "queued", pgettext_lazy("import state", "waiting")
        RUNNING = "running", pgettext_lazy("import state", "running")
        DONE = "done", pgettext_lazy("import state", "done")
        FAILED = "failed", pgettext_lazy("import state", "failed")

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.CHECKED)
    report = models.JSONField(default=dict)
    end_missing = models.BooleanField(default=False, help_text="Employees missing from a full file are ended.")
    progress = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0, help_text="How many workers have begun to write it.")
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.file_name


class Job(models.Model):
    """Long work in the background with progress and, when done, a file to fetch."""

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("job", "waiting")
        RUNNING = "running", pgettext_lazy("job", "running")
        DONE = "done", pgettext_lazy("job", "done")
        FAILED = "failed", pgettext_lazy("job", "failed")

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=24)
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    failures = models.JSONField(default=list)
    file = models.FileField(upload_to="jobs/", null=True, blank=True)
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="jobs")
    made_at = models.DateTimeField()
    touched_at = models.DateTimeField(null=True, help_text="When a worker last said that it is at it.")
    finished_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.title


class JobItem(models.Model):
    """One document of a job. Whoever makes it holds the lock of its row."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("document", "waiting")
        DONE = "done", pgettext_lazy("document", "made")
        FAILED = "failed", pgettext_lazy("document", "could not be made")

    job = models.ForeignKey(Job, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=80, help_text="Which document, as plan:17.")
    name = models.CharField(max_length=200, help_text="Of the file in the package.")
    title = models.CharField(max_length=200, help_text="What people call it.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it could not be made.")

    class Meta:
        ordering = ["job", "position"]
        constraints = [
            models.UniqueConstraint(fields=["job", "position"], name="job_item_once"),
            models.CheckConstraint(
                condition=Q(state="failed") & ~Q(reason="") | ~Q(state="failed") & Q(reason=""),
                name="a_failed_document_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Notice(models.Model):
    """The ledger of reminders and messages: claimed before the mail is stored, so that twice is once.

    Several notices share a mail where a person is reminded of several things on one day. `mail` is null
    between the claim and the storing, which are one transaction.
    """

    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80, help_text="What it is about, as cycle:4 or wish:17.")
    recipient = models.ForeignKey(Employee, models.CASCADE, related_name="notices")
    due_on = models.DateField()
    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    mail = models.ForeignKey("post_office.Email", models.SET_NULL, null=True, related_name="notices")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]
        constraints = [models.UniqueConstraint(fields=["kind", "subject", "recipient", "due_on"], name="a_notice_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class ExportLog(models.Model):
    """Who took which personal data out, and when; appended to, never changed."""

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    what = models.CharField(max_length=200)
    rows = models.PositiveIntegerField()
    made_by = models.ForeignKey(
        Employee, models.PROTECT, null=True, related_name="+", help_text="Nobody where a command took it out."
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.what


class Erasure(models.Model):
    """How many rows of personal data were erased when their time was up; appended to, never changed."""

    municipality = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=120)
    rows = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "what"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.what}: {self.rows}"
