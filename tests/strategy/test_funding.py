from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from competence.models import Notice
from strategy.domain import funding, reminders
from strategy.models import Expert, Pool
from tests.annualcycle import autumn
from tests.cast import Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)


def pool(cast: Cast) -> Pool:
    facts = funding.PoolFacts(
        source="Styrelsen",
        title="Tidlig indsats",
        opens_on=date(2026, 10, 1),
        closes_on=date(2026, 12, 1),
        amount=50_000_000,
        responsible=cast.mads,
        needs=[autumn.need(cast)],
    )
    return funding.save_pool(pool=Pool(municipality=cast.nordby), facts=facts)


def test_the_register_shows_pool_and_expert_with_their_needs(cast: Cast, client: Client) -> None:
    pool(cast)
    facts = funding.ExpertFacts(organisation="VISO", field="Børn og vold", needs=[autumn.need(cast)])
    funding.save_expert(expert=Expert(municipality=cast.nordby), facts=facts)
    client.force_login(cast.mads)
    page = client.get(reverse("strategy:funding")).content.decode()
    assert ("500.000\u00a0kr." in page, page.count("3.2.1 Samtaler med børn"), "VISO" in page) == (True, 2, True)


def test_who_applies_is_reminded_once_at_each_step_before_the_pool_closes(cast: Cast) -> None:
    pool(cast)
    told = []
    for day in (date(2026, 10, 20), date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 24), date(2026, 11, 30)):
        for _twice in range(2):
            reminders.send(on=day, at=AT)
        told.append(Notice.objects.filter(kind="pool_closes", recipient=cast.mads).count())
    assert told == [0, 1, 1, 2, 3]


def test_what_is_applied_for_is_not_reminded_of(cast: Cast) -> None:
    found = pool(cast)
    found.state = Pool.State.APPLIED
    found.save()
    reminders.send(on=date(2026, 11, 30), at=AT)
    assert not Notice.objects.filter(kind="pool_closes").exists()


def test_a_granted_pool_has_an_amount(cast: Cast) -> None:
    facts = funding.PoolFacts(source="S", title="T", opens_on=AT.date(), closes_on=AT.date(), state=Pool.State.GRANTED)
    with pytest.raises(funding.AmountMissing):
        funding.save_pool(pool=Pool(municipality=cast.nordby), facts=facts)
