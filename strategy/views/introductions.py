"""How new colleagues get started: the list, a programme, its mentor and its assessment (sources: S35–S37)."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence import refusals
from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.domain import commitments
from competence.domain import introductions as domain
from competence.models import Introduction, IntroductionItem
from competence.queries.people import first_few
from strategy.access import fetch_introduction, is_newcomer, leads_introduction
from strategy.forms.introductions import YES, AssessmentForm, BeginForm, ItemForm, MentorForm
from strategy.queries import introductions as queries

# A mentor is at one's side for the first half year where nothing else is said.
MENTOR_FOR = timedelta(days=182)


@require_safe
@requires(Permission.KEEP_DUTIES)
def introductions(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "today": today,
        "programmes": queries.running(request.actor, today),
        "without": list(queries.without(request.actor, today)),
    }
    return render(request, "strategy/introductions/list.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def introduction_new(request: AccessedRequest) -> HttpResponse:
    """A programme from the steps of the unit."""
    posts = queries.without(request.actor, timezone.localdate())
    form = BeginForm(request.POST or None, posts=posts, initial={"post": request.GET.get("post")})
    if form.is_valid():
        post = form.cleaned_data["post"]
        try:
            made = domain.begin(
                employee=post.employee,
                unit=post.unit,
                starts_on=form.cleaned_data["starts_on"] or post.starts_on,
                steps=queries.facts_of(queries.steps_for(post.unit)),
                by=request.actor.employee,
                at=timezone.now(),
            )
        except domain.HasIntroduction as refusal:
            form.add_error("post", str(refusal))
        else:
            return redirect("strategy:introduction", made.pk)
    return render(request, "strategy/introductions/new.html", {"form": form, "posts": posts})


@require_safe
@signed_in
def introduction(request: AccessedRequest, pk: int) -> HttpResponse:
    """As the new colleague, the mentor and those who keep it see it; the mentor does not see the assessment."""
    found, today = fetch_introduction(request.actor, pk), timezone.localdate()
    leads, is_own = leads_introduction(request.actor, found), is_newcomer(request.actor, found)
    context = {
        "introduction": found,
        "programme": queries.programme(found, today),
        "mentorships": list(queries.mentorships_of(found)),
        "today": today,
        "leads": leads,
        "is_own": is_own,
        "sees_assessment": leads or is_own,
    }
    return render(request, "strategy/introductions/introduction.html", context)


def _kept(request: AccessedRequest, pk: int) -> Introduction:
    found = fetch_introduction(request.actor, pk)
    if not leads_introduction(request.actor, found):
        raise PermissionDenied
    return found


def _item(pk: int) -> IntroductionItem:
    return get_object_or_404(IntroductionItem, pk=pk)


@require_POST
@signed_in
def item_tick(request: AccessedRequest, pk: int) -> HttpResponse:
    """Done, or not after all: by the new colleague, the mentor or the leader."""
    item = _item(pk)
    found = fetch_introduction(request.actor, item.introduction_id)
    is_done = request.POST.get("done") == "1"
    domain.tick(item=item, is_done=is_done, by=request.actor.employee, on=timezone.localdate())
    return redirect("strategy:introduction", found.pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def item_new(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _kept(request, pk)
    form = ItemForm(request.POST or None)
    if form.is_valid():
        domain.add_item(introduction=found, **form.cleaned_data)
        return redirect("strategy:introduction", pk)
    return render(request, "strategy/introductions/item.html", {"introduction": found, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def item(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _item(pk)
    found = _kept(request, row.introduction_id)
    form = ItemForm(request.POST or None, initial={"title": row.title, "due_on": row.due_on, "text": row.text})
    if form.is_valid():
        try:
            domain.change_item(item=row, **form.cleaned_data)
            return redirect("strategy:introduction", found.pk)
        except domain.IsDone as refusal:
            form.add_error(None, str(refusal))
    return render(request, "strategy/introductions/item.html", {"introduction": found, "item": row, "form": form})


@require_POST
@requires(Permission.KEEP_DUTIES)
def item_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _item(pk)
    found = _kept(request, row.introduction_id)
    try:
        domain.remove_item(item=row)
    except domain.IsDone as refusal:
        messages.error(request, str(refusal))
    return redirect("strategy:introduction", found.pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def mentor(request: AccessedRequest, pk: int) -> HttpResponse:
    found, today = _kept(request, pk), timezone.localdate()
    people = queries.mentor_candidates(found, today)
    first = max(today, found.starts_on)
    initial: dict[str, object] = {"starts_on": first, "ends_on": found.starts_on + MENTOR_FOR}
    form = MentorForm(request.POST or None, people=people, initial=initial | request.GET.dict())
    if form.is_valid():
        try:
            domain.name_mentor(introduction=found, on=today, **form.facts())
            return redirect("strategy:introduction", pk)
        except domain.NotOneself as refusal:
            form.add_error("mentor", str(refusal))
        except commitments.NoRoom as refusal:
            form.add_error("hours", refusals.no_room(refusal))
        except commitments.Busy:
            form.add_error(None, refusals.busy())
    words = request.POST.get("q", request.GET.get("q", ""))
    context = {"introduction": found, "form": form, "words": words, "candidates": first_few(people, words, today)}
    template = "strategy/introductions/mentor.html"
    return render(request, f"{template}#candidates" if request.htmx else template, context)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def assess(request: AccessedRequest, pk: int) -> HttpResponse:
    """Whether a course is needed; where one is, it can be wished for at once."""
    found = _kept(request, pk)
    form = AssessmentForm(request.POST or None, initial=_assessed(found))
    if form.is_valid():
        data = form.cleaned_data
        domain.assess(
            introduction=found,
            needs_course=data["needs"] == YES,
            course=data["course"],
            reason=data["reason"],
            by=request.actor.employee,
            at=timezone.now(),
        )
        messages.success(request, _("The assessment is kept, and %(name)s can read it.") % {"name": found.employee})
        return redirect("strategy:introduction", pk)
    return render(request, "strategy/introductions/assess.html", {"introduction": found, "form": form})


def _assessed(found: Introduction) -> dict[str, object]:
    if found.needs_course is None:
        return {}
    return {"needs": YES if found.needs_course else "no", "course": found.course, "reason": found.course_reason}
