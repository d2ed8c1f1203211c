"""Calendar files: an invitation to a talk, and the feed a person subscribes to. Pure, but for the rows handed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from annualcycle.models import Talk
from competence.models import Employee

PRODUCT = "-//Kompetence//Annual cycle//"


@dataclass(frozen=True)
class Entry:
    """One line of a feed: a whole day, or a time of `minutes`. `uid` never changes."""

    uid: str
    title: str
    starts: date | datetime
    minutes: int = 0
    place: str = ""
    url: str = ""


def talk_uid(talk: Talk) -> str:
    """The same for every change of one talk with one leader; another leader is another organiser."""
    return f"talk-{talk.pk}-{talk.leader_id or 0}@{urlsplit(settings.BASE_URL).hostname}"


def invitation(talk: Talk, *, title: str, url: str, at: datetime) -> bytes:
    """A request that calendars put in, or move when its SEQUENCE is higher than before."""
    return _talk(talk, "REQUEST", "CONFIRMED", title, url, at)


def cancellation(talk: Talk, *, title: str, url: str, at: datetime) -> bytes:
    """Takes the talk out of calendars again."""
    return _talk(talk, "CANCEL", "CANCELLED", title, url, at)


def _talk(talk: Talk, method: str, status: str, title: str, url: str, at: datetime) -> bytes:
    if talk.starts_at is None:
        raise ValueError("A talk without a time has no place in a calendar.")
    event = Event()
    event.add("uid", talk_uid(talk))
    event.add("sequence", talk.invitations)
    event.add("dtstamp", at)
    event.add("dtstart", talk.starts_at)
    event.add("dtend", talk.starts_at + timedelta(minutes=talk.minutes))
    event.add("summary", title)
    event.add("status", status)
    event.add("description", url)
    event.add("url", url)
    if talk.place:
        event.add("location", talk.place)
    if talk.leader and talk.leader.email:
        event["organizer"] = _address(talk.leader)
    if talk.employee.email:
        event.add("attendee", _address(talk.employee), encode=False)
    if method == "REQUEST":
        event.add_component(_reminder())
    calendar = _calendar()
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _reminder() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Your talk is tomorrow."))
    alarm.add("trigger", timedelta(days=-1))
    return alarm


def _address(employee: Employee) -> vCalAddress:
    address = vCalAddress(f"MAILTO:{employee.email}")
    address.params["cn"] = vText(employee.name)
    return address


def feed(entries: Iterable[Entry], *, name: str, at: datetime) -> bytes:
    """All `entries` as one calendar."""
    calendar = _calendar()
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, at))
    return bytes(calendar.to_ical())


def _event(entry: Entry, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{urlsplit(settings.BASE_URL).hostname}")
    event.add("dtstamp", at)
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    length = timedelta(minutes=entry.minutes) if isinstance(entry.starts, datetime) else timedelta(days=1)
    event.add("dtend", entry.starts + length)
    event.add("transp", "OPAQUE" if isinstance(entry.starts, datetime) else "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.url:
        event.add("url", entry.url)
    return event


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    return calendar
