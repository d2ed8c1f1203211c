"""Releasing the answers, and what is asked for during the year (sources: S47, S54, S64)."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from annualcycle.answer_texts import Texts, texts_of
from annualcycle.domain import budget, decisions, letter_checks, reserve
from annualcycle.forms.december import AnswerForm
from annualcycle.models import Decision, Wish
from annualcycle.queries import december as queries
from annualcycle.queries.board import UNDECIDED, counts_of
from annualcycle.readability import heaviness
from annualcycle.views.december import FACE_OF, FACES, Face, fetch_cycle, fetch_wish
from annualcycle.views.december_words import hard_to_read, reason_refused
from competence.access import AccessedRequest, Permission, requires

# So many answers that are hard to read are told at once; the others are told when these are mended.
MOST_TOLD = 5


@dataclass(frozen=True)
class Answer:
    """One answer as it will be, or is, read; `heavy` is the readability index of words that are not easily read.

    `named`: first names of others that stand alone in it and are not confirmed.
    """

    wish: Wish
    face: Face
    texts: Texts | None
    decision: Decision | None
    heavy: int
    named: tuple[str, ...] = ()


@requires(Permission.SEE_BOARD)
@require_GET
def release(request: AccessedRequest, pk: int) -> HttpResponse:
    """All answers to proofread; after the release who has read theirs."""
    cycle = fetch_cycle(request, Permission.SEE_BOARD, pk)
    today = timezone.localdate()
    colleagues = None if cycle.is_released else letter_checks.Colleagues(cycle, today)
    answers = [_answer(wish, colleagues) for wish in queries.wishes_to_answer(cycle)]
    counts = counts_of(cycle)
    context = {
        "cycle": cycle,
        "budget": cycle.budget,
        "answers": answers,
        "counts": [(face, counts[face.outcome]) for face in FACES if counts[face.outcome]],
        "undecided": counts[UNDECIDED],
        "unread": sum(1 for one in answers if one.decision and one.decision.read_at is None),
        "without_mail": [one.wish.employee for one in answers if not one.wish.employee.email],
        "is_too_early": today <= cycle.wishes_due_on,
        "is_late": today > cycle.feedback_by,
        "may_release": request.actor.may(Permission.RELEASE, cycle.unit),
        "may_move_rest": request.actor.may(Permission.GRANT_AD_HOC, cycle.unit),
        "me": request.actor.employee.pk,
    }
    return render(request, "annualcycle/december/release.html", context)


def _answer(wish: Wish, colleagues: letter_checks.Colleagues | None = None) -> Answer:
    decision = decisions.decision_of(wish)
    outcome = decision.outcome if decision else UNDECIDED
    texts = texts_of(decision) if decision else None
    heavy = heaviness(" ".join(vars(texts).values())) if texts else 0
    named = colleagues.named_in(decision).first if decision and colleagues else ()
    return Answer(wish, FACE_OF[outcome], texts, decision, heavy, named)


@requires(Permission.RELEASE)
@require_POST
def release_now(request: AccessedRequest, pk: int) -> HttpResponse:
    """Answer everybody."""
    cycle = fetch_cycle(request, Permission.RELEASE, pk)
    try:
        answered = decisions.release(cycle=cycle, by=request.actor.employee, at=timezone.now())
    except (*_REFUSALS, *decisions.REFUSALS) as refusal:
        for text in _refused(refusal):
            messages.error(request, text)
    else:
        text = ngettext("The answer is released.", "%(number)s answers are released.", len(answered))
        messages.success(request, text % {"number": len(answered)})
    return redirect("year:release", pk)


_REFUSALS = (
    decisions.NotDecided,
    decisions.FormalReasonMissing,
    decisions.WishesStillOpen,
    letter_checks.NamesSomebody,
    letter_checks.MayNameSomebody,
    letter_checks.HardToRead,
)


def _refused(refusal: Exception) -> list[str]:
    """Why nothing is released, and what to do."""
    match refusal:
        case decisions.NotDecided(wishes=wishes):
            text = ngettext("One wish is not decided yet.", "%(number)s wishes are not decided yet.", len(wishes))
            return [text % {"number": len(wishes)}]
        case decisions.FormalReasonMissing(wishes=wishes):
            text = _("A formal decision needs a reason of its own. Write it for: %(names)s.")
            return [text % {"names": _names(wishes)}]
        case letter_checks.NamesSomebody(wishes=wishes):
            text = _("An answer speaks of nobody else. Take the name out of the answer to: %(names)s.")
            return [text % {"names": _names(wishes)}]
        case letter_checks.MayNameSomebody():
            return [_may_name(refusal)]
        case letter_checks.HardToRead(answers=answers):
            return [hard_to_read(answer) for answer in answers[:MOST_TOLD]]
        case decisions.WishesStillOpen():
            return [_("Wishes can still be submitted, so the answers wait.")]
    return [reason_refused(refusal)]


def _may_name(refusal: letter_checks.MayNameSomebody) -> str:
    text = _(
        "First names of colleagues (%(first)s) stand in the answer to: %(names)s. "
        "Take them out, or confirm below that no colleague is meant."
    )
    return text % {"first": ", ".join(refusal.names), "names": _names(refusal.wishes)}


@requires(Permission.RELEASE)
@require_POST
def confirm_names(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    """Say that the first names in one answer mean no colleague."""
    found = fetch_wish(request, Permission.RELEASE, pk, wish)
    decision = get_object_or_404(Decision.objects.select_related("wish__cycle"), wish=found, released_at=None)
    try:
        decisions.confirm_names(decision=decision, by=request.actor.employee, at=timezone.now())
    except (decisions.OwnWish, decisions.AlreadyReleased, budget.Busy) as refusal:
        messages.error(request, reason_refused(refusal))
    return redirect("year:release", pk)


def _names(wishes: list[Wish]) -> str:
    return ", ".join(str(wish.employee) for wish in wishes)


@requires(Permission.DECIDE)
@require_http_methods(["GET", "POST"])
def answer_text(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    """Word one answer before it is released."""
    found = fetch_wish(request, Permission.DECIDE, pk, wish)
    decision = get_object_or_404(
        Decision.objects.select_related("wish__cycle__unit", "wish__employee__municipality__settings"),
        wish=found,
        released_at=None,
    )
    texts = texts_of(decision)
    initial = {"reason": texts.reason, "next_step": texts.next_step, "until_then": texts.until_then}
    form = AnswerForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            decisions.write_answer(decision=decision, texts=form.texts())
        except (decisions.AlreadyReleased, budget.Busy) as refusal:
            form.add_error(None, reason_refused(refusal))
        else:
            return redirect("year:release", pk)
    context = {"wish": found, "cycle": found.cycle, "form": form, "face": FACE_OF[decision.outcome]}
    return render(request, "annualcycle/december/answer_text.html", context)


@requires(Permission.GRANT_AD_HOC)
@require_POST
def move_rest(request: AccessedRequest, pk: int) -> HttpResponse:
    """Let what December left be there for needs during the year."""
    cycle = fetch_cycle(request, Permission.GRANT_AD_HOC, pk)
    try:
        budget.move_rest_to_reserve(cycle=cycle)
    except budget.NotReleased:
        messages.error(request, _("The answers are not released yet, so the money may still be granted."))
    except budget.Busy as refusal:
        messages.error(request, reason_refused(refusal))
    return redirect("year:ad_hoc", pk)


@requires(Permission.SEE_BOARD)
@require_GET
def ad_hoc(request: AccessedRequest, pk: int) -> HttpResponse:
    """What is asked for during the year, and the reserve that pays for it."""
    cycle = fetch_cycle(request, Permission.SEE_BOARD, pk)
    wishes = [(wish, _answer(wish).face) for wish in queries.ad_hoc_wishes(cycle)]
    waiting = [wish for wish, face in wishes if face.outcome == UNDECIDED]
    asked = sum(wish.cost for wish in waiting)
    left = cycle.budget.reserve_left - asked
    context = {
        "cycle": cycle,
        "budget": cycle.budget,
        "waiting": reserve.standings(cycle=cycle, waiting=waiting, on=timezone.localdate()) if waiting else [],
        "asked": asked,
        "left": left,
        "missing": -left,
        "answered": [(wish, face) for wish, face in wishes if face.outcome != UNDECIDED],
        "may_grant": request.actor.may(Permission.GRANT_AD_HOC, cycle.unit),
    }
    return render(request, "annualcycle/december/ad_hoc.html", context)
