"""A person's own wishes: written, saved as one types, sent, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annualcycle.access import fetch_wish, fetch_wish_to_write, may_agree, may_write
from annualcycle.domain import hints, wishes
from annualcycle.domain.wish_problems import FIELD_OF
from annualcycle.forms.wishes import AgreeForm, NeedForm, ViewForm, WishForm
from annualcycle.models import Cycle, Goal, Wish
from annualcycle.queries import wishes as queries
from annualcycle.queries.my_wishes import answer_to, my_wishes, steps_of
from annualcycle.queries.tree_wishes import measure_to_wish
from competence.access import AccessedRequest, signed_in
from competence.asked import whole_number
from competence.models import Employee, Offer, Unit
from strategy.access import may_read_tree
from strategy.models import Measure, Need, SolutionTree
from strategy.queries import need_met_by, needs_of, strategy_in_force


@require_safe
@signed_in
def mine(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    cycle = queries.year_for_wishes(request.actor.employee, today)
    is_open = bool(cycle and wishes.collects_on(cycle, today))
    years = my_wishes(request.actor.employee)
    return render(request, "annualcycle/wishes/mine.html", {"years": years, "cycle": cycle, "is_open": is_open})


@require_http_methods(["GET", "POST"])
@signed_in
def wish_new(request: AccessedRequest) -> HttpResponse:
    """The first question; the answer makes the draft. It begins from a `goal` of the person's plan or a `measure`."""
    today = timezone.localdate()
    cycle = queries.year_for_wishes(request.actor.employee, today)
    is_open = bool(cycle and wishes.collects_on(cycle, today))
    goal = queries.goal_of(request.actor.employee, _asked(request, "goal"))
    measure = measure_to_wish(request.actor, _asked(request, "measure"))
    if request.method == "POST" and cycle and is_open:
        wish = _begin(request, cycle, request.actor.employee)
        if facts := _first_words(goal, measure, wish.unit, today):
            wish = wishes.save_draft(wish=wish, facts=facts, at=timezone.now())
        return redirect("year:wish_edit", wish.pk)
    context = {"cycle": cycle, "is_open": is_open, "goal": goal, "measure": measure}
    return render(request, "annualcycle/wishes/new.html", context)


def _asked(request: AccessedRequest, name: str) -> str:
    return request.POST.get(name) or request.GET.get(name, "")


def _first_words(goal: Goal | None, measure: Measure | None, unit: Unit, on: date) -> wishes.Facts | None:
    if goal:
        return wishes.Facts(title=goal.title, need=goal.need, application=goal.how, is_external=True)
    return wishes.facts_of_measure(measure, unit, on) if measure else None


@require_http_methods(["GET", "POST"])
@signed_in
def wish_ad_hoc(request: AccessedRequest) -> HttpResponse:
    """What cannot wait for December (source: S54)."""
    cycle = queries.year_for_ad_hoc(request.actor.employee, timezone.localdate())
    if request.method == "POST" and cycle:
        return redirect("year:wish_edit", _begin(request, cycle, request.actor.employee, is_ad_hoc=True).pk)
    return render(request, "annualcycle/wishes/ad_hoc.html", {"cycle": cycle})


def _begin(request: AccessedRequest, cycle: Cycle, employee: Employee, *, is_ad_hoc: bool = False) -> Wish:
    unit = queries.main_unit(cycle, employee, timezone.localdate())
    if unit is None:
        raise Http404
    return wishes.begin(cycle=cycle, employee=employee, unit=unit, at=timezone.now(), is_ad_hoc=is_ad_hoc)


