"""The way to being ready, for the trainer and the project leader (sources: K35–K40)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.cells import longday
from trainers import team_access
from trainers.domain import training as domain
from trainers.forms.mandates import DaysForm, DoneForm, HandedOutForm
from trainers.models import Mandate, PartRecord, TrainingPart


@require_http_methods(["GET", "POST"])
@signed_in
def part(request: AccessedRequest, pk: int, part: int) -> HttpResponse:
    """One part: the days of a course are the project leader's to note, the rest is the trainer's too."""
    mandate = team_access.fetch_mandate_to_walk(request.actor, pk)
    found = _part_of(mandate, part)
    if found.kind == TrainingPart.Kind.COURSE_DAY:
        team_access.fetch_mandate_to_lead(request.actor, pk)
    record = PartRecord.objects.filter(mandate=mandate, part=found).first()
    form = _form(request, found, record)
    if form.is_valid():
        try:
            _store(form, mandate, found)
            return redirect("trainers:mandate", pk)
        except domain.NotBegun:
            form.add_error(None, _("The training has not begun yet."))
        except domain.Unprepared as refusal:
            parts = ", ".join(str(one) for one in refusal.parts)
            form.add_error(None, _("First this has to be read and noted as read: %(parts)s") % {"parts": parts})
        except domain.NotHandedOut:
            form.add_error(None, _("Say when it was handed out."))
        except domain.OutOfOrder as refusal:
            form.add_error("done_on" if "done_on" in form.fields else None, _out_of_order(refusal.record))
        except domain.Ended:
            form.add_error(None, _("The mandate has ended, so nothing in it changes."))
    context = {"mandate": mandate, "round": mandate.round, "part": found, "form": form, "record": record}
    return render(request, "trainers/mandate/part.html", context)


def _part_of(mandate: Mandate, pk: int) -> TrainingPart:
    return get_object_or_404(TrainingPart, pk=pk, profile=mandate.round.profile_id)


def _out_of_order(record: PartRecord) -> str:
    assert record.handed_out_on is not None, "both days are there, or nothing is out of order"
    return _("It was handed out on %(day)s. Choose that day or a later one.") % {"day": longday(record.handed_out_on)}


def _form(request: AccessedRequest, part: TrainingPart, record: PartRecord | None) -> DaysForm | DoneForm:
    if part.kind == TrainingPart.Kind.COURSE_DAY:
        return DaysForm(request.POST or None, part=part, attended=record.attended if record else [])
    today = timezone.localdate()
    start = {"done_on": (record and record.done_on) or today, "words": record.words if record else ""}
    is_handed_out = record is not None and record.handed_out_on is not None
    unhanded = part.kind == TrainingPart.Kind.PREPARATION and not is_handed_out
    return DoneForm(request.POST or None, initial=start, unhanded=unhanded)


def _store(form: DaysForm | DoneForm, mandate: Mandate, part: TrainingPart) -> None:
    if isinstance(form, DaysForm):
        domain.attend(mandate=mandate, part=part, days=form.days)
    else:
        told = dict(form.cleaned_data)
        domain.finish(mandate=mandate, part=part, on=told.pop("done_on"), **told)


@require_POST
@requires(Permission.RUN_ROUNDS)
def hand_out(request: AccessedRequest, pk: int, part: int) -> HttpResponse:
    """Note that the preparation is in the trainer's hands."""
    mandate = team_access.fetch_mandate_to_lead(request.actor, pk)
    found = _part_of(mandate, part)
    try:
        domain.hand_out(mandate=mandate, part=found, on=timezone.localdate())
    except domain.OutOfOrder:
        messages.error(request, _("It is noted as read before today. Correct that day first."))
    except domain.Ended:
        messages.error(request, _("The mandate has ended, so nothing in it changes."))
    return redirect("trainers:mandate", pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def handed_out(request: AccessedRequest, pk: int, part: int) -> HttpResponse:
    """The day is another, or it was not handed out at all."""
    mandate = team_access.fetch_mandate_to_lead(request.actor, pk)
    found = _part_of(mandate, part)
    record = PartRecord.objects.filter(mandate=mandate, part=found).first()
    form = HandedOutForm(request.POST or None, initial={"handed_out_on": record and record.handed_out_on})
    if form.is_valid():
        try:
            domain.correct_hand_out(mandate=mandate, part=found, on=form.cleaned_data["handed_out_on"])
            return redirect("trainers:mandate", pk)
        except domain.OutOfOrder as refusal:
            form.add_error("handed_out_on", _read_before(refusal.record))
        except domain.Ended:
            form.add_error(None, _("The mandate has ended, so nothing in it changes."))
    context = {"mandate": mandate, "round": mandate.round, "part": found, "form": form, "record": record}
    return render(request, "trainers/mandate/handed_out.html", context)


def _read_before(record: PartRecord) -> str:
    assert record.done_on is not None, "both days are there, or nothing is out of order"
    return _("It was read on %(day)s. Choose that day or an earlier one.") % {"day": longday(record.done_on)}


@require_POST
@requires(Permission.RUN_ROUNDS)
def ready(request: AccessedRequest, pk: int) -> HttpResponse:
    """The trainer can stand before a group; before all is done only with the form's reason."""
    mandate = team_access.fetch_mandate_to_lead(request.actor, pk)
    try:
        domain.mark_ready(mandate=mandate, reason=request.POST.get("reason", ""), at=timezone.now())
        messages.success(request, _("%(name)s is ready.") % {"name": mandate.employee.name})
    except domain.NotWalked as refusal:
        parts = ", ".join(str(one) for one in refusal.parts)
        messages.error(request, _("Missing: %(parts)s. Say why the trainer is ready anyway.") % {"parts": parts})
    except domain.NotBegun:
        messages.error(request, _("The training has not begun yet."))
    except domain.Ended:
        messages.error(request, _("The mandate has ended, so nothing in it changes."))
    return redirect("trainers:mandate", pk)
