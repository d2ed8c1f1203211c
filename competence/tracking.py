"""Where pghistory keeps what happened to a model."""

from typing import Any

from django.apps import apps
from django.db.models import Model


def event_tables(model: type[Model]) -> list[type[Any]]:
    """The tables in which pghistory keeps the history of `model`."""
    return [table for table in apps.get_models() if getattr(table, "pgh_tracked_model", None) is model]
