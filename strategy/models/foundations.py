"""What strategies stand on: lists of points that several units use (sources: S04–S07)."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Unit
from strategy.models.frozen import OF_VERSION, frozen_with
from strategy.models.strategies import Strategy


class FoundationKind(models.TextChoices):
    MANAGEMENT = "management", pgettext_lazy("foundation", "how we lead")
    VALUES = "values", pgettext_lazy("foundation", "values")
    POLITICAL = "political", pgettext_lazy("foundation", "political goals")


@pghistory.track()
class Foundation(models.Model):
    """Owned by the municipality or a unit; every unit below may use it."""

    owner = models.ForeignKey(Unit, models.CASCADE, related_name="foundations", verbose_name=_("owner"))
    kind = models.CharField(_("kind"), max_length=12, choices=FoundationKind.choices)
    title = models.CharField(_("title"), max_length=160)
    points = ArrayField(models.CharField(max_length=500), verbose_name=_("points"))
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("foundation")
        ordering = ["owner", "kind", "title"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "title"], name="foundation_once"),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class FoundationUse(models.Model):
    """A foundation in a version. A draft shows the foundation as it is; approval copies it and keeps the copy."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="foundation_uses")
    foundation = models.ForeignKey(Foundation, models.PROTECT, related_name="uses")
    position = models.PositiveSmallIntegerField()
    kept_title = models.CharField(max_length=160, blank=True)
    kept_points = ArrayField(models.CharField(max_length=500), default=list, blank=True)

    class Meta:
        ordering = ["strategy", "position"]
        constraints = [
            models.UniqueConstraint(fields=["strategy", "foundation"], name="foundation_used_once"),
        ]
        triggers = [frozen_with(OF_VERSION)]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return self.kept_title or self.foundation.title

    @property
    def points(self) -> list[str]:
        return list(self.kept_points if self.kept_title else self.foundation.points)
