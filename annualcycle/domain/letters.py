"""The letter to one person about one decision, from what is stored."""

from datetime import date

from django.db.models import Avg

from annualcycle.domain.answers import AnswerFacts, Letter, ThemeFacts, compose
from annualcycle.models import Decision, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.themes import themes_of
from competence.queries import leader_for

HIGH = 4


def letter_for(decision: Decision, on: date) -> Letter:
    """The answer to the wish of `decision`; whom to ask is the leader of `on` (sources: S47, S64)."""
    wish = decision.wish
    leader = leader_for(wish.employee, wish.unit, on)
    return compose(
        AnswerFacts(
            first_name=wish.employee.first_name,
            budget_year=wish.cycle.budget_year,
            outcome=decision.outcome,
            route=decision.route,
            amount=decision.amount,
            section=wish.need.section.number if wish.need else wish.section_text,
            high=rated_high(wish),
            reason=decision.reason,
            next_step=decision.next_step,
            until_then=decision.until_then,
            themes=_themes(decision),
            ask=leader.name if leader else "",
            complaint_weeks=decision.complaint_weeks,
        )
    )


def rated_high(wish: Wish) -> tuple[str, ...]:
    """The names of the criteria with a mean of four or more; those for the leadership group only are left out."""
    criteria = wish.cycle.criteria.filter(is_confidential=False, assessments__wish=wish)
    rated = criteria.annotate(mean=Avg("assessments__score")).filter(mean__gte=HIGH)
    return tuple(criterion.name for criterion in rated.order_by("position"))


def _themes(decision: Decision) -> tuple[ThemeFacts, ...]:
    """What is taken up together meanwhile; who was granted the course does not wait for it."""
    if decision.outcome == Outcome.GRANTED or decision.wish.cycle.themes_published_at is None:
        return ()
    return tuple(ThemeFacts(theme.title, theme.held_on) for theme in themes_of(decision.wish))
