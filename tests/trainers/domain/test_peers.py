"""What colleagues say is shown of nobody, only together, and only when nobody can answer any more (source: K22)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from competence.domain import people
from competence.domain import settings as municipality
from competence.history import TRACKED
from competence.models import Employee, Notice
from competence.queries.me import everything_about
from competence.retention import REGISTRY
from tests.cast import START, Cast
from tests.trainers.selecting import AT, FACTS, candidate_for, nominated, opened_round, willing
from trainers.domain import peers, reminders, selection
from trainers.domain.peers import Statements
from trainers.models import Candidate, PeerAnswer, PeerAsk, PeerSurvey
from trainers.queries.peers import colleagues_of, summary_of

ON = AT.date()
LAST = FACTS.answer_by
AFTER = LAST + timedelta(days=1)


def groups_of(cast: Cast, smallest: int) -> None:
    settings = cast.nordby.settings
    municipality.change(settings=settings, language=settings.language, accent=settings.accent, smallest_cell=smallest)


def _more_colleagues(cast: Cast) -> None:
    """Anna, Vik and Tess are at work in Modtagelse with Bo; two more make five."""
    post = people.Post(job_title="Socialrådgiver", profession="Socialrådgiver", agreement="DS", starts_on=START)
    for number, name in enumerate(("Ib", "Una"), start=500):
        made = people.register(
            municipality=cast.nordby,
            number=str(number),
            first_name=name,
            last_name="Ulv",
            email=f"{name.lower()}@nordby.example",
        )
        people.employ(employee=made, unit=cast.mod, post=post)


@pytest.fixture
def bo(cast: Cast) -> Candidate:
    """Bo of Modtagelse, who wants it and has five colleagues; a mean is shown of three."""
    _more_colleagues(cast)
    groups_of(cast, 3)
    return Candidate.objects.get(pk=candidate_for(opened_round(cast), cast.bo, cast).pk)


def asked(candidate: Candidate, by: Employee) -> list[Employee]:
    survey = peers.ask(candidate=candidate, by=by, at=AT)
    return [row.colleague for row in survey.asks.select_related("colleague")]


def said(candidate: Candidate, colleagues: list[Employee], value: int = 4, at: datetime = AT) -> None:
    for one in colleagues:
        peers.answer(candidate=candidate, colleague=one, statements=Statements(value, 5), at=at)


def at_noon(day: "object") -> datetime:
    return datetime.combine(day, datetime.min.time(), tzinfo=ZoneInfo("Europe/Copenhagen")) + timedelta(hours=12)  # type: ignore[arg-type]  # a date


def test_those_in_the_unit_are_asked_but_nobody_with_a_part_in_it(cast: Cast, bo: Candidate) -> None:
    nominated(bo.round, cast.anna, cast.tove)
    colleagues = asked(bo, cast.eva)
    assert cast.vik in colleagues
    assert {cast.bo, cast.tove, cast.anna, cast.eva, cast.mette, cast.karl} & set(colleagues) == set()
    told = Notice.objects.filter(kind="trainer_peers").values_list("recipient", flat=True)
    assert sorted(told) == sorted(one.pk for one in colleagues)


def test_nothing_is_shown_before_the_time_is_over(cast: Cast, bo: Candidate) -> None:
    said(bo, asked(bo, cast.eva)[:3])
    early, late = summary_of(bo, LAST), summary_of(bo, AFTER)
    assert early is not None
    assert late is not None
    assert (early.is_over, early.answered, early.means) == (False, 3, {})
    assert (late.is_over, late.answered, late.means) == (True, 3, {"turned_to": 4.0, "trusted": 5.0})


def test_nothing_is_ever_shown_of_too_few(cast: Cast, bo: Candidate) -> None:
    said(bo, asked(bo, cast.eva)[:2])
    groups_of(cast, 3)
    late = summary_of(bo, AFTER)
    assert late is not None
    assert late.is_over
    assert late.means == {}


def test_what_was_promised_holds_when_the_municipality_changes_its_mind(cast: Cast, bo: Candidate) -> None:
    groups_of(cast, 4)
    said(bo, asked(bo, cast.eva)[:3])
    groups_of(cast, 3)
    late = summary_of(bo, AFTER)
    assert late is not None
    assert late.means == {}


def test_a_later_date_of_the_round_opens_nothing_again(cast: Cast, bo: Candidate) -> None:
    colleagues = asked(bo, cast.eva)
    said(bo, colleagues[:3])
    later = FACTS.__dict__ | {"answer_by": AFTER + timedelta(days=3)}
    selection.change_round(round_=bo.round, facts=selection.RoundFacts(**later))
    with pytest.raises(peers.Over):
        said(bo, colleagues[3:4], at=at_noon(AFTER))
    assert PeerAnswer.objects.count() == 3


def test_each_answers_once_and_only_who_is_asked(cast: Cast, bo: Candidate) -> None:
    colleagues = asked(bo, cast.eva)
    said(bo, colleagues[:1])
    for one in (colleagues[0], cast.tove, cast.bo):
        with pytest.raises(peers.NotAsked):
            said(bo, [one])
    selection.stop(round_=bo.round, reason="Vi venter.", at=AT)
    with pytest.raises(selection.RoundClosed):
        said(bo, colleagues[1:2])


def test_asked_once_in_time_of_somebody_willing_by_enough(cast: Cast, bo: Candidate) -> None:
    undecided = nominated(bo.round, cast.dan, cast.finn)
    with pytest.raises(peers.NotWilling):
        peers.ask(candidate=undecided, by=cast.eva, at=AT)
    willing(undecided)
    with pytest.raises(peers.TooFew):
        peers.ask(candidate=undecided, by=cast.eva, at=AT)
    with pytest.raises(peers.TooLate):
        peers.ask(candidate=bo, by=cast.eva, at=at_noon(FACTS.score_by))
    asked(bo, cast.eva)
    with pytest.raises(peers.AskedAlready):
        asked(bo, cast.eva)


def test_there_is_a_week_but_never_beyond_the_assessments(bo: Candidate) -> None:
    days = [ON, LAST, FACTS.score_by - timedelta(days=2)]
    assert [peers.closing_day(bo.round, day) for day in days] == [LAST, LAST + timedelta(days=7), FACTS.score_by]


def test_no_answer_knows_whose_it_is_and_none_has_a_history() -> None:
    assert {column.name for column in PeerAnswer._meta.concrete_fields} == {"id", "survey", "turned_to", "trusted"}
    for model in (PeerAsk, PeerAnswer):
        assert not hasattr(model, "pgh_event_models")
        assert model not in {row.model for row in TRACKED}


def test_the_own_data_hold_no_single_answer(cast: Cast, bo: Candidate) -> None:
    said(bo, asked(bo, cast.eva)[:3], value=2)
    selection.stop(round_=bo.round, reason="Vi venter.", at=AT)
    assert "turned_to" not in str(everything_about(cast.bo))


def test_everything_goes_half_a_year_after_the_round(cast: Cast, bo: Candidate) -> None:
    asked(bo, cast.eva)
    selection.stop(round_=bo.round, reason="Vi venter.", at=AT)
    for kind in (row for row in REGISTRY if row.model in (PeerSurvey, PeerAsk, PeerAnswer)):
        rows = kind.due((AT + timedelta(days=200)).date(), cast.nordby.pk)
        assert kind.due((AT + timedelta(days=170)).date(), cast.nordby.pk).count() == 0
        assert rows.count() == kind.model._default_manager.count()


def test_who_has_not_answered_is_reminded_once(cast: Cast, bo: Candidate) -> None:
    first, *others = asked(bo, cast.eva)
    said(bo, [first])
    found = [one for one in reminders.due(on=LAST - timedelta(days=2)) if one.kind == "trainer_peers"]
    assert {one.recipient for one in found} == set(others)
    assert [one for one in reminders.due(on=LAST - timedelta(days=1)) if one.kind == "trainer_peers"] == []


@pytest.fixture
def open_now(cast: Cast) -> Candidate:
    """Bo in a round whose dates are around today, his colleagues asked now."""
    groups_of(cast, 3)
    today = timezone.localdate()
    days = {name: today + timedelta(days=number) for name, number in DAYS.items()}
    made = opened_round(cast, selection.RoundFacts(**FACTS.__dict__ | days))
    found = Candidate.objects.get(pk=candidate_for(made, cast.bo, cast).pk)
    peers.ask(candidate=found, by=cast.eva, at=timezone.now())
    return found


DAYS = {"nominate_by": 1, "answer_by": 2, "score_by": 20, "decide_on": 30}


def test_a_colleague_answers_on_a_page_and_nobody_sees_it_early(
    client: Client, cast: Cast, open_now: Candidate
) -> None:
    colleagues = colleagues_of(open_now, timezone.localdate())
    url = reverse("trainers:peer_answer", args=[open_now.pk])
    for one in colleagues:
        client.force_login(one)
        assert url in client.get(reverse("start")).content.decode()
        assert "Vælg et tal." in client.post(url, {"turned_to": "4"}).content.decode()
        assert client.post(url, {"turned_to": "9", "trusted": "0"}).status_code == 200
        client.post(url, {"turned_to": "2", "trusted": "5"})
        assert "Du har svaret" in client.get(url).content.decode()
        assert url not in client.get(reverse("start")).content.decode()
    pages = {"eva": "candidate", "bo": "candidacy", "mette": "sheet"}
    for name, page in pages.items():
        client.force_login(cast.member(name))
        assert "bar-fill" not in client.get(reverse(f"trainers:{page}", args=[open_now.pk])).content.decode()
    PeerSurvey.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    for name, page in pages.items():
        client.force_login(cast.member(name))
        shown = client.get(reverse(f"trainers:{page}", args=[open_now.pk])).content.decode()
        assert ("2,0" in shown, "5,0" in shown) == (True, True), name
