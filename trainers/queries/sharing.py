"""What pages read about best practice and the use after the introduction (sources: K10, K43)."""

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Concat

from competence.models import Employee, Unit
from trainers.models import Practice, Round, UseCheck


def named_in(municipality: Unit, text: str) -> str:
    """The full name of somebody of the municipality that stands in `text`; nothing where there is none."""
    full = Concat(F("first_name"), Value(" "), F("last_name"))
    people = Employee.objects.filter(municipality=municipality).exclude(first_name="").exclude(last_name="")
    told = people.annotate(told=Value(text, CharField()), full=full).filter(told__icontains=F("full"))
    found = told.order_by("pk").values_list("full", flat=True).first()
    return str(found or "")


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
