"""What the history page shows of the year: never what was said in a talk, and no decision before its release."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models import Budget, Criterion, Cycle, Decision, Entitlement, FollowUp, Talk
from competence.history import Tracked, show

# Whose names an answer does not tell stays with the answer.
_CONFIRMED = ("names_confirmed_by", "names_confirmed_at")

show(
    Tracked(Cycle, pgettext_lazy("history", "Year"), "unit", money=("threshold_amount",)),
    Tracked(Criterion, pgettext_lazy("history", "Criterion"), "cycle__unit"),
    Tracked(
        Budget,
        pgettext_lazy("history", "Budget"),
        "cycle__unit",
        money=("total", "reserve", "placed", "granted", "agreed", "ad_hoc"),
    ),
    Tracked(Talk, pgettext_lazy("history", "Talk"), "unit", "employee", ("reason", "place", "invitations")),
    Tracked(
        Decision,
        pgettext_lazy("history", "Answer"),
        "wish__unit",
        "wish__employee",
        ("reason", "next_step", "until_then", "exception_reason", "revision", "confirmed_names", *_CONFIRMED),
        ("amount",),
        Q(released_at__isnull=False),
    ),
    Tracked(Entitlement, _("Offer"), "cycle__unit", "employee", ("remark",), ("cost",)),
    Tracked(
        FollowUp,
        pgettext_lazy("history", "Use and sharing"),
        "decision__wish__unit",
        "decision__wish__employee",
        ("use_what", "use_with", "share_what", "used", "words"),
    ),
)
