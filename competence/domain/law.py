"""Writes on law references: kept up to date by a dated file, and by hand where the file is too late (source: S21)."""

import tomllib
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from competence.models import LawReference, Municipality, Offer, Unit
from competence.queries.law import outdated_on, renewed

SHIPPED = Path(__file__).parent.parent / "data" / "law_references.toml"


class WouldFormACircle(Exception):
    """A reference cannot be replaced by one that it replaces itself."""


@dataclass(frozen=True)
class LawFacts:
    """What is known about a reference; both days inclusive, `replaced_by` is the code of another one or empty."""

    code: str
    law: str
    title: str
    valid_from: date
    paragraph: str = ""
    valid_to: date | None = None
    replaced_by: str = ""
    note: str = ""
    language: str = "da"


@cache
def references_in(path: Path) -> tuple[LawFacts, ...]:
    """The references of a file, in its order. Raises tomllib.TOMLDecodeError, TypeError for an unknown field."""
    return tuple(LawFacts(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["references"])


@transaction.atomic
def load(*, municipality: Unit, references: tuple[LawFacts, ...]) -> int:
    """Bring the municipality up to date with `references` in its language; how many rows that made or changed.

    A reference that was changed in the browser stays as it is, and none is deleted.
    """
    language = Municipality.objects.values_list("language", flat=True).get(unit=municipality)
    own = [facts for facts in references if facts.language == ("sv" if language == "sv" else "da")]
    rows = {row.code: row for row in LawReference.objects.of_municipality(municipality)}
    free = [facts for facts in own if facts.code not in rows or rows[facts.code].edited_at is None]
    new = [LawReference(municipality=municipality, **_columns(facts)) for facts in free if facts.code not in rows]
    rows |= {row.code: row for row in LawReference.objects.bulk_create(new)}
    changed = [rows[facts.code] for facts in free if _follow(rows, facts)]
    LawReference.objects.bulk_update(changed, [*_columns(own[0]), "replaced_by"] if own else ["note"])
    return len({row.code for row in (*new, *changed)})


def _columns(facts: LawFacts) -> dict[str, object]:
    """What goes into the row as it is."""
    return {key: value for key, value in asdict(facts).items() if key not in ("replaced_by", "language")}


def _follow(rows: dict[str, LawReference], facts: LawFacts) -> bool:
    """Write `facts` into their row; whether that changes it."""
    row = rows[facts.code]
    wanted = _columns(facts) | {"replaced_by_id": rows[facts.replaced_by].pk if facts.replaced_by else None}
    differs = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in differs:
        setattr(row, name, wanted[name])
    return bool(differs)


@transaction.atomic
def save(*, reference: LawReference, facts: LawFacts, reason: str, at: datetime) -> LawReference:
    """Write by hand what is known about a reference, a new one too; the file leaves it alone from now on.

    The code of one that is there stays: approved texts cite it.

    Raises WouldFormACircle.
    """
    known = LawReference.objects.of_municipality(reference.municipality_id)
    following = known.filter(code=facts.replaced_by).first() if facts.replaced_by else None
    if reference.pk and following and reference.pk in _chain(following):
        raise WouldFormACircle(_("That one is replaced by this one already."))
    kept = {"code": reference.code} if reference.pk else {}
    for name, value in (_columns(facts) | kept).items():
        setattr(reference, name, value)
    reference.replaced_by, reference.edited_at = following, at
    with pghistory.context(reason=reason):
        reference.save()
    return reference


def _chain(reference: LawReference) -> list[int]:
    """The ids of `reference` and of all that came after it."""
    following = dict(
        LawReference.objects.filter(municipality=reference.municipality_id).values_list("pk", "replaced_by")
    )
    chain: list[int] = []
    step: int | None = reference.pk
    while step is not None and step not in chain:
        chain.append(step)
        step = following[step]
    return chain


@transaction.atomic
def renew_offer(*, offer: Offer, on: date) -> Offer:
    """Let the course cite what holds on `on`, in its title and in its links. Nothing else changes."""
    outdated = outdated_on(offer.municipality_id, on)
    for one in outdated:
        if one.current is not None and offer.law_references.filter(pk=one.reference.pk).exists():
            offer.law_references.remove(one.reference)
            offer.law_references.add(one.current)
        offer.title = renewed(offer.title, one)
    offer.save(update_fields=["title"])
    return offer
