"""The mails of the shared pool: a yes to be seen, a request, its answer."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from competence.domain.mailings import Message
from competence.emails import Line, compose, day, link
from competence.language import language_of
from competence.models import Employee
from trainers.models import PoolShare, TrainerRequest

KINDS: dict[str, str | Promise] = {
    "trainer_share": gettext_lazy("May other municipalities see the trainer"),
    "trainer_request": gettext_lazy("Another municipality asks for a trainer"),
    "trainer_request_answer": gettext_lazy("Answer about a trainer of another municipality"),
}


def consent_asked(share: PoolShare) -> Message:
    """To the trainer (source: T14)."""
    with language_of(share.employee):
        subject = _("Say whether other municipalities may see you as a trainer, asked %(day)s") % {
            "day": day(share.asked_at)
        }
        why = _("Nobody sees you unless you say yes, and you can take it back any day.")
        url = link("trainers:share", share.pk)
        return compose(share.employee, subject, Line(subject, why, pgettext("button in a mail", "Answer"), url))


def asked_for(request: TrainerRequest, recipient: Employee) -> Message:
    """To the one who shared the trainer (source: T30)."""
    with language_of(recipient):
        subject = _("Answer a municipality that asks for a trainer of yours, asked %(day)s") % {
            "day": day(request.asked_at)
        }
        why = _("They have seen the trainer in the shared pool. You decide whether it can be done.")
        url = link("trainers:request", request.pk)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Answer"), url))


def answered(request: TrainerRequest, recipient: Employee) -> Message:
    """To whoever asked."""
    with language_of(recipient):
        subject = _("Read the answer about the trainer you asked for %(day)s") % {"day": day(request.asked_at)}
        why = _("The other municipality has answered.")
        url = link("trainers:request", request.pk)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Read the answer"), url))
