"""Asking colleagues about a candidate, and answering as one of them (source: K22)."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from competence.access import AccessedRequest, Permission, requires, signed_in
from trainers import access
from trainers.domain import peers as domain
from trainers.domain.selection import RoundClosed
from trainers.forms.peers import PeerForm
from trainers.models import Candidate
from trainers.queries.peers import colleagues_of, summary_of


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def ask(request: AccessedRequest, pk: int) -> HttpResponse:
    """Who would be asked what and until when; one button."""
    found, now = access.fetch_candidate_to_lead(request.actor, pk), timezone.now()
    on = timezone.localdate(now)
    if request.method == "POST":
        _asked(request, found)
        return redirect("trainers:candidate", pk)
    smallest = found.employee.municipality.settings.smallest_cell
    colleagues = colleagues_of(found, on)
    context = {
        "candidate": found,
        "round": found.round,
        "statements": PeerForm(name=found.employee.first_name).statement_fields,
        "colleagues": len(colleagues),
        "smallest": smallest,
        "closes_on": _closing_day(found, on),
        "is_willing": domain.candidate_wants(found),
        "is_asked": summary_of(found, on) is not None,
    }
    return render(request, "trainers/peers/ask.html", context)


def _asked(request: AccessedRequest, found: Candidate) -> None:
    """Ask, or say why not."""
    try:
        survey = domain.ask(candidate=found, by=request.actor.employee, at=timezone.now())
    except domain.NotWilling:
        messages.error(request, _("Colleagues are asked when the candidate has said yes."))
    except domain.AskedAlready:
        messages.error(request, _("The colleagues have been asked already."))
    except domain.TooFew:
        messages.error(request, _("Too few colleagues can be asked: each answer could be told from the others."))
    except (domain.TooLate, RoundClosed):
        messages.error(request, _("It is too late to ask: the assessments are due."))
    else:
        number = survey.asks.count()
        text = ngettext("%(number)s colleague has been asked.", "%(number)s colleagues have been asked.", number)
        messages.success(request, text % {"number": number})


def _closing_day(found: Candidate, on: date) -> date | None:
    try:
        return domain.closing_day(found.round, on)
    except domain.TooLate:
        return None


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: AccessedRequest, pk: int) -> HttpResponse:
    """Two statements, for those who were asked; nobody can see whose answer it is."""
    ask_ = access.fetch_peer_ask(request.actor, pk)
    found, today = ask_.survey.candidate, timezone.localdate()
    form = PeerForm(request.POST or None, name=found.employee.first_name)
    if form.is_valid():
        try:
            domain.answer(
                candidate=found, colleague=request.actor.employee, statements=form.statements, at=timezone.now()
            )
            messages.success(request, _("Thank you. Nobody can see that the answer is yours."))
        except domain.NotAsked:
            messages.error(request, _("You have answered already."))
        except (domain.Over, RoundClosed):
            messages.error(request, _("The time for answers is over."))
        return redirect("trainers:peer_answer", pk)
    is_open = found.round.is_open and today <= ask_.survey.closes_on and not ask_.has_answered
    context = {"ask": ask_, "survey": ask_.survey, "candidate": found, "form": form, "is_open": is_open}
    return render(request, "trainers/peers/answer.html", context)
