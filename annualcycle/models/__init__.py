from annualcycle.models.cycle import Budget, CalendarFeed, Criterion, Cycle
from annualcycle.models.decisions import Assessment, Decision
from annualcycle.models.entitlements import Entitlement
from annualcycle.models.follow_up import FollowUp
from annualcycle.models.forecasts import ForecastRun
from annualcycle.models.plans import Goal, Plan, PlanVersion
from annualcycle.models.proposals import ProposalRun
from annualcycle.models.talks import GroupTalk, Preparation, Talk, TalkNote
from annualcycle.models.themes import Evaluation, Orientation, Theme
from annualcycle.models.wishes import Wish

__all__ = [
    "Assessment",
    "Budget",
    "CalendarFeed",
    "Criterion",
    "Cycle",
    "Decision",
    "Entitlement",
    "Evaluation",
    "FollowUp",
    "ForecastRun",
    "Goal",
    "GroupTalk",
    "Orientation",
    "Plan",
    "PlanVersion",
    "Preparation",
    "ProposalRun",
    "Talk",
    "TalkNote",
    "Theme",
    "Wish",
]
