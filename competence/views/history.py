"""The history of changes, for HR and administrators."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from competence.access import AccessedRequest, Permission, requires, scope
from competence.forms.history import HistoryForm
from competence.models import Employee
from competence.queries import history as queries
from competence.queries.people import matching


@requires(Permission.SEE_HISTORY)
@require_GET
def history(request: AccessedRequest) -> HttpResponse:
    form = HistoryForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    words = asked.get("q", "")
    colleagues = Employee.objects.filter(municipality=request.actor.municipality)
    people = list(matching(colleagues, words).values_list("pk", flat=True)[: queries.MOST]) if words else None
    found = queries.changes(
        lambda way: scope(request.actor, Permission.SEE_HISTORY, way),
        queries.Asked(people, asked.get("label", ""), asked.get("since"), asked.get("until"), asked.get("before")),
    )
    older = found[queries.MOST - 1].at.isoformat() if len(found) > queries.MOST else ""
    context = {
        "form": form,
        "changes": found[: queries.MOST],
        "older": urlencode({**request.GET.dict(), "before": older}) if older else "",
    }
    return render(request, "competence/history/history.html", context)
