"""Calendar files of talks. Pure, but for the rows handed in."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from annualcycle.models import Talk
from competence.models import Employee

PRODUCT = "-//Kompetence//Annual cycle//"


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


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    return calendar
