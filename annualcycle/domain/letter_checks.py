"""What no answer may be when it is given: hard to read, or about anybody but its reader (sources: S47, S64)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from annualcycle.answer_texts import standard, texts_of
from annualcycle.domain.answers import AnswerFacts, compose
from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.readability import Hardness, hardness
from competence.language import language_of
from competence.models import Employee
from competence.queries import leaders_by_path, nearest_leader


@dataclass(frozen=True)
class HardAnswer:
    """An answer that is not easily read, and what makes it so."""

    wish: Wish
    hardness: Hardness


class HardToRead(Exception):
    """The answers are not easily read as a whole: `answers` says which, and why."""

    def __init__(self, answers: list[HardAnswer]) -> None:
        super().__init__(answers)
        self.answers = answers


class NamesSomebody(Exception):
    """The answers to `wishes` name somebody else who wished, or who is employed in the units of the board."""

    def __init__(self, wishes: list[Wish]) -> None:
        super().__init__(wishes)
        self.wishes = wishes


class MayNameSomebody(Exception):
    """First names of others stand alone in the answers to `wishes`; `names` are all of them.

    They may be words, or others of the same name: who gives the answers can confirm that no colleague is meant.
    """

    def __init__(self, wishes: list[Wish], names: list[str]) -> None:
        super().__init__(wishes, names)
        self.wishes, self.names = wishes, names


@dataclass(frozen=True)
class Named:
    """Who else an answer speaks of: by full name, and by a first name alone that nobody has confirmed."""

    full: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


class Colleagues:
    """Everybody whose name an answer of the year must not tell; read in two queries for all answers."""

    def __init__(self, cycle: Cycle, on: date) -> None:
        wished = Wish.objects.filter(cycle=cycle, state=Wish.State.SUBMITTED).values("employee")
        employed = Employee.objects.get_queryset().below(cycle.unit, on).values("pk")
        people = Employee.objects.filter(Q(pk__in=wished) | Q(pk__in=employed)).only("pk", "first_name", "last_name")
        self._people = [(one.pk, one.first_name.strip(), one.name) for one in people]
        self._leaders = leaders_by_path(cycle.unit.municipality_id or cycle.unit.pk, on)

    def named_in(self, decision: Decision) -> Named:
        """Whom the answer speaks of but its reader; the leader and who decided may be called by first name."""
        wish = decision.wish
        own, said = wish.employee, _spaced(vars(texts_of(decision)).values())
        folded, others = said.casefold(), [one for one in self._people if one[0] != wish.employee_id]
        full = {name for _pk, _first, name in others if name != own.name and _stands(name.casefold(), folded)}
        contact = nearest_leader(self._leaders, wish.unit, own)
        known = {one.first_name for one in (own, contact, decision.decided_by) if one}
        words = _spaced(_own_words(decision))
        first = {
            name
            for _pk, name, whole in others
            if name and name not in known and whole not in full and _stands_capital(name, words)
        }
        return Named(tuple(sorted(full)), tuple(sorted(first - set(decision.confirmed_names))))


def refuse_names(cycle: Cycle, answers: list[Decision], on: date) -> None:
    """Raises NamesSomebody, or MayNameSomebody where only first names stand alone."""
    colleagues = Colleagues(cycle, on)
    named = [(answer.wish, colleagues.named_in(answer)) for answer in answers]
    if telling := [wish for wish, found in named if found.full]:
        raise NamesSomebody(telling)
    if unsure := [wish for wish, found in named if found.first]:
        raise MayNameSomebody(unsure, sorted({name for _wish, found in named for name in found.first}))


def refuse_hard(answers: list[Decision]) -> None:
    """Raises HardToRead, with every answer that is not easily read as a whole."""
    found = [HardAnswer(answer.wish, hard) for answer in answers if (hard := _hardness(answer))]
    if found:
        raise HardToRead(found)


def _hardness(decision: Decision) -> Hardness | None:
    return hardness(as_read(decision), "\n".join(_own_words(decision)))


def as_read(decision: Decision) -> str:
    """The letter as its reader gets it, every fact on a line: the words of one's own among the standard ones.

    Names of criteria, themes and the contact are left out: they are nobody's words, and reading them takes queries.
    """
    wish, texts = decision.wish, texts_of(decision)
    with language_of(wish.employee):
        letter = compose(
            AnswerFacts(
                first_name=wish.employee.first_name,
                budget_year=wish.cycle.budget_year,
                outcome=decision.outcome,
                route=decision.route,
                amount=decision.amount,
                section=wish.section_text,
                complaint_weeks=decision.complaint_weeks,
                **vars(texts),
            )
        )
    return "\n".join(one.text for one in letter.sentences)


def _own_words(decision: Decision) -> list[str]:
    """What somebody has written: the standard words name nobody, although some begin as names do."""
    said, usual = vars(texts_of(decision)), vars(standard(decision))
    is_reasoned = decision.outcome == Outcome.OUTSIDE and bool(decision.wish.frame_reason)
    return [said[key] for key in said if said[key] != usual[key] or (key == "reason" and is_reasoned)]


def _spaced(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


def _stands_capital(name: str, words: str) -> bool:
    """Whether the first name stands there as a name is written, or in capitals throughout."""
    return _stands(name[:1].upper() + name[1:], words) or _stands(name.upper(), words)


def _stands(name: str, words: str) -> bool:
    """Whether the name stands as a word of its own, also in the genitive."""
    return name in words and bool(re.search(rf"(?<![\w-]){re.escape(name)}(?:['’]?[sS])?(?![\w-])", words))
