"""What the history page shows of strategies."""

from django.utils.translation import pgettext_lazy

from competence.history import Tracked, show
from strategy.models import (
    Approval,
    Expert,
    FirstAid,
    Foundation,
    FundRule,
    Pool,
    SolutionTree,
    Strategy,
    SupervisionQuarter,
    WorkingGroupMember,
)

show(
    Tracked(Pool, pgettext_lazy("history", "Pool"), "municipality", money=("amount",)),
    Tracked(
        FundRule,
        pgettext_lazy("history", "Rule of a fund"),
        "municipality",
        hidden=("code", "edited_at"),
        money=("money",),
    ),
    Tracked(Expert, pgettext_lazy("history", "National expert"), "municipality"),
    Tracked(Strategy, pgettext_lazy("history", "Strategy"), "unit", hidden=("copied_from", "kept_dates", "kept_names")),
    Tracked(SolutionTree, pgettext_lazy("history", "Solution tree"), "unit"),
    Tracked(WorkingGroupMember, pgettext_lazy("history", "Working group"), "strategy__unit", "employee"),
    Tracked(Approval, pgettext_lazy("history", "Approval in MED"), "strategy__unit"),
    Tracked(Foundation, pgettext_lazy("history", "Foundation"), "owner"),
    Tracked(SupervisionQuarter, pgettext_lazy("history", "Supervision"), "supervision__unit"),
    Tracked(FirstAid, pgettext_lazy("history", "First aid"), "employee__municipality", "employee"),
)
