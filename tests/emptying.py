"""Emptying the database after a test that commits.

Django truncates every table, which makes a new file for each of some thousand tables and indexes. Few of them have rows
after a test: deleting those took a quarter of the time. What the migrations have filled stays.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.management import create_contenttypes
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.utils import CursorWrapper
from django.db.models.signals import post_migrate

# Filled after `migrate` for every model, and read by nobody else: they stay, and are not filled again after each test.
KEPT = {"django_content_type", "auth_permission"}
MAY = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"


def may_pass_triggers(cursor: CursorWrapper) -> bool:
    """Whether the database's role may leave triggers and foreign keys aside."""
    cursor.execute(MAY)
    return bool(cursor.fetchone()[0])


def delete_rows_instead_of_truncating(operations: type[BaseDatabaseOperations]) -> None:
    """From now on a flush by any connection with `operations` deletes rows.

    The class is changed, not a connection: beside the loop of Playwright a thread has other connections than before it.
    """
    truncating = operations.sql_flush
    post_migrate.disconnect(create_contenttypes)
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")

    def sql_flush(self: Any, style: Any, tables: Sequence[str], **options: Any) -> list[str]:
        emptied = sorted(set(tables) - KEPT)
        with self.connection.cursor() as cursor:
            if not may_pass_triggers(cursor):
                return truncating(self, style, emptied, **options)
        names = [self.quote_name(table) for table in emptied]
        return [";".join(["SET LOCAL session_replication_role = replica", *(f"DELETE FROM {name}" for name in names)])]

    operations.sql_flush = sql_flush  # type: ignore[method-assign]  # on purpose: see above
