"""The rows of the access matrix."""

from tests.access import (
    answers,
    december,
    development,
    exports,
    health,
    imports,
    introductions,
    mail,
    papers,
    people,
    plans,
    sharing,
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
    *development.ROWS,
    *sharing.ROWS,
]

__all__ = ["ROWS", "Row"]
