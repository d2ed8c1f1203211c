"""Writing section by section: saved as one types, with both texts kept when two write at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence import presence
from competence.access import AccessedRequest, signed_in
from competence.queries.reported_needs import reported_below
from competence.text import typed
from competence.tracking import event_tables
from strategy.differences import between
from strategy.domain import editing as domain
from strategy.domain.versions import IsFrozen
from strategy.forms.editing import SectionForm
from strategy.models import Section
from strategy.views.rows import number_in, other_text_to_settle, section_to_write, to_write

REFUSED = (IsFrozen, domain.NotWritable)
# Beside a section; the page of all is one click away.
REPORTED_SHOWN = 5


@require_http_methods(["GET", "POST"])
@signed_in
def write(request: AccessedRequest, pk: int) -> HttpResponse:
    """The section's text and needs. Without JavaScript the button saves."""
    found = section_to_write(request, pk)
    if request.method == "POST":
        saved = _save(request, found)
        if saved and saved.other:
            return redirect("strategy:settle", saved.other.pk)
        if saved and request.POST.get("next") == "way":
            return redirect("strategy:way", found.strategy_id)
        if saved:
            return redirect("strategy:write", pk)
    now = timezone.now()
    context = {
        "section": found,
        "strategy": found.strategy,
        "text": request.POST.get("text", found.text),
        "needs": list(found.needs.order_by("number").prefetch_related("law_references")),
        "writable": found.strategy.is_writable_on(timezone.localdate(now)),
        "aside": list(found.other_texts.filter(settled_at__isnull=True).select_related("made_by")),
        "others": presence.arrive(f"section:{pk}", request.actor.employee, now),
        "reported": list(reported_below(found.strategy.unit).filter(answered_at__isnull=True)[:REPORTED_SHOWN]),
        "comments": list(found.comments.select_related("author")),
        **_neighbours(found),
    }
    return render(request, "strategy/editing/write.html", context)


def _neighbours(section: Section) -> dict[str, Section | None]:
    """The sections before and after; one query."""
    rows = list(section.strategy.sections.order_by("position").defer("text"))
    place = rows.index(section)
    return {"before": rows[place - 1] if place else None, "after": rows[place + 1] if place + 1 < len(rows) else None}


def _save(request: AccessedRequest, section: Section) -> domain.Saved | None:
    """None when the text stands still; then a message says so."""
    now = timezone.now()
    text = typed(request.POST.get("text", ""))
    try:
        return domain.save_text(
            section=section,
            text=text,
            revision=number_in(request, "revision"),
            by=request.actor.employee,
            at=now,
            on=timezone.localdate(now),
        )
    except REFUSED as refusal:
        messages.error(request, str(refusal))
        return None


@require_POST
@signed_in
def autosave(request: AccessedRequest, pk: int) -> HttpResponse:
    """Saved as one types: when, and the revision the page now rests on; or where the two texts lie."""
    found = section_to_write(request, pk)
    saved = _save(request, found)
    # Said where one writes, not on the next page.
    refused = " ".join(str(one) for one in messages.get_messages(request)) if saved is None else ""
    context = {"saved": saved, "at": timezone.now() if saved and not saved.other else None, "refused": refused}
    return render(request, "strategy/editing/write.html#saved", context)


@require_POST
@signed_in
def preview(request: AccessedRequest, pk: int) -> HttpResponse:
    section_to_write(request, pk)
    return render(request, "strategy/editing/write.html#preview", {"text": request.POST.get("text", "")})


@require_safe
@signed_in
def here(request: AccessedRequest, pk: int) -> HttpResponse:
    """Who else writes in this section."""
    section_to_write(request, pk)
    others = presence.arrive(f"section:{pk}", request.actor.employee, timezone.now())
    return render(request, "strategy/editing/write.html#here", {"others": others, "section": {"pk": pk}})


@require_http_methods(["GET", "POST"])
@signed_in
def settle(request: AccessedRequest, pk: int) -> HttpResponse:
    """Two texts side by side with their differences: keep one, or make one of both."""
    other = other_text_to_settle(request, pk)
    section, now = other.section, timezone.now()
    text = typed(request.POST.get("text", ""))
    if request.method == "POST":
        facts: dict[str, Any] = {"by": request.actor.employee, "at": now, "on": timezone.localdate(now)}
        try:
            saved = domain.settle(other=other, text=text, revision=number_in(request, "revision"), **facts)
        except REFUSED as refusal:
            messages.error(request, str(refusal))
            return redirect("strategy:way", section.strategy_id)
        if saved.other:
            messages.warning(request, _("Somebody saved once more. Here are the two texts as they are now."))
            return redirect("strategy:settle", saved.other.pk)
        messages.success(request, _("The section is saved. The other text is kept in its history."))
        return redirect("strategy:write", section.pk)
    context = {
        "other": other,
        "section": section,
        "strategy": section.strategy,
        "difference": between(section.text, other.text),
        "mine": other.made_by_id == request.actor.employee.pk,
    }
    return render(request, "strategy/editing/settle.html", context)


@require_safe
@signed_in
def history(request: AccessedRequest, pk: int) -> HttpResponse:
    """Every text the section has had, and those set aside."""
    found = section_to_write(request, pk)
    (events,) = event_tables(Section)
    texts = events.objects.filter(pgh_obj_id=pk).select_related("edited_by").order_by("-revision", "-pgh_id")
    context = {
        "section": found,
        "strategy": found.strategy,
        "texts": list({row.revision: row for row in reversed(texts)}.values())[::-1],
        "aside": list(found.other_texts.select_related("made_by")),
    }
    return render(request, "strategy/editing/history.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def section_new(request: AccessedRequest, pk: int) -> HttpResponse:
    found = to_write(request, pk)
    form = SectionForm(request.POST or None, strategy=found)
    if form.is_valid():
        try:
            made = domain.add_section(strategy=found, on=timezone.localdate(), **form.cleaned_data)
            return redirect("strategy:write", made.pk)
        except REFUSED as refusal:
            messages.error(request, str(refusal))
            return redirect("strategy:way", pk)
    return render(request, "strategy/editing/section.html", {"strategy": found, "form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def heading(request: AccessedRequest, pk: int) -> HttpResponse:
    found = section_to_write(request, pk)
    form = SectionForm(request.POST or None, strategy=found.strategy, section=found)
    if form.is_valid():
        try:
            domain.change_section(section=found, on=timezone.localdate(), **form.cleaned_data)
        except REFUSED as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:write", pk)
    context = {"strategy": found.strategy, "section": found, "form": form}
    return render(request, "strategy/editing/section.html", context)


@require_POST
@signed_in
def section_move(request: AccessedRequest, pk: int) -> HttpResponse:
    found = section_to_write(request, pk)
    before = found.strategy.sections.filter(position__lt=found.position).count() + 1
    step = {"up": -1, "down": 1}.get(request.POST.get("direction", ""), 0)
    try:
        domain.move_section(section=found, to=before + step, on=timezone.localdate())
    except REFUSED as refusal:
        messages.error(request, str(refusal))
    return redirect("strategy:way", found.strategy_id)


@require_POST
@signed_in
def section_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    found = section_to_write(request, pk)
    try:
        domain.remove_section(section=found, on=timezone.localdate())
        messages.success(request, _("The section is removed."))
    except REFUSED as refusal:
        messages.error(request, str(refusal))
    return redirect("strategy:way", found.strategy_id)
