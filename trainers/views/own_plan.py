"""A trainer's needs, plan, sureness and level, for the trainer and for those who follow (sources: T15, T24, T25)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.asked import whole_number
from trainers import access as round_access
from trainers import development_access as access
from trainers import team_access
from trainers.domain import mandates, own_plan, profiles
from trainers.forms.development import LevelForm, MonthsForm, OwnLevelsForm, PlanStepForm, SurenessForm
from trainers.forms.profiles import ProgrammeEditForm
from trainers.models import Criterion, Mandate
from trainers.queries import development as queries
from trainers.sureness import months_of
from trainers.views.development import answer


@require_GET
@signed_in
def followed(request: AccessedRequest, pk: int) -> HttpResponse:
    """What leader and project leader see: plan, sureness, what was learnt and brought home, notes shown to them."""
    mandate = access.fetch_mandate_to_follow(request.actor, pk)
    me, person = request.actor.employee, mandate.employee
    if person.pk == me.pk:
        return redirect("trainers:development")
    leads = round_access.leads(request.actor, mandate.round)
    may_read = access.reads_shown_notes(request.actor, mandate)
    context = {
        "mandate": mandate,
        "growth": queries.growth_of(mandate, timezone.localdate()),
        "learnt": list(queries.learnt_by(person)),
        "notes": list(queries.notes_shown(person, me)) if may_read else [],
        "insights": list(queries.brought_home(person)),
        "leads": leads,
    }
    return render(request, "trainers/development/followed.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def levels(request: AccessedRequest, pk: int) -> HttpResponse:
    """Where do you see yourself? By the competences of the profile."""
    mandate = team_access.fetch_own_mandate(request.actor, pk)
    today = timezone.localdate()
    form = OwnLevelsForm(request.POST or None, needs=queries.growth_of(mandate, today).needs)
    if form.is_valid():
        return _write(request, form, lambda: own_plan.see_oneself(mandate=mandate, levels=form.levels, on=today))
    return render(request, "trainers/development/levels.html", {"form": form, "mandate": mandate})


@require_http_methods(["GET", "POST"])
@signed_in
def sureness(request: AccessedRequest, pk: int) -> HttpResponse:
    mandate = team_access.fetch_own_mandate(request.actor, pk)
    today = timezone.localdate()
    form = SurenessForm(request.POST or None, lanes=queries.growth_of(mandate, today).picture.lanes)
    if form.is_valid():
        return _write(request, form, lambda: own_plan.say_sure(mandate=mandate, levels=form.levels, on=today))
    lead = gettext_lazy("It takes time to be sure. Say how it is today; what you said before stays.")
    return answer(request, form, gettext_lazy("How sure are you?"), lead)


@require_http_methods(["GET", "POST"])
@signed_in
def step_new(request: AccessedRequest, pk: int) -> HttpResponse:
    """A step of the plan; the address may name the competence it is for."""
    mandate = team_access.fetch_own_mandate(request.actor, pk)
    criteria = Criterion.objects.filter(profile=mandate.round.profile_id).order_by("position")
    start = {"criterion": whole_number(request.GET.get("for"))}
    form = PlanStepForm(request.POST or None, criteria=criteria, initial=start)
    if form.is_valid():
        return _write(request, form, lambda: own_plan.plan_step(mandate=mandate, **form.cleaned_data))
    return answer(request, form, gettext_lazy("A step of your plan"))


@require_POST
@signed_in
def step_done(request: AccessedRequest, pk: int) -> HttpResponse:
    step = access.fetch_own_step(request.actor, pk)
    return _write(request, None, lambda: own_plan.finish_step(step=step, on=timezone.localdate()))


@require_POST
@signed_in
def step_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    step = access.fetch_own_step(request.actor, pk)
    return _write(request, None, lambda: own_plan.drop_step(step=step))


def _write(request: AccessedRequest, form: Any, write: Any) -> HttpResponse:
    """One verb, and back to one's own page; a mandate that has ended says so."""
    try:
        write()
    except mandates.Ended:
        messages.error(request, _("The mandate has ended, so nothing in it changes."))
    return redirect("trainers:development")


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def level(request: AccessedRequest, pk: int) -> HttpResponse:
    """The project leader says that a trainer has come further (source: T15)."""
    mandate: Mandate = team_access.fetch_mandate_to_lead(request.actor, pk)
    now = queries.growth_of(mandate, timezone.localdate()).level
    form = LevelForm(request.POST or None, initial={"level": now.level if now else None})
    if form.is_valid():
        try:
            own_plan.raise_level(mandate=mandate, level=form.cleaned_data["level"], on=timezone.localdate())
        except own_plan.NotReady:
            messages.error(request, _("The trainer is in training. The level follows when he or she is ready."))
        except mandates.Ended:
            messages.error(request, _("The mandate has ended, so nothing in it changes."))
        return redirect("trainers:followed", pk)
    lead = _("It stands in the development plan of %(name)s too.") % {"name": mandate.employee.first_name}
    context = {"form": form, "title": _("How far has the trainer come?"), "lead": lead}
    return render(
        request, "trainers/development/form.html", context | {"back": reverse("trainers:followed", args=[pk])}
    )


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def programme_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    """Name, description and dates of one programme, which change while it is introduced (source: K08)."""
    programme = access.fetch_programme_to_write(request.actor, pk)
    start = {name: getattr(programme, name) for name in ProgrammeEditForm.base_fields}
    form = ProgrammeEditForm(request.POST or None, initial=start)
    back = reverse("trainers:profiles")
    if form.is_valid():
        try:
            profiles.change_programme(programme=programme, facts=form.facts)
            return redirect(back)
        except profiles.NameTaken:
            form.add_error("name", _("There is a programme with this name already."))
    lead = _("All versions of its profile have these in common. Floor walks are planned by the dates.")
    context = {"form": form, "title": str(start["name"]), "lead": lead, "back": back}
    return render(request, "trainers/development/form.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def months(request: AccessedRequest, pk: int) -> HttpResponse:
    """How many months it usually takes to be sure, for one programme (source: T24)."""
    programme = access.fetch_programme_to_write(request.actor, pk)
    form = MonthsForm(request.POST or None, initial=months_of(programme))
    back = reverse("trainers:profiles")
    if form.is_valid():
        own_plan.expect_months(programme=programme, **form.cleaned_data)
        return redirect(back)
    lead = _("%(programme)s. The pictures of all its trainers show it.") % {"programme": programme}
    context = {"form": form, "title": _("How many months until one is sure?"), "lead": lead, "back": back}
    return render(request, "trainers/development/form.html", context)
