"""Courses of our own: read, written, taken out and in as a file, with trainers who are shared (source: T31)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.asked import whole_number
from competence.domain.exports import record
from competence.emails import day
from competence.faults import told
from competence.models import Competence, Unit
from trainers import sharing_access as access
from trainers import team_access
from trainers.course_facts import Arriving, CourseFacts
from trainers.domain import course_files
from trainers.domain import courses as domain
from trainers.forms.courses import ConfirmForm, CourseFileForm, CourseForm
from trainers.models import Course
from trainers.queries import courses as queries
from trainers.queries.pool import shared_by
from trainers.views.sharing import tells_of


@require_GET
@signed_in
def courses(request: AccessedRequest) -> HttpResponse:
    """Everybody inside reads them; those who teach write."""
    words = request.GET.get("q", "")[:100]
    context = {
        "rows": list(queries.courses_of(request.actor.municipality, words)[:100]),
        "words": words,
        "may_write": access.may_write(request.actor),
        "may_exchange": request.actor.may(Permission.EDIT_PROFILES),
    }
    return render(request, "trainers/course/list.html", context)


@require_GET
@signed_in
def course(request: AccessedRequest, pk: int) -> HttpResponse:
    """What it is, and for those who teach: begin a session with it."""
    found = access.fetch_course(request.actor, pk)
    facts = queries.facts_of(found)
    context = {
        "course": found,
        "unknown": queries.unknown_of(found.municipality, facts.competences),
        "teams": access.teams_of(request.actor),
        "may_write": found.is_ours and access.may_write(request.actor),
        "may_remove": request.actor.may(Permission.EDIT_PROFILES),
    }
    return render(request, "trainers/course/course.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def course_new(request: AccessedRequest) -> HttpResponse:
    """An empty page, or one that begins with a session one runs (`?session=`)."""
    if not access.may_write(request.actor):
        raise PermissionDenied
    number = whole_number(request.GET.get("session"))
    session = None if number is None else team_access.fetch_session_to_run(request.actor, number)
    return _write(request, queries.drawn_from(session) if session else None, None)


@require_http_methods(["GET", "POST"])
@signed_in
def course_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_course_to_write(request.actor, pk)
    return _write(request, queries.facts_of(found), found)


def _write(request: AccessedRequest, facts: CourseFacts | None, found: Course | None) -> HttpResponse:
    here = request.actor.municipality
    catalogue = Competence.objects.filter(area__municipality=here).order_by("name")
    form = CourseForm(request.POST or None, catalogue=catalogue, facts=facts)
    if form.is_valid():
        try:
            made = domain.write(
                municipality=Unit.objects.get(pk=here),
                facts=form.facts,
                by=request.actor.employee,
                at=timezone.now(),
                course=found,
            )
            return redirect("trainers:course", made.pk)
        except domain.TellsOfSomebody as refusal:
            form.add_error(None, tells_of(refusal))
        except domain.NotOurs:
            raise PermissionDenied from None
    return render(request, "trainers/course/form.html", {"form": form, "course": found})


@require_POST
@requires(Permission.EDIT_PROFILES)
def course_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    domain.remove(course=access.fetch_course(request.actor, pk))
    messages.success(request, _("It is removed."))
    return redirect("trainers:courses")


@require_GET
@requires(Permission.EDIT_PROFILES)
def courses_export(request: AccessedRequest) -> HttpResponse:
    """All courses, and the own trainers whom others may see; noted in the ledger of exports."""
    now, here = timezone.now(), Unit.objects.get(pk=request.actor.municipality)
    today = timezone.localdate(now)
    found = [queries.filed(one) for one in queries.courses_of(here.pk)]
    trainers = shared_by(here.pk, today)
    content = course_files.written(municipality=here.name, made_on=today, courses=found, trainers=trainers)
    rows = len(found) + len(trainers)
    record(what=_("Courses and shared trainers"), rows=rows, by=request.actor.employee, at=now)
    headers = {"Content-Disposition": f'attachment; filename="courses-{today.isoformat()}.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def courses_import(request: AccessedRequest) -> HttpResponse:
    """Another municipality's file: looked at first, nothing of it is kept."""
    form = CourseFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        content = form.cleaned_data["file"]
        municipality = Unit.objects.get(pk=request.actor.municipality)
        try:
            arriving = domain.look(municipality=municipality, content=content, on=timezone.localdate())
            return render(request, "trainers/course/preview.html", {"arriving": arriving, "content": content})
        except (domain.Malformed, domain.OlderThanHere) as fault:
            form.add_error("file", _refused(fault))
    return render(request, "trainers/course/import.html", {"form": form})


@require_POST
@requires(Permission.EDIT_PROFILES)
def courses_take_in(request: AccessedRequest) -> HttpResponse:
    """The file one has looked at, read once more and written, all or nothing."""
    sent, form = ConfirmForm(request.POST), CourseFileForm()
    if not sent.is_valid():
        messages.error(request, _("Choose the file once more."))
        return redirect("trainers:courses_import")
    municipality = Unit.objects.get(pk=request.actor.municipality)
    try:
        arriving = domain.take_in(
            municipality=municipality,
            content=sent.cleaned_data["content"],
            by=request.actor.employee,
            at=timezone.now(),
        )
    except (domain.Malformed, domain.OlderThanHere) as fault:
        messages.error(request, _refused(fault))
        return render(request, "trainers/course/import.html", {"form": form})
    messages.success(request, _said(arriving))
    return redirect("trainers:courses")


def _said(arriving: Arriving) -> str:
    return _("Taken in: %(new)s new courses, %(changed)s changed, %(trainers)s trainers elsewhere.") % {
        "new": arriving.new,
        "changed": arriving.changed,
        "trainers": arriving.trainers_here,
    }


def _refused(fault: Exception) -> str:
    if isinstance(fault, domain.OlderThanHere):
        text = _("You have a newer file of this municipality, from %(day)s. Ask for the newest one.")
        return text % {"day": day(fault.day)}
    assert isinstance(fault, domain.Malformed)
    return _("The file cannot be read here: %(fault)s") % {"fault": told(fault)}


@require_POST
@requires(Permission.EDIT_PROFILES)
def trainer_elsewhere_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    domain.remove_trainer(trainer=access.fetch_trainer_elsewhere(request.actor, pk))
    messages.success(request, _("The trainer is removed."))
    return redirect("trainers:pool")
