"""Money and knowledge from outside: pools that can be applied for, and national experts (sources: S52, S53)."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Employee, Unit
from strategy.models.needs import Need


class PoolQuerySet(models.QuerySet["Pool"]):
    def open_on(self, day: date) -> Self:
        """Those that take applications on `day` (inclusive)."""
        return self.filter(opens_on__lte=day, closes_on__gte=day)


@pghistory.track()
class Pool(models.Model):
    """A pool with its window; `amount` is whole øre, what is applied for or was granted."""

    class State(models.TextChoices):
        WATCHED = "watched", pgettext_lazy("pool", "watched")
        APPLIED = "applied", pgettext_lazy("pool", "applied for")
        GRANTED = "granted", pgettext_lazy("pool", "granted")
        REFUSED = "refused", pgettext_lazy("pool", "refused")

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    source = models.CharField(_("source"), max_length=160, help_text=_("Who gives the money."))
    title = models.CharField(_("pool or project"), max_length=200)
    opens_on = models.DateField(_("opens"))
    closes_on = models.DateField(_("closes"))
    amount = models.PositiveBigIntegerField(_("amount"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WATCHED)
    responsible = models.ForeignKey(
        Employee, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who applies")
    )
    needs = models.ManyToManyField(Need, blank=True, related_name="pools", verbose_name=_("needs"))
    note = models.TextField(_("note"), blank=True)

    objects = PoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("pool")
        ordering = ["closes_on", "title"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="pool_closes_after_it_opens"),
            models.CheckConstraint(
                condition=~Q(state="granted") | Q(amount__isnull=False), name="granted_pool_has_an_amount"
            ),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Expert(models.Model):
    """A national source of knowledge and how to reach it; an organisation's open contact, no private person."""

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    organisation = models.CharField(_("organisation"), max_length=160)
    field = models.CharField(_("knows about"), max_length=200)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    needs = models.ManyToManyField(Need, blank=True, related_name="experts", verbose_name=_("needs"))

    class Meta:
        verbose_name = _("national expert")
        ordering = ["organisation", "field"]
        constraints = [models.UniqueConstraint(fields=["municipality", "organisation", "field"], name="expert_once")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.field}"
