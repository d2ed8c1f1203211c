from trainers.models.courses import Course, TrainerElsewhere
from trainers.models.development import Insight, Learnt, Note, OwnLevel, PlanStep, Pulse, Sureness
from trainers.models.mandates import Anchoring, Mandate, MandatePhase
from trainers.models.path import PartRecord
from trainers.models.peers import PeerAnswer, PeerAsk, PeerSurvey
from trainers.models.pool import PoolShare, TrainerRequest
from trainers.models.profiles import (
    AttentionPoint,
    Criterion,
    Profile,
    Programme,
    Reference,
    Task,
    TrainingPart,
)
from trainers.models.rounds import (
    Candidate,
    CandidateException,
    CoSelector,
    MatrixMove,
    Nomination,
    Release,
    Round,
    Score,
    ScoreSheet,
    TaughtUnit,
    Willingness,
)
from trainers.models.sessions import Evaluation, Participant, Session, SessionTrainer
from trainers.models.sharing import ComparedYear, Practice, StayingYear, UseCheck
from trainers.models.support import SupportEntry
from trainers.models.teams import ComposerRun, Selection, UnitLimit

__all__ = [
    "Anchoring",
    "AttentionPoint",
    "Candidate",
    "CandidateException",
    "CoSelector",
    "ComparedYear",
    "ComposerRun",
    "Course",
    "Criterion",
    "Evaluation",
    "Insight",
    "Learnt",
    "Mandate",
    "MandatePhase",
    "MatrixMove",
    "Nomination",
    "Note",
    "OwnLevel",
    "PartRecord",
    "Participant",
    "PeerAnswer",
    "PeerAsk",
    "PeerSurvey",
    "PlanStep",
    "PoolShare",
    "Practice",
    "Profile",
    "Programme",
    "Pulse",
    "Reference",
    "Release",
    "Round",
    "Score",
    "ScoreSheet",
    "Selection",
    "Session",
    "SessionTrainer",
    "StayingYear",
    "SupportEntry",
    "Sureness",
    "Task",
    "TaughtUnit",
    "TrainerElsewhere",
    "TrainerRequest",
    "TrainingPart",
    "UnitLimit",
    "UseCheck",
    "Willingness",
]
