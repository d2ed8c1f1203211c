"""Days by law or agreement: offered before December weighs the wishes, answered, proved (E1: AMO/AMR)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annualcycle import pdf, sheets
from annualcycle.domain import budget, entitlements
from annualcycle.forms.rights import AgreedForm, AnswerRightForm, CostForm
from annualcycle.models import Cycle, Entitlement
from annualcycle.queries import entitlements as queries
from annualcycle.views.december import fetch_cycle
from competence.access import AccessedRequest, Permission, fetch, refuse_outsider, requires, signed_in
from competence.exports import download
from competence.money import kroner
from competence.pdf import response


@requires(Permission.SEE_BOARD)
@require_safe
def rights(request: AccessedRequest, pk: int) -> HttpResponse:
    """What is to be offered, what was, and what it takes of the budget."""
    return _page(request, fetch_cycle(request, Permission.SEE_BOARD, pk))


def _page(
    request: AccessedRequest,
    cycle: Cycle,
    agreed: AgreedForm | None = None,
    costs: dict[str, CostForm] | None = None,
) -> HttpResponse:
    forms = costs or {}
    due = queries.due_in(cycle)
    context = {
        "cycle": cycle,
        "budget": cycle.budget,
        "due": [(one, key, forms.get(key) or CostForm(auto_id=f"{key}-%s")) for one in due for key in [_key(one)]],
        "offers": list(queries.offers_of(cycle)),
        "agreed": agreed or AgreedForm(centre=cycle.unit.path),
        "may_grant": request.actor.may(Permission.GRANT_AD_HOC, cycle.unit),
    }
    return render(request, "annualcycle/december/rights.html", context)


def _key(one: queries.Right) -> str:
    """Names one thing due in a form, as `17-basic`."""
    return f"{one.employee.pk}-{one.kind}"


@requires(Permission.GRANT_AD_HOC)
@require_POST
def right_offer(request: AccessedRequest, pk: int) -> HttpResponse:
    """Offer what is due (`key`), or a right by agreement; what was typed stays when it is refused."""
    cycle = fetch_cycle(request, Permission.GRANT_AD_HOC, pk)
    key = request.POST.get("key", "")
    if not key:
        agreed = AgreedForm(request.POST, centre=cycle.unit.path)
        if agreed.is_valid() and agreed.employee and _is_offered(request, cycle, agreed.employee.pk, agreed.offer()):
            return redirect("year:rights", pk)
        return _page(request, cycle, agreed=agreed)
    right = next((one for one in queries.due_in(cycle) if _key(one) == key), None)
    form = CostForm(request.POST, auto_id=f"{key}-%s")
    if right is None:
        messages.error(request, _("It is offered already."))
        return redirect("year:rights", pk)
    if form.is_valid() and _is_offered(request, cycle, right.employee.pk, form.offer(right)):
        return redirect("year:rights", pk)
    return _page(request, cycle, costs={key: form})


def _is_offered(request: AccessedRequest, cycle: Cycle, employee: int, what: entitlements.Offer) -> bool:
    """Whether the offer was made; why not is told."""
    person = queries.recipient(employee)
    try:
        entitlements.offer(cycle=cycle, employee=person, what=what, by=request.actor.employee, at=timezone.now())
    except entitlements.AlreadyOffered:
        messages.error(request, _("It is offered already."))
    except budget.NotEnoughLeft as refusal:
        text = _("%(amount)s are missing within the frame. Make the budget larger or the reserve smaller first.")
        messages.error(request, text % {"amount": kroner(refusal.missing)})
    except budget.Busy:
        messages.error(request, _("Others decide just now. Try again in a moment."))
    else:
        messages.success(request, _("The offer is sent to %(person)s.") % {"person": person})
        return True
    return False


def _fetch(request: AccessedRequest, pk: int) -> Entitlement:
    """One's own offer, or one of a year whose board one sees."""
    found = get_object_or_404(queries.letters(), pk=pk)
    refuse_outsider(request.actor, found.cycle.unit)
    is_own = found.employee_id == request.actor.employee.pk
    if not is_own and not request.actor.may(Permission.SEE_BOARD, found.cycle.unit):
        raise PermissionDenied
    return found


