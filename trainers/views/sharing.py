"""Best practice: read, written, shared, taken out and in (source: K43)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.asked import whole_number
from competence.faults import told
from competence.models import Unit
from trainers import sharing_access as access
from trainers import team_access
from trainers.domain import sharing as domain
from trainers.forms.sharing import PracticeFileForm, PracticeForm
from trainers.models import Practice
from trainers.queries import sharing as queries


@require_GET
@signed_in
def practices(request: AccessedRequest) -> HttpResponse:
    """Everybody inside reads them; those who teach write."""
    words = request.GET.get("q", "")[:100]
    context = {
        "rows": list(queries.practices_for(request.actor.municipality, words)[:100]),
        "words": words,
        "may_write": access.may_write(request.actor),
        "may_share": request.actor.may(Permission.EDIT_PROFILES),
    }
    return render(request, "trainers/practice/list.html", context)


@require_GET
@signed_in
def practice(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_practice(request.actor, pk)
    is_ours = found.municipality_id == request.actor.municipality
    is_own = is_ours and found.origin == found.municipality.name
    context = {
        "practice": found,
        "may_write": is_own and access.may_write(request.actor),
        "may_share": is_own and request.actor.may(Permission.EDIT_PROFILES),
        "may_remove": is_ours and request.actor.may(Permission.EDIT_PROFILES),
    }
    return render(request, "trainers/practice/practice.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def practice_new(request: AccessedRequest) -> HttpResponse:
    """An empty page, or one that begins with what a session said (`?session=`)."""
    if not access.may_write(request.actor):
        raise PermissionDenied
    return _write(request, PracticeForm(request.POST or None, initial=_start(request)), None)


@require_http_methods(["GET", "POST"])
@signed_in
def practice_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_practice_to_write(request.actor, pk)
    return _write(request, PracticeForm(request.POST or None, practice=found), found)


def _start(request: AccessedRequest) -> dict[str, str]:
    """What was written down after a session one runs; nothing when the address names none."""
    number = whole_number(request.GET.get("session"))
    if number is None:
        return {}
    session = team_access.fetch_session_to_run(request.actor, number)
    return {"title": session.title, "how": session.notes, "programme": session.round.profile.programme.name}


def _write(request: AccessedRequest, form: PracticeForm, found: Practice | None) -> HttpResponse:
    if form.is_valid():
        try:
            made = domain.write(
                municipality=Unit.objects.get(pk=request.actor.municipality),
                facts=form.facts,
                by=request.actor.employee,
                at=timezone.now(),
                practice=found,
            )
            return redirect("trainers:practice", made.pk)
        except domain.TellsOfSomebody as refusal:
            form.add_error(None, tells_of(refusal))
        except domain.NotOurs:
            raise PermissionDenied from None
    return render(request, "trainers/practice/form.html", {"form": form, "practice": found})


def tells_of(refusal: domain.TellsOfSomebody) -> str:
    return _("“%(what)s” leads to a person. Write it so that nobody can be recognised.") % {"what": refusal.what}


@require_POST
@requires(Permission.EDIT_PROFILES)
def practice_share(request: AccessedRequest, pk: int) -> HttpResponse:
    """Show it to the other municipalities of the installation, or no longer."""
    found = access.fetch_practice_to_share(request.actor, pk)
    try:
        domain.share(practice=found, is_shared=not found.is_shared)
    except domain.TellsOfSomebody as refusal:
        messages.error(request, tells_of(refusal))
    return redirect("trainers:practice", pk)


@require_POST
@requires(Permission.EDIT_PROFILES)
def practice_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    domain.remove(practice=access.fetch_practice_to_remove(request.actor, pk))
    messages.success(request, _("It is removed."))
    return redirect("trainers:practices")


@require_GET
@requires(Permission.EDIT_PROFILES)
def practices_export(request: AccessedRequest) -> HttpResponse:
    """All of the municipality as one file, which names no person."""
    content = domain.written(queries.own_practices(request.actor.municipality))
    headers = {"Content-Disposition": 'attachment; filename="best-practice.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def practices_import(request: AccessedRequest) -> HttpResponse:
    """Another municipality's file; nothing is taken in when a line of it is wrong or names somebody."""
    form = PracticeFileForm(request.POST or None, request.FILES or None)
    if form.is_valid() and _taken_in(request, form):
        return redirect("trainers:practices")
    return render(request, "trainers/practice/import.html", {"form": form})


def _taken_in(request: AccessedRequest, form: PracticeFileForm) -> bool:
    municipality = Unit.objects.get(pk=request.actor.municipality)
    content, by = form.cleaned_data["file"], request.actor.employee
    try:
        new = domain.read(municipality=municipality, content=content, by=by, at=timezone.now())
    except domain.Malformed as fault:
        form.add_error("file", _("The file cannot be read here: %(fault)s") % {"fault": told(fault)})
        return False
    except domain.TellsOfSomebody as refusal:
        form.add_error("file", tells_of(refusal))
        return False
    text = ngettext("%(number)s practice is new.", "%(number)s practices are new.", new)
    messages.success(request, text % {"number": new})
    return True
