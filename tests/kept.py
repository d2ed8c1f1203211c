"""The cast, built once by the product's own verbs and then put back as the rows that came of it.

Building takes a fifth of a second and most tests begin with it; putting the rows back takes a twentieth of that.
"""

import pickle
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from tests import cast as cast_module
from tests.cast import Cast
from tests.emptying import may_pass_triggers

INSERTED = "SELECT relname, n_tup_ins FROM pg_stat_xact_user_tables WHERE n_tup_ins > 0 ORDER BY relname"
# A column that PostgreSQL computes cannot be put back.
COLUMNS = """
    SELECT string_agg(format('%%I', column_name), ', ' ORDER BY ordinal_position) FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'
"""
ROLE = "SELECT set_config('session_replication_role', %s, true)"


@dataclass(frozen=True)
class Kept:
    """The pickled cast and a statement with its rows for each table."""

    cast: bytes
    statements: list[tuple[str, str]]


_kept: list[Kept] = []


def the_cast() -> Cast:
    """The cast, in the database and as objects of this test's own."""
    with transaction.atomic(), connection.cursor() as cursor:
        if not may_pass_triggers(cursor):
            return cast_module.build()
        if not _kept:
            return _built(cursor)
        cursor.execute(ROLE, ["replica"])
        for statement, rows in _kept[0].statements:
            cursor.execute(statement, [rows])
        cursor.execute(ROLE, ["origin"])
    found: Cast = pickle.loads(_kept[0].cast)  # noqa: S301 - what was pickled above
    return found


def _built(cursor: CursorWrapper) -> Cast:
    """A new cast, kept for the next test when nothing else was in the tables it fills."""
    before = _inserted(cursor)
    cast = cast_module.build()
    filled = [table for table, count in _inserted(cursor).items() if count != before.get(table)]
    if not before.keys() & set(filled):
        _kept.append(Kept(pickle.dumps(cast), [_statement(cursor, table) for table in filled]))
    return cast


def _inserted(cursor: CursorWrapper) -> dict[str, int]:
    """How many rows this transaction has put into each table, those of triggers too."""
    cursor.execute(INSERTED)
    return dict(cursor.fetchall())


def _statement(cursor: CursorWrapper, table: str) -> tuple[str, str]:
    cursor.execute(COLUMNS, [table])
    (columns,) = cursor.fetchone()
    cursor.execute(f'SELECT json_agg(one)::text FROM "{table}" AS one')
    (rows,) = cursor.fetchone()
    return f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::"{table}", %s)', rows
