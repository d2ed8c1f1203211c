"""History of statements that touch thousands of rows.

The row triggers look up who and why for each row again, which makes ten thousand rows take minutes. So their two
tables' triggers are told to look away, and the same events are written by one statement for each table: the same
columns, the same labels, the same context.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

import pgtrigger
from django.db import connection
from django.db.models import Model
from psycopg2 import sql

from competence.models import Employee, Employment

_RECORD = """
INSERT INTO {events} (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, {columns})
WITH context AS MATERIALIZED (SELECT _pgh_attach_context() AS id)
SELECT now(), {label}, changed.id, context.id, {values} FROM {rows} AS changed, context
WHERE changed.id = ANY(%s)
"""
_UPDATES = [f"{model._meta.label}:update_update" for model in (Employee, Employment)]


@contextmanager
def in_one_statement() -> Iterator[None]:
    """Inside, changes of employees and employments leave no events: `record` must write them."""
    with pgtrigger.ignore(*_UPDATES), connection.cursor() as cursor:
        cursor.execute("SET LOCAL kompetence.history = 'written'")
        yield
        cursor.execute("RESET kompetence.history")


def record(model: type[Model], label: Literal["insert", "update"], ids: Sequence[int]) -> None:
    """Write the events of the rows `ids` of `model` as its trigger would."""
    events = model.pgh_event_model._meta  # type: ignore[attr-defined]  # set by pghistory
    columns = [field.column for field in events.concrete_fields if not field.name.startswith("pgh_")]
    statement = sql.SQL(_RECORD).format(
        events=sql.Identifier(events.db_table),
        rows=sql.Identifier(model._meta.db_table),
        label=sql.Literal(label),
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        values=sql.SQL(", ").join(sql.Identifier("changed", column) for column in columns),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(cursor.connection), [list(ids)])
