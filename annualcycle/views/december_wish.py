"""One wish in December: everything that speaks for and against, both tests, and the decision (sources: S55–S66)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from annualcycle.domain import decisions, letter_checks, reserve
from annualcycle.forms.december import AssessForm, DecisionForm
from annualcycle.models import Criterion, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.proposing import panel_for
from annualcycle.queries.assessed import earlier_wishes, own_scores, score_table
from annualcycle.queries.board import one_row
from annualcycle.queries.proposals import newest, wishes_by_id
from annualcycle.views.assess import needs_for
from annualcycle.views.december import FACE_OF, REFUSALS, fetch_wish
from annualcycle.views.december_words import hard_to_read, reason_refused
from competence.access import AccessedRequest, Permission, requires


@requires(Permission.SEE_BOARD)
@require_GET
def wish(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    found = fetch_wish(request, Permission.SEE_BOARD, pk, wish)
    return _page(request, found, DecisionForm(initial=_initial(found)))


@requires(Permission.DECIDE)
@require_POST
def decide_on_page(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    """Decide a December wish with a reason; what was typed stays when it is refused."""
    found = fetch_wish(request, Permission.DECIDE, pk, wish)
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            decisions.decide(wish=found, by=request.actor.employee, at=timezone.now(), **form.decision)
        except (*REFUSALS, decisions.ExceptionNeeded) as refusal:
            _complain(form, refusal)
        else:
            messages.success(request, _("The decision is kept, and told to nobody before the answers are released."))
            return redirect(reverse("year:board", args=[pk]) + f"#w{wish}")
    return _page(request, found, form)


@requires(Permission.GRANT_AD_HOC)
@require_POST
def decide_ad_hoc(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    """Answer what is asked for during the year, against the reserve (source: S54)."""
    found = fetch_wish(request, Permission.GRANT_AD_HOC, pk, wish)
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            _answer_ad_hoc(found, form.cleaned_data, request)
        except decisions.ReasonMissing:
            form.add_error("reason", _("Say why it is not granted. The employee reads it."))
        except letter_checks.NamesSomebody:
            form.add_error("reason", _("An answer speaks of nobody else. Take the name out of the reason."))
        except letter_checks.MayNameSomebody as refusal:
            form.ask_about_names(refusal.names)
        except letter_checks.HardToRead as refusal:
            form.add_error("reason", hard_to_read(refusal.answers[0]))
        except (*REFUSALS, decisions.NotAdHoc, decisions.ExceptionNeeded) as refusal:
            _complain(form, refusal)
        else:
            messages.success(request, _("The answer is sent to %(person)s.") % {"person": found.employee})
            return redirect("year:ad_hoc", pk)
    return _page(request, found, form)


def _answer_ad_hoc(wish: Wish, given: dict[str, Any], request: AccessedRequest) -> None:
    said: dict[str, Any] = {"wish": wish, "by": request.actor.employee, "at": timezone.now()}
    said |= {key: given[key] for key in ("reason", "names_confirmed")}
    if given["outcome"] == Outcome.GRANTED:
        decisions.grant_ad_hoc(exception_reason=given["exception_reason"], **said)
    else:
        decisions.refuse_ad_hoc(outcome=given["outcome"], **said)


def _complain(form: DecisionForm, refusal: Exception) -> None:
    field = "exception_reason" if isinstance(refusal, decisions.ExceptionNeeded) else None
    form.add_error(field, reason_refused(refusal))


def _initial(wish: Wish) -> dict[str, object]:
    decision = decisions.decision_of(wish)
    if decision is None:
        return {"revision": 0}
    return {
        "outcome": decision.outcome,
        "reason": decision.reason,
        "exception_reason": decision.exception_reason,
        "revision": decision.revision,
    }


def _proposed(wish: Wish, criteria: list[Criterion], decision: Decision | None) -> dict[str, object]:
    """What the published rules say of the wish: the newest proposal, while it can still be followed; of a need during
    the year what they say now or, when it is answered, said then.
    """
    panel = panel_for(_run(wish, decision), wish.pk, {one.key: one.name for one in criteria})
    if panel is None:
        return {}
    displaced = wishes_by_id(panel.displaced)
    return {
        "panel": panel,
        "displaced": [displaced[one] for one in panel.displaced if one in displaced],
        "agrees": decision is not None and panel.line["granted"] == (decision.outcome == Outcome.GRANTED),
        "held": "in" if wish.pk in panel.run.pinned else "out" if wish.pk in panel.run.excluded else "",
        "seen": decision.revision if decision else 0,
    }


def _run(wish: Wish, decision: Decision | None) -> ProposalRun | None:
    if wish.is_ad_hoc:
        return decision.run if decision else reserve.weigh(wish=wish, on=timezone.localdate())
    return None if wish.cycle.is_released else newest(wish.cycle)


def _page(request: AccessedRequest, wish: Wish, form: DecisionForm) -> HttpResponse:
    employee = request.actor.employee
    criteria = list(wish.cycle.criteria.all())
    is_own = wish.employee_id == employee.pk
    decision = decisions.decision_of(wish)
    may = request.actor.may(Permission.GRANT_AD_HOC if wish.is_ad_hoc else Permission.DECIDE, wish.cycle.unit)
    is_open = not (decision and decision.is_released) and (wish.is_ad_hoc or not wish.cycle.is_released)
    row = one_row(wish, {one.pk: one.weight for one in criteria})
    scores = own_scores([wish], employee).get(wish.pk, {})
    context = {
        "wish": wish,
        "cycle": wish.cycle,
        "row": row,
        "decision": decision,
        "face": FACE_OF[row.outcome],
        "table": score_table(wish, criteria),
        "history": earlier_wishes(wish),
        "form": form,
        "is_own": is_own,
        **_proposed(wish, criteria, decision),
        "may_decide": may and is_open and not is_own,
        "may_export": request.actor.may(Permission.EXPORT),
        "action": reverse(
            f"year:{'decide_ad_hoc' if wish.is_ad_hoc else 'decide_on_page'}", args=[wish.cycle_id, wish.pk]
        ),
        "assessment": None
        if is_own or not is_open
        else AssessForm(wish=wish, criteria=criteria, needs=needs_for(wish.cycle), scores=scores),
    }
    return render(request, "annualcycle/december/wish.html", context)
