"""Two versions side by side: what is new, gone and changed (source: X06)."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy.differences import Difference, between
from strategy.models import Need, Section, Strategy
from strategy.queries import chapters_of


@dataclass(frozen=True)
class Changed:
    """A section or need in both versions; `kind` is same, changed, new or gone, and the missing side is None."""

    kind: str
    before: str
    after: str
    title: Difference
    text: Difference
    needs: tuple["Changed", ...] = ()


def compare(old: Strategy, new: Strategy) -> list[Changed]:
    """The sections of both in the order of `new`, those that are gone at the end."""
    before = {chapter.section.pk: chapter for chapter in chapters_of(old)}
    by_number = {chapter.section.number: pk for pk, chapter in before.items()}
    found, seen = [], set()
    for chapter in chapters_of(new):
        pk = chapter.section.copied_from_id if chapter.section.copied_from_id in before else None
        pk = pk or by_number.get(chapter.section.number)
        twin = before[pk] if pk and pk not in seen else None
        seen.add(pk)
        needs = _needs(twin.needs if twin else [], chapter.needs)
        found.append(_changed(twin.section if twin else None, chapter.section, needs))
    gone = [chapter for pk, chapter in before.items() if pk not in seen]
    return found + [_changed(chapter.section, None, _needs(chapter.needs, [])) for chapter in gone]


def _needs(old: Iterable[Need], new: Iterable[Need]) -> tuple[Changed, ...]:
    left = {need.pk: need for need in old}
    by_title = {need.title: need.pk for need in left.values()}
    found = []
    for need in new:
        pk = need.copied_from_id if need.copied_from_id in left else by_title.get(need.title)
        found.append(_changed(left.pop(pk, None) if pk else None, need, ()))
    return (*found, *(_changed(need, None, ()) for need in left.values()))


def _changed(old: Section | Need | None, new: Section | Need | None, needs: tuple[Changed, ...]) -> Changed:
    title = between(old.title if old else "", new.title if new else "")
    text = between(_text(old), _text(new))
    same = title.is_none and text.is_none and all(need.kind == "same" for need in needs)
    kind = "new" if old is None else "gone" if new is None else "same" if same else "changed"
    return Changed(kind, _number(old), _number(new), title, text, needs)


def _number(row: Section | Need | None) -> str:
    return row.number if isinstance(row, Section) else ""


def _text(row: Section | Need | None) -> str:
    """What a need says, in one line of facts and its text."""
    if row is None or isinstance(row, Section):
        return row.text if row else ""
    facts = [row.for_whom, row.delivery_note or str(row.get_delivery_display()), *row.law]
    return "\n".join(filter(None, [", ".join(filter(None, facts)), row.text]))