@require_safe
@signed_in
def right(request: AccessedRequest, pk: int) -> HttpResponse:
    """The offer as a letter; whom it is for answers it here."""
    return _letter(request, _fetch(request, pk), AnswerRightForm())


def _letter(request: AccessedRequest, found: Entitlement, form: AnswerRightForm) -> HttpResponse:
    is_own = found.employee_id == request.actor.employee.pk
    context = {"right": found, "is_own": is_own, "may_enter": _may_enter(request, found), "form": form}
    return render(request, "annualcycle/december/right.html", context)


def _may_enter(request: AccessedRequest, found: Entitlement) -> bool:
    """Who places the money enters the answer of somebody who cannot sign in."""
    is_own = found.employee_id == request.actor.employee.pk
    cannot_sign_in = found.employee.email is None
    return not is_own and cannot_sign_in and request.actor.may(Permission.GRANT_AD_HOC, found.cycle.unit)


@require_safe
@signed_in
def right_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    """The letter on paper, in the language of whom it is for."""
    found = _fetch(request, pk)
    return response(
        pdf.right(found, on=timezone.localdate(), language=found.employee.language), _("offer of days by right")
    )


@require_POST
@signed_in
def right_answer(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _fetch(request, pk)
    if found.employee_id != request.actor.employee.pk and not _may_enter(request, found):
        raise PermissionDenied
    form = AnswerRightForm(request.POST)
    if not form.is_valid():
        return _letter(request, found, form)
    is_accepted = form.cleaned_data["answer"] == Entitlement.Answer.ACCEPTED
    try:
        by, at, remark = request.actor.employee, timezone.now(), form.cleaned_data["remark"]
        entitlements.answer(offered=found, is_accepted=is_accepted, by=by, at=at, remark=remark)
    except entitlements.NotYours:
        raise PermissionDenied from None
    except entitlements.AlreadyAnswered:
        messages.error(request, _("The offer has its answer already."))
    except budget.Busy:
        messages.error(request, _("Others decide just now. Try again in a moment."))
        return _letter(request, found, form)
    else:
        is_own = found.employee_id == by.pk
        text = (
            _("Your answer is kept.") if is_own else _("The answer of %(person)s is kept.") % {"person": found.employee}
        )
        messages.success(request, text)
    return redirect("year:right", pk)


@requires(Permission.GRANT_AD_HOC)
@require_POST
def right_withdraw(request: AccessedRequest, pk: int) -> HttpResponse:
    """Take back an offer made by mistake."""
    found = fetch(request.actor, Permission.GRANT_AD_HOC, queries.letters(), unit=lambda one: one.cycle.unit, pk=pk)
    try:
        entitlements.withdraw(offered=found)
    except entitlements.AlreadyAnswered:
        messages.error(request, _("The offer has its answer already."))
    except budget.Busy:
        messages.error(request, _("Others decide just now. Try again in a moment."))
    return redirect("year:rights", found.cycle_id)


@requires(Permission.GRANT_AD_HOC)
@require_POST
def right_held(request: AccessedRequest, pk: int) -> HttpResponse:
    """Note that the days were held or, with `held` empty, that they were not after all."""
    found = fetch(request.actor, Permission.GRANT_AD_HOC, queries.letters(), unit=lambda one: one.cycle.unit, pk=pk)
    on = timezone.localdate() if request.POST.get("held") else None
    try:
        entitlements.mark_held(offered=found, on=on)
    except entitlements.NotAccepted:
        messages.error(request, _("Only what was accepted can be held."))
    return redirect("year:rights", found.cycle_id)


@requires(Permission.EXPORT)
@require_safe
def rights_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """The proof that everything was offered in writing, with the answers."""
    cycle = fetch_cycle(request, Permission.SEE_BOARD, pk)
    list_name = _("Days by right")
    what = f"{list_name} {cycle.unit} {cycle.budget_year}"
    return download(request, what=what, columns=sheets.RIGHTS, rows=queries.offers_of(cycle))
