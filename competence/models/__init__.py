from competence.models.career import CareerStep
from competence.models.commitments import Commitment
from competence.models.framework import Competence, CompetenceArea
from competence.models.introductions import Introduction, IntroductionItem, IntroductionStep, Mentorship
from competence.models.law import LawReference
from competence.models.learning import Offer, Provider
from competence.models.people import BirthYear, Employee, Employment, Leave, Role, RoleAssignment, valid_on
from competence.models.records import Erasure, ExportLog, ImportRun, Job, JobItem, Notice, Rule, RuleException
from competence.models.reported_needs import ReportedNeed
from competence.models.units import Municipality, Unit

__all__ = [
    "BirthYear",
    "CareerStep",
    "Commitment",
    "Competence",
    "CompetenceArea",
    "Employee",
    "Employment",
    "Erasure",
    "ExportLog",
    "ImportRun",
    "Introduction",
    "IntroductionItem",
    "IntroductionStep",
    "Job",
    "JobItem",
    "LawReference",
    "Leave",
    "Mentorship",
    "Municipality",
    "Notice",
    "Offer",
    "Provider",
    "ReportedNeed",
    "Role",
    "RoleAssignment",
    "Rule",
    "RuleException",
    "Unit",
    "valid_on",
]
