"""What the department hears: orientation, knowledge themes and the yearly evaluation (sources: S48–S51, S67)."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models.cycle import Cycle
from annualcycle.models.wishes import Wish
from competence.models import Employee, Unit

# The last line behind `domain.orientation.publish`: the department hears nothing before each person has an answer.
_ANSWERS_FIRST = """
    IF EXISTS (SELECT 1 FROM annualcycle_cycle WHERE id = NEW.cycle_id AND released_at IS NULL)
    OR EXISTS (
        SELECT 1 FROM annualcycle_wish AS wish
        LEFT JOIN annualcycle_decision AS decision ON decision.wish_id = wish.id
        WHERE wish.cycle_id = NEW.cycle_id AND wish.state = 'submitted' AND NOT wish.is_ad_hoc
        AND wish.agreed_at IS NULL AND decision.released_at IS NULL
    ) THEN
        RAISE EXCEPTION 'An orientation is published after all answers.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@pghistory.track()
class Orientation(models.Model):
    """The collective orientation about granted courses, after all individual answers."""

    cycle = models.OneToOneField(Cycle, models.CASCADE, related_name="orientation")
    introduction = models.TextField(_("introduction"), blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Employee, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="orientation_published_at_and_by",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="answers_before_orientation",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("published_at"),
                condition=pgtrigger.Q(new__published_at__isnull=False),
                func=_ANSWERS_FIRST,
            )
        ]

    def __str__(self) -> str:
        return f"{self.cycle}"


@pghistory.track()
class Theme(models.Model):
    """A subject that many ask about and that needs no course, placed where it is taken up."""

    class Place(models.TextChoices):
        STAFF_MEETING = "staff_meeting", pgettext_lazy("theme", "staff meeting")
        THEME_DAY = "theme_day", pgettext_lazy("theme", "theme day")
        TEAM = "team", pgettext_lazy("theme", "team meeting")

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="themes")
    title = models.CharField(_("theme"), max_length=160)
    description = models.TextField(_("what it is about"), blank=True)
    source = models.CharField(_("knowledge from"), max_length=9, choices=Wish.Source.choices, default=Wish.Source.OWN)
    place = models.CharField(_("taken up at"), max_length=13, choices=Place.choices, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("team"))
    held_on = models.DateField(_("date"), null=True, blank=True)
    wishes = models.ManyToManyField(Wish, blank=True, related_name="themes")

    class Meta:
        verbose_name = _("theme")
        ordering = ["cycle", "held_on", "title"]
        constraints = [
            models.CheckConstraint(condition=~Q(place="team") | Q(unit__isnull=False), name="a_team_theme_has_a_team")
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Evaluation(models.Model):
    """The yearly evaluation; `figures` holds only cells that cannot be turned back into persons."""

    cycle = models.OneToOneField(Cycle, models.CASCADE, related_name="evaluation")
    figures = models.JSONField(default=dict)
    text = models.TextField(_("what we learnt"), blank=True)
    changes = models.TextField(_("what we change"), blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evaluation")

    def __str__(self) -> str:
        return f"{self.cycle}"
