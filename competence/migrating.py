"""Operations of migrations."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.models import CreateModel
from django.db.migrations.state import ProjectState


class InOnePiece(Operation):
    """Runs `operations` between two renderings of the state instead of rendering it for each (docs/adr/0006)."""

    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[Any]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in self._acting:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)
        for name in self._created:
            _watch(to_state.apps.get_model(app_label, name), schema_editor)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in reversed(self._acting):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"{len(self.operations)} operations in one piece"

    @property
    def _created(self) -> set[str]:
        return {operation.name.lower() for operation in self.operations if isinstance(operation, CreateModel)}

    @property
    def _acting(self) -> list[Any]:
        """A model is created as it is at the end: what the others add to it came with it."""
        created = self._created
        return [one for one in self.operations if getattr(one, "model_name", "").lower() not in created]


class CreateModels(InOnePiece):
    """Creates many models at once, in any order."""

    serialization_expand_args = ["models"]

    def __init__(self, models: Sequence[CreateModel]) -> None:
        super().__init__(models)
        self.models = models


def _watch(model: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A proxy has no table whose creation would install its triggers."""
    if model._meta.proxy:
        for trigger in getattr(model._meta, "triggers", ()):
            schema_editor.execute(trigger.install_sql, params=None)
