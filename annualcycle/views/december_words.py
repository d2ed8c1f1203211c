"""What people read when a decision is refused."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from annualcycle.domain import budget, decisions
from annualcycle.domain.letter_checks import HardAnswer
from annualcycle.models import Decision
from competence.money import kroner


def reason_refused(refusal: Exception) -> str:
    """What happened and what to do, for the exceptions of `domain.decisions` and `domain.budget`."""
    match refusal:
        case budget.NoBudget():
            return _("The year has no budget yet, so nothing can be granted. Write the amounts first.")
        case budget.NotEnoughLeft(missing=missing):
            return _("%(amount)s are missing within the frame, so the wish is not granted.") % {
                "amount": kroner(missing)
            }
        case budget.Busy():
            return _("Others decide just now. Try again in a moment.")
        case decisions.OwnWish():
            return _("The wish is your own, so another leader decides it.")
        case decisions.AlreadyReleased():
            return _("The answers are released, so nothing can be changed any more.")
        case decisions.ExceptionNeeded():
            return _("A default rule is not met. Say why there is an exception.")
        case decisions.ChangedMeanwhile(decision=decision):
            return _changed(decision)
    return _("The wish is not on the board any more. It may have been withdrawn.")


def hard_to_read(answer: HardAnswer) -> str:
    """Which answer is hard to read, where it is hardest, and what to do."""
    text = _(
        "The answer to %(name)s is hard to read: LIX %(index)s, and answers stay under 45. The hardest sentence: "
        "“%(sentence)s” The longest words: %(words)s. Write shorter sentences and shorter words."
    )
    hard = answer.hardness
    words = ", ".join(hard.words)
    return text % {"name": answer.wish.employee, "index": hard.index, "sentence": hard.sentence, "words": words}


def _changed(decision: Decision | None) -> str:
    if decision is None:
        return _("Somebody took the decision back in the meantime. Your choice was not stored.")
    return _("%(person)s decided “%(outcome)s” in the meantime. Your choice was not stored.") % {
        "person": decision.decided_by or pgettext("decided by nobody known", "Somebody"),
        "outcome": decision.get_outcome_display(),
    }