@require_safe
@signed_in
def wish(request: AccessedRequest, pk: int) -> HttpResponse:
    """One wish as the person or a leader reads it; drafts open as the form."""
    actor, today = request.actor, timezone.localdate()
    found = fetch_wish(actor, queries.find(), pk)
    if found.state == Wish.State.DRAFT:
        return redirect("year:wish_edit", pk)
    answer = answer_to(found)
    collects = found.is_ad_hoc or wishes.collects_on(found.cycle, today)
    agrees = may_agree(actor, found) and collects and not found.is_ad_hoc
    context = {
        "wish": found,
        "tree": _tree(request, found),
        "steps": steps_of(found),
        "answer": answer,
        "is_own": found.employee_id == actor.employee.pk,
        "writes": may_write(actor, found) and not answer and found.state == Wish.State.SUBMITTED,
        "reopens": collects,
        "agrees": agrees,
        "is_large": wishes.is_large(found.cycle, found.cost, found.days),
        "hints": hints.hints_for(found, today)[1:],
        "leader_may": hints.leader_may(found),
        "view_form": ViewForm(initial={"text": found.leader_view})
        if may_agree(actor, found) and wishes.takes_views(found)
        else None,
        "agree_form": AgreeForm(),
        "unmet": queries.rules_not_met(found, found.eligibility),
        "need_form": NeedForm(needs=_needs(found), initial={"need": found.need_id}) if agrees and not answer else None,
    }
    return render(request, "annualcycle/wishes/wish.html", context)


def _tree(request: AccessedRequest, wish: Wish) -> SolutionTree | None:
    """The tree the wish comes from, where the reader may open it."""
    found = wish.measure.cause.tree if wish.measure else None
    return found if found and may_read_tree(request.actor, found) else None


Page = Callable[[AccessedRequest, int], HttpResponse]


def shown_if_sent(view: Page) -> Page:
    """Whoever writes in a wish that was sent meanwhile, by a second click or in another tab, is led to it."""

    @wraps(view)
    def shown(request: AccessedRequest, pk: int) -> HttpResponse:
        try:
            return view(request, pk)
        except wishes.WrongState:
            return redirect("year:wish", pk)

    return shown


@require_http_methods(["GET", "POST"])
@signed_in
@shown_if_sent
def wish_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    """The form of a draft; sending it submits the wish."""
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    if found.state != Wish.State.DRAFT:
        return redirect("year:wish", pk)
    form = WishForm(request.POST if request.method == "POST" else None, wish=found, needs=_needs(found))
    if request.method == "POST":
        found = wishes.save_draft(wish=found, facts=form.facts(), at=timezone.now())
        if form.is_valid() and _submitted(request, form, found):
            messages.success(request, _("The wish is sent."))
            return redirect(_after_sending(request, found))
    return _form_page(request, form, found)


def _submitted(request: AccessedRequest, form: WishForm, wish: Wish) -> bool:
    try:
        wishes.submit(wish=wish, by=request.actor.employee, at=timezone.now())
    except wishes.NotReady as refused:
        for blocker in refused.problems.blockers:
            form.add_error(FIELD_OF[blocker], str(blocker.label))
        return False
    except wishes.NotOpen:
        form.add_error(None, _("Wishes are not collected now. Your draft is kept."))
        return False
    return True


def _after_sending(request: AccessedRequest, wish: Wish) -> str:
    own = wish.employee_id == request.actor.employee.pk
    return reverse("year:my_wishes") if own else reverse("year:team_wishes", args=[wish.cycle_id])


def _form_page(request: AccessedRequest, form: WishForm, wish: Wish) -> HttpResponse:
    today, typed = timezone.localdate(), request.GET.get("q", "")
    context = {
        "form": form,
        "wish": wish,
        "hints": hints.hints_for(wish, today),
        "is_open": wish.is_ad_hoc or wishes.collects_on(wish.cycle, today),
        "offers": queries.offers_matching(request.actor.municipality, typed),
        "searched": typed,
        "is_own": wish.employee_id == request.actor.employee.pk,
    }
    return render(request, "annualcycle/wishes/form.html", context)


def _needs(wish: Wish) -> "QuerySet[Need]":
    strategy = strategy_in_force(wish.unit, timezone.localdate())
    return needs_of(strategy) if strategy else Need.objects.none()


@require_POST
@signed_in
def wish_save(request: AccessedRequest, pk: int) -> HttpResponse:
    """Keep what is written so far; answers with what follows from it."""
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    form = WishForm(request.POST, wish=found, needs=_needs(found))
    try:
        found = wishes.save_draft(wish=found, facts=form.facts(), at=timezone.now())
    except wishes.WrongState:
        return (
            render(request, "annualcycle/wishes/_sent.html", {"wish": found})
            if request.htmx
            else redirect("year:wish", pk)
        )
    if not request.htmx:
        return redirect("year:wish_edit", pk)
    context = {"wish": found, "hints": hints.hints_for(found, timezone.localdate())}
    return render(request, "annualcycle/wishes/_saved.html", context)


