"""What the history page shows of trainers: never a score, a note or what the composer was given."""

from django.utils.translation import pgettext_lazy

from competence.history import Tracked, show
from trainers.models import (
    Anchoring,
    CandidateException,
    Learnt,
    Mandate,
    PartRecord,
    PeerSurvey,
    PlanStep,
    PoolShare,
    Profile,
    Release,
    Round,
    Selection,
    Session,
    SupportEntry,
    TrainerRequest,
    UnitLimit,
    Willingness,
)

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
    Tracked(PeerSurvey, pgettext_lazy("history", "Colleagues asked"), "candidate__unit", "candidate__employee"),
    Tracked(Selection, pgettext_lazy("history", "Selection"), "candidate__unit", "candidate__employee", ("reason",)),
    Tracked(UnitLimit, pgettext_lazy("history", "Limit of a unit"), "unit"),
    Tracked(
        Mandate,
        pgettext_lazy("history", "Mandate"),
        "unit",
        "employee",
        ("unanchored_reason", "unready_reason", "end_reason"),
    ),
    Tracked(Anchoring, pgettext_lazy("history", "Signature"), "mandate__unit", "mandate__employee", ("words",)),
    Tracked(
        PartRecord, pgettext_lazy("history", "Part of the training"), "mandate__unit", "mandate__employee", ("words",)
    ),
    Tracked(Session, pgettext_lazy("history", "Session"), "unit", hidden=("cause_words", "notes", "follow_up_words")),
    Tracked(
        PoolShare,
        pgettext_lazy("history", "Shared with other municipalities"),
        "employee__municipality",
        "employee",
    ),
    Tracked(
        TrainerRequest,
        pgettext_lazy("history", "Request for a trainer"),
        "share__employee__municipality",
        "share__employee",
        ("words", "reply"),
    ),
    Tracked(SupportEntry, pgettext_lazy("history", "Error or wish"), "mandate__unit", "mandate__employee"),
    Tracked(
        Learnt,
        pgettext_lazy("history", "Learnt as a trainer"),
        "employee__municipality",
        "employee",
        ("takeaway",),
    ),
    Tracked(PlanStep, pgettext_lazy("history", "Step of a trainer’s plan"), "mandate__unit", "mandate__employee"),
)
