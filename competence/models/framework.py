"""The shared competence catalogue (source: X01)."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from competence.models.units import Unit


@pghistory.track()
class CompetenceArea(models.Model):
    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("competence area")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="area_once")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Competence(models.Model):
    area = models.ForeignKey(CompetenceArea, models.CASCADE, related_name="competences")
    key = models.SlugField(_("key"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("competence")
        ordering = ["area", "name"]
        constraints = [models.UniqueConstraint(fields=["area", "key"], name="competence_once")]

    def __str__(self) -> str:
        return self.name
