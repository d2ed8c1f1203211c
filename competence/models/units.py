"""The organisation: a tree of units, closed between municipalities."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.text import danish_order


class UnitQuerySet(models.QuerySet["Unit"]):
    def open_on(self, day: date) -> Self:
        return self.filter(
            Q(opened_on__isnull=True) | Q(opened_on__lte=day), Q(closed_on__isnull=True) | Q(closed_on__gte=day)
        )

    def below(self, unit: "Unit") -> Self:
        """`unit` and everything under it."""
        return self.filter(path__startswith=unit.path)

    def of_municipality(self, root: "Unit | int") -> Self:
        return self.filter(municipality=root)

    def cycle_units(self) -> Self:
        """The units that run a yearly cycle: centres and staff functions directly under the root."""
        return self.filter(kind__in=[Unit.Kind.CENTRE, Unit.Kind.STAFF])


@pghistory.track()
class Unit(models.Model):
    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", pgettext_lazy("unit kind", "municipality")
        ADMINISTRATION = "administration", pgettext_lazy("unit kind", "administration")
        CENTRE = "centre", pgettext_lazy("unit kind", "centre")
        STAFF = "staff", pgettext_lazy("unit kind", "staff function")
        TEAM = "team", pgettext_lazy("unit kind", "team")

    municipality = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    code = models.CharField(_("unit code"), max_length=32)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    path = models.CharField(max_length=120, editable=False, help_text="Ids from the root, as 1/5/9/.")
    centre = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    pending_leader = models.CharField(max_length=32, blank=True, help_text="Employee number not imported yet.")
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    sort_name = models.GeneratedField(
        expression=danish_order("name"),
        output_field=models.CharField(max_length=130, db_collation="C"),
        db_persist=True,
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="unit_code_once_in_municipality"),
            models.UniqueConstraint(fields=["code"], condition=Q(parent=None), name="root_code_once"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(opened_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="unit_closes_after_it_opens",
            ),
        ]
        indexes = [models.Index(fields=["path"], opclasses=["varchar_pattern_ops"], name="unit_path_prefix")]

    def __str__(self) -> str:
        return self.name

    @property
    def line(self) -> list[int]:
        """The ids of this unit and of every unit above it, the municipality first."""
        return [int(part) for part in self.path.split("/") if part]

    @property
    def root_path(self) -> str:
        return self.path.split("/", 1)[0] + "/"

    @property
    def is_root(self) -> bool:
        return self.parent_id is None

    def contains(self, other: "Unit") -> bool:
        """Whether `other` is this unit or lies under it."""
        return other.path.startswith(self.path)


@pghistory.track()
class Municipality(models.Model):
    """What one municipality has set for itself; the root unit is its identity."""

    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="settings")
    language = models.CharField(_("language"), max_length=2, default="da")
    accent = models.CharField(_("accent colour"), max_length=7, default="#1c6b72")
    smallest_cell = models.PositiveSmallIntegerField(_("smallest group shown in figures"), default=6)
    words = models.JSONField(default=dict, blank=True, help_text="Own words by their key in competence.words (X04).")
    erases_by_itself = models.BooleanField(
        default=False, help_text="Whether personal data goes each month without anybody pressing a button."
    )
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(smallest_cell__gte=3), name="smallest_cell_protects"),
            models.CheckConstraint(condition=Q(accent__regex=r"^#[0-9a-f]{6}$"), name="accent_is_a_colour"),
        ]

    def __str__(self) -> str:
        return self.unit.name
