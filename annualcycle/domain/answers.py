"""The answer to a wish in words, the same on the page, in the mail and in the PDF (sources: S47, S62, S64).

Nothing here reads the database: facts in, a letter out, in the active language. A rank is never among the facts.
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

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

    `section` is the number of the strategy's section, empty when the wish points to none. `complaint_weeks` are those
    of a formal decision, 0 for a decision of the management.
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
    complaint_weeks: int = 0


@dataclass(frozen=True)
class Sentence:
    """What is said, and the field of `AnswerFacts` that it is said from."""

    text: str
    fact: str


@dataclass(frozen=True)
class Letter:
    """The answer: a heading, a line to the person, pairs of question and text, and whom to ask.

    `sentences` are all that it says, in order, each with its fact.
    """

    heading: str
    greeting: str
    rows: tuple[tuple[str, str], ...]
    closing: str
    sentences: tuple[Sentence, ...] = field(default=(), compare=False)


def compose(facts: AnswerFacts) -> Letter:
    """The letter that says what was decided, why, and what happens now."""
    heading, closing = _heading(facts), _closing(facts)
    greeting = [Sentence(_("Dear %(name)s.") % {"name": facts.first_name}, "first_name"), *_greeting(facts)]
    rows = [
        (_("What spoke for it"), _spoke_for(facts)),
        (_("What decided it"), _own(facts.reason, "reason")),
        (_("What happens now"), _now(facts)),
        (_("Until then"), _until_then(facts)),
        (_("If you want to complain"), _complaint(facts)),
    ]
    said = [heading, *greeting, *(one for _question, text in rows for one in text), closing]
    return Letter(
        heading=heading.text,
        greeting=_joined(greeting),
        rows=tuple((question, _joined(text)) for question, text in rows if text),
        closing=closing.text,
        sentences=tuple(said),
    )


def _joined(sentences: list[Sentence]) -> str:
    return " ".join(one.text for one in sentences)


def _own(text: str, fact: str) -> list[Sentence]:
    """What somebody has written, word for word."""
    return [Sentence(text.strip(), fact)] if text.strip() else []


def _closing(facts: AnswerFacts) -> Sentence:
    if facts.ask:
        return Sentence(_("Talk with %(name)s if you want to know more about the answer.") % {"name": facts.ask}, "ask")
    return Sentence(_("Talk with your leader if you want to know more about the answer."), "ask")


def _heading(facts: AnswerFacts) -> Sentence:
    year = {"year": facts.budget_year}
    said = {
        Outcome.GRANTED: _("Granted for %(year)s") % year,
        Outcome.NOT_MET: _("Relevant, but not in %(year)s") % year,
        Outcome.OUTSIDE: _("Outside the strategy"),
        Outcome.SHARING: _("Knowledge sharing instead of a course"),
    }[Outcome(facts.outcome)]
    return Sentence(said, "outcome")


def _greeting(facts: AnswerFacts) -> list[Sentence]:
    if facts.outcome == Outcome.GRANTED:
        return _granted(facts)
    if facts.outcome == Outcome.NOT_MET and facts.route == Route.AD_HOC:
        return [Sentence(_("Your wish is relevant. There is no money for it in this year’s reserve."), "outcome")]
    said = {
        Outcome.NOT_MET: sentence(
            _("{the_leadership_group} finds your wish relevant. There is no money for it within the frame of {year}."),
            year=facts.budget_year,
        ),
        Outcome.OUTSIDE: _("Your wish lies outside what the strategy says that we need to learn."),
        Outcome.SHARING: _("What you want to learn we can learn from each other or from another authority."),
    }[Outcome(facts.outcome)]
    return [Sentence(said, "outcome")]


def _granted(facts: AnswerFacts) -> list[Sentence]:
    said = {
        Route.TALK: _("You and your leader agreed on your wish in the talk."),
        Route.DECEMBER: sentence(_("{the_leadership_group} has granted your wish.")),
        Route.AD_HOC: _("Your wish is granted from the reserve for needs during the year."),
    }[Route(facts.route)]
    money = _("%(amount)s is set aside for it.") % {"amount": kroner(facts.amount)} if facts.amount else ""
    return [Sentence(said, "route"), *_own(money, "amount")]


def _spoke_for(facts: AnswerFacts) -> list[Sentence]:
    said = []
    if facts.section and facts.outcome != Outcome.OUTSIDE:
        belongs = _("The wish belongs to section %(section)s of the strategy.") % {"section": facts.section}
        said.append(Sentence(belongs, "section"))
    if facts.high:
        criteria = get_text_list([name.lower() for name in facts.high], pgettext("between the last two", "and"))
        said.append(Sentence(_("We rated %(criteria)s high.") % {"criteria": criteria}, "high"))
    return said


def _now(facts: AnswerFacts) -> list[Sentence]:
    usual = {
        Outcome.GRANTED: _("Agree with your leader who signs you up and who takes over while you are away."),
        Outcome.NOT_MET: "",
        Outcome.OUTSIDE: _("Talk with your leader about what the unit needs and what you would like to learn."),
        Outcome.SHARING: _("The subject is planned as a theme. You hear when, together with the department."),
    }[Outcome(facts.outcome)]
    said = _own(facts.next_step, "next_step") or _own(usual, "outcome")
    if facts.outcome == Outcome.NOT_MET:
        noted = _(
            "The wish is noted and counts when courses are granted again. "
            "It is not a waiting list, because needs can change."
        )
        if not any(noted in one.text for one in said):
            said.append(Sentence(noted, "outcome"))
    return said


def _until_then(facts: AnswerFacts) -> list[Sentence]:
    return [*_own(facts.until_then, "until_then"), *(Sentence(_theme(theme), "themes") for theme in facts.themes)]


def _complaint(facts: AnswerFacts) -> list[Sentence]:
    """What follows a formal decision that does not grant everything (forvaltningsloven §§ 22–25)."""
    if not facts.complaint_weeks or facts.outcome == Outcome.GRANTED:
        return []
    said = sentence(
        ngettext(
            "This is a formal decision. Write to {the_complaints_office} within {weeks} week if you do not agree. "
            "Say why. You can ask to see what the decision rests on.",
            "This is a formal decision. Write to {the_complaints_office} within {weeks} weeks if you do not agree. "
            "Say why. You can ask to see what the decision rests on.",
            facts.complaint_weeks,
        ),
        weeks=facts.complaint_weeks,
    )
    return [Sentence(said, "complaint_weeks")]


def _theme(theme: ThemeFacts) -> str:
    if theme.held_on is None:
        return _("%(theme)s is one of the themes we take up.") % {"theme": theme.title}
    day = date_format(theme.held_on, pgettext("date in a sentence, Django format", "j F Y"))
    return _("%(theme)s is a theme on %(day)s.") % {"theme": theme.title, "day": day}
