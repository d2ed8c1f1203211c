from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from competence.domain import law
from competence.models import LawReference
from competence.queries.law import outdated_on
from tests.cast import Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
LAST_DAY, FIRST_DAY = date(2023, 12, 31), date(2024, 1, 1)


def _reference(cast: Cast, code: str) -> LawReference:
    return LawReference.objects.of_municipality(cast.nordby).get(code=code)


def test_a_new_municipality_knows_what_is_shipped_in_its_language(cast: Cast) -> None:
    danish = {facts.code for facts in law.references_in(law.SHIPPED) if facts.language == "da"}
    assert set(LawReference.objects.of_municipality(cast.nordby).values_list("code", flat=True)) == danish


def test_the_old_paragraph_holds_to_the_last_day_of_2023_and_is_outdated_the_day_after(cast: Cast) -> None:
    outdated = [
        set(LawReference.objects.of_municipality(cast.nordby).outdated_on(day).values_list("code", flat=True))
        for day in (LAST_DAY, FIRST_DAY)
    ]
    assert outdated == [set(), {"serviceloven § 50", "serviceloven § 140"}]


def _outdated(cast: Cast, on: date) -> dict[str, str]:
    """Code → the code that holds instead on `on`."""
    return {one.reference.code: str(one.current or "") for one in outdated_on(cast.nordby.pk, on)}


def test_the_new_paragraph_holds_from_the_first_of_january(cast: Cast) -> None:
    assert [_outdated(cast, day) for day in (LAST_DAY, FIRST_DAY)] == [
        {},
        {"serviceloven § 50": "barnets lov § 20", "serviceloven § 140": "barnets lov § 91"},
    ]


def test_a_reference_without_a_follower_leads_nowhere_once_it_is_outdated(cast: Cast) -> None:
    old = _reference(cast, "serviceloven § 50")
    facts = law.LawFacts(code=old.code, law=old.law, title=old.title, valid_from=old.valid_from, valid_to=LAST_DAY)
    law.save(reference=old, facts=facts, reason="test", at=AT)
    assert _outdated(cast, FIRST_DAY)["serviceloven § 50"] == ""


def test_a_reference_replaced_twice_leads_to_what_holds_now(cast: Cast) -> None:
    new = LawReference(municipality=cast.nordby)
    law.save(
        reference=new,
        facts=law.LawFacts(code="ny lov § 1", law="Ny lov", title="Ny", valid_from=date(2026, 1, 1)),
        reason="test",
        at=AT,
    )
    row = _reference(cast, "barnets lov § 20")
    facts = law.LawFacts(
        code=row.code,
        law=row.law,
        title=row.title,
        valid_from=FIRST_DAY,
        valid_to=date(2025, 12, 31),
        replaced_by="ny lov § 1",
    )
    law.save(reference=row, facts=facts, reason="test", at=AT)
    assert _outdated(cast, date(2026, 1, 1))["serviceloven § 50"] == "ny lov § 1"


def test_loading_twice_changes_nothing(cast: Cast) -> None:
    assert law.load(municipality=cast.nordby, references=law.references_in(law.SHIPPED)) == 0


def test_loading_brings_a_changed_file_in(cast: Cast) -> None:
    facts = tuple(replace(each, title=f"{each.title} (ny)") for each in law.references_in(law.SHIPPED))
    assert law.load(municipality=cast.nordby, references=facts) == 10
    assert _reference(cast, "barnets lov § 20").title == "Børnefaglig undersøgelse (ny)"


def test_loading_leaves_alone_what_was_changed_by_hand(cast: Cast) -> None:
    row = _reference(cast, "barnets lov § 20")
    facts = law.LawFacts(code=row.code, law=row.law, title="Vores egne ord", valid_from=row.valid_from)
    law.save(reference=row, facts=facts, reason="klarere", at=AT)
    law.load(municipality=cast.nordby, references=law.references_in(law.SHIPPED))
    assert _reference(cast, "barnets lov § 20").title == "Vores egne ord"


def test_references_that_replace_each_other_in_a_circle_are_refused(cast: Cast) -> None:
    new = _reference(cast, "barnets lov § 20")
    facts = law.LawFacts(
        code=new.code,
        law=new.law,
        title=new.title,
        valid_from=FIRST_DAY,
        valid_to=FIRST_DAY,
        replaced_by="serviceloven § 50",
    )
    with pytest.raises(law.WouldFormACircle):
        law.save(reference=new, facts=facts, reason="test", at=AT)
    assert _reference(cast, "barnets lov § 20").replaced_by is None


def test_a_municipality_never_points_to_the_law_of_another(cast: Cast) -> None:
    foreign = LawReference.objects.create(
        municipality=cast.sydby, code="lokal § 1", law="Lokal", title="Kun Sydby", valid_from=FIRST_DAY
    )
    new = LawReference(municipality=cast.nordby)
    facts = law.LawFacts(
        code="ny § 1", law="Ny", title="Ny", valid_from=FIRST_DAY, valid_to=FIRST_DAY, replaced_by=foreign.code
    )
    assert law.save(reference=new, facts=facts, reason="test", at=AT).replaced_by is None


def test_the_shipped_file_names_only_followers_it_knows(tmp_path: Path) -> None:
    references = law.references_in(law.SHIPPED)
    assert {each.replaced_by for each in references} - {each.code for each in references} == {""}
