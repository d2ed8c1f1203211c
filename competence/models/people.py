"""Employees, their employments over time, and the roles they hold on units."""

from datetime import date
from typing import Any, ClassVar, Self

import pghistory
import pgtrigger
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models.units import Unit
from competence.text import danish_order, folded, swedish_order
from competence.words import own


def valid_on(day: date, prefix: str = "") -> Q:
    """Rows whose dates (inclusive, open where null) hold `day`; `prefix` reaches them through a relation."""
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    )


class EmployeeQuerySet(models.QuerySet["Employee"]):
    def employed_on(self, day: date) -> Self:
        return self.filter(models.Exists(Employment.objects.valid_on(day).filter(employee=models.OuterRef("pk"))))

    def below(self, unit: Unit, day: date) -> Self:
        """Employed on `day` in `unit` or under it."""
        posts = Employment.objects.valid_on(day).filter(unit__path__startswith=unit.path)
        return self.filter(models.Exists(posts.filter(employee=models.OuterRef("pk"))))


class EmployeeManager(BaseUserManager["Employee"]):
    def get_queryset(self) -> EmployeeQuerySet:
        return EmployeeQuerySet(self.model, using=self._db)

    def get_by_natural_key(self, username: str | None) -> "Employee":
        return self.get(email=(username or "").lower())


# An import writes the history of thousands of rows in one statement (domain/imports/history.py): with this condition
# the database does not even call the trigger for them.
_INSERTED = pghistory.InsertEvent(
    condition=pgtrigger.Condition("current_setting('kompetence.history', true) IS DISTINCT FROM 'written'")
)


@pghistory.track(
    _INSERTED,
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["password", "last_login", "sort_name", "sort_name_sv", "search"],
)
class Employee(AbstractBaseUser):
    """One person in one municipality, who can sign in when there is an e-mail address."""

    # No index of its own where a constraint or index below begins with the same column.
    municipality = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(_("employee number"), max_length=32)
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80)
    email = models.EmailField(_("e-mail"), null=True, blank=True, unique=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    is_active = models.BooleanField(default=True)
    sort_name = models.GeneratedField(
        expression=danish_order("first_name", "last_name"),
        output_field=models.CharField(max_length=170, db_collation="C"),
        db_persist=True,
    )
    sort_name_sv = models.GeneratedField(
        expression=swedish_order("first_name", "last_name"),
        output_field=models.CharField(max_length=170, db_collation="C"),
        db_persist=True,
    )
    search = models.GeneratedField(
        expression=folded("first_name", "last_name", "number"),
        output_field=models.CharField(max_length=210, db_collation="C"),
        db_persist=True,
    )

    objects: ClassVar[EmployeeManager] = EmployeeManager.from_queryset(EmployeeQuerySet)()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("employee")
        ordering = ["sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="employee_number_once_in_municipality"),
            models.CheckConstraint(condition=~Q(email=""), name="email_is_null_when_empty"),
            models.CheckConstraint(condition=~Q(last_name=""), name="employee_has_a_name"),
        ]
        indexes = [models.Index(fields=["municipality", "sort_name"], name="employee_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.first_name


class BirthYear(models.Model):
    """The year somebody was born, where the municipality supplies it; only the monitor of equal treatment reads it.

    A table of its own, so that no list, search, history or proposal of wishes ever has it at hand.
    """

    employee = models.OneToOneField(Employee, models.CASCADE, primary_key=True, related_name="+")
    year = models.PositiveSmallIntegerField(_("year of birth"))

    class Meta:
        verbose_name = _("year of birth")
        constraints = [
            models.CheckConstraint(condition=Q(year__gte=1920) & Q(year__lte=2020), name="year_of_birth_of_staff")
        ]

    def __str__(self) -> str:
        return f"{self.employee}"


class DatedQuerySet(models.QuerySet[Any]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))


_ENDS_AFTER_START = Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))


