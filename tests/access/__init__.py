"""The rows of the access matrix."""

from tests.access import (
    answers,
    december,
    exports,
    health,
    imports,
    introductions,
    mail,
    papers,
    people,
    plans,
    strategy,
    talks,
    team,
    trainers,
    wishes,
    year,
)
from tests.access.row import Row

ROWS: list[Row] = [
    *people.ROWS,
    *imports.ROWS,
    *mail.ROWS,
    *year.ROWS,
    *talks.ROWS,
    *plans.ROWS,
    *wishes.ROWS,
    *strategy.ROWS,
    *introductions.ROWS,
    *december.ROWS,
    *answers.ROWS,
    *exports.ROWS,
    *papers.ROWS,
    *health.ROWS,
    *trainers.ROWS,
    *team.ROWS,
]

__all__ = ["ROWS", "Row"]
