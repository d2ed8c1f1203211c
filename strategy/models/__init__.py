from strategy.models.duties import BrushUp, BrushUpHeld, FirstAid, Supervision, SupervisionQuarter
from strategy.models.foundations import Foundation, FoundationKind, FoundationUse
from strategy.models.fund_rules import FundRule
from strategy.models.funding import Expert, Pool
from strategy.models.hearing import Approval, Comment
from strategy.models.needs import (
    OFTEN,
    Delivery,
    ExternalOnlyIf,
    Need,
    NeedCompetence,
    NeedGoal,
    NeedLaw,
    NeedUnit,
    ProviderKind,
    TargetGroup,
)
from strategy.models.strategies import (
    GoalKind,
    OtherText,
    Section,
    SectionKind,
    Strategy,
    StrategyGoal,
    WorkingGroupMember,
)
from strategy.models.trees import Cause, Measure, MeasureKind, SolutionTree, TreeLevel

__all__ = [
    "OFTEN",
    "Approval",
    "BrushUp",
    "BrushUpHeld",
    "Cause",
    "Comment",
    "Delivery",
    "Expert",
    "ExternalOnlyIf",
    "FirstAid",
    "Foundation",
    "FoundationKind",
    "FoundationUse",
    "FundRule",
    "GoalKind",
    "Measure",
    "MeasureKind",
    "Need",
    "NeedCompetence",
    "NeedGoal",
    "NeedLaw",
    "NeedUnit",
    "OtherText",
    "Pool",
    "ProviderKind",
    "Section",
    "SectionKind",
    "SolutionTree",
    "Strategy",
    "StrategyGoal",
    "Supervision",
    "SupervisionQuarter",
    "TargetGroup",
    "TreeLevel",
    "WorkingGroupMember",
]
