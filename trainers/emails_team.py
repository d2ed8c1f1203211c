"""The mails of a team at work: who signs, begins, is invited; what concerns a person stays behind the link."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from competence.domain.mailings import Attachment, Message
from competence.emails import Line, clock, compose, day, link
from competence.language import language_of
from competence.models import Employee
from trainers import calendar
from trainers.models import Mandate, Session

KINDS: dict[str, str | Promise] = {
    "trainer_anchor": gettext_lazy("Signature under a trainer’s mandate"),
    "trainer_begins": gettext_lazy("A trainer’s training begins"),
    "trainer_session": gettext_lazy("Invitation to a session"),
    "trainer_cancelled": gettext_lazy("A session is cancelled"),
}


def signature_asked(mandate: Mandate, leader: Employee) -> Message:
    """To the nearest leader (source: T07)."""
    with language_of(leader):
        subject = _("Sign what a trainer of yours can count on by %(day)s") % {"day": day(mandate.starts_on)}
        why = _("Four points about purpose and time. The training begins when you have signed.")
        url = link("trainers:anchor", mandate.pk)
        return compose(leader, subject, Line(subject, why, pgettext("button in a mail", "Read and sign"), url))


def begins(mandate: Mandate) -> Message:
    """To the trainer, when the way to being ready begins (source: K35)."""
    with language_of(mandate.employee):
        subject = _("Your way to being a trainer begins")
        why = _("Your page says what comes first, and which hours are yours.")
        url = link("trainers:mandate", mandate.pk)
        return compose(mandate.employee, subject, Line(subject, why, pgettext("button in a mail", "See your way"), url))


def invited(session: Session, recipient: Employee, at: datetime) -> Message:
    """To participants and trainers, with a calendar file; a session that is moved moves in the calendar too."""
    with language_of(recipient):
        said = {"title": session.title, "day": day(session.starts_at), "time": clock(session.starts_at)}
        subject = _("%(title)s on %(day)s at %(time)s") % said
        why = session.place or _("The place follows.")
        url = link("trainers:session", session.pk)
        content = calendar.invitation(session, recipient=recipient, url=url, at=at)
        file = Attachment(pgettext("file name", "session.ics"), content, "text/calendar; method=REQUEST")
        line = Line(subject, why, pgettext("button in a mail", "See what it is about"), url)
        return compose(recipient, subject, line, attachments=(file,))


def cancelled(session: Session, recipient: Employee, at: datetime) -> Message:
    """To everybody invited; the session leaves the calendar."""
    with language_of(recipient):
        said = {"title": session.title, "day": day(session.starts_at)}
        subject = _("Cancelled: %(title)s on %(day)s") % said
        url = link("trainers:session", session.pk)
        content = calendar.cancellation(session, recipient=recipient, url=url, at=at)
        file = Attachment(pgettext("file name", "session.ics"), content, "text/calendar; method=CANCEL")
        why = _("You need not do anything. It is taken out of your calendar.")
        line = Line(subject, why, pgettext("button in a mail", "See what it is about"), url)
        return compose(recipient, subject, line, attachments=(file,))
