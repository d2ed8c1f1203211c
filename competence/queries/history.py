"""Who changed what, when and why: the row triggers' events of all shown models in one query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.fields import BigIntegerField, CharField
from django.db.models.functions import Cast, JSONObject
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from competence.cells import NOTHING, kroner, longday
from competence.history import TRACKED, Tracked
from competence.models import Employee, Unit
from competence.tracking import event_tables

MOST = 50
FIELDS = ("label", "at", "action", "data", "before", "person", "place", "why")
# Annotations must not be named as a column of a model is.
COLUMNS = [f"history_{name}" for name in FIELDS]


@dataclass(frozen=True)
class Asked:
    """What the reader narrows the history to; `before` pages backwards."""

    people: list[int] | None = None
    label: str = ""
    since: date | None = None
    until: date | None = None
    before: datetime | None = None


@dataclass(frozen=True)
class Change:
    """One change as the page shows it; `details` are (field, from, to)."""

    at: datetime
    who: str
    what: str
    subject: str
    action: str
    details: list[tuple[str, str, str]]
    reason: str


def changes(reach: Callable[[str], Q], asked: Asked) -> list[Change]:
    """The newest changes first, one more than a page when there are older ones; `reach` filters by way to the unit."""
    parts = [
        _events(tracked, table, reach, asked)
        for tracked in TRACKED
        if asked.label in ("", tracked.model._meta.label) and not (asked.people is not None and not tracked.person)
        for table in event_tables(tracked.model)
    ]
    if not parts:
        return []
    together = parts[0].union(*parts[1:], all=True).order_by("-history_at") if len(parts) > 1 else parts[0]
    rows = list(together[: MOST + 1])
    return _told([dict(zip(FIELDS, row, strict=True)) for row in rows])


def _events(tracked: Tracked, table: type[Any], reach: Callable[[str], Q], asked: Asked) -> "QuerySet[Any, Any]":
    columns = {column.attname: F(column.attname) for column in _columns(tracked)}
    earlier = table.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    rows = table.objects.filter(reach(tracked.unit), tracked.only, _period(asked))
    if asked.people is not None:
        rows = rows.filter(**{f"{tracked.person}__in": asked.people})
    number = BigIntegerField()
    rows = rows.annotate(
        history_label=Value(tracked.model._meta.label, CharField()),
        history_at=F("pgh_created_at"),
        history_action=F("pgh_label"),
        history_data=JSONObject(**columns),
        history_before=Subquery(earlier.order_by("-pgh_id").values(old=JSONObject(**columns))[:1]),
        history_person=Cast(F(f"{tracked.person}_id") if tracked.person else Value(None), number),
        history_place=Cast(F(f"{tracked.unit or 'pgh_obj'}_id"), number),
        history_why=F("pgh_context__metadata"),
    )
    newest: QuerySet[Any, Any] = rows.order_by("-pgh_id").values_list(*COLUMNS)[: MOST + 1]
    return newest


def _period(asked: Asked) -> Q:
    period = Q()
    if asked.since:
        period &= Q(pgh_created_at__date__gte=asked.since)
    if asked.until:
        period &= Q(pgh_created_at__date__lte=asked.until)
    if asked.before:
        period &= Q(pgh_created_at__lt=asked.before)
    return period


def _columns(tracked: Tracked) -> list[Any]:
    hidden = {"id", "password", "last_login", "sort_name", "sort_name_sv", "search", "sort_title", *tracked.hidden}
    return [column for column in tracked.model._meta.concrete_fields if column.name not in hidden]


def _told(rows: list[dict[str, Any]]) -> list[Change]:
    by_label = {tracked.model._meta.label: tracked for tracked in TRACKED}
    names = _names(rows, by_label)
    return [_change(row, by_label[row["label"]], names) for row in rows]


def _names(rows: list[dict[str, Any]], by_label: dict[str, Tracked]) -> dict[type[Model], dict[int, str]]:
    """The names of every person and unit that the rows mention; two queries."""
    ids: dict[type[Model], set[int | None]] = {Employee: set(), Unit: set()}
    for row in rows:
        ids[Employee] |= {row["person"], (row["why"] or {}).get("user")}
        ids[Unit] |= {row["place"]}
        for column in _columns(by_label[row["label"]]):
            if column.related_model in ids:
                ids[column.related_model] |= {(row[when] or {}).get(column.attname) for when in ("data", "before")}
    return {
        model: {row.pk: str(row) for row in model._default_manager.filter(pk__in=[key for key in keys if key])}
        for model, keys in ids.items()
    }


def _change(row: dict[str, Any], tracked: Tracked, names: dict[type[Model], dict[int, str]]) -> Change:
    why = row["why"] or {}
    subject = names[Employee].get(row["person"]) or row["data"].get("title") or names[Unit].get(row["place"], "")
    actions = {"insert": _("added"), "delete": _("removed")}
    return Change(
        at=row["at"],
        who=names[Employee].get(why.get("user", 0)) or _("The system"),
        what=str(tracked.what),
        subject=str(subject),
        action=actions.get(row["action"], _("changed")),
        details=list(_details(row, tracked, names)) if row["action"] == "update" else [],
        reason=str(why.get("reason", "")),
    )


def _details(
    row: dict[str, Any], tracked: Tracked, names: dict[type[Model], dict[int, str]]
) -> Iterable[tuple[str, str, str]]:
    old, new = row["before"] or {}, row["data"]
    for column in _columns(tracked):
        if old.get(column.attname) != new.get(column.attname):
            was, became = (_shown(column, side.get(column.attname), tracked, names) for side in (old, new))
            yield str(column.verbose_name), was, became


def _shown(column: Any, value: Any, tracked: Tracked, names: dict[type[Model], dict[int, str]]) -> str:
    """A stored value in words."""
    if value in (None, ""):
        return NOTHING
    if column.related_model:
        return names.get(column.related_model, {}).get(value, f"#{value}")
    if column.name in tracked.money:
        return kroner(value)
    if column.get_internal_type() == "DateField":
        return longday(date.fromisoformat(value))
    if column.get_internal_type() == "DateTimeField":
        return longday(datetime.fromisoformat(value).date())
    if isinstance(value, float):
        return number_format(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(dict(column.flatchoices).get(value, value))
