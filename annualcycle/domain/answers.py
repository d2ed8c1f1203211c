"""The answer to a wish in words, the same on the page, in the mail and in the PDF (sources: S47, S62, S64).

Nothing here reads the database: facts in, a letter out, in the active language. A rank is never among the facts.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from annualcycle.models.decisions import Outcome, Route
from competence.money import kroner
from competence.words import sentence


@dataclass(frozen=True)
class ThemeFacts:
    """A theme that takes the subject up, and when."""

    title: str
    held_on: date | None = None


@dataclass(frozen=True)
class AnswerFacts:
    """What the letter is written from. `amount` is øre; `high` are the criteria with high scores, in words.

    `section` is the number of the strategy's section, empty when the wish points to none.
    """

    first_name: str
    budget_year: int
    outcome: str
    route: str
    amount: int = 0
    section: str = ""
    high: tuple[str, ...] = ()
    reason: str = ""
    next_step: str = ""
    until_then: str = ""
    themes: tuple[ThemeFacts, ...] = ()
    ask: str = ""


@dataclass(frozen=True)
class Letter:
    """The answer: a heading, a line to the person, pairs of question and text, and whom to ask."""

    heading: str
    greeting: str
    rows: tuple[tuple[str, str], ...]
    closing: str


def compose(facts: AnswerFacts) -> Letter:
    """The letter that says what was decided, why, and what happens now."""
    rows = (
        (_("What spoke for it"), _spoke_for(facts)),
        (_("What decided it"), facts.reason.strip()),
        (_("What happens now"), _now(facts)),
        (_("Until then"), _until_then(facts)),
    )
    return Letter(
        heading=_heading(facts),
        greeting=" ".join([_("Dear %(name)s.") % {"name": facts.first_name}, _greeting(facts)]),
        rows=tuple((question, text) for question, text in rows if text),
        closing=_("Talk with %(name)s if you want to know more about the answer.") % {"name": facts.ask}
        if facts.ask
        else _("Talk with your leader if you want to know more about the answer."),
    )


def _heading(facts: AnswerFacts) -> str:
    year = {"year": facts.budget_year}
    return {
        Outcome.GRANTED: _("Granted for %(year)s") % year,
        Outcome.NOT_MET: _("Relevant, but not in %(year)s") % year,
        Outcome.OUTSIDE: _("Outside the strategy"),
        Outcome.SHARING: _("Knowledge sharing instead of a course"),
    }[Outcome(facts.outcome)]


def _greeting(facts: AnswerFacts) -> str:
    if facts.outcome == Outcome.GRANTED:
        return _granted(facts)
    if facts.outcome == Outcome.NOT_MET and facts.route == Route.AD_HOC:
        return _("Your wish is relevant. There is no money for it in this year’s reserve.")
    return {
        Outcome.NOT_MET: sentence(
            _("{the_leadership_group} finds your wish relevant. There is no money for it within the frame of {year}."),
            year=facts.budget_year,
        ),
        Outcome.OUTSIDE: _("Your wish lies outside what the strategy says that we need to learn."),
        Outcome.SHARING: _("What you want to learn we can learn from each other or from another authority."),
    }[Outcome(facts.outcome)]


def _granted(facts: AnswerFacts) -> str:
    said = {
        Route.TALK: _("You and your leader agreed on your wish in the talk."),
        Route.DECEMBER: sentence(_("{the_leadership_group} has granted your wish.")),
        Route.AD_HOC: _("Your wish is granted from the reserve for needs during the year."),
    }[Route(facts.route)]
    money = _("%(amount)s is set aside for it.") % {"amount": kroner(facts.amount)} if facts.amount else ""
    return f"{said} {money}".strip()


def _spoke_for(facts: AnswerFacts) -> str:
    said = []
    if facts.section and facts.outcome != Outcome.OUTSIDE:
        said.append(_("The wish belongs to section %(section)s of the strategy.") % {"section": facts.section})
    if facts.high:
        criteria = get_text_list([name.lower() for name in facts.high], pgettext("between the last two", "and"))
        said.append(_("We rated %(criteria)s high.") % {"criteria": criteria})
    return " ".join(said)


def _now(facts: AnswerFacts) -> str:
    usual = {
        Outcome.GRANTED: _("Agree with your leader who signs you up and who takes over while you are away."),
        Outcome.NOT_MET: "",
        Outcome.OUTSIDE: _("Talk with your leader about what the unit needs and what you would like to learn."),
        Outcome.SHARING: _("The subject is planned as a theme. You hear when, together with the department."),
    }[Outcome(facts.outcome)]
    said = facts.next_step.strip() or usual
    if facts.outcome == Outcome.NOT_MET:
        noted = _(
            "The wish is noted and counts when courses are granted again. "
            "It is not a waiting list, because needs can change."
        )
        said = said if noted in said else f"{said} {noted}".strip()
    return said


def _until_then(facts: AnswerFacts) -> str:
    return " ".join([facts.until_then.strip(), *map(_theme, facts.themes)]).strip()


def _theme(theme: ThemeFacts) -> str:
    if theme.held_on is None:
        return _("%(theme)s is one of the themes we take up.") % {"theme": theme.title}
    day = date_format(theme.held_on, pgettext("date in a sentence, Django format", "j F Y"))
    return _("%(theme)s is a theme on %(day)s.") % {"theme": theme.title, "day": day}
