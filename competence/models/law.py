"""Law that needs, courses and programmes refer to, each reference with the days on which it holds."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from competence.models.units import Unit


class LawReferenceQuerySet(models.QuerySet["LawReference"]):
    def of_municipality(self, root: Unit | int) -> Self:
        return self.filter(municipality=root)

    def outdated_on(self, day: date) -> Self:
        """Those whose last day lies before `day`."""
        return self.filter(valid_to__lt=day)

    def valid_on(self, day: date) -> Self:
        return self.filter(Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day))


@pghistory.track()
class LawReference(models.Model):
    """A place in a law, from–to (inclusive), and the one that came after it (source: S21)."""

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    code = models.CharField(_("reference"), max_length=120, help_text=_("As people cite it: serviceloven § 50."))
    law = models.CharField(_("law"), max_length=120)
    paragraph = models.CharField(_("paragraph"), max_length=40, blank=True)
    title = models.CharField(_("what it is about"), max_length=200)
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("in force until"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaces", verbose_name=_("replaced by")
    )
    note = models.CharField(_("where this is known from"), max_length=300, blank=True)
    edited_at = models.DateTimeField(null=True, editable=False, help_text="Changed here: the file leaves it alone.")

    objects = LawReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("law reference")
        ordering = ["law", "paragraph", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="law_reference_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="law_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(valid_to__isnull=False), name="replaced_law_has_an_end"
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("pk")), name="no_law_replaces_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def is_outdated(self, day: date) -> bool:
        return self.valid_to is not None and self.valid_to < day
