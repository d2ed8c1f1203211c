"""The December board: all wishes of a centre on one page, decided together (sources: S45, S46, S54–S57, S62–S65)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, cast
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET, require_POST

from annualcycle.domain import decisions
from annualcycle.forms.december import BoardFilter, DecisionForm
from annualcycle.models import Cycle, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.proposing import beside, chips_for
from annualcycle.queries import december as queries
from annualcycle.queries.board import UNDECIDED, BoardRow, counts_of, rows_of
from annualcycle.queries.proposals import newest
from annualcycle.views.december_words import reason_refused
from competence import presence
from competence.access import AccessedRequest, Permission, fetch, requires
from competence.asked import whole_number


@dataclass(frozen=True)
class Face:
    """How an outcome looks on the board, and the letter that gives it."""

    outcome: str
    label: Any
    icon: str
    tint: str
    letter: Any


FACES = (
    Face(Outcome.GRANTED, pgettext_lazy("board", "Grant"), "check", "green", pgettext_lazy("shortcut", "g")),
    Face(
        Outcome.NOT_MET,
        pgettext_lazy("board", "Relevant, not this year"),
        "history",
        "amber",
        pgettext_lazy("shortcut", "r"),
    ),
    Face(Outcome.SHARING, pgettext_lazy("board", "Knowledge sharing"), "share", "blue", pgettext_lazy("shortcut", "s")),
    Face(
        Outcome.OUTSIDE,
        pgettext_lazy("board", "Outside the strategy"),
        "ban",
        "grey",
        pgettext_lazy("shortcut", "o"),
    ),
    Face(UNDECIDED, pgettext_lazy("board", "Not decided"), "circle-dashed", "grey", pgettext_lazy("shortcut", "m")),
)
FACE_OF = {face.outcome: face for face in FACES}


@dataclass(frozen=True)
class Pill:
    """A choice of outcome above the list, with how many wishes have it."""

    outcome: str
    label: Any
    count: int
    query: str
    active: bool

    @property
    def is_missing(self) -> bool:
        return self.outcome == UNDECIDED and self.count > 0


def fetch_cycle(request: AccessedRequest, permission: Permission, pk: int) -> Cycle:
    """The year with unit and budget."""
    return fetch(request.actor, permission, queries.cycles_for_board(), unit=lambda cycle: cycle.unit, pk=pk)


def fetch_wish(request: AccessedRequest, permission: Permission, pk: int, wish: int) -> Wish:
    """A submitted wish of the year, with what decisions need."""
    related = ("cycle__unit", "employee", "unit", "leader_view_by", "submitted_by")
    wishes = Wish.objects.filter(state=Wish.State.SUBMITTED).select_related(*related)
    return fetch(request.actor, permission, wishes, unit=lambda one: one.cycle.unit, pk=wish, cycle=pk)


@requires(Permission.SEE_BOARD)
@require_GET
def board(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = fetch_cycle(request, Permission.SEE_BOARD, pk)
    rows = rows_of(cycle, _weights(cycle))
    form = BoardFilter(request.GET, rows)
    shown = form.shown()
    others = presence.arrive(f"board:{cycle.pk}", request.actor.employee, timezone.now())
    context = _swapped(request, cycle, shown, str(cast(Any, cycle).seen or 0), others)
    context |= {
        "form": form,
        "pills": _pills(request.GET, counts_of(cycle)),
        "headings": _headings(request.GET, form.order),
        "is_filtered": bool(set(form.chosen) - {"sort"}),
    }
    return render(request, "annualcycle/december/board.html", context)


@requires(Permission.SEE_BOARD)
@require_GET
def changes(request: AccessedRequest, pk: int) -> HttpResponse:
    """What others have decided since the page was shown; 204 when nothing happened. Asked every few seconds."""
    since = _number(request.GET.get("since"))
    cycle = fetch(
        request.actor,
        Permission.SEE_BOARD,
        queries.cycles_with_changes(since),
        unit=lambda cycle: cycle.unit,
        pk=pk,
    )
    others = presence.arrive(f"board:{cycle.pk}", request.actor.employee, timezone.now())
    found = _changes(cycle)
    if not found and request.GET.get("here", "") == _here(others):
        return HttpResponse(status=204)
    return _render_changes(request, cycle, found, since, others)


@requires(Permission.DECIDE)
@require_POST
def decide(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    """Decide from the board: by click, drag or letter."""
    found = fetch_wish(request, Permission.DECIDE, pk, wish)
    refusal = _refused(request, found)
    typed = request.POST.get("exception_reason", "")
    asked = None
    if request.htmx and isinstance(refusal, decisions.ExceptionNeeded):
        asked = Asked(found, request.POST.get("revision", ""))
    elif request.htmx and refusal and typed:
        asked = Asked(found, _seen(found), typed, _in_words(refusal))
    elif refusal:
        messages.error(request, _in_words(refusal))
    return _after(request, found, asked)


@dataclass(frozen=True)
class Asked:
    """Why there is an exception: asked of who decides, again with what was `typed` where it was `refused`.

    `revision` is what the person has seen of the decision.
    """

    wish: Wish
    revision: str
    typed: str = ""
    refused: str = ""


def _refused(request: AccessedRequest, wish: Wish) -> Exception | None:
    """Decide as the form says; what speaks against it."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return ValidationError([error for errors in form.errors.values() for error in errors])
    try:
        decisions.decide(wish=wish, by=request.actor.employee, at=timezone.now(), **form.decision)
    except (decisions.ExceptionNeeded, *REFUSALS) as refusal:
        return refusal
    return None


