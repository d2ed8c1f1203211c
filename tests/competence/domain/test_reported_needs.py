"""Needs reported from below, and what becomes of them (source: T21)."""

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import reported_needs as domain
from competence.domain.reported_needs import Report
from competence.models import Notice, ReportedNeed
from competence.queries.reported_needs import may_report, reported_below
from strategy.domain import reported as strategy_domain
from strategy.domain.editing import NeedFacts
from strategy.models import Need
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.trainers import working
from tests.trainers.selecting import AT


def reported(cast: Cast, title: str = "Samtaler om vold") -> ReportedNeed:
    return domain.report(employee=cast.bo, facts=Report(cast.mod, title, "Tre hold har spurgt."), at=AT)


def test_only_who_teaches_or_guides_reports(cast: Cast) -> None:
    assert may_report(cast.bo, TODAY) is False
    working.signed(cast)
    assert (may_report(cast.bo, TODAY), may_report(cast.anna, TODAY)) == (True, False)


def test_an_answer_is_given_once_and_told(cast: Cast) -> None:
    row = reported(cast)
    with pytest.raises(domain.AnswerMissing):
        domain.set_aside(reported=row, reason=" ", by=cast.tove, at=AT)
    domain.set_aside(reported=row, reason="Det kommer i 2028.", by=cast.tove, at=AT)
    with pytest.raises(domain.AnsweredAlready):
        domain.answer(reported=row, words="Jo.", by=cast.tove, at=AT)
    with pytest.raises(domain.AnsweredAlready):
        domain.take_back(reported=row)
    assert [(one.kind, one.recipient) for one in Notice.objects.all()] == [("need_answered", cast.bo)]


def test_what_is_taken_over_becomes_a_need_and_says_which(cast: Cast) -> None:
    row = reported(cast)
    section = writing.draft(cast).sections.earliest("position")
    need = strategy_domain.take_over(
        reported=row, section=section, facts=NeedFacts("Samtaler om vold"), by=cast.mads, on=TODAY, at=AT
    )
    row.refresh_from_db()
    assert (row.state, row.subject, row.taken_as) == ("taken", f"need:{need.pk}", f"{need.reference} Samtaler om vold")


def test_a_need_is_not_made_of_what_somebody_has_answered_meanwhile(cast: Cast) -> None:
    row = reported(cast)
    domain.answer(reported=row, words="Se intranettet.", by=cast.mads, at=AT)
    section = writing.draft(cast).sections.earliest("position")
    with pytest.raises(domain.AnsweredAlready):
        strategy_domain.take_over(
            reported=row, section=section, facts=NeedFacts("Samtaler"), by=cast.mads, on=TODAY, at=AT
        )
    assert Need.objects.filter(title="Samtaler").count() == 0


def test_a_strategy_reads_what_was_seen_in_its_unit_and_below(cast: Cast) -> None:
    row = reported(cast)
    assert [list(reported_below(unit)) for unit in (cast.mod, cast.bu, cast.fam, cast.yd)] == [[row], [row], [], []]


def test_from_report_to_need_in_the_browser(cast: Cast, client: Client) -> None:
    working.signed(cast)
    client.force_login(cast.bo)
    told = {"title": "Samtaler om vold", "unit": str(cast.mod.pk), "colleagues": "mange"}
    refused = client.post(reverse("reported_need_new"), told)
    assert "Samtaler om vold" in refused.content.decode()
    client.post(reverse("reported_need_new"), told | {"colleagues": "12"})
    row = ReportedNeed.objects.get()
    draft = writing.draft(cast)
    section = draft.sections.earliest("position")
    client.force_login(cast.mads)
    assert "Samtaler om vold" in client.get(reverse("strategy:write", args=[section.pk])).content.decode()
    url = reverse("strategy:reported_answer", args=[draft.pk, row.pk])
    assert "Vælg det afsnit" in client.post(url, {"what": "take"}).content.decode()
    there = client.post(url, {"what": "take", "section": str(section.pk)})["Location"]
    form = client.get(there).content.decode()
    assert ['value="Samtaler om vold"' in form, "Bo Bang" in form] == [True, True]
    client.post(there, {"title": "Samtaler om vold", "target_group": "everyone"})
    client.force_login(cast.bo)
    assert "Samtaler om vold" in client.get(reverse("reported_needs")).content.decode()
    row.refresh_from_db()
    assert (row.state, row.answered_by) == ("taken", cast.mads)
