"""One file, from bytes to a report: read, compare, and write all of it or nothing."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

import pghistory
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from competence.domain.imports.columns import Fault, sheet
from competence.domain.imports.plans import Change, Kind, Plan, Setting
from competence.domain.imports.reading import Table, read
from competence.models import ImportRun, Unit

SUMMARY = ("kind", "file", "encoding", "delimiter", "rows", "created", "updated", "unchanged", "errors", "written")


@dataclass(frozen=True)
class Report:
    """What a file was taken for, what is wrong in it, and what it changes or has changed."""

    kind: str
    file: str
    encoding: str
    delimiter: str
    rows: int
    created: int
    updated: int
    unchanged: int
    errors: list[Fault]
    written: bool
    date_form: str = ""
    decimal: str = ""
    ended: int = 0
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def as_summary(self) -> dict[str, Any]:
        """The fields that `import_data` prints."""
        told = self.as_json()
        errors = [{key: fault[key] for key in ("line", "column", "value", "message")} for fault in told["errors"]]
        return {name: told[name] for name in SUMMARY} | {"errors": errors}


def kind_of(kind: str) -> Kind:
    """How files of `kind` are read; settings.IMPORTS names them, because wishes belong to an app above this one."""
    found: Kind = import_string(settings.IMPORTS[kind])
    return found


@dataclass(frozen=True)
class File:
    """A file to import."""

    kind: str
    name: str
    content: bytes


def run(
    *, file: File, setting: Setting, dry_run: bool = False, accept: Callable[[Report], bool] = lambda report: True
) -> Report:
    """Import `file`, or with `dry_run` say what would happen. With a fault nothing at all is written.

    Nor is it when `accept` refuses what would be written. Raises Unreadable when the file is no table.
    """
    with _without_collecting(), transaction.atomic():
        table = read(file.content)
        setting.progress(10)
        _one_import_at_a_time(setting)
        report, plan = _compare(file, table, setting)
        if dry_run or report.errors or not accept(report):
            return report
        reason = f"import {file.name}"
        with pghistory.context(reason=reason, user=setting.by.pk if setting.by else None):
            plan.write()
    setting.progress(100)
    return Report(**{**vars(report), "written": True})


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A file is many small rows and no cycles: the collector would go through them all again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _one_import_at_a_time(setting: Setting) -> None:
    if setting.municipality is not None:
        Unit.objects.select_for_update(of=("self",)).get(pk=setting.municipality.pk)


def _compare(file: File, table: Table, setting: Setting) -> tuple[Report, Plan]:
    kind = kind_of(file.kind)
    made = sheet(table, kind.columns)
    plan = Plan() if _lacks_columns(made.headings, kind) else kind.plan(made, setting)
    is_clean = not made.faults
    return Report(
        kind=file.kind,
        file=file.name,
        encoding=table.encoding,
        delimiter=table.delimiter,
        rows=len(table.rows),
        created=plan.created if is_clean else 0,
        updated=plan.updated if is_clean else 0,
        unchanged=plan.unchanged if is_clean else 0,
        errors=made.sorted_faults(),
        written=False,
        date_form=made.date_form,
        decimal=made.decimal,
        ended=len(plan.missing) if setting.end_missing and is_clean else 0,
        missing=plan.missing,
        notes=plan.notes,
        new=plan.new,
        changed=plan.changed,
        headings=dict(made.headings),
        ignored=[heading for heading in table.header if heading and heading not in made.headings.values()],
    ), plan


def _lacks_columns(headings: Mapping[str, str], kind: Kind) -> bool:
    return any(column.required and column.key not in headings for column in kind.columns)


KINDS: tuple[str, ...] = tuple(ImportRun.Kind.values)
