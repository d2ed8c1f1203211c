"""Calendar files of sessions. Pure, but for the rows handed in."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress, vText

from competence.models import Employee
from trainers.models import Session

PRODUCT = "-//Kompetence//Trainers//"


def invitation(session: Session, *, recipient: Employee, url: str, at: datetime) -> bytes:
    """A request that calendars put in, or move when its SEQUENCE is higher than before."""
    return _file(session, "REQUEST", "CONFIRMED", recipient, url, at)


def cancellation(session: Session, *, recipient: Employee, url: str, at: datetime) -> bytes:
    """Takes the session out of calendars again."""
    return _file(session, "CANCEL", "CANCELLED", recipient, url, at)


def uid_of(session: Session) -> str:
    """The same for every change of one session."""
    return f"session-{session.pk}@{urlsplit(settings.BASE_URL).hostname}"


def published(sessions: Iterable[tuple[Session, str]], *, at: datetime) -> bytes:
    """Several sessions with their pages in one file, to be opened once; changes come as requests of the same UIDs."""
    return _published(sessions, "CONFIRMED", at)


def withdrawn(sessions: Iterable[tuple[Session, str]], *, at: datetime) -> bytes:
    """The same sessions with a later version, cancelled: a message that cancels may name one event only."""
    return _published(sessions, "CANCELLED", at)


def _published(sessions: Iterable[tuple[Session, str]], status: str, at: datetime) -> bytes:
    calendar = _calendar("PUBLISH")
    for session, url in sessions:
        calendar.add_component(_event(session, status, url, at))
    return bytes(calendar.to_ical())


def _file(session: Session, method: str, status: str, recipient: Employee, url: str, at: datetime) -> bytes:
    event = _event(session, status, url, at)
    if session.made_by.email:
        event["organizer"] = _address(session.made_by)
    if recipient.email:
        event.add("attendee", _address(recipient), encode=False)
    calendar = _calendar(method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(session: Session, status: str, url: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", uid_of(session))
    event.add("sequence", session.invitations)
    event.add("dtstamp", at)
    event.add("dtstart", session.starts_at)
    event.add("dtend", session.ends_at)
    event.add("summary", session.title)
    event.add("status", status)
    event.add("description", url)
    event.add("url", url)
    if session.place:
        event.add("location", session.place)
    return event


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _address(employee: Employee) -> vCalAddress:
    address = vCalAddress(f"MAILTO:{employee.email}")
    address.params["cn"] = vText(employee.name)
    return address