@pghistory.track(_INSERTED, pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Employment(models.Model):
    """A post in a unit; a person can hold several (source: X02). Dates are inclusive."""

    class Kind(models.TextChoices):
        PERMANENT = "permanent", pgettext_lazy("employment", "permanent")
        SUBSTITUTE = "substitute", pgettext_lazy("employment", "substitute")
        FIXED_TERM = "fixed_term", pgettext_lazy("employment", "fixed term")

    employee = models.ForeignKey(Employee, models.CASCADE, related_name="employments", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="employments", db_index=False)
    job_title = models.CharField(_("job title"), max_length=120)
    profession = models.CharField(_("profession"), max_length=120, blank=True)
    agreement = models.CharField(_("collective agreement"), max_length=120, blank=True)
    kind = models.CharField(_("kind of employment"), max_length=12, choices=Kind.choices, default=Kind.PERMANENT)
    weekly_hours = models.DecimalField(_("hours a week"), max_digits=4, decimal_places=2)
    starts_on = models.DateField(_("employed from"))
    ends_on = models.DateField(_("employed until"), null=True, blank=True)
    seniority_on = models.DateField(_("seniority from"))

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("employment")
        ordering = ["employee", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["employee", "unit", "starts_on"], name="employment_once"),
            models.CheckConstraint(condition=_ENDS_AFTER_START, name="employment_ends_after_start"),
            models.CheckConstraint(
                condition=Q(weekly_hours__gt=0) & Q(weekly_hours__lte=60), name="employment_hours_in_a_week"
            ),
        ]
        indexes = [models.Index(fields=["unit", "starts_on"], name="employment_by_unit")]

    def __str__(self) -> str:
        return f"{self.job_title}, {self.unit}"


@pghistory.track()
class Leave(models.Model):
    """Time away from an employment; it does not break seniority."""

    employment = models.ForeignKey(Employment, models.CASCADE, related_name="leaves")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("leave")
        constraints = [
            models.CheckConstraint(condition=_ENDS_AFTER_START, name="leave_ends_after_start"),
            models.UniqueConstraint(
                fields=["employment"], condition=Q(ends_on__isnull=True), name="one_open_leave_of_an_employment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employment} {self.starts_on}"


class Role(models.TextChoices):
    """Roles on a unit and everything below it (source: S68); `employee` is implicit and never stored."""

    TEAM_LEADER = "team_leader", own("team_leader")
    MANAGER = "manager", own("manager")
    LEADERSHIP_GROUP = "leadership_group", own("leadership_group")
    HR = "hr", pgettext_lazy("role", "HR")
    PROJECT_LEADER = "project_leader", pgettext_lazy("role", "project leader")
    CO_SELECTOR = "co_selector", pgettext_lazy("role", "co-selector")
    MED_MEMBER = "med_member", pgettext_lazy("role", "MED member")
    UNION_REPRESENTATIVE = "union_representative", pgettext_lazy("role", "union representative")
    SAFETY_REPRESENTATIVE = "safety_representative", pgettext_lazy("role", "safety representative")
    SAFETY_GROUP = "safety_group", pgettext_lazy("role", "member of the safety group")
    MENTOR = "mentor", pgettext_lazy("role", "mentor")
    SUPER_USER = "super_user", pgettext_lazy("role", "super-user")
    ADMINISTRATOR = "administrator", pgettext_lazy("role", "administrator")


class RoleQuerySet(models.QuerySet["RoleAssignment"]):
    def valid_on(self, day: date) -> Self:
        """Held on `day`; a deputy's only while the one deputised for holds it too."""
        original = Q(deputises_for__isnull=True) | valid_on(day, "deputises_for__")
        return self.filter(valid_on(day), original)

    def leading(self) -> Self:
        """Those who lead a unit's staff, deputies left out."""
        return self.filter(role__in=[Role.TEAM_LEADER, Role.MANAGER], deputises_for__isnull=True)


@pghistory.track()
class RoleAssignment(models.Model):
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("role"), max_length=24, choices=Role.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="role_assignments")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    deputises_for = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="deputies", verbose_name=_("deputy for")
    )
    is_imported = models.BooleanField(default=False, help_text="Follows the staff and unit files.")

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        ordering = ["unit", "role", "starts_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "role", "unit", "starts_on", "deputises_for"], name="role_once"
            ),
            models.CheckConstraint(condition=_ENDS_AFTER_START, name="role_ends_after_start"),
            models.CheckConstraint(
                condition=Q(deputises_for__isnull=True) | Q(ends_on__isnull=False), name="a_deputy_has_an_end"
            ),
        ]
        indexes = [models.Index(fields=["unit", "role"], name="role_by_unit")]

    def __str__(self) -> str:
        return f"{self.employee}: {self.get_role_display()}, {self.unit}"
