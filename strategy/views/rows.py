"""The rows that pages about strategies are about, fetched or refused."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.forms import Form
from django.shortcuts import get_object_or_404

from competence.access import AccessedRequest, Permission, fetch
from competence.asked import whole_number
from competence.models import ReportedNeed
from competence.queries.reported_needs import reported_below
from strategy.access import fetch_to_read, fetch_to_write
from strategy.models import Measure, Need, OtherText, Section, Strategy
from strategy.queries.trees import measures_to_take


@dataclass(frozen=True)
class Refused:
    """One of several forms of a page that was not taken: `pk` of what it belongs to, the words, and what to do."""

    pk: int
    text: str
    errors: list[str]

    @classmethod
    def of(cls, pk: int, form: Form) -> "Refused":
        """Of a form with a field `text`."""
        errors = [str(error) for errors in form.errors.values() for error in errors]
        return cls(pk, form.data.get("text", ""), errors)


def versions() -> "QuerySet[Strategy]":
    return Strategy.objects.select_related("unit")


def to_read(request: AccessedRequest, pk: int) -> Strategy:
    return fetch_to_read(request.actor, versions(), pk)


def to_write(request: AccessedRequest, pk: int) -> Strategy:
    """Also one that is frozen: the domain says so."""
    return fetch_to_write(request.actor, versions(), pk)


def to_run(request: AccessedRequest, pk: int) -> Strategy:
    """A version of a unit whose strategy one runs."""
    return fetch(request.actor, Permission.WRITE_STRATEGY, versions(), unit=lambda row: row.unit, pk=pk)


def section_to_write(request: AccessedRequest, pk: int) -> Section:
    found = get_object_or_404(Section.objects.select_related("edited_by"), pk=pk)
    found.strategy = to_write(request, found.strategy_id)
    return found


def need_to_write(request: AccessedRequest, pk: int) -> Need:
    found = get_object_or_404(Need, pk=pk)
    found.section = section_to_write(request, found.section_id)
    return found


def other_text_to_settle(request: AccessedRequest, pk: int) -> OtherText:
    found = get_object_or_404(OtherText.objects.select_related("made_by"), pk=pk)
    found.section = section_to_write(request, found.section_id)
    return found


def reported_to_take(request: AccessedRequest, section: Section) -> ReportedNeed | None:
    """What the address says the need is made of, where it was seen below the strategy's unit and is still open."""
    reported = reported_below(section.strategy.unit).filter(answered_at__isnull=True)
    return reported.filter(pk=whole_number(request.GET.get("reported")) or 0).first()


def measure_to_take(request: AccessedRequest, section: Section) -> Measure | None:
    """The measure that the address says the need is made of, where its tree is below the strategy's unit."""
    rows = measures_to_take(section.strategy.unit)
    return rows.filter(pk=whole_number(request.GET.get("measure")) or 0).first()


def number_in(request: AccessedRequest, name: str) -> int:
    """A whole number of the form, 0 for anything else."""
    return whole_number(request.POST.get(name), digits=9) or 0
