"""Mails: one calm layout, in the recipient's language, with one button to the exact page.

A mail says who is to do what by when. What concerns the person alone stays behind the link.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from competence.domain.mailings import Attachment, Message
from competence.language import language_of
from competence.models import Employee


@dataclass(frozen=True)
class Line:
    """One thing to do: `title` says act and date, `why` is one line under it, `action` is the verb on the button."""

    title: str
    why: str
    action: str
    url: str


def link(name: str, *args: object) -> str:
    """The whole address of a page."""
    return settings.BASE_URL + reverse(name, args=args)


def day(value: date | datetime) -> str:
    """As 3. november 2026; a moment is the day it is in Denmark."""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return date_format(local, pgettext("date in a sentence, Django format", "j F Y"))


def clock(value: datetime) -> str:
    return time_format(timezone.localtime(value), pgettext("time of day, Django format", "H:i"))


def compose(
    recipient: Employee, subject: str, *lines: Line, intro: str = "", attachments: tuple[Attachment, ...] = ()
) -> Message:
    """The mail, in the language that is active; the first of several lines has the filled button."""
    context = {
        "recipient": recipient,
        "subject": subject,
        "intro": intro,
        "lines": lines,
        "language": translation.get_language(),
        "start": settings.BASE_URL,
    }
    return Message(
        subject=subject,
        text=render_to_string("emails/message.txt", context),
        html=render_to_string("emails/message.html", context),
        attachments=attachments,
    )


KINDS = {
    "retention_due": pgettext_lazy("mail", "personal data that is due to go"),
    "need_answered": pgettext_lazy("mail", "what became of a need somebody reported"),
}


def retention_due(keeper: Employee, *, rows: int, goes_on: date | None) -> Message:
    """To who looks after the settings: how much is due, and when it goes by itself, if it does."""
    with language_of(keeper):
        counted = ngettext("%(rows)s row", "%(rows)s rows", rows) % {"rows": rows}
        if goes_on:
            subject = _("See what is erased on %(day)s") % {"day": day(goes_on)}
            why = _("%(rows)s of personal data have been kept long enough and go by themselves that day.")
        else:
            subject = _("Decide what is to be erased: %(rows)s are due") % {"rows": counted}
            why = _("%(rows)s of personal data have been kept long enough. Nothing goes before you say so.")
        line = Line(
            subject, why % {"rows": counted}, pgettext("button in a mail", "See what is due"), link("retention")
        )
        return compose(keeper, subject, line)


def need_answered(reporter: Employee) -> Message:
    """To the one who reported a need: somebody has answered (source: T21)."""
    with language_of(reporter):
        subject = _("See what became of the need you reported")
        why = _("Those who write the strategy have answered.")
        return compose(
            reporter,
            subject,
            Line(subject, why, pgettext("button in a mail", "Read the answer"), link("reported_needs")),
        )