def _seen(wish: Wish) -> str:
    decision = decisions.decision_of(wish)
    return str(decision.revision if decision else 0)


def _in_words(refusal: Exception) -> str:
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else reason_refused(refusal)


@requires(Permission.DECIDE)
@require_POST
def undo(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    """Make a wish undecided again."""
    found = fetch_wish(request, Permission.DECIDE, pk, wish)
    seen = whole_number(request.POST.get("revision"))
    try:
        decisions.undo(wish=found, by=request.actor.employee, revision=seen)
    except REFUSALS as refusal:
        messages.error(request, reason_refused(refusal))
    return _after(request, found)


REFUSALS = decisions.REFUSALS


def _after(request: AccessedRequest, wish: Wish, asked: Asked | None = None) -> HttpResponse:
    """The board's new state for htmx, else the page of the wish."""
    if not request.htmx:
        return redirect("year:board", wish.cycle_id)
    since = _number(request.POST.get("since"))
    cycle = queries.cycles_with_changes(since).get(pk=wish.cycle_id)
    others = presence.arrive(f"board:{cycle.pk}", request.actor.employee, timezone.now())
    found = [*_changes(cycle), {"number": since, "wish": wish.pk}]
    return _render_changes(request, cycle, found, since, others, asked=asked, answers=True)


def _changes(cycle: Cycle) -> list[dict[str, int]]:
    """Nothing is later than a number larger than any change can have: then nothing was asked, and there is no list."""
    found: list[dict[str, int]] | None = cast(Any, cycle).changes
    return found or []


def _render_changes(
    request: AccessedRequest,
    cycle: Cycle,
    found: list[dict[str, int]],
    since: int,
    others: list[presence.Present],
    **extra: object,
) -> HttpResponse:
    rows = rows_of(cycle, _weights(cycle), only={one["wish"] for one in found}) if found else []
    newest = max([since, *(one["number"] for one in found)])
    context = _swapped(request, cycle, rows, str(newest), others)
    asked = QueryDict(urlsplit(request.htmx.current_url or "").query)
    context |= {"pills": _pills(asked, counts_of(cycle)), "swap": True, **extra}
    return render(request, "annualcycle/december/_changes.html", context)


def _swapped(
    request: AccessedRequest, cycle: Cycle, rows: Collection[BoardRow], since: str, others: list[presence.Present]
) -> dict[str, object]:
    """What both the whole page and a change of it show."""
    run = None if cycle.is_released else newest(cycle)
    chips = chips_for(run, rows)
    faces = {face.outcome: replace(face, label=str(face.label), letter=str(face.letter)) for face in FACES}
    return {
        "cycle": cycle,
        "budget": cycle.budget,
        "faces": list(faces.values()),
        "rows": [(row, faces[row.outcome], chips.get(row.pk)) for row in rows],
        "beside": beside(run, cycle),
        "me": request.actor.employee.pk,
        "base": reverse("year:board", args=[cycle.pk]),
        "may_decide": request.actor.may(Permission.DECIDE, cycle.unit) and not cycle.is_released,
        "may_release": request.actor.may(Permission.RELEASE, cycle.unit),
        "others": others,
        "here": _here(others),
        "since": since,
    }


def _weights(cycle: Cycle) -> dict[int, int]:
    return dict(cycle.criteria.order_by().values_list("pk", "weight"))


def _here(others: list[presence.Present]) -> str:
    return "-".join(str(one.employee) for one in others)


def _number(text: str | None) -> int:
    return whole_number(text) or 0


def _pills(asked: QueryDict, counts: dict[str, int]) -> list[Pill]:
    chosen = asked.get("outcome", "")
    everything = Pill("", pgettext_lazy("board", "All"), counts["all"], _query(asked, outcome=""), not chosen)
    return [
        everything,
        *(
            Pill(one.outcome, one.label, counts[one.outcome], _query(asked, outcome=one.outcome), chosen == one.outcome)
            for one in FACES
        ),
    ]


@dataclass(frozen=True)
class Heading:
    """A column; `sorted` is `ascending`, `descending` or empty."""

    label: str
    query: str
    sorted: str
    css: str


def _headings(asked: QueryDict, order: str) -> list[Heading]:
    columns = (
        ("name", _("Employee"), ""),
        ("wish", _("Wish"), ""),
        ("cost", _("Price"), "num"),
        ("points", _("Points"), "num"),
        ("outcome", _("Decision"), ""),
    )
    found = []
    for key, label, css in columns:
        towards = {key: "ascending", f"-{key}": "descending"}.get(order, "")
        first = f"-{key}" if key in ("cost", "points") else key
        other = key if order == f"-{key}" else f"-{key}"
        found.append(Heading(label, _query(asked, sort=other if towards else first), towards, css))
    return found


def _query(asked: QueryDict, **changed: str) -> str:
    """The page's address with some parameters changed; empty ones left out."""
    query = QueryDict(mutable=True)
    for name in {*asked, *changed}:
        if value := changed.get(name, asked.get(name, "")):
            query[name] = value
    return f"?{query.urlencode()}"
