"""The calendar a person subscribes to: every app adds what it knows of a person's time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from competence.access import Actor

PRODUCT = "-//Kompetence//Calendar//"


@dataclass(frozen=True)
class Entry:
    """One line of a feed: a whole day, or a time of `minutes`.

    `uid` never changes; a later version of the same line has a higher `sequence`. What is cancelled stays, so that
    calendars strike it through instead of showing what they fetched before.
    """

    uid: str
    title: str
    starts: date | datetime
    minutes: int = 0
    place: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False


Source = Callable[[Actor, date], list[Entry]]
# Every app adds its own when it is loaded.
SOURCES: list[Source] = []


def entries_for(actor: Actor, on: date) -> list[Entry]:
    """What stands in `actor`'s calendar, of all apps."""
    return [entry for source in SOURCES for entry in source(actor, on)]


def feed(entries: Iterable[Entry], *, name: str, at: datetime) -> bytes:
    """All `entries` as one calendar."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, at))
    return bytes(calendar.to_ical())


def _event(entry: Entry, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{urlsplit(settings.BASE_URL).hostname}")
    event.add("dtstamp", at)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    length = timedelta(minutes=entry.minutes) if isinstance(entry.starts, datetime) else timedelta(days=1)
    event.add("dtend", entry.starts + length)
    takes_time = isinstance(entry.starts, datetime) and not entry.is_cancelled
    event.add("transp", "OPAQUE" if takes_time else "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.url:
        event.add("url", entry.url)
    return event
