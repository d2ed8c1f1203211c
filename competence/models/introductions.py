"""How a new colleague gets started: what a unit does with the new, and one programme for each (sources: S35–S37)."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from competence.models.people import DatedQuerySet, Employee
from competence.models.units import Unit


@pghistory.track()
class IntroductionStep(models.Model):
    """A step of the programmes of a unit and those below it that have none of their own."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="introduction_steps")
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("more about it"), blank=True)
    after_days = models.PositiveSmallIntegerField(_("days after the first day"))

    class Meta:
        verbose_name = _("step of introductions")
        ordering = ["unit", "after_days", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(after_days__lte=730), name="introduction_step_within_two_years"),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Introduction(models.Model):
    """The programme of one new colleague, and whether courses are needed to do the job (source: S37)."""

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="introductions", verbose_name=_("person"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="introductions", verbose_name=_("unit"))
    starts_on = models.DateField(_("first day"))
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    needs_course = models.BooleanField(_("a course is needed"), null=True, blank=True)
    course = models.CharField(_("which course"), max_length=200, blank=True)
    course_reason = models.TextField(_("why the job asks for it"), blank=True)
    assessed_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")
    assessed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("introduction programme")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["employee", "unit", "starts_on"], name="introduction_once"),
            models.CheckConstraint(
                condition=Q(needs_course__isnull=True, assessed_by__isnull=True, assessed_at__isnull=True)
                | Q(needs_course__isnull=False, assessed_by__isnull=False, assessed_at__isnull=False),
                name="assessment_has_who_and_when",
            ),
            models.CheckConstraint(
                condition=(Q(needs_course=True) & ~Q(course=""))
                | (Q(course="") & (Q(needs_course=False) | Q(needs_course__isnull=True))),
                name="a_course_is_named_where_needed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.employee)


@pghistory.track()
class IntroductionItem(models.Model):
    """One thing in somebody's programme, with its day."""

    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="items")
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("more about it"), blank=True)
    due_on = models.DateField(_("by"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("item of an introduction")
        ordering = ["introduction", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="introduction_item_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Mentorship(models.Model):
    """Who is at the new colleague's side, from–to (inclusive; source: S36)."""

    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="mentorships")
    mentor = models.ForeignKey(Employee, models.CASCADE, related_name="mentorships", verbose_name=_("mentor"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("mentorship")
        ordering = ["introduction", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["introduction", "starts_on"], name="one_mentor_begins_on_a_day"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="mentorship_ends_after_start"),
        ]

    def __str__(self) -> str:
        return str(self.mentor)
