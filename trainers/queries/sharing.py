"""What pages read about best practice and the use after the introduction (sources: K10, K43)."""

import re

from django.db.models import F, Q, QuerySet

from competence.models import Employee, Unit
from trainers.models import Practice, Round, UseCheck

_WORD = re.compile(r"\w+")


def named_in(municipality: Unit, text: str) -> str:
    """The full name of somebody of the municipality that stands in `text`; nothing where there is none. One query."""
    told = text.casefold()
    words = set(_WORD.findall(told))
    people = Employee.objects.filter(municipality=municipality).exclude(first_name="").exclude(last_name="")
    for first, last in people.order_by("pk").values_list("first_name", "last_name"):
        # Most are passed over by their first word, so that a long file is read against thousands of names.
        if words.issuperset(_WORD.findall(first.casefold())[:1]) and f"{first} {last}".casefold() in told:
            return f"{first} {last}"
    return ""


def practices_for(municipality: int, words: str = "") -> "QuerySet[Practice]":
    """One's own, and what others of the installation share; `words` narrow by title, text or programme."""
    rows = Practice.objects.filter(Q(municipality=municipality) | Q(is_shared=True)).select_related("municipality")
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(how__icontains=word)
            | Q(situation__icontains=word)
            | Q(programme__icontains=word)
        )
    return rows.order_by("programme", "title", "pk")


def own_practices(municipality: int) -> "QuerySet[Practice]":
    """What the municipality has written itself or taken in."""
    return Practice.objects.filter(municipality=municipality)


def use_checks_of(round_: Round) -> "QuerySet[UseCheck]":
    """What waits first, then the newest finding."""
    rows = UseCheck.objects.filter(round=round_).select_related("unit", "noted_by")
    return rows.order_by(F("held_on").desc(nulls_first=True), "due_on", "pk")
