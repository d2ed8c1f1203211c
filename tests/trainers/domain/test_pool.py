"""A trainer is shared only when two want it, and nothing is seen beside what is shared (sources: T02, T14, T30)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from post_office.models import Email
from pytest_django import DjangoAssertNumQueries

from competence.domain import people
from competence.models import Employee, Role
from tests.cast import START, TODAY, Cast
from tests.trainers.selecting import AT
from tests.trainers.working import MORNING, planned, ready, signed
from trainers.domain import pool, sessions
from trainers.domain.pool import ShareFacts
from trainers.models import Mandate, PoolShare, Selection, TrainerRequest
from trainers.queries.pool import Asked, pool_of, shared_with

FACTS = ShareFacts("Digital signering, den svære samtale", "dansk, svensk", PoolShare.Reach.BOTH)
LATER = AT + timedelta(days=1)


def offered(cast: Cast) -> PoolShare:
    ready(cast)
    return pool.offer(employee=cast.bo, facts=FACTS, by=cast.hanne, at=AT)


def shared(cast: Cast) -> PoolShare:
    return pool.agree(share=offered(cast), at=AT)


def seen_in_sydby(cast: Cast, asked: Asked | None = None) -> list[str]:
    return [one.name for one in shared_with(cast.sydby.pk, asked or Asked(), TODAY)]


def test_nobody_is_seen_before_the_own_yes_nor_after_it_is_taken_back(cast: Cast) -> None:
    share = offered(cast)
    assert seen_in_sydby(cast) == []
    pool.agree(share=share, at=AT)
    assert seen_in_sydby(cast) == ["Bo Bang"]
    pool.end(share=share, by=cast.bo, at=LATER)
    assert seen_in_sydby(cast) == []
    kept = PoolShare.objects.get()
    assert (kept.agreed_at, kept.ended_at, kept.ended_by) == (AT, LATER, cast.bo)


def test_own_municipality_ends_it_at_once_too(cast: Cast) -> None:
    pool.end(share=shared(cast), by=cast.hanne, at=LATER)
    assert seen_in_sydby(cast) == []


def test_others_see_seven_things_and_nothing_else(cast: Cast) -> None:
    shared(cast)
    (one,) = shared_with(cast.sydby.pk, Asked(), TODAY)
    told = {name: value for name, value in one.__dict__.items() if name != "pk"}
    assert told == {
        "name": "Bo Bang",
        "job_title": "Socialrådgiver",
        "municipality": "Nordby Kommune",
        "topics": "Digital signering, den svære samtale",
        "languages": "dansk, svensk",
        "reach": "kommer ud til jer, eller online",
        "held": 0,
    }


def test_search_of_others_finds_only_by_what_is_shared(cast: Cast) -> None:
    shared(cast)
    assert seen_in_sydby(cast, Asked(words="signering")) == ["Bo Bang"]
    assert seen_in_sydby(cast, Asked(words="Bang")) == ["Bo Bang"]
    for hidden in ("Modtagelse", "bo@nordby", cast.bo.number, "Nord 1.0"):
        assert seen_in_sydby(cast, Asked(words=hidden)) == []


def test_who_has_left_is_not_shared_any_more(cast: Cast) -> None:
    shared(cast)
    people.end_employment(employment=cast.bo.employments.get(), on=date(2026, 10, 14))
    assert seen_in_sydby(cast) == []


def test_only_who_has_been_ready_is_shared_and_once(cast: Cast) -> None:
    signed(cast)
    with pytest.raises(pool.NotTrained):
        pool.offer(employee=cast.bo, facts=FACTS, by=cast.hanne, at=AT)
    Mandate.objects.update(state="ready", ready_at=AT)
    pool.offer(employee=cast.bo, facts=FACTS, by=cast.hanne, at=AT)
    with pytest.raises(pool.SharedAlready):
        pool.offer(employee=cast.bo, facts=FACTS, by=cast.eva, at=AT)


def test_request_reaches_who_shared_the_trainer_and_the_answer_comes_back(cast: Cast) -> None:
    request = pool.ask(share=shared(cast), topic="Signering", wanted="I marts", words="", by=cast.sven, at=AT)
    assert mails_to("hanne@") == ["Svar en kommune, der spørger efter jeres træner, spurgt 15. oktober 2026"]
    pool.answer(request=request, given="yes", reply="Ring til mig.", by=cast.hanne, at=LATER)
    assert mails_to("sven@") == ["Læs svaret om den træner, du spurgte efter 15. oktober 2026"]
    with pytest.raises(pool.Answered):
        pool.answer(request=request, given="no", reply="", by=cast.hanne, at=LATER)


def mails_to(name: str) -> list[str]:
    return list(Email.objects.filter(to__contains=name).order_by("pk").values_list("subject", flat=True))


def test_a_municipality_asks_once_until_it_has_the_answer(cast: Cast) -> None:
    share = shared(cast)
    first = pool.ask(share=share, topic="Signering", wanted="I marts", words="", by=cast.sven, at=AT)
    with pytest.raises(pool.AskedAlready):
        pool.ask(share=share, topic="Samtalen", wanted="I maj", words="", by=cast.sven, at=AT)
    pool.answer(request=first, given="no", reply="", by=cast.hanne, at=LATER)
    pool.ask(share=share, topic="Samtalen", wanted="I maj", words="", by=cast.sven, at=LATER)
    (row,) = pool_of(cast.nordby.pk, Asked(), TODAY)
    assert row.requests == 2


def test_who_waits_gets_a_no_when_the_sharing_ends(cast: Cast) -> None:
    share = shared(cast)
    pool.ask(share=share, topic="Signering", wanted="I marts", words="", by=cast.sven, at=AT)
    pool.end(share=share, by=cast.bo, at=LATER)
    assert TrainerRequest.objects.get().answer == TrainerRequest.Answer.NO
    with pytest.raises(pool.Over):
        pool.ask(share=share, topic="Igen", wanted="Nu", words="", by=cast.sven, at=LATER)


def test_own_pool_is_narrowed_by_words_competence_scope_experience_and_now(cast: Cast) -> None:
    bo, anna = ready(cast, cast.bo, cast.anna)
    session = planned(bo, cast)
    sessions.hold(session=session, came=[], notes="", follow_up_on=None, at=MORNING)
    Mandate.objects.filter(pk=anna.pk).update(scope=Mandate.Scope.MUNICIPALITY)
    competence = bo.round.profile.criteria.first()
    assert competence is not None
    # Anna is of the same team, for something else.
    Selection.objects.get(candidate__employee=cast.anna).covers.remove(competence)
    for asked, names in (
        (Asked(), ["Anna", "Bo"]),
        (Asked(words="Modtag"), ["Anna", "Bo"]),
        (Asked(words="ærø"), ["Anna"]),
        (Asked(competence=competence.competence_id), ["Bo"]),
        (Asked(competence=0 - 1), []),
        (Asked(scope=Mandate.Scope.MUNICIPALITY), ["Anna"]),
        (Asked(held=1), ["Bo"]),
        (Asked(held=5), []),
        (Asked(now=True), ["Anna", "Bo"]),
    ):
        found = [one.person.first_name for one in pool_of(cast.nordby.pk, asked, TODAY)]
        assert found == names, asked


def test_pool_asks_the_same_queries_for_one_and_for_two(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def count(employees: list[Employee]) -> None:
        with django_assert_num_queries(4):
            rows = pool_of(cast.nordby.pk, Asked(), TODAY)
            assert [(one.person, one.held, one.posts[0].unit.name) for one in rows] == [
                (person, 0, "Modtagelse") for person in employees
            ]

    ready(cast, cast.bo, cast.anna)
    Mandate.objects.filter(employee=cast.anna).update(ready_at=None, state="in_training")
    count([cast.bo])
    Mandate.objects.filter(employee=cast.anna).update(ready_at=AT, state="ready")
    count([cast.anna, cast.bo])


def test_project_leader_of_another_municipality_is_the_same_outsider(cast: Cast) -> None:
    people.assign_role(employee=cast.sven, role=Role.PROJECT_LEADER, unit=cast.sydby, starts_on=START)
    ready(cast)
    assert [one.person for one in pool_of(cast.sydby.pk, Asked(), TODAY)] == []


def test_who_has_left_is_on_no_page_of_others_and_the_own_pages_still_open(client: Client, cast: Cast) -> None:
    share = shared(cast)
    people.end_employment(employment=cast.bo.employments.get(), on=TODAY - timedelta(days=1))
    client.force_login(cast.hanne)
    assert client.get(reverse("trainers:share", args=[share.pk])).status_code == 200
    client.force_login(cast.sven)
    assert client.get(reverse("trainers:ask", args=[share.pk])).status_code == 404
    assert seen_in_sydby(cast) == []
