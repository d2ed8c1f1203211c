"""Trainer profiles: read by everybody inside, written by project leaders and HR (sources: K01–K06, K24–K32)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from trainers import access
from trainers.domain import profiles as domain
from trainers.forms.profiles import CriterionForm, ProfileForm, ProgrammeForm, VersionForm, line_forms, rows_of
from trainers.models import Criterion, Profile
from trainers.queries import profiles as queries

TITLES = {
    "tasks": gettext_lazy("What trainers do"),
    "points": gettext_lazy("Points of attention"),
    "training": gettext_lazy("The way to being ready"),
    "references": gettext_lazy("Documents to read"),
}


@require_GET
@signed_in
def profiles(request: AccessedRequest) -> HttpResponse:
    may_write = request.actor.may(Permission.EDIT_PROFILES)
    groups = queries.by_programme(request.actor.municipality, drafts=may_write)
    return render(request, "trainers/profile/list.html", {"groups": groups, "may_write": may_write})


@require_GET
@signed_in
def profile(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_profile(request.actor, pk)
    context = {
        "profile": found,
        "content": queries.content_of(found),
        "may_write": request.actor.may(Permission.EDIT_PROFILES),
        "titles": TITLES,
        "version_form": VersionForm(),
    }
    return render(request, "trainers/profile/profile.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def programme_new(request: AccessedRequest) -> HttpResponse:
    form = ProgrammeForm(request.POST or None)
    root = request.actor.employee.municipality
    if form.is_valid():
        given = dict(form.cleaned_data)
        version = given.pop("version")
        if queries.is_taken(root, given["name"]):
            form.add_error("name", _("There is a programme with this name already."))
        else:
            programme = domain.add_programme(municipality=root, **given)
            made = domain.draft(programme=programme, facts=domain.Facts(version), at=timezone.now())
            return redirect("trainers:profile", made.pk)
    return render(request, "trainers/profile/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def profile_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_profile_to_write(request.actor, pk)
    start = {name: getattr(found, name) for name in ProfileForm.base_fields}
    form = ProfileForm(request.POST or None, initial=start)
    if form.is_valid():
        try:
            domain.change(profile=found, facts=form.facts)
        except domain.VersionTaken:
            form.add_error("version", _("There is a version with this number already."))
        except domain.NotADraft:
            form.add_error(None, _("A published version is not changed. Make a new one."))
        else:
            return redirect("trainers:profile", pk)
    return render(request, "trainers/profile/edit.html", {"profile": found, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def lines(request: AccessedRequest, pk: int, kind: str) -> HttpResponse:
    """One of the lists of a profile as one form."""
    found = access.fetch_profile_to_write(request.actor, pk)
    formset = line_forms(kind, request.POST or None, found)
    if request.method == "POST" and formset.is_valid():
        try:
            domain.write_lines(profile=found, kind=kind, rows=rows_of(formset))
        except domain.NotADraft:
            messages.error(request, _("A published version is not changed. Make a new one."))
        return redirect("trainers:profile", pk)
    context = {"profile": found, "formset": formset, "title": TITLES[kind]}
    return render(request, "trainers/profile/lines.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def criterion_new(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_profile_to_write(request.actor, pk)
    form = CriterionForm(request.POST or None, municipality=found.programme.municipality)
    if form.is_valid():
        try:
            domain.add_criterion(profile=found, facts=form.facts)
        except domain.NotADraft:
            messages.error(request, _("A published version is not changed. Make a new one."))
        return redirect("trainers:profile", pk)
    return render(request, "trainers/profile/criterion.html", {"profile": found, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def criterion(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _criterion(request, pk)
    form = CriterionForm(request.POST or None, municipality=found.profile.programme.municipality, criterion=found)
    if form.is_valid():
        try:
            domain.change_criterion(criterion=found, facts=form.facts)
        except domain.NotADraft:
            messages.error(request, _("A published version is not changed. Make a new one."))
        return redirect("trainers:profile", found.profile_id)
    context = {"profile": found.profile, "criterion": found, "form": form}
    return render(request, "trainers/profile/criterion.html", context)


@require_POST
@requires(Permission.EDIT_PROFILES)
def criterion_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _criterion(request, pk)
    try:
        domain.remove_criterion(criterion=found)
    except domain.NotADraft:
        messages.error(request, _("A published version is not changed. Make a new one."))
    return redirect("trainers:profile", found.profile_id)


@require_POST
@requires(Permission.EDIT_PROFILES)
def profile_publish(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_profile_to_write(request.actor, pk)
    try:
        domain.publish(profile=found, by=request.actor.employee, at=timezone.now())
        messages.success(request, _("The profile is published, and selections can use it."))
    except domain.NoCriteria:
        messages.error(request, _("Write at least one criterion first."))
    except domain.NotADraft:
        messages.info(request, _("The profile was published already."))
    return redirect("trainers:profile", pk)


@require_POST
@requires(Permission.EDIT_PROFILES)
def profile_retire(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_profile_to_write(request.actor, pk)
    if found.state == Profile.State.PUBLISHED:
        domain.retire(profile=found, at=timezone.now())
        messages.success(request, _("New selections cannot use the profile. Those under way keep it."))
    return redirect("trainers:profile", pk)


@require_POST
@requires(Permission.EDIT_PROFILES)
def profile_copy(request: AccessedRequest, pk: int) -> HttpResponse:
    """A new version with everything this one has."""
    found = access.fetch_profile_to_write(request.actor, pk)
    form = VersionForm(request.POST)
    if form.is_valid():
        try:
            made = domain.copy(profile=found, version=form.cleaned_data["version"], at=timezone.now())
            return redirect("trainers:profile", made.pk)
        except domain.VersionTaken:
            messages.error(request, _("There is a version with this number already."))
    else:
        messages.error(request, _("Write the number of the new version."))
    return redirect("trainers:profile", pk)


def _criterion(request: AccessedRequest, pk: int) -> Criterion:
    found = queries.criterion(pk)
    access.fetch_profile_to_write(request.actor, found.profile_id)
    return found
