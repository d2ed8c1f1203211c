"""What the year stores about people, and how long."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annualcycle.models import (
    Assessment,
    CalendarFeed,
    Decision,
    Entitlement,
    FollowUp,
    ForecastRun,
    Goal,
    Plan,
    PlanVersion,
    Preparation,
    ProposalRun,
    Talk,
    TalkNote,
    Wish,
)
from competence.retention import PersonalData, names_of_actors, register

_AGREEMENT = _("The agreement on competence development: a talk and a plan each year")
_BY_RIGHT = _("To offer what law and agreements give a right to, and to prove it")
_GRANTS = _("To decide wishes by the same criteria and to answer for it")

register(
    PersonalData(
        Preparation,
        "talk__employee",
        _("Preparation for talks"),
        _AGREEMENT,
        12,
        after="saved_at",
        shown=Q(side="employee") | Q(given_at__isnull=False),
    ),
    PersonalData(TalkNote, "talk__employee", _("Notes from talks"), _AGREEMENT, 24, after="made_at"),
    PersonalData(Goal, "version__plan__employee", _("Goals"), _AGREEMENT, 60, after="version__made_at"),
    PersonalData(PlanVersion, "plan__employee", _("Development plans"), _AGREEMENT, 60, after="made_at"),
    PersonalData(Plan, "employee", _("Development plans, by year"), _AGREEMENT, 60, after="cycle__evaluate_on"),
    PersonalData(Talk, "employee", _("When talks were held"), _AGREEMENT, 60, after="cycle__evaluate_on"),
    # What each assessor gave is told as the reason in the answer; the single scores say as much about the assessor.
    PersonalData(
        Assessment, "wish__employee", _("Scores of wishes"), _GRANTS, 12, after="wish__cycle__evaluate_on", shown=None
    ),
    PersonalData(
        Decision,
        "wish__employee",
        _("Answers to wishes"),
        _GRANTS,
        60,
        after="wish__cycle__evaluate_on",
        shown=Q(released_at__isnull=False),
    ),
    # Inputs and answer name wishes and people by their numbers here; they say as much about everybody else.
    PersonalData(
        ProposalRun,
        "made_by",
        _("Proposals for December"),
        _GRANTS,
        60,
        after="cycle__evaluate_on",
        shown=None,
        hidden=("problem", "answer", "others"),
    ),
    # What went in names nobody; in a small centre it may still say who asked for something rare.
    PersonalData(
        ForecastRun,
        "made_by",
        _("Simulations of the coming year"),
        _GRANTS,
        60,
        after="cycle__evaluate_on",
        shown=None,
        hidden=("given", "answer"),
    ),
    PersonalData(Entitlement, "employee", _("Offers of days by right"), _BY_RIGHT, 60, after="cycle__evaluate_on"),
    PersonalData(
        FollowUp,
        "decision__wish__employee",
        _("How courses are used and shared"),
        _AGREEMENT,
        24,
        after="decision__wish__cycle__evaluate_on",
    ),
    # The address is a key to the calendar: it is told on the calendar's own page, and not in an export.
    PersonalData(CalendarFeed, "employee", _("Your calendar’s address"), _AGREEMENT, 1, shown=None),
    PersonalData(Wish, "employee", _("Wishes"), _GRANTS, 60, after="cycle__evaluate_on"),
)
names_of_actors(
    *(f"annualcycle.Cycle.{verb}_by" for verb in ("published", "released", "themes_published", "evaluated")),
    "annualcycle.GroupTalk.leader",
    "annualcycle.Orientation.published_by",
)
