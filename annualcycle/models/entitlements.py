"""Days that somebody has a right to, placed before December weighs the wishes (rules-and-complaints.md, E1)."""

from decimal import Decimal

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from annualcycle.models.cycle import Cycle
from competence.models import Employee


def long_in_words(length: Decimal, *, in_hours: bool) -> str:
    """`22 hours`, `1½ days` as `1,5 dage`."""
    number, text = (1 if length == 1 else 2), number_format(length, decimal_pos=0 if length % 1 == 0 else 1)
    if in_hours:
        return ngettext("%(length)s hour", "%(length)s hours", number) % {"length": text}
    return ngettext("%(length)s day", "%(length)s days", number) % {"length": text}


@pghistory.track()
class Entitlement(models.Model):
    """An offer of days by law or agreement, with the money set aside for it; a declined one costs nothing.

    `length` is hours for the basic training and days for the rest; `due_on` is the last day to hold them by.
    """

    class Kind(models.TextChoices):
        BASIC = "basic", pgettext_lazy("right", "basic training in health and safety")
        FIRST_YEAR = "first_year", pgettext_lazy("right", "further training in the first year")
        LATER_YEAR = "later_year", pgettext_lazy("right", "further training in a later year")
        AGREED = "agreed", pgettext_lazy("right", "a right by agreement")

    class Answer(models.TextChoices):
        WAITING = "", pgettext_lazy("offer", "not answered")
        ACCEPTED = "accepted", pgettext_lazy("offer", "accepted")
        DECLINED = "declined", pgettext_lazy("offer", "declined")

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="entitlements")
    employee = models.ForeignKey(Employee, models.CASCADE, related_name="entitlements")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    title = models.CharField(_("what it is"), max_length=200, blank=True)
    length = models.DecimalField(_("hours or days"), max_digits=5, decimal_places=1)
    due_on = models.DateField(_("held by"))
    cost = models.PositiveIntegerField(_("set aside"), default=0)
    offered_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    answer = models.CharField(_("answer"), max_length=8, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Employee, models.PROTECT, null=True, blank=True, related_name="+", help_text="Who entered it for somebody else."
    )
    remark = models.TextField(_("remark"), blank=True)
    held_on = models.DateField(_("held on"), null=True, blank=True, help_text="The day it was noted that it was held.")

    class Meta:
        verbose_name = _("offer of days by right")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "employee", "kind", "title"], name="one_offer_of_a_right"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="an_answer_to_a_right_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(answer="accepted"), name="only_accepted_days_are_held"
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answer=""), name="who_entered_an_answer_has_one"
            ),
            models.CheckConstraint(condition=Q(length__gt=0), name="a_right_has_a_length"),
            models.CheckConstraint(condition=~Q(kind="agreed") | ~Q(title=""), name="an_agreed_right_says_what"),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()

    @property
    def in_hours(self) -> bool:
        return self.kind == self.Kind.BASIC

    @property
    def long(self) -> str:
        return long_in_words(self.length, in_hours=self.in_hours)

    @property
    def amount(self) -> int:
        """What it takes of the budget, in øre."""
        return 0 if self.answer == self.Answer.DECLINED else self.cost
