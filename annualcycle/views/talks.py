"""Talks as their leader arranges them and as the employee meets them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annualcycle import calendar as files
from annualcycle.domain import preparations, wishes
from annualcycle.domain import talks as domain
from annualcycle.forms.talks import HeldForm, MeetingForm, NoteForm, PreparationForm, ReasonForm
from annualcycle.models import Plan, Talk, TalkNote
from annualcycle.models.talks import Side
from annualcycle.queries import talks as queries
from competence.access import AccessedRequest, Permission, refuse_outsider, signed_in


@dataclass(frozen=True)
class Seat:
    """A talk as one person meets it. `content` is None for a deputy, who arranges but reads nothing."""

    talk: Talk
    arranges: bool
    content: Side | None


def _seat(request: AccessedRequest, pk: int, today: date) -> Seat:
    """The talk for one of the two, or for the leader's deputy; 404 for outsiders, 403 for everybody else."""
    talk = get_object_or_404(queries.find(pk))
    refuse_outsider(request.actor, talk.unit)
    me = request.actor.employee.pk
    if talk.employee_id == me:
        return Seat(talk, arranges=False, content=Side.EMPLOYEE)
    if not queries.arranges(request.actor, talk, today):
        raise PermissionDenied
    return Seat(talk, arranges=True, content=Side.LEADER if talk.leader_id == me else None)


def _arranged(request: AccessedRequest, pk: int, today: date) -> Talk:
    seat = _seat(request, pk, today)
    if not seat.arranges:
        raise PermissionDenied
    return seat.talk


def _own(request: AccessedRequest, pk: int, today: date) -> Talk:
    seat = _seat(request, pk, today)
    if seat.content != Side.EMPLOYEE:
        raise PermissionDenied
    return seat.talk


def _one_of_two(request: AccessedRequest, pk: int, today: date) -> tuple[Talk, Side]:
    seat = _seat(request, pk, today)
    if seat.content is None:
        raise PermissionDenied
    return seat.talk, seat.content


