"""The letter to each candidate: the answer, what decided, what now, whom to ask (source: K44)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.cells import longday
from trainers.models import Selection
from trainers.retention import opinions_until


@dataclass(frozen=True)
class Letter:
    """Read on the page and as PDF."""

    heading: str
    greeting: str
    rows: list[tuple[str, str]]
    closing: str


def letter_of(selection: Selection) -> Letter:
    """Needs candidate, employee, round, profile and programme."""
    candidate = selection.candidate
    round_ = candidate.round
    outcome = Selection.Outcome(selection.outcome)
    said = {"name": candidate.employee.first_name, "programme": round_.profile.programme.name}
    return Letter(
        heading=str(_HEADINGS[outcome]) % said,
        greeting=str(_GREETINGS[outcome]) % said,
        rows=[
            (_("What decided"), selection.reason),
            (_("What happens now"), str(_NOW[outcome]) % {"leader": round_.leader.name}),
            (_("Whom to ask"), round_.leader.name),
        ],
        closing=_(
            "What was stored about you as a candidate is on your own page. "
            "The scores may be kept until %(day)s, then they are to be deleted."
        )
        % {"day": longday(opinions_until(round_))},
    )


_HEADINGS = {
    Selection.Outcome.CHOSEN: gettext_lazy("You are a trainer in %(programme)s"),
    Selection.Outcome.RESERVE: gettext_lazy("You are a reserve in %(programme)s"),
    Selection.Outcome.DECLINED: gettext_lazy("You were not chosen this time"),
    Selection.Outcome.WITHDRAWN: gettext_lazy("You have left the team of %(programme)s"),
}
_GREETINGS = {
    Selection.Outcome.CHOSEN: gettext_lazy("Dear %(name)s, thank you for wanting it. You are part of the team."),
    Selection.Outcome.RESERVE: gettext_lazy(
        "Dear %(name)s, thank you for wanting it. The team is full for now. You may be taken in when somebody stops."
    ),
    Selection.Outcome.DECLINED: gettext_lazy(
        "Dear %(name)s, thank you for being a candidate. The team for %(programme)s was put together of others."
    ),
    Selection.Outcome.WITHDRAWN: gettext_lazy("Dear %(name)s, this confirms that you have stepped back."),
}
_NOW = {
    Selection.Outcome.CHOSEN: gettext_lazy(
        "%(leader)s invites you to the training. Your leader knows how many hours are yours."
    ),
    Selection.Outcome.RESERVE: gettext_lazy(
        "Nothing for now. When somebody stops, %(leader)s can take you in. If you no longer want to, you say so on the "
        "page of this letter."
    ),
    Selection.Outcome.WITHDRAWN: gettext_lazy(
        "Your hours are your unit’s again, and %(leader)s can take in a reserve."
    ),
    Selection.Outcome.DECLINED: gettext_lazy(
        "You can be nominated again in the next selection. Talk with your leader about what you would like to learn."
    ),
}
