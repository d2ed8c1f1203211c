"""The December proposal: computed on request, compared, accepted by people line by line (sources: S46, S54–S66)."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from annualcycle import proposing
from annualcycle.domain import proposals
from annualcycle.domain.entries import wish_key, wish_of
from annualcycle.domain.optimiser.comparing import sums_of
from annualcycle.domain.optimiser.files import fingerprint
from annualcycle.domain.optimiser.problem import Problem
from annualcycle.domain.optimiser.solver import TimeRanOut
from annualcycle.models import Cycle, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries import proposals as queries
from annualcycle.views.december import FACE_OF, Face, fetch_cycle
from annualcycle.views.december_words import reason_refused
from competence.access import AccessedRequest, Permission, requires
from competence.asked import whole_number
from competence.domain import exports
from competence.money import kroner
from competence.pdf import file_name


@requires(Permission.DECIDE)
@require_POST
def proposal_new(request: AccessedRequest, pk: int) -> HttpResponse:
    """Compute a proposal: afresh, or as the newest one with one wish pinned, excluded or freed."""
    cycle = fetch_cycle(request, Permission.DECIDE, pk)
    try:
        proposals.make(cycle=cycle, by=request.actor.employee, at=timezone.now(), choice=_choice(request, cycle))
    except (proposals.NoBudget, proposals.NotPublished, TimeRanOut) as refusal:
        messages.error(request, _why_not(refusal))
        return redirect("year:board", pk)
    if wish := whole_number(request.POST.get("wish")):
        return redirect(reverse("year:board_wish", args=[pk, wish]) + "#proposal")
    return redirect("year:proposal", pk)


def _choice(request: AccessedRequest, cycle: Cycle) -> proposals.Choice:
    wish, place = whole_number(request.POST.get("wish")), request.POST.get("place", "")
    if place:
        choice = proposals.Choice.of(queries.newest(cycle))
        return choice.with_wish(wish, place) if wish else choice
    kept = proposals.Choice.of(queries.newest(cycle)) if "again" in request.POST else proposals.Choice()
    return proposals.Choice(kept.pinned, kept.excluded, keeps_decisions="keeps_decisions" in request.POST)


def _why_not(refusal: Exception) -> str:
    match refusal:
        case proposals.NoBudget():
            return _("The year has no budget yet, so nothing can be granted. Write the amounts first.")
        case proposals.NotPublished():
            return _("The rules of the year are not published yet, so nothing is computed by them.")
    return _("No proposal was found in time. Try again when fewer people work here.")


@requires(Permission.SEE_BOARD)
@require_safe
def proposal(request: AccessedRequest, pk: int) -> HttpResponse:
    """The newest proposal beside today's decisions and simpler rules; what differs, to be accepted line by line."""
    cycle = fetch_cycle(request, Permission.SEE_BOARD, pk)
    run = ProposalRun.objects.filter(cycle=cycle, is_ad_hoc=False).select_related("made_by").first()
    if run is None:
        return redirect("year:board", pk)
    problem = proposals.problem_of(run)
    today = {wish_key(one) for one in queries.granted_ids(cycle)}
    sets = {
        "hand": today,
        "points": run.others["points"],
        "best": run.answer["granted"],
        "shares": run.others["shares"],
    }
    moved = proposing.moved_by(run, today)
    wishes = queries.wishes_by_id([*moved, *run.pinned, *run.excluded])
    lines = {wish_of(line["id"]): line for line in run.answer["wishes"]}
    context = {
        "cycle": cycle,
        "run": run,
        "table": _table(problem, sets),
        "rules": [_rules()[rule] for rule in sets],
        "moved": [_moved(wishes[one], lines[one], request) for one in moved if one in wishes],
        "held": _held(run, wishes),
        "conflicts": [_conflict(one) for one in run.answer["conflicts"]],
        "is_old": _is_old(cycle, run),
        "is_late": run.explained_at is None and timezone.now() - run.made_at > proposals.LOST_AFTER,
        "may_decide": request.actor.may(Permission.DECIDE, cycle.unit) and not cycle.is_released,
        "may_export": request.actor.may(Permission.EXPORT),
    }
    return render(request, "annualcycle/december/proposal.html", context)


@dataclass(frozen=True)
class Held:
    """A wish that must be in or out of the proposal."""

    wish: Wish
    is_in: bool


def _held(run: ProposalRun, wishes: dict[int, Wish]) -> list[Held]:
    held = [(one, True) for one in run.pinned] + [(one, False) for one in run.excluded]
    return [Held(wishes[pk], is_in) for pk, is_in in held if pk in wishes]


def _is_old(cycle: Cycle, run: ProposalRun) -> bool:
    """Whether the same choice would be computed from something else now."""
    try:
        return fingerprint(proposals.problem_for(cycle, proposals.Choice.of(run))) != run.sha256
    except (proposals.NoBudget, proposals.NotPublished):
        return True


@dataclass(frozen=True)
class Moved:
    """A wish that the proposal places otherwise than people have; `revision` is what is seen now."""

    wish: Wish
    line: dict[str, Any]
    now: Face
    face: Face
    revision: int
    is_own: bool


def _moved(wish: Wish, line: dict[str, Any], request: AccessedRequest) -> Moved:
    decision = getattr(wish, "decision", None)
    return Moved(
        wish=wish,
        line=line,
        now=FACE_OF[decision.outcome if decision else "undecided"],
        face=FACE_OF[Outcome.GRANTED if line["granted"] else Outcome.NOT_MET],
        revision=decision.revision if decision else 0,
        is_own=wish.employee_id == request.actor.employee.pk,
    )


