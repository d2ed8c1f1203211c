"""What a unit needs to learn, for whom and how (sources: S08, S12–S38)."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from competence.models import Competence, LawReference, Unit
from strategy.models.frozen import OF_NEED, OF_SECTION, frozen_with
from strategy.models.strategies import Section, StrategyGoal


class TargetGroup(models.TextChoices):
    EVERYONE = "everyone", pgettext_lazy("target group", "everybody")
    CASE_WORKERS = "case_workers", pgettext_lazy("target group", "case workers")
    ADMINISTRATIVE = "administrative", pgettext_lazy("target group", "administrative staff")
    LAWYERS = "lawyers", pgettext_lazy("target group", "lawyers")
    TEAM_LEADERS = "team_leaders", pgettext_lazy("target group", "team leaders")
    MANAGERS = "managers", pgettext_lazy("target group", "managers")
    LEADERS = "leaders", pgettext_lazy("target group", "the leadership group")
    NEWCOMERS = "newcomers", pgettext_lazy("target group", "new colleagues")
    REPRESENTATIVES = "representatives", pgettext_lazy("target group", "TR, AMR and the working environment group")
    SUPER_USERS = "super_users", pgettext_lazy("target group", "super-users")
    OTHERS = "others", pgettext_lazy("target group", "others")


class Delivery(models.TextChoices):
    INTERNAL = "internal", pgettext_lazy("delivery", "own teaching")
    WITH_CENTRES = "with_centres", pgettext_lazy("delivery", "with other centres")
    EXTERNAL = "external", pgettext_lazy("delivery", "external course")
    NETWORK = "network", pgettext_lazy("delivery", "network")
    SUPERVISION = "supervision", pgettext_lazy("delivery", "supervision")
    EDUCATION = "education", pgettext_lazy("delivery", "formal education")
    SHARING = "sharing", pgettext_lazy("delivery", "knowledge sharing")


class ProviderKind(models.TextChoices):
    OWN = "own", pgettext_lazy("provider", "ourselves")
    MUNICIPALITY = "municipality", pgettext_lazy("provider", "the municipality")
    AUTHORITY = "authority", pgettext_lazy("provider", "another authority")
    EDUCATION = "education", pgettext_lazy("provider", "an educational institution")
    UNION = "union", pgettext_lazy("provider", "a union")
    PRIVATE = "private", pgettext_lazy("provider", "a private provider")


class ExternalOnlyIf(models.TextChoices):
    """When a course outside the house is right (source: S16)."""

    SPECIALIST = "specialist", pgettext_lazy("external course only", "the field is narrow")
    REFORM = "reform", pgettext_lazy("external course only", "a reform is large")
    EITHER = "either", pgettext_lazy("external course only", "the field is narrow or a reform is large")


# How often what comes again comes, by months.
OFTEN = {
    3: pgettext_lazy("recurrence", "each quarter"),
    6: pgettext_lazy("recurrence", "twice a year"),
    12: pgettext_lazy("recurrence", "each year"),
    24: pgettext_lazy("recurrence", "every other year"),
    36: pgettext_lazy("recurrence", "every third year"),
}


@pghistory.track()
class Need(models.Model):
    """Something the unit needs to learn, under a numbered section (source: S08)."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="needs")
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("more about it"), blank=True)
    target_group = models.CharField(
        _("target group"), max_length=16, choices=TargetGroup.choices, default=TargetGroup.EVERYONE
    )
    target_note = models.CharField(_("more exactly for"), max_length=120, blank=True)
    delivery = models.CharField(_("kind of delivery"), max_length=12, choices=Delivery.choices, blank=True)
    delivery_note = models.CharField(_("more exactly how"), max_length=120, blank=True)
    provider = models.CharField(_("kind of provider"), max_length=12, choices=ProviderKind.choices, blank=True)
    recurs_months = models.PositiveSmallIntegerField(_("again after months"), null=True, blank=True)
    law_reference = models.CharField(_("law reference"), max_length=120, blank=True)
    external_only_if = models.CharField(
        _("external course only when"), max_length=10, choices=ExternalOnlyIf.choices, blank=True
    )
    external_reason = models.CharField(_("why"), max_length=200, blank=True)
    competences = models.ManyToManyField(Competence, blank=True, related_name="needs", verbose_name=_("competences"))
    goals = models.ManyToManyField(StrategyGoal, blank=True, related_name="needs", verbose_name=_("serves"))
    units = models.ManyToManyField(
        Unit,
        blank=True,
        related_name="+",
        verbose_name=_("units"),
        help_text="The teams it is for, or the units one learns with.",
    )
    law_references = models.ManyToManyField(
        LawReference, blank=True, related_name="needs", verbose_name=_("law references")
    )
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    kept_law: list[str] | None = None

    class Meta:
        verbose_name = _("need")
        ordering = ["section", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "number"], name="need_number_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=Q(recurs_months__isnull=True) | Q(recurs_months__gte=1), name="need_recurs_after_a_month"
            ),
            models.CheckConstraint(
                condition=Q(external_reason="") | ~Q(external_only_if=""), name="external_reason_of_a_rule"
            ),
        ]
        triggers = [frozen_with(OF_SECTION)]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        """As 3.2.1; needs `section`."""
        return f"{self.section.number}.{self.number}"

    @property
    def how_often(self) -> str:
        """As each quarter; nothing for what does not come again by itself."""
        return str(OFTEN[self.recurs_months]) if self.recurs_months in OFTEN else self._every()

    def _every(self) -> str:
        months = self.recurs_months
        return gettext("every %(months)s months") % {"months": months} if months else ""

    @property
    def law(self) -> list[str]:
        """The law it cites: chosen from the list, then written beside it; needs `law_references`.

        As it was called when the version was approved, where the need was read with its `chapters_of`.
        """
        if self.kept_law is not None:
            return self.kept_law
        codes = [row.code[:1].upper() + row.code[1:] for row in self.law_references.all()]
        is_chosen = self.law_reference.casefold() in map(str.casefold, codes)
        return codes if is_chosen or not self.law_reference else [*codes, self.law_reference]

    @property
    def for_whom(self) -> str:
        return self.target_note or str(self.get_target_group_display())


class NeedCompetence(Need.competences.through):  # type: ignore[name-defined]  # Django makes the class at run time
    class Meta:
        proxy = True
        triggers = [frozen_with(OF_NEED)]


class NeedGoal(Need.goals.through):  # type: ignore[name-defined]  # Django makes the class at run time
    class Meta:
        proxy = True
        # A goal and its needs are of one version: what the need says, the goal need not say again.
        triggers = [frozen_with(OF_NEED)]


class NeedUnit(Need.units.through):  # type: ignore[name-defined]  # Django makes the class at run time
    class Meta:
        proxy = True
        triggers = [frozen_with(OF_NEED)]


class NeedLaw(Need.law_references.through):  # type: ignore[name-defined]  # Django makes the class at run time
    class Meta:
        proxy = True
        triggers = [frozen_with(OF_NEED)]
