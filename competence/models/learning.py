"""What can be learnt, and where: providers and the course catalogue."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models.framework import Competence
from competence.models.law import LawReference
from competence.models.units import Unit
from competence.text import danish_order, folded


@pghistory.track()
class Provider(models.Model):
    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    former_names = models.JSONField(_("former names"), default=list, blank=True)
    is_internal = models.BooleanField(_("internal"), default=False)

    class Meta:
        verbose_name = _("provider")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="provider_once")]

    def __str__(self) -> str:
        return self.name


class OfferQuerySet(models.QuerySet["Offer"]):
    def of_municipality(self, root: Unit | int) -> Self:
        return self.filter(municipality=root)

    def open_for_signup(self, day: date) -> Self:
        return self.filter(Q(signup_by__isnull=True) | Q(signup_by__gte=day))


@pghistory.track(exclude=["sort_title", "search"])
class Offer(models.Model):
    """An offer in the course catalogue. `price` is whole øre per participant."""

    class Kind(models.TextChoices):
        COURSE = "course", pgettext_lazy("offer", "external course")
        INTERNAL = "internal", pgettext_lazy("offer", "internal course")
        DIPLOMA = "diploma", pgettext_lazy("offer", "diploma module")
        MASTER = "master", pgettext_lazy("offer", "master")
        PROGRAMME = "programme", pgettext_lazy("offer", "programme")
        THEME_DAY = "theme_day", pgettext_lazy("offer", "theme day")
        CONFERENCE = "conference", pgettext_lazy("offer", "conference")

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    code = models.CharField(_("course code"), max_length=32)
    title = models.CharField(_("title"), max_length=200)
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="offers", verbose_name=_("provider"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    price = models.PositiveIntegerField(_("price"))
    days = models.DecimalField(_("days"), max_digits=5, decimal_places=1)
    ects = models.DecimalField(_("ECTS"), max_digits=4, decimal_places=1, default=0)
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    signup_by = models.DateField(_("sign up by"), null=True, blank=True)
    competences = models.ManyToManyField(Competence, blank=True, related_name="offers")
    law_references = models.ManyToManyField(LawReference, blank=True, related_name="offers")
    is_active = models.BooleanField(default=True)
    sort_title = models.GeneratedField(
        expression=danish_order("title"),
        output_field=models.CharField(max_length=210, db_collation="C"),
        db_persist=True,
    )
    search = models.GeneratedField(
        expression=folded("title", "code"),
        output_field=models.CharField(max_length=240, db_collation="C"),
        db_persist=True,
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("course")
        ordering = ["sort_title"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="offer_code_once"),
            models.CheckConstraint(condition=Q(days__gte=0), name="offer_days_not_negative"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_external(self) -> bool:
        return self.kind != Offer.Kind.INTERNAL

    @property
    def is_formal_education(self) -> bool:
        return self.kind in (Offer.Kind.DIPLOMA, Offer.Kind.MASTER)
