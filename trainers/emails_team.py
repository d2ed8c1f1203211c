"""The mails of a team at work: who signs, begins, is invited; what concerns a person stays behind the link."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from competence.domain.mailings import Attachment, Message
from competence.emails import Line, clock, compose, day, link
from competence.language import language_of
from competence.models import Employee
from trainers import calendar
from trainers.models import Mandate, PartRecord, Session

KINDS: dict[str, str | Promise] = {
    "trainer_anchor": gettext_lazy("Signature under a trainer’s mandate"),
    "trainer_changed": gettext_lazy("A trainer’s mandate has changed"),
    "trainer_begins": gettext_lazy("A trainer’s training begins"),
    "trainer_session": gettext_lazy("Invitation to a session"),
    "trainer_reading": gettext_lazy("Reminder to read what was handed out"),
    "trainer_tomorrow": gettext_lazy("Reminder the day before a session"),
    "trainer_evaluation": gettext_lazy("What did you think of a session"),
    "trainer_mandate_ends": gettext_lazy("A trainer’s mandate ends soon"),
    "trainer_ended": gettext_lazy("A trainer’s mandate has ended"),
    "trainer_rota": gettext_lazy("Days on the floor"),
    "trainer_cancelled": gettext_lazy("A session is cancelled"),
}


def signature_asked(mandate: Mandate, leader: Employee) -> Message:
    """To the nearest leader (source: T07)."""
    with language_of(leader):
        subject = _("Sign what a trainer of yours can count on by %(day)s") % {"day": day(mandate.starts_on)}
        why = _("Four points about purpose and time. The training begins when you have signed.")
        url = link("trainers:anchor", mandate.pk)
        return compose(leader, subject, Line(subject, why, pgettext("button in a mail", "Read and sign"), url))


def signature_asked_anew(mandate: Mandate, leader: Employee) -> Message:
    """To the nearest leader, when hours, roles, period or unit are others than those signed (source: T07)."""
    with language_of(leader):
        subject = _("Sign what a trainer of yours can count on now")
        why = _("Hours, roles, period or unit have changed. The signature there was under what held before.")
        url = link("trainers:anchor", mandate.pk)
        return compose(leader, subject, Line(subject, why, pgettext("button in a mail", "Read and sign"), url))


def changed(mandate: Mandate) -> Message:
    """To the trainer, with the way to the new letter (source: T10)."""
    with language_of(mandate.employee):
        subject = _("What you can count on as a trainer has changed")
        why = _("Your page says what holds now, and has a new letter.")
        url = link("trainers:mandate", mandate.pk)
        return compose(mandate.employee, subject, Line(subject, why, pgettext("button in a mail", "Open"), url))


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


def rota(walks: Sequence[Session], recipient: Employee, at: datetime) -> Message:
    """To a trainer: all days of one floor-walk rota, with one calendar file."""
    with language_of(recipient):
        if len(walks) == 1:
            subject = _("Walk the floor on %(first)s")
        else:
            subject = _("Walk the floor on %(number)s days from %(first)s to %(last)s")
        why = _("Open the file to put the days in your calendar.")
        return _days(walks, recipient, subject, why, calendar.published(_with_pages(walks), at=at))


def walks_cancelled(walks: Sequence[Session], recipient: Employee, at: datetime) -> Message:
    """To a trainer: all days of a rota that fall, with one calendar file; one day falls like any other session."""
    if len(walks) == 1:
        return cancelled(walks[0], recipient, at)
    with language_of(recipient):
        subject = _("Cancelled: %(number)s days on the floor from %(first)s to %(last)s")
        why = _("Open the file to take the days out of your calendar.")
        return _days(walks, recipient, subject, why, calendar.withdrawn(_with_pages(walks), at=at))


def _days(walks: Sequence[Session], recipient: Employee, subject: str, why: str, content: bytes) -> Message:
    """All days of a rota with their file; `subject` may name the `first`, the `last` and their `number`."""
    title = subject % {"first": day(walks[0].starts_at), "last": day(walks[-1].starts_at), "number": len(walks)}
    file = Attachment(pgettext("file name", "days.ics"), content, "text/calendar; method=PUBLISH")
    url = link("trainers:sessions", walks[0].round_id)
    line = Line(title, why, pgettext("button in a mail", "See the days"), url)
    return compose(recipient, title, line, attachments=(file,))


def _with_pages(walks: Sequence[Session]) -> list[tuple[Session, str]]:
    return [(walk, link("trainers:session", walk.pk)) for walk in walks]


def cancelled(session: Session, recipient: Employee, at: datetime) -> Message:
    """To everybody invited and those who hold it; the session leaves the calendar."""
    with language_of(recipient):
        said = {"title": session.title, "day": day(session.starts_at)}
        subject = _("Cancelled: %(title)s on %(day)s") % said
        url = link("trainers:session", session.pk)
        content = calendar.cancellation(session, recipient=recipient, url=url, at=at)
        file = Attachment(pgettext("file name", "session.ics"), content, "text/calendar; method=CANCEL")
        why = _("You need not do anything. It is taken out of your calendar.")
        line = Line(subject, why, pgettext("button in a mail", "See what it is about"), url)
        return compose(recipient, subject, line, attachments=(file,))


def reading_waits(record: PartRecord) -> Message:
    """To a trainer who has not noted what was handed out as read (source: K38)."""
    person = record.mandate.employee
    with language_of(person):
        assert record.handed_out_on is not None, "nobody is reminded of what was not handed out"
        subject = _("Read what you were handed %(day)s, and say so") % {"day": day(record.handed_out_on)}
        why = _("It comes before the course.")
        url = link("trainers:mandate", record.mandate_id)
        return compose(person, subject, Line(subject, why, pgettext("button in a mail", "See your way"), url))


def tomorrow(session: Session, recipient: Employee, *, holds: bool) -> Message:
    """To those who hold a session and those who come, the day before."""
    with language_of(recipient):
        said = {"title": session.title, "day": day(session.starts_at), "time": clock(session.starts_at)}
        text = _("Hold %(title)s on %(day)s at %(time)s") if holds else _("Come to %(title)s on %(day)s at %(time)s")
        subject = text % said
        why = session.place or _("The place follows.")
        url = link("trainers:session", session.pk)
        return compose(
            recipient, subject, Line(subject, why, pgettext("button in a mail", "See what it is about"), url)
        )


def evaluation_open(session: Session, recipient: Employee, last: date) -> Message:
    """To those who came (source: T17)."""
    with language_of(recipient):
        subject = _("Say what you thought of %(title)s by %(day)s") % {"title": session.title, "day": day(last)}
        why = _("Three questions. Nobody can see whose answer it is.")
        url = link("trainers:evaluate", session.pk)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Answer"), url))


def ends_soon(mandate: Mandate, recipient: Employee) -> Message:
    """To the trainer and the project leader, while there is time to agree on what follows."""
    with language_of(recipient):
        said = {"day": day(mandate.ends_on)}
        if recipient.pk == mandate.employee_id:
            subject = _("Agree what follows when your time as a trainer ends %(day)s") % said
        else:
            subject = _("Decide what follows when a trainer’s mandate ends %(day)s") % said
        why = _("Then the unit gets its hours back.")
        if recipient.pk == mandate.round.leader_id:
            action, url = pgettext("button in a mail", "Change or extend"), link("trainers:mandate_edit", mandate.pk)
        else:
            action, url = pgettext("button in a mail", "Open"), link("trainers:mandate", mandate.pk)
        return compose(recipient, subject, Line(subject, why, action, url))


def ended(mandate: Mandate, recipient: Employee) -> Message:
    """To the trainer and the nearest leader, when it is over."""
    with language_of(recipient):
        if recipient.pk == mandate.employee_id:
            subject = _("Your time as a trainer has ended")
            why = _("What you were to hold after today is out of your calendar.")
        else:
            subject = _("A trainer’s mandate has ended")
            why = _("The unit has its hours back.")
        url = link("trainers:mandate", mandate.pk)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Open"), url))
