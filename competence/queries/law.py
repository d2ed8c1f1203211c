"""The law radar: who cites a reference that is outdated on a day, and what holds instead (source: S21).

Apps above register a finder for their own nouns in `FINDERS`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import pgettext

from competence.models import LawReference, Offer, Unit


@dataclass(frozen=True)
class Outdated:
    """A reference that holds no more, and the one that holds instead; None when none is known."""

    reference: LawReference
    current: LawReference | None


@dataclass(frozen=True)
class Change:
    """A text as it is and as it should be."""

    before: str
    after: str


@dataclass(frozen=True)
class Citation:
    """Something that cites an outdated reference. `unit` is None for what belongs to the whole municipality.

    `take_over` is where the proposed text is copied into what may be changed, or empty; `hint` says what else to do.
    """

    kind: str
    title: str
    url: str
    unit: Unit | None
    outdated: Outdated
    change: Change
    take_over: str = ""
    hint: str = ""


Finder = Callable[[int, Sequence[Outdated], date], Iterable[Citation]]
FINDERS: list[Finder] = []


def references_of(municipality: int) -> "QuerySet[LawReference]":
    return LawReference.objects.of_municipality(municipality).select_related("replaced_by")


def outdated_on(municipality: int, on: date) -> list[Outdated]:
    """The references that hold no more on `on`, each with the next of its line that does; one query."""
    rows = {row.pk: row for row in LawReference.objects.of_municipality(municipality)}
    return [Outdated(row, _current(rows, row, on)) for row in rows.values() if row.is_outdated(on)]


def _current(rows: dict[int, LawReference], row: LawReference, on: date) -> LawReference | None:
    """The next in the line of `row` that is not outdated; lines have no circles."""
    step: LawReference | None = row
    while step is not None and step.is_outdated(on):
        step = rows.get(step.replaced_by_id or 0)
    return step


def cited_in(texts: Iterable[str], outdated: Sequence[Outdated]) -> Outdated | None:
    """The first outdated reference that one of `texts` names."""
    return next((one for text in texts for one in outdated if _pattern(one.reference.code).search(text)), None)


def linked_in(references: Iterable[LawReference], outdated: Sequence[Outdated]) -> Outdated | None:
    """The first outdated one among `references`."""
    chosen = {row.pk for row in references}
    return next((one for one in outdated if one.reference.pk in chosen), None)


def renewed(text: str, outdated: Outdated) -> str:
    """`text` with the reference that holds now; unchanged where none is known."""
    if outdated.current is None:
        return text
    return _pattern(outdated.reference.code).sub(_as_begun(outdated.current.code), text)


def _as_begun(code: str) -> Callable[[re.Match[str]], str]:
    """`code` with a capital where the text had one."""
    return lambda found: code[:1].upper() + code[1:] if found[0][:1].isupper() else code


def _pattern(code: str) -> re.Pattern[str]:
    """`code` in any case, with any blanks, and not as the beginning of a longer number: § 50 is not § 50 a or § 501."""
    words = r"\s+".join(map(re.escape, code.split()))
    return re.compile(rf"(?<!\w){words}(?!\d)(?!\s?[a-h]\b)", re.IGNORECASE)


def citations(municipality: int, on: date, unit: Unit | None = None) -> list[Citation]:
    """Everything that cites what is outdated on `on`, in `unit` and below it if one is named."""
    outdated = outdated_on(municipality, on)
    found = [one for finder in FINDERS for one in finder(municipality, outdated, on)] if outdated else []
    return [one for one in found if unit is None or (one.unit is not None and unit.contains(one.unit))]


def offers(municipality: int, outdated: Sequence[Outdated], on: date) -> Iterator[Citation]:
    """Courses and introduction programmes that can be wished for: by their title, or by what they are linked to."""
    rows = Offer.objects.of_municipality(municipality).filter(is_active=True).prefetch_related("law_references")
    for offer in rows:
        linked = linked_in(offer.law_references.all(), outdated)
        one = linked or cited_in([offer.title], outdated)
        if one is None:
            continue
        is_programme = offer.kind == Offer.Kind.PROGRAMME
        text = one.reference.code if linked else offer.title
        yield Citation(
            kind=pgettext("radar", "programme") if is_programme else pgettext("radar", "course"),
            title=offer.title,
            url=reverse("offer", args=[offer.pk]),
            unit=None,
            outdated=one,
            change=Change(text, renewed(text, one)),
            take_over=reverse("law_renew_offer", args=[offer.pk]),
        )


FINDERS.append(offers)
