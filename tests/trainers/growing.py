"""Bo, a trainer in Eva's round, and what he has written for himself; Tove leads him."""

from datetime import date

from tests.cast import TODAY, Cast
from tests.trainers import working
from tests.trainers.selecting import AT
from trainers.domain import development, own_plan
from trainers.models import Insight, Mandate, Note, PlanStep

PRIVATE = "Jeg var rystet efter sidste gang."
SHOWN = "Jeg vil gerne tale om at få en makker med."


def trainer(cast: Cast) -> Mandate:
    return working.ready(cast, cast.bo)[0]


def note(cast: Cast, text: str = PRIVATE, *, is_shown: bool = False) -> Note:
    shown_to = cast.tove if is_shown else None
    return development.write_note(employee=cast.bo, text=text, shown_to=shown_to, at=AT)


def insight(cast: Cast, text: str = PRIVATE) -> Insight:
    return development.keep_insight(employee=cast.bo, kind="question", text=text, session=None, on=TODAY)


def step(mandate: Mandate, text: str = "Se en anden træner i gang") -> PlanStep:
    return own_plan.plan_step(mandate=mandate, text=text, due_on=date(2026, 12, 1))
