"""What of strategies cites outdated law, for the radar of the core."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from competence.models import IntroductionItem, IntroductionStep, Unit
from competence.queries.law import Change, Citation, Outdated, cited_in, linked_in, renewed
from strategy.models import BrushUp, Need, Strategy


def needs(municipality: int, outdated: Sequence[Outdated], on: date) -> Iterator[Citation]:
    """Needs of the versions in force on `on` and of those being written."""
    on_their_way = Q(state__in=Strategy.ON_THEIR_WAY)
    versions = Strategy.objects.in_force_on(on) | Strategy.objects.filter(on_their_way)
    inside = Q(section__strategy__unit__municipality=municipality) | Q(section__strategy__unit=municipality)
    rows = Need.objects.filter(inside, section__strategy__in=versions)
    for need in (
        rows.select_related("section__strategy__unit")
        .prefetch_related("law_references")
        .order_by("section__strategy__unit__path", "-section__strategy__version", "section__position", "number")
    ):
        one = linked_in(need.law_references.all(), outdated) or cited_in(_texts(need), outdated)
        if one is not None:
            yield _of_need(need, one)


def _texts(need: Need) -> list[str]:
    return [*need.law, need.title, need.text, need.delivery_note, need.target_note, need.external_reason]


def _of_need(need: Need, one: Outdated) -> Citation:
    version = need.section.strategy
    before = next(text for text in _texts(need) if cited_in([text], [one]))
    return Citation(
        kind=pgettext("radar", "need"),
        title=f"{need.reference} {need.title}",
        url=f"{reverse('strategy:strategy', args=[version.pk])}#n{need.pk}" if version.is_frozen else "",
        unit=version.unit,
        outdated=one,
        change=Change(before, renewed(before, one)),
        take_over=reverse("strategy:renew_need", args=[need.pk]),
        hint=_("Version %(number)s, %(state)s") % {"number": version.version, "state": version.get_state_display()},
    )


def brush_ups(municipality: int, outdated: Sequence[Outdated], on: date) -> Iterator[Citation]:
    """Topics that are taken up again and again."""
    rows = BrushUp.objects.filter(Q(unit__municipality=municipality) | Q(unit=municipality), is_active=True)
    for row in rows.select_related("unit").order_by("unit__path", "topic"):
        one = cited_in([row.topic], outdated)
        if one is not None:
            yield Citation(
                kind=pgettext("radar", "brush-up"),
                title=row.topic,
                url="",
                unit=row.unit,
                outdated=one,
                change=Change(row.topic, renewed(row.topic, one)),
                take_over=reverse("strategy:renew_brush_up", args=[row.pk]),
            )


def introductions(municipality: int, outdated: Sequence[Outdated], on: date) -> Iterator[Citation]:
    """The steps of units for new colleagues, and what is left in programmes that have begun."""
    steps = IntroductionStep.objects.filter(Q(unit__municipality=municipality) | Q(unit=municipality))
    for step in steps.select_related("unit").order_by("unit__path", "after_days", "pk"):
        if one := cited_in([step.title, step.text], outdated):
            yield _introduction(step, step.unit, one, "strategy:renew_step")
    places = Q(introduction__unit__municipality=municipality) | Q(introduction__unit=municipality)
    left = IntroductionItem.objects.filter(places, done_on__isnull=True).select_related("introduction__unit")
    for item in left.order_by("introduction__unit__path", "introduction", "due_on", "pk"):
        if one := cited_in([item.title, item.text], outdated):
            yield _introduction(item, item.introduction.unit, one, "strategy:renew_item")


def _introduction(row: IntroductionStep | IntroductionItem, unit: Unit, one: Outdated, take_over: str) -> Citation:
    """Without the name of whom it is for: the radar is read by many."""
    before = next(text for text in (row.title, row.text) if cited_in([text], [one]))
    return Citation(
        kind=pgettext("radar", "introduction of new colleagues"),
        title=row.title,
        url="",
        unit=unit,
        outdated=one,
        change=Change(before, renewed(before, one)),
        take_over=reverse(take_over, args=[row.pk]),
    )
