"""The law radar on both sides of the day on which § 50 of serviceloven ended."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import introductions
from competence.domain.introductions import StepFacts
from competence.models import LawReference, Offer
from competence.queries.law import citations
from strategy.domain import editing, law, versions
from strategy.models import BrushUp, Need, Strategy
from strategy.queries.versions import compare
from tests.annualcycle import autumn
from tests.cast import Cast
from tests.strategy import writing

LAST_DAY, FIRST_DAY = date(2023, 12, 31), date(2024, 1, 1)
WRITTEN = date(2022, 12, 1)


def citing(cast: Cast) -> Need:
    """An approved need of 2023–2026 that cites § 50."""
    drafted = versions.draft(unit=cast.bu, title="Strategi", starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31))
    section = editing.add_section(strategy=drafted, number="3", title="Undersøgelser", on=WRITTEN)
    facts = editing.NeedFacts("Undersøgelser efter Serviceloven § 50", law_reference="Serviceloven § 50")
    need = editing.add_need(section=section, facts=facts, on=WRITTEN)
    editing.add_need(section=section, facts=editing.NeedFacts("Serviceloven § 501 findes ikke"), on=WRITTEN)
    versions.adopt(strategy=drafted, committee="MED", on=WRITTEN)
    return need


def found(cast: Cast, on: date) -> list[tuple[str, str, str]]:
    return [(one.kind, one.change.before, one.change.after) for one in citations(cast.nordby.pk, on)]


def test_needs_courses_programmes_and_brush_ups_are_flagged_from_the_day_after_the_last(cast: Cast) -> None:
    citing(cast)
    autumn.offer(cast, title="Serviceloven § 50 i praksis", code="A")
    linked = autumn.offer(cast, title="Introduktion for nye", code="B", kind=Offer.Kind.PROGRAMME)
    linked.law_references.add(LawReference.objects.get(municipality=cast.nordby, code="serviceloven § 50"))
    autumn.offer(cast, title="Barnets lov § 20", code="C")
    BrushUp.objects.create(unit=cast.mod, topic="Frister efter serviceloven § 50")
    assert found(cast, LAST_DAY) == []
    assert sorted(found(cast, FIRST_DAY)) == [
        ("behov", "Serviceloven § 50", "Barnets lov § 20"),
        ("genopfriskning", "Frister efter serviceloven § 50", "Frister efter barnets lov § 20"),
        ("introduktionsforløb", "serviceloven § 50", "barnets lov § 20"),
        ("kursus", "Serviceloven § 50 i praksis", "Barnets lov § 20 i praksis"),
    ]


@pytest.mark.parametrize("name", ["title", "text", "law_reference", "delivery_note", "target_note", "external_reason"])
def test_a_need_is_flagged_and_renewed_wherever_it_cites_the_law(cast: Cast, name: str) -> None:
    drafted = versions.draft(unit=cast.bu, title="Strategi", starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31))
    section = editing.add_section(strategy=drafted, number="3", title="Undersøgelser", on=WRITTEN)
    plain = editing.NeedFacts("Undersøgelser", external_only_if="reform")
    facts = replace(plain, **{name: "Serviceloven § 50"})  # type: ignore[arg-type]  # of different kinds
    need = editing.add_need(section=section, facts=facts, on=WRITTEN)
    assert found(cast, LAST_DAY) == []
    assert found(cast, FIRST_DAY) == [("behov", "Serviceloven § 50", "Barnets lov § 20")]
    assert getattr(law.renew_need(need=need, on=FIRST_DAY), name) == "Barnets lov § 20"
    assert found(cast, FIRST_DAY) == []


def test_introductions_are_flagged_and_renewed_without_naming_anybody(cast: Cast, client: Client) -> None:
    step = StepFacts("Undersøgelser", 10, "Læs serviceloven § 50 først.")
    (kept,) = introductions.take_over(unit=cast.mod, steps=[step])
    at = datetime(2023, 12, 1, tzinfo=UTC)
    row = introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=WRITTEN, steps=[step], by=cast.tove, at=at)
    kind, after = "introduktion af nye kolleger", "Læs barnets lov § 20 først."
    assert (found(cast, LAST_DAY), found(cast, FIRST_DAY)) == ([], [(kind, step.text, after)] * 2)
    client.force_login(cast.mads)
    page = client.get(reverse("law_radar"), {"on": FIRST_DAY.isoformat()}).content.decode()
    client.post(reverse("strategy:renew_step", args=[kept.pk]))
    client.post(reverse("strategy:renew_item", args=[row.items.get().pk]))
    kept.refresh_from_db()
    assert ("Vestergaard" in page, kept.text, row.items.get().text) == (False, after, after)
    assert found(cast, FIRST_DAY) == []


def test_only_versions_in_force_or_on_their_way_are_flagged(cast: Cast) -> None:
    citing(cast)
    assert (len(found(cast, date(2026, 12, 31))), found(cast, date(2027, 1, 1))) == (1, [])


def test_a_unit_sees_its_own(cast: Cast) -> None:
    citing(cast)
    counts = [len(citations(cast.nordby.pk, FIRST_DAY, unit)) for unit in (cast.nordby, cast.bu, cast.yd)]
    assert counts == [1, 1, 0]
    assert citations(cast.sydby.pk, FIRST_DAY) == []


@pytest.mark.parametrize("text", ["Serviceloven § 50 a", "Serviceloven § 501", "Xserviceloven § 50"])
def test_another_paragraph_is_not_taken_for_the_outdated_one(cast: Cast, text: str) -> None:
    BrushUp.objects.create(unit=cast.mod, topic=text)
    assert found(cast, FIRST_DAY) == []


def test_one_click_copies_the_change_into_the_draft_and_never_into_the_frozen_version(
    cast: Cast, client: Client
) -> None:
    need = citing(cast)
    made = versions.copy(
        strategy=need.section.strategy, title="Næste", starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31)
    )
    client.force_login(cast.mads)
    assert "Overtag den nye tekst" in client.get(reverse("law_radar")).content.decode()
    client.post(reverse("strategy:renew_need", args=[need.pk]))
    twin = Need.objects.get(section__strategy=made, copied_from=need)
    need.refresh_from_db()
    assert (twin.law_reference, twin.title) == ("Barnets lov § 20", "Undersøgelser efter Barnets lov § 20")
    assert (need.law_reference, need.title) == ("Serviceloven § 50", "Undersøgelser efter Serviceloven § 50")


def test_a_chosen_reference_is_flagged_copied_and_renewed_like_a_written_one(cast: Cast) -> None:
    outdated = LawReference.objects.get(municipality=cast.nordby, code="serviceloven § 50")
    drafted = versions.draft(unit=cast.bu, title="Strategi", starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31))
    section = editing.add_section(strategy=drafted, number="3", title="Undersøgelser", on=WRITTEN)
    facts = editing.NeedFacts("Undersøgelser", law_references=[outdated])
    need = editing.add_need(section=section, facts=facts, on=WRITTEN)
    versions.adopt(strategy=drafted, committee="MED", on=WRITTEN)
    assert found(cast, LAST_DAY) == []
    assert found(cast, FIRST_DAY) == [("behov", "Serviceloven § 50", "Barnets lov § 20")]
    made = versions.copy(strategy=drafted, title="Næste", starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31))
    twin = Need.objects.get(section__strategy=made)
    assert twin.law == ["Serviceloven § 50"]
    law.renew_need(need=need, on=FIRST_DAY)
    changed = [Need.objects.get(pk=row.pk).law for row in (need, twin)]
    assert changed == [["Serviceloven § 50"], ["Barnets lov § 20"]]
    assert [row.text.is_none for row in compare(drafted, made)[0].needs] == [False]


def test_the_law_of_a_need_and_of_a_course_is_ticked_in_a_list_with_its_days(cast: Cast, client: Client) -> None:
    row = LawReference.objects.get(municipality=cast.nordby, code="serviceloven § 50")
    section = writing.section(writing.draft(cast))
    client.force_login(cast.tove)
    page = client.get(reverse("strategy:need_new", args=[section.pk])).content.decode()
    assert "Serviceloven § 50 · Børnefaglig undersøgelse · 1. januar 2011 til 31. december 2023" in page
    data = {"title": "Undersøgelser", "target_group": "everyone", "law_references": [row.pk]}
    client.post(reverse("strategy:need_new", args=[section.pk]), data)
    need = Need.objects.get(title="Undersøgelser")
    assert "<li>Serviceloven § 50</li>" in client.get(reverse("strategy:write", args=[section.pk])).content.decode()
    assert need.law == ["Serviceloven § 50"]
    offer = autumn.offer(cast, title="Introduktion for nye", kind=Offer.Kind.PROGRAMME)
    client.force_login(cast.hanne)
    edit = reverse("offer_edit", args=[offer.pk])
    initial = {name: value for name, value in client.get(edit).context["form"].initial.items() if value is not None}
    client.post(edit, initial | {"price": "0", "law_references": [row.pk]})
    assert list(offer.law_references.all()) == [row]
    assert "Serviceloven § 50" in client.get(reverse("offer", args=[offer.pk])).content.decode()


def test_without_a_draft_the_change_has_nowhere_to_go(cast: Cast, client: Client) -> None:
    need = citing(cast)
    with pytest.raises(law.NoDraft):
        law.renew_need(need=need, on=FIRST_DAY)
    client.force_login(cast.mads)
    page = client.post(reverse("strategy:renew_need", args=[need.pk]), follow=True).content.decode()
    assert "Begynd den næste version af strategien først" in page
    assert Strategy.objects.count() == 1


def test_a_course_cites_the_law_in_force_after_one_click(cast: Cast, client: Client) -> None:
    offer = autumn.offer(cast, title="Serviceloven § 50 i praksis")
    offer.law_references.add(LawReference.objects.get(municipality=cast.nordby, code="serviceloven § 50"))
    client.force_login(cast.hanne)
    client.post(reverse("law_renew_offer", args=[offer.pk]))
    offer.refresh_from_db()
    assert (offer.title, [str(row) for row in offer.law_references.all()]) == (
        "Barnets lov § 20 i praksis",
        ["barnets lov § 20"],
    )


def test_hr_changes_a_reference_and_the_list_says_so(cast: Cast, client: Client) -> None:
    row = LawReference.objects.get(municipality=cast.nordby, code="barnets lov § 20")
    client.force_login(cast.hanne)
    data = {
        "code": row.code,
        "law": row.law,
        "title": "Børnefaglig undersøgelse",
        "valid_from": "2024-01-01",
        "valid_to": "2026-12-31",
        "reason": "Ny lov på vej",
    }
    client.post(reverse("law_edit", args=[row.pk]), data)
    row.refresh_from_db()
    assert (row.valid_to, row.edited_at is not None) == (date(2026, 12, 31), True)
    assert "1. januar 2024 til 31. december 2026" in client.get(reverse("law")).content.decode()
