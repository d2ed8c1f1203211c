"""A file imported in the browser: checked, looked at, confirmed, written in the background.

The file is kept only while it can still be written: it is deleted when that is done, when it has faults, when it is
given up, and after seven days in any case (`forget_contents`; the retention of personal data counts on it).
"""

from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from competence.domain.imports.plans import Setting
from competence.domain.imports.running import File, Report, run
from competence.models import Employee, ImportRun, Unit

KEPT_FOR = timedelta(days=7)
MOST_TRIES = 3
_UNDER_WAY = (ImportRun.State.QUEUED, ImportRun.State.RUNNING)
# What must be the same when the import is written as when it was looked at.
_AGREED = ("created", "updated", "unchanged", "missing", "new", "changed")


class NotReady(Exception):
    """The import has faults, is under way or is over: it cannot be confirmed or given up."""


def check(*, municipality: Unit, file: File, by: Employee, at: datetime) -> ImportRun:
    """Say what `file` would do, and keep it until that is confirmed. Raises Unreadable."""
    setting = Setting(municipality=municipality, on=timezone.localdate(at), at=at, by=by)
    report = run(file=file, setting=setting, dry_run=True)
    return ImportRun.objects.create(
        municipality=municipality,
        kind=file.kind,
        file_name=file.name,
        content=None if report.errors else file.content,
        report=report.as_json(),
        made_by=by,
        made_at=at,
    )


@transaction.atomic
def confirm(*, import_run: ImportRun, end_missing: bool) -> ImportRun:
    """Let the import be written; who is missing from a staff file is ended if `end_missing`. Raises NotReady."""
    fresh = _checked(import_run)
    fresh.state = ImportRun.State.QUEUED
    fresh.end_missing = end_missing and bool(fresh.report["missing"])
    fresh.save(update_fields=["state", "end_missing"])
    return fresh


@transaction.atomic
def give_up(*, import_run: ImportRun) -> None:
    """Forget a file that was only checked. Raises NotReady."""
    fresh = ImportRun.objects.select_for_update().get(pk=import_run.pk)
    if fresh.state != ImportRun.State.CHECKED:
        raise NotReady
    fresh.delete()


def _checked(import_run: ImportRun) -> ImportRun:
    fresh = ImportRun.objects.select_for_update().get(pk=import_run.pk)
    if fresh.state != ImportRun.State.CHECKED or fresh.content is None or fresh.report["errors"]:
        raise NotReady
    return fresh


def write(*, run_id: int, at: datetime) -> ImportRun | None:
    """Write a confirmed import; None when another worker has it or it is over, so that twice is once.

    When people, units or courses have changed since the file was looked at, nothing is written: the import is to be
    looked at again, with `changed_since` set in its report.
    """
    if not _taken_up(run_id, at):
        return None
    with transaction.atomic():
        found = _free().select_related("municipality", "made_by").filter(pk=run_id).first()
        if found is None:
            return None
        report = run(
            file=File(found.kind, found.file_name, bytes(found.content or b"")),
            setting=_setting(found, at),
            accept=lambda fresh: _agrees(found, fresh),
        )
        return _finish(found, report, at)


def _free() -> "QuerySet[ImportRun]":
    """Confirmed imports that no worker is writing just now, locked: whoever writes one holds its row."""
    return ImportRun.objects.filter(state__in=_UNDER_WAY).select_for_update(skip_locked=True, of=("self",))


@transaction.atomic
def _taken_up(run_id: int, at: datetime) -> bool:
    """Count one more try. An import that has taken `MOST_TRIES` workers down with it is given up."""
    found = _free().defer("content").filter(pk=run_id).first()
    if found is None:
        return False
    if found.tries >= MOST_TRIES:
        fail(run_id=run_id, at=at)
        return False
    found.state, found.tries = ImportRun.State.RUNNING, found.tries + 1
    found.save(update_fields=["state", "tries"])
    return True


def _setting(import_run: ImportRun, at: datetime) -> Setting:
    return Setting(
        municipality=import_run.municipality,
        on=timezone.localdate(at),
        at=at,
        by=import_run.made_by,
        end_missing=import_run.end_missing,
        progress=lambda percent: cache.set(_progress_key(import_run.pk), percent, timeout=3600),
    )


def _agrees(import_run: ImportRun, report: Report) -> bool:
    fresh = _as_stored(report.as_json())
    return all(import_run.report.get(key) == fresh[key] for key in _AGREED)


def _as_stored(value: Any) -> Any:
    """Tuples become lists in the database."""
    if isinstance(value, dict):
        return {key: _as_stored(inner) for key, inner in value.items()}
    return [_as_stored(inner) for inner in value] if isinstance(value, list | tuple) else value


def _finish(import_run: ImportRun, report: Report, at: datetime) -> ImportRun:
    import_run.report = report.as_json() | {"changed_since": not report.written}
    import_run.state = ImportRun.State.DONE if report.written else ImportRun.State.CHECKED
    import_run.finished_at = at if report.written else None
    if report.written or report.errors:
        import_run.content = None
    import_run.save(update_fields=["report", "state", "finished_at", "content"])
    return import_run


def fail(*, run_id: int, at: datetime) -> None:
    """Say that the import stopped in the middle, so that nothing was written."""
    ImportRun.objects.filter(pk=run_id).exclude(state=ImportRun.State.DONE).update(
        state=ImportRun.State.FAILED, finished_at=at, content=None
    )


@transaction.atomic
def waiting() -> list[int]:
    """The ids of confirmed imports that nobody is writing: not begun, or left by a worker that died."""
    return [found.pk for found in _free().only("pk").order_by("made_at")]


def progress(import_run: ImportRun) -> int:
    """How far a running import is, in per cent."""
    return 100 if import_run.state == ImportRun.State.DONE else int(cache.get(_progress_key(import_run.pk), 0))


def _progress_key(pk: int) -> str:
    return f"import-progress-{pk}"


def forget_contents(*, at: datetime) -> int:
    """Delete the contents of files that were never confirmed within seven days; their number."""
    old = ImportRun.objects.filter(made_at__lt=at - KEPT_FOR, content__isnull=False)
    return old.exclude(state=ImportRun.State.RUNNING).update(content=None)
