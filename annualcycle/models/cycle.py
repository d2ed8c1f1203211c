"""The year of a centre: its dates, criteria and budget."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from competence.models import Employee, Unit


class CycleQuerySet(models.QuerySet["Cycle"]):
    def of_employee(self, employee: Employee, day: date) -> Self:
        """Cycles of the centres in which `employee` is employed on `day`."""
        posts = employee.employments.filter(starts_on__lte=day).exclude(ends_on__lt=day)
        return self.filter(unit__in=posts.values("unit__centre"))

    def running(self) -> Self:
        """Published and not yet evaluated."""
        return self.filter(published_at__isnull=False, evaluated_at__isnull=True)


@pghistory.track()
class Cycle(models.Model):
    """One row for a centre and year: talks and decisions in `year`, money of the year after (source: S42, S46, S69).

    All dates are inclusive. `threshold_amount` is øre.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cycles")
    year = models.PositiveSmallIntegerField(_("year"))
    talks_open_on = models.DateField(_("talks open"))
    talks_close_on = models.DateField(_("talks close"))
    wishes_due_on = models.DateField(_("wishes due"))
    decide_on = models.DateField(_("decision meeting"))
    feedback_by = models.DateField(_("answers given by"))
    orientation_on = models.DateField(_("department informed"))
    evaluate_on = models.DateField(_("evaluation"))
    process = models.TextField(_("how wishes are decided"), blank=True)
    threshold_amount = models.PositiveIntegerField(_("decided in December from"), default=500_000)
    threshold_days = models.DecimalField(_("or from this many days"), max_digits=4, decimal_places=1, default=3)
    seniority_years = models.PositiveSmallIntegerField(_("years of service before formal education"), default=2)
    substitute_months = models.PositiveSmallIntegerField(_("months before external courses, substitutes"), default=12)
    grants_per_person = models.PositiveSmallIntegerField(_("grants for one person"), null=True, blank=True, default=2)
    first_grant_bonus = models.PositiveSmallIntegerField(_("points for a person’s first grant"), default=0)
    coverage_bonus = models.PositiveSmallIntegerField(_("points for each need covered"), default=0)
    history_points = models.PositiveSmallIntegerField(_("points for each year a wish was not met"), default=0)
    history_years = models.PositiveSmallIntegerField(_("years that such a wish counts"), default=3)
    team_grants = models.PositiveSmallIntegerField(_("grants that each team has at least"), null=True, blank=True)
    team_amount = models.PositiveIntegerField(_("amount for one team at most"), null=True, blank=True)
    is_history = models.BooleanField(default=False, help_text="Made from a file of an earlier year's decisions.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    themes_published_at = models.DateTimeField(null=True, blank=True)
    themes_published_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    evaluated_at = models.DateTimeField(null=True, blank=True)
    evaluated_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CycleQuerySet.as_manager()

    class Meta:
        verbose_name = _("year")
        ordering = ["-year", "unit"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="one_cycle_a_year"),
            models.CheckConstraint(
                condition=Q(talks_open_on__lt=F("talks_close_on"))
                & Q(talks_close_on__lte=F("wishes_due_on"))
                & Q(wishes_due_on__lt=F("decide_on"))
                & Q(decide_on__lte=F("feedback_by"))
                & Q(feedback_by__lt=F("orientation_on"))
                & Q(orientation_on__lt=F("evaluate_on")),
                name="cycle_dates_in_order",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{verb}_at__isnull": True, f"{verb}_by__isnull": True})
                    | Q(**{f"{verb}_at__isnull": False}) & (Q(**{f"{verb}_by__isnull": False}) | Q(is_history=True)),
                    name=f"cycle_{verb}_at_and_by",
                )
                for verb in ("published", "released", "themes_published", "evaluated")
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(published_at__isnull=False), name="release_after_publication"
            ),
            models.CheckConstraint(
                condition=Q(evaluated_at__isnull=True) | Q(released_at__isnull=False), name="evaluation_after_release"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"

    @property
    def budget_year(self) -> int:
        """The calendar year the decisions are about."""
        return self.year + 1

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def is_running(self) -> bool:
        """Published and not yet evaluated."""
        return self.is_published and self.evaluated_at is None

    @property
    def is_released(self) -> bool:
        return self.released_at is not None


@pghistory.track()
class Criterion(models.Model):
    """What wishes are weighed by; published before the talks open (source: S60). Scores are 0–5."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="criteria")
    key = models.SlugField(max_length=32)
    name = models.CharField(_("name"), max_length=80)
    description = models.TextField(_("what it means"), blank=True)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    position = models.PositiveSmallIntegerField()
    is_confidential = models.BooleanField(_("scores seen by the leadership group only"), default=False)

    class Meta:
        verbose_name = _("criterion")
        ordering = ["cycle", "position"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "key"], name="criterion_once"),
            models.CheckConstraint(condition=Q(weight__gte=1) & Q(weight__lte=10), name="criterion_weight_1_to_10"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Budget(models.Model):
    """The money of a cycle in whole øre (source: S54). The counters change only under this row's lock.

    `placed` by right, `agreed` in talks and `granted` in December share the frame, which is `total` less `reserve`;
    `ad_hoc` grants draw on the reserve.
    """

    cycle = models.OneToOneField(Cycle, models.CASCADE, related_name="budget")
    total = models.PositiveBigIntegerField(_("budget"), null=True, blank=True)
    reserve = models.PositiveBigIntegerField(_("reserve for needs during the year"), default=0)
    placed = models.PositiveBigIntegerField(default=0)
    agreed = models.PositiveBigIntegerField(default=0)
    granted = models.PositiveBigIntegerField(default=0)
    ad_hoc = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("budget")
        constraints = [
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(total__gte=F("reserve") + F("placed") + F("agreed") + F("granted")),
                name="frame_not_overspent",
            ),
            models.CheckConstraint(condition=Q(ad_hoc__lte=F("reserve")), name="reserve_not_overspent"),
            models.CheckConstraint(
                condition=Q(total__isnull=False) | Q(granted=0, ad_hoc=0), name="no_grant_without_a_budget"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cycle}"

    @property
    def frame(self) -> int:
        """What rights, talks and December may spend together, in øre."""
        return max(0, (self.total or 0) - self.reserve)

    @property
    def spent(self) -> int:
        return self.placed + self.agreed + self.granted

    @property
    def free(self) -> int:
        """What December can still spend; the reserve is not in it."""
        return max(0, self.frame - self.spent)

    @property
    def reserve_left(self) -> int:
        return self.reserve - self.ad_hoc


class CalendarFeed(models.Model):
    """A person's own calendar address; a higher `serial` ends the one handed out before."""

    employee = models.OneToOneField(Employee, models.CASCADE, primary_key=True, related_name="+")
    serial = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.employee}"
