"""What funds pay and ask for, each rule with the days on which it holds (source: S52)."""

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from competence.models import Unit
from competence.money import kroner


class FundRuleQuerySet(models.QuerySet["FundRule"]):
    def of_municipality(self, root: Unit | int) -> Self:
        return self.filter(municipality=root)

    def meeting(self, first: date, last: date | None) -> Self:
        """Those that hold on a day from `first` to `last` (inclusive; None: for good)."""
        begun = self if last is None else self.filter(valid_from__lte=last)
        return begun.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=first))


@pghistory.track()
class FundRule(models.Model):
    """One rule of a fund, from–to (inclusive): `money` is whole øre, `number` per cent, months, days or persons."""

    class Kind(models.TextChoices):
        CEILING = "ceiling", pgettext_lazy("rule of a fund", "most for one person")
        SHARE = "share", pgettext_lazy("rule of a fund", "the share it pays")
        EARLIEST = "earliest", pgettext_lazy("rule of a fund", "earliest application")
        LATEST = "latest", pgettext_lazy("rule of a fund", "latest application")
        GROUP = "group", pgettext_lazy("rule of a fund", "groups approved first")
        ANSWER = "answer", pgettext_lazy("rule of a fund", "time to answer")
        OTHER = "other", pgettext_lazy("rule of a fund", "something else")

    municipality = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    code = models.CharField(
        max_length=60, blank=True, editable=False, help_text="Its name in the file; none: added here."
    )
    fund = models.CharField(_("fund"), max_length=160)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    money = models.PositiveBigIntegerField(_("amount"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    valid_from = models.DateField(_("holds from"))
    valid_to = models.DateField(_("holds until"), null=True, blank=True)
    note = models.CharField(_("in words"), max_length=300, blank=True)
    source = models.CharField(_("where this is known from"), max_length=300, blank=True)
    edited_at = models.DateTimeField(null=True, editable=False, help_text="Changed here: the file leaves it alone.")

    objects = FundRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule of a fund")
        ordering = ["fund", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code"], condition=~Q(code=""), name="fund_rule_of_file_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="fund_rule_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(kind="ceiling", money__isnull=False, number__isnull=True)
                | Q(kind="other", money__isnull=True, number__isnull=True) & ~Q(note="")
                | ~Q(kind__in=["ceiling", "other"]) & Q(money__isnull=True, number__isnull=False),
                name="fund_rule_says_how_much",
            ),
            models.CheckConstraint(condition=~Q(kind="share") | Q(number__lte=100), name="fund_pays_at_most_all"),
            ExclusionConstraint(
                name="one_rule_of_a_kind_holds",
                expressions=[
                    ("municipality", RangeOperators.EQUAL),
                    ("fund", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (
                        Func(
                            F("valid_from"),
                            F("valid_to"),
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(kind="other"),
                # A file moves the end of one rule and the beginning of the next together.
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fund}: {self.said}"

    def meets(self, first: date, last: date | None) -> bool:
        """As the query of that name says it of rows."""
        begun = last is None or self.valid_from <= last
        return begun and (self.valid_to is None or first <= self.valid_to)

    @property
    def said(self) -> str:
        """The rule in a sentence, in the language of the reader; what has no number is as it was written."""
        if self.kind == FundRule.Kind.CEILING:
            return gettext("At most %(amount)s for one person in 12 months.") % {"amount": kroner(self.money or 0)}
        return _in_numbers(FundRule.Kind(self.kind), self.number) if self.number is not None else self.note


def _in_numbers(kind: FundRule.Kind, number: int) -> str:
    kinds = FundRule.Kind
    words = {
        kinds.SHARE: gettext("The fund pays %(number)s per cent."),
        kinds.EARLIEST: ngettext(
            "Apply at the earliest %(number)s month before the start.",
            "Apply at the earliest %(number)s months before the start.",
            number,
        ),
        kinds.LATEST: ngettext(
            "Apply at the latest %(number)s day before the start.",
            "Apply at the latest %(number)s days before the start.",
            number,
        ),
        kinds.GROUP: gettext(
            "From %(number)s people with the same workplace, education and agreement, the group is approved first."
        ),
        kinds.ANSWER: ngettext(
            "The fund answers within %(number)s day.", "The fund answers within %(number)s days.", number
        ),
    }
    return words[kind] % {"number": number}
