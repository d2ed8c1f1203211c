"""What the history page shows of trainers: never a score, a note or what the composer was given."""

from django.utils.translation import pgettext_lazy

from competence.history import Tracked, show
from trainers.models import CandidateException, Profile, Release, Round, Selection, UnitLimit, Willingness

show(
    Tracked(Profile, pgettext_lazy("history", "Trainer profile"), "programme__municipality"),
    Tracked(Round, pgettext_lazy("history", "Selection of trainers"), "unit"),
    Tracked(
        Willingness,
        pgettext_lazy("history", "Candidate’s answer"),
        "candidate__unit",
        "candidate__employee",
        ("words",),
    ),
    Tracked(Release, pgettext_lazy("history", "Released time"), "candidate__unit", "candidate__employee", ("words",)),
    Tracked(
        CandidateException,
        pgettext_lazy("history", "Exception"),
        "candidate__unit",
        "candidate__employee",
        ("reason",),
    ),
    Tracked(Selection, pgettext_lazy("history", "Selection"), "candidate__unit", "candidate__employee", ("reason",)),
    Tracked(UnitLimit, pgettext_lazy("history", "Limit of a unit"), "unit"),
)
