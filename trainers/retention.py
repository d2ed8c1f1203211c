"""What selections store about people, and how long (note on K21, K22, K28–K30)."""

from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.retention import PersonalData, months_before, names_of_actors, register
from trainers.course_facts import AGE_OF_FILE_MONTHS
from trainers.models import (
    Anchoring,
    Candidate,
    CandidateException,
    ComposerRun,
    CoSelector,
    Insight,
    Learnt,
    Mandate,
    MandatePhase,
    MatrixMove,
    Nomination,
    Note,
    OwnLevel,
    Participant,
    PartRecord,
    PeerAnswer,
    PeerAsk,
    PeerSurvey,
    PlanStep,
    PoolShare,
    Pulse,
    Release,
    Round,
    Score,
    ScoreSheet,
    Selection,
    SessionTrainer,
    SupportEntry,
    Sureness,
    TrainerElsewhere,
    TrainerRequest,
    Willingness,
)

_CHOICE = _("To choose trainers by the same criteria and to answer for it")
# Opinions about named persons go half a year after the round; what was decided stays as long as other decisions.
_OPINION_MONTHS, _DECISION_MONTHS = 6, 60
_CLOSED = "candidate__round__closed_at"

register(
    PersonalData(
        Score,
        "sheet__candidate__employee",
        _("Scores as a trainer candidate, with examples"),
        _CHOICE,
        _OPINION_MONTHS,
        after="sheet__candidate__round__closed_at",
        shown=Q(sheet__handed_in_at__isnull=False, sheet__candidate__round__closed_at__isnull=False),
    ),
    PersonalData(
        ScoreSheet,
        "candidate__employee",
        _("Who assessed you as a trainer candidate, and when"),
        _CHOICE,
        _OPINION_MONTHS,
        after=_CLOSED,
        shown=Q(handed_in_at__isnull=False, candidate__round__closed_at__isnull=False),
        hidden=("draft",),
    ),
    PersonalData(
        MatrixMove, "candidate__employee", _("Place in the can and will matrix"), _CHOICE, _OPINION_MONTHS, _CLOSED
    ),
    PersonalData(Nomination, "candidate__employee", _("Nominations as a trainer"), _CHOICE, _OPINION_MONTHS, _CLOSED),
    PersonalData(
        Willingness, "candidate__employee", _("Your own answer as a candidate"), _CHOICE, _OPINION_MONTHS, _CLOSED
    ),
    PersonalData(Release, "candidate__employee", _("Hours your manager released"), _CHOICE, _OPINION_MONTHS, _CLOSED),
    PersonalData(
        CandidateException, "candidate__employee", _("Exceptions made for you"), _CHOICE, _DECISION_MONTHS, _CLOSED
    ),
    PersonalData(
        Selection, "candidate__employee", _("Answers about being a trainer"), _CHOICE, _DECISION_MONTHS, _CLOSED
    ),
    PersonalData(
        PeerSurvey,
        "candidate__employee",
        _("That your colleagues were asked about you"),
        _CHOICE,
        _OPINION_MONTHS,
        after=_CLOSED,
    ),
    # One by one the answers could be told from each other; what they say together is on the own page.
    PersonalData(
        PeerAnswer,
        "survey__candidate__employee",
        _("What your colleagues say of you"),
        _CHOICE,
        _OPINION_MONTHS,
        after="survey__candidate__round__closed_at",
        shown=None,
    ),
    PersonalData(
        PeerAsk,
        "colleague",
        _("Candidates you were asked about"),
        _CHOICE,
        _OPINION_MONTHS,
        after="survey__candidate__round__closed_at",
    ),
    # It says something about all candidates at once, so that nobody gets it with the data of one.
    PersonalData(
        ComposerRun,
        "made_by",
        _("What the team composer was given and answered"),
        _CHOICE,
        _OPINION_MONTHS,
        after="round__closed_at",
        shown=None,
    ),
    PersonalData(
        CoSelector, "employee", _("Selections you took part in"), _CHOICE, _DECISION_MONTHS, "round__closed_at"
    ),
    PersonalData(
        Candidate,
        "employee",
        pgettext_lazy("stored", "Candidacies as a trainer"),
        _CHOICE,
        _DECISION_MONTHS,
        "round__closed_at",
        hidden=("pin",),
    ),
)
_TASK = _("To say what trainers can count on, and to prove what they did")
_ENDED = "mandate__ended_at"
register(
    PersonalData(Anchoring, "mandate__employee", _("What your leader signed"), _TASK, _DECISION_MONTHS, _ENDED),
    PersonalData(MandatePhase, "mandate__employee", _("Hours of your mandate"), _TASK, _DECISION_MONTHS, _ENDED),
    PersonalData(PartRecord, "mandate__employee", _("Your training as a trainer"), _TASK, _DECISION_MONTHS, _ENDED),
    PersonalData(SessionTrainer, "mandate__employee", _("Sessions you held"), _TASK, _DECISION_MONTHS, _ENDED),
    PersonalData(SupportEntry, "mandate__employee", _("Errors and wishes you reported"), _TASK, 36, "made_at"),
    PersonalData(
        Participant, "employee", _("Sessions you were invited to"), _TASK, 24, "session__starts_at", hidden=("by_code",)
    ),
    PersonalData(
        Mandate, "employee", pgettext_lazy("stored", "Mandates as a trainer"), _TASK, _DECISION_MONTHS, "ended_at"
    ),
)
_OWN = _("To help you grow as a trainer; nobody else reads it unless you show it")
register(
    PersonalData(Learnt, "employee", _("What you have learnt as a trainer"), _TASK, _DECISION_MONTHS, "on"),
    PersonalData(Note, "employee", _("Your private notes"), _OWN, 24, "written_at"),
    PersonalData(Insight, "employee", _("Questions and insights you have kept"), _OWN, 24, "on"),
    PersonalData(Pulse, "employee", _("How you felt before and after sessions"), _OWN, 12, "session__starts_at"),
    PersonalData(OwnLevel, "mandate__employee", _("Where you see yourself as a trainer"), _TASK, 24, _ENDED),
    PersonalData(PlanStep, "mandate__employee", _("Your own plan as a trainer"), _TASK, 24, _ENDED),
    PersonalData(Sureness, "mandate__employee", _("How sure you are as a trainer"), _TASK, 24, _ENDED),
)
_POOL = _("To let municipalities borrow trainers from each other, with the trainer’s consent")
register(
    PersonalData(TrainerRequest, "share__employee", _("Who asked for you as a trainer"), _POOL, 24, "answered_at"),
    PersonalData(
        PoolShare, "employee", _("What other municipalities may see of you, and your yes"), _POOL, 24, "ended_at"
    ),
)
# People of other municipalities, who have no account here: nobody gets them with the data of their own.
register(
    PersonalData(
        TrainerElsewhere,
        "",
        _("Trainers of other municipalities, from their files"),
        _POOL,
        AGE_OF_FILE_MONTHS,
        after="made_on",
        shown=None,
    ),
)
names_of_actors(
    "trainers.Course.made_by",
    "trainers.TrainerElsewhere.taken_in_by",
    "trainers.Session.made_by",
    "trainers.Practice.made_by",
    "trainers.UseCheck.noted_by",
    "trainers.StayingYear.made_by",
    "trainers.ComparedYear.made_by",
    "trainers.Profile.published_by",
    "trainers.Round.leader",
    "trainers.Round.decided_by",
)


def opinions_until(round_: Round) -> date | None:
    """The last day on which what is said in the round of a candidate may be kept; None while the round is open."""
    return months_before(timezone.localdate(round_.closed_at), -_OPINION_MONTHS) if round_.closed_at else None
