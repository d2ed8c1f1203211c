"""Two versions side by side: what is new, gone and changed (source: X06)."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy.differences import Difference, between
from strategy.models import FoundationUse, Need, SectionKind, Strategy
from strategy.queries import Chapter, chapters_of, foundations_of


@dataclass(frozen=True)
class Changed:
    """A section or need in both versions; `kind` is same, changed, new or gone, and the missing side is None."""

    kind: str
    before: str
    after: str
    title: Difference
    text: Difference
    needs: tuple["Changed", ...] = ()


@dataclass(frozen=True)
class _Told:
    """What a section or need says, as it is compared."""

    number: str
    title: str
    text: str


def compare(old: Strategy, new: Strategy) -> list[Changed]:
    """The sections of both in the order of `new`, those that are gone at the end."""
    before = {chapter.section.pk: chapter for chapter in chapters_of(old)}
    by_number = {chapter.section.number: pk for pk, chapter in before.items()}
    stood, stands = foundations_of(old), foundations_of(new)
    found, seen = [], set()
    for chapter in chapters_of(new):
        pk = chapter.section.copied_from_id if chapter.section.copied_from_id in before else None
        pk = pk or by_number.get(chapter.section.number)
        twin = before[pk] if pk and pk not in seen else None
        seen.add(pk)
        needs = _needs(twin.needs if twin else [], chapter.needs)
        found.append(_changed(_of_chapter(twin, stood), _of_chapter(chapter, stands), needs))
    gone = [chapter for pk, chapter in before.items() if pk not in seen]
    return found + [_changed(_of_chapter(chapter, stood), None, _needs(chapter.needs, [])) for chapter in gone]


def _needs(old: Iterable[Need], new: Iterable[Need]) -> tuple[Changed, ...]:
    left = {need.pk: need for need in old}
    by_title = {need.title: need.pk for need in left.values()}
    found = []
    for need in new:
        pk = need.copied_from_id if need.copied_from_id in left else by_title.get(need.title)
        found.append(_changed(_of_need(left.pop(pk, None) if pk else None), _of_need(need), ()))
    return (*found, *(_changed(_of_need(need), None, ()) for need in left.values()))


def _changed(old: _Told | None, new: _Told | None, needs: tuple[Changed, ...]) -> Changed:
    title = between(old.title if old else "", new.title if new else "")
    text = between(old.text if old else "", new.text if new else "")
    same = title.is_none and text.is_none and all(need.kind == "same" for need in needs)
    kind = "new" if old is None else "gone" if new is None else "same" if same else "changed"
    return Changed(kind, old.number if old else "", new.number if new else "", title, text, needs)


def _of_chapter(chapter: Chapter | None, foundations: list[FoundationUse]) -> _Told | None:
    """The text, and the goals or foundations where the section tells them."""
    if chapter is None:
        return None
    section = chapter.section
    stands_on = foundations if section.kind == SectionKind.FOUNDATION else []
    points = ["\n".join([use.title, *(f"- {point}" for point in use.points)]) for use in stands_on]
    told = [section.text, *points, *(f"- {goal.text}" for goal in chapter.goals)]
    return _Told(section.number, section.title, "\n".join(filter(None, told)))


def _of_need(need: Need | None) -> _Told | None:
    """All that a need says: its facts in a line, what it is linked to, its text."""
    if need is None:
        return None
    how = need.delivery_note or str(need.get_delivery_display())
    when = str(need.get_external_only_if_display())
    units, competences, goals = (getattr(need, name, []) for name in ("unit_names", "competence_names", "goal_texts"))
    facts = [need.for_whom, how, need.how_often, str(need.get_provider_display()), *units, *need.law, when]
    told = [", ".join(filter(None, facts)), need.external_reason, *competences, *goals, need.text]
    return _Told("", need.title, "\n".join(filter(None, told)))
