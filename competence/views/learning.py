"""The course catalogue: reading it, and keeping it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_tables2 import RequestConfig

from competence.access import AccessedRequest, Permission, fetch, fetch_unit, requires, signed_in
from competence.domain import learning as domain
from competence.filters import OfferFilter
from competence.forms.learning import OfferForm
from competence.models import Offer
from competence.tables import OfferTable

PAGE_SIZE = 50


@signed_in
@require_GET
def learning(request: AccessedRequest) -> HttpResponse:
    narrowed = narrowed_offers(request)
    table = OfferTable(narrowed.qs, on=timezone.localdate())
    RequestConfig(request, paginate={"per_page": PAGE_SIZE, "silent": True}).configure(table)
    template = "competence/offer/list.html#results" if request.htmx else "competence/offer/list.html"
    context = {"table": table, "filter": narrowed, "may_edit": request.actor.may(Permission.EDIT_CATALOGUE)}
    return render(request, template, context)


def narrowed_offers(request: AccessedRequest) -> OfferFilter:
    """The active courses of the catalogue, as the list is narrowed."""
    offers = Offer.objects.of_municipality(request.actor.municipality).filter(is_active=True)
    return OfferFilter(request.GET, offers.select_related("provider").order_by("sort_title"))


@signed_in
@require_GET
def offer(request: AccessedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Offer.objects.select_related("provider", "municipality"), pk=pk)
    if found.municipality_id != request.actor.municipality:
        raise Http404
    context = {
        "offer": found,
        "competences": found.competences.select_related("area"),
        "laws": found.law_references.all(),
        "today": timezone.localdate(),
        "may_edit": request.actor.may(Permission.EDIT_CATALOGUE, found.municipality),
    }
    return render(request, "competence/offer/offer.html", context)


@requires(Permission.EDIT_CATALOGUE)
@require_http_methods(["GET", "POST"])
def offer_new(request: AccessedRequest) -> HttpResponse:
    root = fetch_unit(request.actor, Permission.EDIT_CATALOGUE, request.actor.municipality)
    form = OfferForm(request.POST or None, municipality=root.pk)
    if form.is_valid():
        return redirect("offer", domain.add_offer(municipality=root, facts=form.facts()).pk)
    return render(request, "competence/offer/new.html", {"form": form})


@requires(Permission.EDIT_CATALOGUE)
@require_http_methods(["GET", "POST"])
def offer_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    rows = Offer.objects.select_related("municipality", "provider")
    found = fetch(request.actor, Permission.EDIT_CATALOGUE, rows, unit=lambda row: row.municipality, pk=pk)
    names = ["code", "title", "kind", "price", "days", "ects", "starts_on", "signup_by", "is_active"]
    initial = {name: getattr(found, name) for name in names}
    initial |= {"provider": found.provider.name, "law_references": found.law_references.all()}
    form = OfferForm(request.POST or None, municipality=request.actor.municipality, offer=found, initial=initial)
    title = found.title
    if form.is_valid():
        domain.change_offer(offer=found, facts=form.facts())
        messages.success(request, _("The course is saved."))
        return redirect("offer", found.pk)
    return render(request, "competence/offer/edit.html", {"form": form, "offer": found, "title": title})
