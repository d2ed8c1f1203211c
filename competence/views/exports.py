"""The lists of the core as Excel, narrowed as their pages are."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from competence import sheets
from competence.access import AccessedRequest, Permission, requires, scope
from competence.exports import download
from competence.mail_list import MailFilter, seen_by
from competence.models import Employment, ImportRun, Unit
from competence.queries import units
from competence.views.learning import narrowed_offers
from competence.views.people import narrowed_people
from competence.views.roles import narrowed_roles


@require_safe
@requires(Permission.EXPORT)
def people_excel(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    people = narrowed_people(request, today).qs.order_by().values("pk")
    posts = Employment.objects.valid_on(today).filter(scope(request.actor, Permission.SEE_PEOPLE, "unit"))
    rows = posts.filter(employee__in=people).select_related("employee", "unit").order_by("employee__sort_name", "pk")
    return download(request, what=_("People"), columns=sheets.PEOPLE, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def units_excel(request: AccessedRequest) -> HttpResponse:
    root = get_object_or_404(Unit, pk=request.actor.municipality)
    rows = units.named(root, request.GET.get("q", ""), timezone.localdate())
    return download(request, what=_("Units"), columns=sheets.UNITS, rows=rows)


@require_safe
@requires(Permission.ASSIGN_ROLES)
@requires(Permission.EXPORT)
def roles_excel(request: AccessedRequest) -> HttpResponse:
    rows = narrowed_roles(request).qs
    return download(request, what=_("Roles"), columns=sheets.ROLES, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def learning_excel(request: AccessedRequest) -> HttpResponse:
    rows = narrowed_offers(request).qs
    return download(request, what=_("The course catalogue"), columns=sheets.OFFERS, rows=rows)


@require_safe
@requires(Permission.SEE_MAIL)
@requires(Permission.EXPORT)
def mails_excel(request: AccessedRequest) -> HttpResponse:
    rows = MailFilter(request.GET, seen_by(request.actor)).qs
    return download(request, what=_("Mails"), columns=sheets.MAILS, rows=rows)


@require_safe
@requires(Permission.IMPORT)
@requires(Permission.EXPORT)
def imports_excel(request: AccessedRequest) -> HttpResponse:
    runs = ImportRun.objects.filter(municipality=request.actor.municipality).defer("content")
    return download(request, what=_("Imports"), columns=sheets.IMPORTS, rows=runs.select_related("made_by"))