@require_safe
@signed_in
def talk(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    seat = _seat(request, pk, today)
    plan = Plan.objects.filter(cycle=seat.talk.cycle, employee=seat.talk.employee).first()
    starts_at = seat.talk.starts_at
    is_past = starts_at is not None and timezone.localdate(starts_at) <= today
    context: dict[str, Any] = {"talk": seat.talk, "seat": seat, "plan": plan, "is_past": is_past}
    if seat.arranges and seat.talk.employee.email is None:
        leads = request.actor.may(Permission.LEAD_TALKS, seat.talk.unit)
        context |= {"writes_for": leads, "collects": wishes.collects_on(seat.talk.cycle, today)}
    if seat.content:
        own = queries.preparation(seat.talk, seat.content)
        others = queries.given_by(seat.talk, preparations.other(seat.content))
        context |= {
            "own": own,
            "own_answers": queries.answers(own),
            "others": others,
            "others_answers": queries.answers(others),
            "notes": list(queries.notes_for(request.actor, seat.talk)),
            "note_form": NoteForm(),
        }
    return render(request, "annualcycle/talks/talk.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def talk_invite(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    row = _arranged(request, pk, today)
    form = MeetingForm(request.POST or None, talk=row, today=today)
    if request.method == "POST" and form.is_valid():
        return _after(request, row, lambda: domain.invite(talk=row, meeting=form.meeting, **_by_now(request)))
    title = _("When do you talk with %(name)s?") % {"name": row.employee.first_name}
    context = {"talk": row, "form": form, "title": title, "submit": _("Send the invitation")}
    return render(request, "annualcycle/talks/form.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def talk_hold(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    row = _arranged(request, pk, today)
    form = HeldForm(request.POST or None, today=today, initial={"on": _likely_day(row, today)})
    if request.method == "POST" and form.is_valid():
        return _after(request, row, lambda: domain.hold(talk=row, on=form.cleaned_data["on"], **_by_now(request)))
    title = _("You have talked with %(name)s") % {"name": row.employee.first_name}
    context = {"talk": row, "form": form, "title": title, "submit": _("Mark as held"), "opens_plan": True}
    return render(request, "annualcycle/talks/form.html", context)


def _likely_day(talk: Talk, today: date) -> date:
    return min(timezone.localdate(talk.starts_at), today) if talk.starts_at else today


@require_http_methods(["GET", "POST"])
@signed_in
def talk_postpone(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _seat(request, pk, timezone.localdate()).talk
    form = ReasonForm(request.POST or None, hint=_("The other reads it. Health is nobody's business here."))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        return _after(request, row, lambda: domain.postpone(talk=row, reason=reason, **_by_now(request)))
    context = {"talk": row, "form": form, "title": _("Postpone the talk"), "submit": _("Postpone")}
    return render(request, "annualcycle/talks/form.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def talk_decline(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _own(request, pk, timezone.localdate())
    form = ReasonForm(request.POST or None, hint=_("Your leader reads it. You can change your mind later."))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        return _after(request, row, lambda: domain.decline(talk=row, reason=reason, **_by_now(request)))
    context = {"talk": row, "form": form, "title": _("No talk this year?"), "submit": _("Decline the talk")}
    return render(request, "annualcycle/talks/form.html", context)


@require_POST
@signed_in
def talk_reopen(request: AccessedRequest, pk: int) -> HttpResponse:
    seat = _seat(request, pk, timezone.localdate())
    if not seat.arranges and seat.talk.state != Talk.State.DECLINED:
        raise PermissionDenied
    return _after(request, seat.talk, lambda: domain.reopen(talk=seat.talk, **_by_now(request)))


@require_POST
@signed_in
def talk_individual(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _own(request, pk, timezone.localdate())
    wanted = request.POST.get("wanted") == "yes"
    return _after(request, row, lambda: domain.ask_individual(talk=row, wanted=wanted, **_by_now(request)))


@require_safe
@signed_in
def talk_calendar(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _seat(request, pk, timezone.localdate()).talk
    if row.starts_at is None:
        messages.error(request, _("The talk has no time yet."))
        return redirect("year:talk", pk)
    url = request.build_absolute_uri(reverse("year:talk", args=[pk]))
    content = files.invitation(row, title=str(row), url=url, at=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="samtale.ics"'
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def talk_prepare(request: AccessedRequest, pk: int) -> HttpResponse:
    row, side = _one_of_two(request, pk, timezone.localdate())
    known = queries.preparation(row, side)
    if known and known.given_at:
        return redirect("year:talk", pk)
    names = PreparationForm.base_fields
    form = PreparationForm(request.POST or None, initial={name: getattr(known, name, "") for name in names})
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        known = preparations.save(talk=row, side=side, answers=form.answers, by=request.actor.employee, at=at)
        if "give" not in request.POST:
            return redirect("year:talk", pk)
        try:
            preparations.give(preparation=known, at=at)
            return redirect("year:talk", pk)
        except preparations.NothingToGive as fault:
            form.add_error(None, str(fault))
    context = {"talk": row, "side": side, "form": form, "saved": known and known.saved_at}
    return render(request, "annualcycle/talks/prepare.html", context)


@require_POST
@signed_in
def talk_draft(request: AccessedRequest, pk: int) -> HttpResponse:
    row, side = _one_of_two(request, pk, timezone.localdate())
    form = PreparationForm(request.POST)
    form.is_valid()
    at = timezone.now()
    try:
        preparations.save(talk=row, side=side, answers=form.answers, by=request.actor.employee, at=at)
    except preparations.AlreadyGiven:
        return render(request, "components/saved.html", status=409)
    return render(request, "components/saved.html", {"at": timezone.localtime(at)})


@require_POST
@signed_in
def talk_take_back(request: AccessedRequest, pk: int) -> HttpResponse:
    row, side = _one_of_two(request, pk, timezone.localdate())
    known = queries.preparation(row, side)
    if known and known.given_at:
        preparations.take_back(preparation=known)
    return redirect("year:talk_prepare", pk)


@require_POST
@signed_in
def talk_note(request: AccessedRequest, pk: int) -> HttpResponse:
    row, _side = _one_of_two(request, pk, timezone.localdate())
    form = NoteForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The note was empty."))
        return redirect("year:talk", pk)
    try:
        preparations.note(talk=row, text=form.cleaned_data["text"], **_by_now(request))
    except preparations.NobodyToShareWith as fault:
        messages.error(request, str(fault))
    return redirect("year:talk", pk)


@require_POST
@signed_in
def talk_note_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    note = get_object_or_404(TalkNote.objects.select_related("talk__unit"), pk=pk)
    refuse_outsider(request.actor, note.talk.unit)
    if note.author_id != request.actor.employee.pk:
        raise PermissionDenied
    preparations.remove_note(note=note)
    return redirect("year:talk", note.talk_id)


def _by_now(request: AccessedRequest) -> dict[str, Any]:
    return {"by": request.actor.employee, "at": timezone.now()}


def _after(request: HttpRequest, talk: Talk, act: Any) -> HttpResponse:
    """Do it and show the talk, with the domain's own words when it is too late for it."""
    try:
        act()
    except (domain.NotNow, domain.NotYetHeld) as fault:
        messages.error(request, str(fault))
    return redirect("year:talk", talk.pk)
