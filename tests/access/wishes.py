"""Wishes are for the person and the leaders above; HR, colleagues and representatives read none of the words."""

from datetime import timedelta

from annualcycle.domain import follow_up, wishes
from annualcycle.models.decisions import Outcome
from tests.access.row import Row
from tests.annualcycle import autumn
from tests.annualcycle.board import published_cycle
from tests.annualcycle.domain.test_letters import answered
from tests.cast import TODAY, Cast

WORDS = "Jeg møder vrede borgere hver uge."
Setup = tuple[dict[str, object], str]


def _draft(cast: Cast) -> Setup:
    return {"pk": autumn.draft(cast).pk}, WORDS


def _sent(cast: Cast) -> Setup:
    return {"pk": autumn.submitted(cast).pk}, WORDS


def _with_a_view(cast: Cast) -> Setup:
    wish = autumn.submitted(cast)
    wishes.say_view(wish=wish, text="Teamet mangler det.", by=cast.tove, at=autumn.IN_OCTOBER)
    return {"pk": wish.pk}, "Teamet mangler det."


def _answered(cast: Cast) -> Setup:
    wish = autumn.submitted(cast)
    answered(wish, reason="Rammen var brugt op.")
    return {"pk": wish.pk}, "Rammen var brugt op."


def _granted(cast: Cast) -> Setup:
    """Granted, and planned by the person."""
    decision = answered(autumn.submitted(cast), outcome=Outcome.GRANTED)
    facts = follow_up.suggested(decision)
    said = follow_up.Plan("Jeg bruger det i to sager.", facts.use_by, facts.share_by)
    follow_up.plan(wish=decision.wish, facts=said, by=cast.anna, at=autumn.IN_DECEMBER)
    return {"pk": decision.wish_id}, "Jeg bruger det i to sager."


def _due(cast: Cast) -> Setup:
    """Granted before the day the matrix is read on, so that it is due."""
    wish = autumn.submitted(cast, starts_on=TODAY - timedelta(days=90))
    decision = answered(wish, outcome=Outcome.GRANTED)
    follow_up.plan(wish=wish, facts=follow_up.Plan("Tag det op.", TODAY, TODAY), by=cast.anna, at=decision.decided_at)
    return {}, "Tag det op."


def _undecided(cast: Cast) -> Setup:
    """Decided, and not released yet: nobody reads the answer."""
    wish = autumn.submitted(cast)
    answered(wish, released_at=None, reason="Rammen var brugt op.")
    return {"pk": wish.pk}, "Rammen var brugt op."


def _year(cast: Cast) -> Setup:
    autumn.submitted(cast, title="Kursus i vrede")
    return {"cycle": published_cycle(cast).pk}, "Kursus i vrede"


def _mine(cast: Cast) -> Setup:
    autumn.submitted(cast, title="Kursus i vrede")
    return {}, "Kursus i vrede"


def _strategy(cast: Cast) -> Setup:
    autumn.submitted(cast, need=autumn.need(cast), title="Kursus i vrede")
    return {"pk": autumn.need(cast).section.strategy_id}, "Kursus i vrede"


LEADERS = "tove dan finn mads"

ROWS: list[Row] = [
    Row("year:my_wishes", {"anna": "200 sees"}, others="200", setup=_mine),
    Row("year:wish_new", {}, others="200"),
    Row("year:wish_ad_hoc", {}, others="200"),
    Row("year:wish", {"anna": "200 sees", LEADERS: "200 sees", "sven": "404"}, setup=_sent),
    Row("year:wish_edit", {"anna": "200 sees", "sven": "404"}, setup=_draft),
    Row("year:wish_save", {"anna": "302", "sven": "404"}, method="POST", setup=_draft),
    Row("year:offers", {"anna": "200", "sven": "404"}, setup=_draft),
    Row("year:wish_find", {"anna": "302", "sven": "404"}, method="POST", setup=_draft),
    Row("year:wish_pick", {"anna": "404", "sven": "404"}, method="POST", setup=_draft),
    Row("year:wish_discard", {"anna": "302", "sven": "404"}, method="POST", setup=_sent),
    Row("year:wish_withdraw", {"anna": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:wish_reopen", {"anna": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:wish_copy", {"anna": "302", LEADERS: "403", "sven": "404"}, method="POST", setup=_sent),
    Row("year:answer", {"anna": "200 sees", LEADERS: "200 sees", "sven": "404"}, setup=_answered),
    Row("year:answer", {"anna": "404", LEADERS: "404", "sven": "404"}, setup=_undecided),
    Row("year:answer_read", {"anna": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:follow_up", {"anna": "200 sees", "tove dan mads": "200 sees", "sven": "404"}, setup=_granted),
    Row("year:follow_up", {"anna": "404", "tove dan mads": "404", "sven": "404"}, setup=_answered),
    Row("year:follow_up_plan", {"anna": "200", "sven": "404"}, method="POST", setup=_granted),
    Row("year:follow_up_share", {"anna": "200 sees", "sven": "404"}, method="POST", setup=_granted),
    Row("year:follow_up_note", {"tove dan mads": "200 sees", "sven": "404"}, method="POST", setup=_granted),
    Row("year:follow_ups", {"tove dan mads": "200 sees", "finn ylva sven": "200"}, setup=_due),
    Row("year:wish_agree", {"tove dan mads": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:wish_unagree", {"tove dan mads": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:wish_view", {"tove dan mads": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:wish", {"anna": "200 sees", LEADERS: "200 sees", "sven": "404"}, setup=_with_a_view),
    Row("year:wish_need", {"tove dan mads": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:team_wishes", {"tove dan mads": "200 sees", "finn": "200", "ylva": "403", "sven": "404"}, setup=_year),
    Row("year:wish_for", {"tove dan finn mads": "302", "ylva": "403", "sven": "404"}, method="POST", setup=_year),
    Row("strategy_for_me", {"anna": "200 sees", "sven": "404"}, others="200", setup=_strategy),
]