@require_safe
@signed_in
def offers(request: AccessedRequest, pk: int) -> HttpResponse:
    """Courses that match what is typed in the title, for the form of wish `pk`."""
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    typed = request.GET.get("title", "")
    context = {"wish": found, "searched": typed, "offers": queries.offers_matching(request.actor.municipality, typed)}
    return render(request, "annualcycle/wishes/_offers.html", context)


@require_POST
@signed_in
@shown_if_sent
def wish_find(request: AccessedRequest, pk: int) -> HttpResponse:
    """Search the catalogue without JavaScript: keep what is written, then show the form with what was found."""
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    form = WishForm(request.POST, wish=found, needs=_needs(found))
    wishes.save_draft(wish=found, facts=form.facts(), at=timezone.now())
    address = reverse("year:wish_edit", args=[pk], query={"q": request.POST.get("title", "")}, fragment="offers")
    return redirect(address)


@require_POST
@signed_in
@shown_if_sent
def wish_pick(request: AccessedRequest, pk: int) -> HttpResponse:
    """Fill the draft with what the catalogue says about a course, and with the need it meets."""
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    catalogue = Offer.objects.of_municipality(request.actor.municipality).filter(is_active=True)
    offer = get_object_or_404(catalogue.select_related("provider"), pk=whole_number(request.POST.get("offer")) or 0)
    form = WishForm(request.POST, wish=found, needs=_needs(found))
    facts = wishes.facts_from(offer, form.facts())
    strategy = strategy_in_force(found.unit, timezone.localdate())
    if strategy and (need := need_met_by(offer, strategy)):
        facts = replace(facts, need=need)
    wishes.save_draft(wish=found, facts=facts, at=timezone.now())
    return redirect(reverse("year:wish_edit", args=[pk], fragment="what"))


@require_POST
@signed_in
def wish_discard(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    try:
        wishes.discard(wish=found)
    except wishes.WrongState:
        messages.warning(request, _("The wish is sent already. You can withdraw it."))
        return redirect("year:wish", pk)
    messages.success(request, _("The draft is deleted."))
    return redirect(_after_sending(request, found))


@require_POST
@signed_in
def wish_withdraw(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    try:
        wishes.withdraw(wish=found, at=timezone.now())
    except (wishes.WrongState, wishes.AlreadyAnswered):
        messages.warning(request, _("The wish is answered or withdrawn already, so it stands as it is."))
        return redirect("year:wish", pk)
    messages.success(request, _("The wish is withdrawn."))
    return redirect(_after_sending(request, found))


@require_POST
@signed_in
def wish_reopen(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_wish_to_write(request.actor, queries.find(), pk)
    try:
        wishes.reopen(wish=found, at=timezone.now())
    except wishes.NotOpen:
        messages.warning(request, _("The wishes are due already, so it cannot be changed. You can withdraw it."))
        return redirect("year:wish", pk)
    except (wishes.WrongState, wishes.AlreadyAnswered):
        messages.warning(request, _("The wish is being decided or is answered already, so it stands as it is."))
        return redirect("year:wish", pk)
    return redirect("year:wish_edit", pk)


@require_POST
@signed_in
def wish_copy(request: AccessedRequest, pk: int) -> HttpResponse:
    """A new draft with the words of an earlier wish of one's own."""
    old = fetch_wish(request.actor, queries.find(), pk)
    if old.employee_id != request.actor.employee.pk:
        raise PermissionDenied
    today = timezone.localdate()
    cycle = queries.year_for_wishes(request.actor.employee, today)
    unit = queries.main_unit(cycle, request.actor.employee, today) if cycle else None
    if cycle is None or unit is None or not wishes.collects_on(cycle, today):
        messages.warning(request, _("Wishes are not collected now, so there is nothing to copy it to."))
        return redirect("year:my_wishes")
    return redirect("year:wish_edit", wishes.copy(wish=old, cycle=cycle, unit=unit, at=timezone.now()).pk)
