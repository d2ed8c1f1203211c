"""Mails that were sent, or were not, for HR."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_tables2 import RequestConfig

from competence.access import AccessedRequest, Permission, requires
from competence.domain import mailings
from competence.mail_list import MailFilter, MailTable, seen_by

PAGE_SIZE = 50


@requires(Permission.SEE_MAIL)
@require_GET
def mails(request: AccessedRequest) -> HttpResponse:
    narrowed = MailFilter(request.GET, seen_by(request.actor))
    table = MailTable(narrowed.qs)
    RequestConfig(request, paginate={"per_page": PAGE_SIZE, "silent": True}).configure(table)
    template = "competence/mail/list.html#results" if request.htmx else "competence/mail/list.html"
    context = {"table": table, "filter": narrowed}
    return render(request, template, context)


@requires(Permission.SEE_MAIL)
@require_POST
def mail_retry(request: AccessedRequest, pk: int) -> HttpResponse:
    mail = get_object_or_404(seen_by(request.actor), pk=pk)
    try:
        mailings.retry(mail=mail, by=request.actor.employee)
    except mailings.NotFailed:
        messages.info(request, _("This mail is waiting or sent already."))
    except mailings.NoAddress:
        messages.error(request, _("This person has no e-mail address. Add it first, then send again."))
    else:
        messages.success(request, _("The mail is on its way again."))
    return redirect("mails")
