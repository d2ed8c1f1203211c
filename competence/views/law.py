"""Law references and the radar that finds who cites outdated ones."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence.access import AccessedRequest, Permission, fetch, fetch_unit, requires, signed_in
from competence.asked import whole_number
from competence.domain import law as domain
from competence.forms.law import LawForm
from competence.models import LawReference, Offer, Unit
from competence.queries import law as queries


@require_safe
@requires(Permission.SETTINGS)
def references(request: AccessedRequest) -> HttpResponse:
    rows = queries.references_of(request.actor.municipality)
    return render(request, "competence/law/list.html", {"references": rows, "today": timezone.localdate()})


@require_http_methods(["GET", "POST"])
@requires(Permission.SETTINGS)
def reference_new(request: AccessedRequest) -> HttpResponse:
    root = fetch_unit(request.actor, Permission.SETTINGS, request.actor.municipality)
    form = LawForm(request.POST or None, municipality=root.pk)
    if form.is_valid():
        return _save(request, LawReference(municipality=root), form)
    return render(request, "competence/law/edit.html", {"form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.SETTINGS)
def reference_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    rows = LawReference.objects.select_related("municipality", "replaced_by")
    found = fetch(request.actor, Permission.SETTINGS, rows, unit=lambda row: row.municipality, pk=pk)
    names = ["code", "law", "paragraph", "title", "valid_from", "valid_to", "note"]
    initial = {name: getattr(found, name) for name in names} | {"replaced_by": found.replaced_by}
    form = LawForm(request.POST or None, municipality=found.municipality_id, reference=found, initial=initial)
    if form.is_valid():
        try:
            return _save(request, found, form)
        except domain.WouldFormACircle as refusal:
            form.add_error("replaced_by", str(refusal))
    return render(request, "competence/law/edit.html", {"form": form, "reference": found})


def _save(request: AccessedRequest, reference: LawReference, form: LawForm) -> HttpResponse:
    domain.save(reference=reference, facts=form.facts(), reason=form.cleaned_data["reason"], at=timezone.now())
    messages.success(request, _("The reference is saved."))
    return redirect("law")


@require_safe
@signed_in
def radar(request: AccessedRequest) -> HttpResponse:
    """Who cites what is outdated, today or on another day, everywhere or in one unit. No persons are in it."""
    on = _day(request.GET.get("on", ""))
    own = Unit.objects.of_municipality(request.actor.municipality).cycle_units().order_by("path")
    chosen = whole_number(request.GET.get("unit"))
    unit = get_object_or_404(own, pk=chosen) if chosen else None
    context = {
        "on": on,
        "units": own,
        "unit": unit,
        "citations": queries.citations(request.actor.municipality, on, unit),
        "may_renew": request.actor.may(Permission.WRITE_STRATEGY),
        "may_renew_offers": request.actor.may(Permission.EDIT_CATALOGUE),
    }
    return render(request, "competence/law/radar.html", context)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()


@require_POST
@requires(Permission.EDIT_CATALOGUE)
def renew_offer(request: AccessedRequest, pk: int) -> HttpResponse:
    rows = Offer.objects.select_related("municipality")
    offer = fetch(request.actor, Permission.EDIT_CATALOGUE, rows, unit=lambda row: row.municipality, pk=pk)
    domain.renew_offer(offer=offer, on=timezone.localdate())
    messages.success(request, _("The course cites the law in force now."))
    return redirect(reverse("law_radar"))
