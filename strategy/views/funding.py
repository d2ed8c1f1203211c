"""The register of pools and experts."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from competence.access import AccessedRequest, Permission, requires
from competence.models import Unit
from strategy.domain import funding as domain
from strategy.forms.funding import ExpertForm, PoolForm
from strategy.models import Expert, Pool

POOL_FIELDS = ("source", "title", "opens_on", "closes_on", "amount", "state", "responsible", "note")


@require_safe
@requires(Permission.WRITE_STRATEGY)
def funding(request: AccessedRequest) -> HttpResponse:
    """What can be applied for, what closes first at the top and what is closed last, and who knows what."""
    today = timezone.localdate()
    pools = Pool.objects.filter(municipality=request.actor.municipality).select_related("responsible")
    experts = Expert.objects.filter(municipality=request.actor.municipality)
    context = {
        "pools": sorted(
            pools.prefetch_related("needs__section"), key=lambda pool: (pool.closes_on < today, pool.closes_on)
        ),
        "experts": experts.prefetch_related("needs__section"),
        "today": today,
    }
    return render(request, "strategy/funding/list.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def pool_new(request: AccessedRequest) -> HttpResponse:
    form = PoolForm(request.POST or None, municipality=request.actor.municipality)
    if form.is_valid():
        root = Unit.objects.get(pk=request.actor.municipality)
        domain.save_pool(pool=Pool(municipality=root), facts=form.facts())
        return redirect("strategy:funding")
    return render(request, "strategy/funding/edit.html", {"form": form, "title": _("Add a pool")})


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def pool_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Pool, municipality=request.actor.municipality, pk=pk)
    initial = {name: getattr(found, name) for name in POOL_FIELDS} | {"needs": found.needs.all()}
    form = PoolForm(request.POST or None, municipality=found.municipality_id, initial=initial)
    if form.is_valid():
        domain.save_pool(pool=found, facts=form.facts())
        return redirect("strategy:funding")
    return render(request, "strategy/funding/edit.html", {"form": form, "found": found})


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def expert_new(request: AccessedRequest) -> HttpResponse:
    form = ExpertForm(request.POST or None, municipality=request.actor.municipality)
    if form.is_valid():
        root = Unit.objects.get(pk=request.actor.municipality)
        domain.save_expert(expert=Expert(municipality=root), facts=form.facts())
        return redirect("strategy:funding")
    return render(request, "strategy/funding/edit.html", {"form": form, "title": _("Add an expert")})


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def expert_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Expert, municipality=request.actor.municipality, pk=pk)
    initial = {name: getattr(found, name) for name in ("organisation", "field", "contact")}
    form = ExpertForm(
        request.POST or None,
        municipality=found.municipality_id,
        expert=found,
        initial=initial | {"needs": found.needs.all()},
    )
    if form.is_valid():
        domain.save_expert(expert=found, facts=form.facts())
        return redirect("strategy:funding")
    return render(request, "strategy/funding/edit.html", {"form": form, "found": found})