def _rules() -> dict[str, tuple[str, str]]:
    """Each rule with what it does, in words."""
    return {
        "hand": (_("By hand"), _("What is granted today.")),
        "points": (_("From the top"), _("The most points first, as long as there is money.")),
        "best": (_("The proposal"), _("The most points in all that the money and the rules allow.")),
        "shares": (_("Equal shares"), _("An equal part of the money for each person with a wish, pooled by team.")),
    }


@dataclass(frozen=True)
class Cell:
    """A number of one rule, in words, and how long its bar is, in per cent."""

    rule: str
    text: str
    width: int
    is_best: bool


def _table(problem: Problem, sets: Mapping[str, Collection[str]]) -> list[tuple[str, list[Cell]]]:
    """A row for each measure, a cell for each rule."""
    sums = {rule: sums_of(problem, ids) for rule, ids in sets.items()}
    needed = len(problem.needed)
    measures = [
        (_("Points with bonuses"), "value", 0),
        (_("Money used"), "cost", problem.limit),
        (_("Wishes"), "wishes", 0),
        (_("People"), "persons", 0),
        (_("Teams"), "groups", 0),
        (_("Needs covered"), "needs", needed),
    ]
    return [
        (label, _cells(name, {rule: getattr(one, name) for rule, one in sums.items()}, whole, needed))
        for label, name, whole in measures
    ]


def _cells(name: str, numbers: dict[str, int], whole: int, needed: int) -> list[Cell]:
    """One measure; spending the most money is no merit."""
    most, best, names = max([whole, *numbers.values()]) or 1, max(numbers.values()), _rules()
    return [
        Cell(
            rule=names[rule][0],
            text=_in_words(name, number, needed),
            width=round(100 * number / most),
            is_best=number == best and name != "cost",
        )
        for rule, number in numbers.items()
    ]


def _in_words(name: str, number: int, needed: int) -> str:
    if name == "needs":
        return _("%(part)s of %(whole)s") % {"part": number, "whole": needed}
    return kroner(number) if name == "cost" else str(number)


def _conflict(conflict: dict[str, Any]) -> str:
    return {
        "budget": _("What must be in costs more than there is to grant."),
        "max_per_person": _("Somebody would get more grants than one person may have."),
        "max_amount": _("A team would get more money than one team may have."),
        "min_grants": _("A team cannot get as many grants as each team is to have."),
    }[conflict["rule"]]


@requires(Permission.DECIDE)
@require_POST
def proposal_accept(request: AccessedRequest, pk: int, run: int) -> HttpResponse:
    """Decide the lines that were ticked, each as seen (`wish:revision`), by whoever pressed the button."""
    cycle = fetch_cycle(request, Permission.DECIDE, pk)
    found = get_object_or_404(ProposalRun, pk=run, cycle=cycle, is_ad_hoc=False)
    seen = _seen(request.POST.getlist("line"))
    wishes = queries.wishes_by_id(seen)
    chosen = [(wish, seen[wish.pk]) for wish in wishes.values() if wish.cycle_id == cycle.pk]
    refused = proposals.accept_each(run=found, wishes=chosen, by=request.actor.employee, at=timezone.now())
    for wish, refusal in refused:
        text = _("The proposal says nothing of it.")
        reason = text if isinstance(refusal, proposals.NothingProposed) else reason_refused(refusal)
        messages.error(request, f"{wish.employee}, {wish.title}: {reason}")
    if number := len(chosen) - len(refused):
        text = ngettext("One decision is kept, in your name.", "%(number)s decisions are kept, in your name.", number)
        messages.success(request, text % {"number": number})
    if "from" in request.POST and len(chosen) == 1:
        return redirect(reverse("year:board", args=[pk]) + f"#w{chosen[0][0].pk}")
    return redirect("year:proposal", pk)


def _seen(lines: list[str]) -> dict[int, int]:
    """Wish → the revision that was seen; what is no such pair counts for nothing."""
    parts = (line.partition(":") for line in lines)
    pairs = ((whole_number(wish), whole_number(revision)) for wish, _colon, revision in parts)
    return {wish: revision for wish, revision in pairs if wish is not None and revision is not None}


@requires(Permission.EXPORT)
@require_safe
def proposal_problem(request: AccessedRequest, pk: int, run: int) -> HttpResponse:
    """The inputs as JSON, to be repeated and checked without us."""
    return _file(request, pk, run, "problem")


@requires(Permission.EXPORT)
@require_safe
def proposal_answer(request: AccessedRequest, pk: int, run: int) -> HttpResponse:
    """The answer as JSON."""
    return _file(request, pk, run, "answer")


def _file(request: AccessedRequest, pk: int, run: int, what: str) -> HttpResponse:
    """Noted in the ledger of exports."""
    cycle = fetch_cycle(request, Permission.SEE_BOARD, pk)
    found = get_object_or_404(ProposalRun, pk=run, cycle=cycle)
    content = getattr(found, what)
    title = _("Proposal %(number)s of %(unit)s") % {"number": found.pk, "unit": cycle.unit}
    rows = len(content["wishes"])
    exports.record(what=f"{title} ({what})", rows=rows, by=request.actor.employee, at=timezone.now())
    response = HttpResponse(json.dumps(content, ensure_ascii=False, indent=1), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{file_name(title)}-{what}.json"'
    return response
