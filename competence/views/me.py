"""One's own page: everything stored about oneself."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from competence.access import AccessedRequest, signed_in
from competence.queries import leaders_by_path, nearest_leader
from competence.queries import me as own
from competence.queries import people as queries
from competence.retention import REGISTRY


@signed_in
@require_GET
def me(request: AccessedRequest) -> HttpResponse:
    today, person = timezone.localdate(), request.actor.employee
    employments = person.employments.select_related("unit").prefetch_related("leaves").order_by("-starts_on")
    posts = [post for post in employments if post.starts_on <= today and (not post.ends_on or post.ends_on >= today)]
    leaders = leaders_by_path(person.municipality_id, today)
    context = {
        "person": person,
        "today": today,
        "employments": employments,
        "posts": [(post, nearest_leader(leaders, post.unit, person)) for post in posts],
        "roles": queries.roles_of(person),
        "deputies": queries.deputies_of(person, today),
        "kinds": [kind for kind in REGISTRY if kind.shown is not None],
    }
    return render(request, "competence/person/me.html", context)


@signed_in
@require_GET
def my_data(request: AccessedRequest) -> HttpResponse:
    """Everything stored about the reader, as JSON (GDPR, articles 15 and 20)."""
    content = json.dumps(
        own.everything_about(request.actor.employee), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1
    )
    headers = {"Content-Disposition": f'attachment; filename="data-{request.actor.employee.number}.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)
