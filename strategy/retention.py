"""What strategies and recurring duties store about people, and how long."""

from django.utils.translation import gettext_lazy as _

from competence.retention import PersonalData, names_of_actors, register
from strategy.models import Comment, FirstAid, OtherText, WorkingGroupMember

_MED = _("To answer for how the strategy came about")

register(
    PersonalData(WorkingGroupMember, "employee", _("Working groups of strategies"), _MED, 60),
    PersonalData(Comment, "author", _("Comments in hearings"), _MED, 60, after="made_at"),
    PersonalData(OtherText, "made_by", _("Texts set aside while writing a strategy"), _MED, 12, after="made_at"),
    PersonalData(
        FirstAid, "employee", _("First-aid certificates"), _("To know who can give first aid"), 12, after="expires_on"
    ),
)
names_of_actors(
    "strategy.Strategy.evaluated_by",
    "strategy.Section.edited_by",
    "strategy.Comment.answered_by",
    "strategy.Approval.put_by",
    "strategy.Approval.recorded_by",
    "strategy.SupervisionQuarter.noted_by",
    "strategy.BrushUpHeld.noted_by",
    "strategy.FirstAid.noted_by",
    "strategy.Pool.responsible",
    "strategy.SolutionTree.made_by",
)
