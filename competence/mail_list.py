"""The list of mails as HR sees it: who was told what and when, never what stood in it."""

from typing import Any

import django_filters
import django_tables2 as tables
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from post_office.models import STATUS, Email, Log

from competence.access import Actor, Permission, scope
from competence.cells import badge, two_lines
from competence.domain import mailings
from competence.models import Employee, Notice
from competence.text import fold

STATES = {
    "waiting": pgettext_lazy("mail", "waiting"),
    "requeued": pgettext_lazy("mail", "will be tried again"),
    "sent": pgettext_lazy("mail", "sent"),
    "failed": pgettext_lazy("mail", "not sent"),
}
_STATUS = {"waiting": STATUS.queued, "requeued": STATUS.requeued, "sent": STATUS.sent, "failed": STATUS.failed}
_NAMES = {status: name for name, status in _STATUS.items()}
_LOOKS = {
    "waiting": ("hourglass", "amber"),
    "requeued": ("refresh", "amber"),
    "sent": ("send", "blue"),
    "failed": ("alert-circle", "rust"),
}


def seen_by(actor: Actor) -> "QuerySet[Email]":
    """Mails to people on whose unit `actor` may see mail, newest first, with recipient, kind and last error."""
    people = Employee.objects.filter(scope(actor, Permission.SEE_MAIL, "employments__unit")).values("pk")
    notices = Notice.objects.filter(mail=OuterRef("pk"), recipient__in=people)
    first = notices.order_by("pk")
    errors = Log.objects.filter(email=OuterRef("pk")).order_by("-pk")
    mails: QuerySet[Email] = (
        Email.objects.filter(Exists(notices))
        .annotate(
            first_name=Subquery(first.values("recipient__first_name")[:1]),
            last_name=Subquery(first.values("recipient__last_name")[:1]),
            sort_name=Subquery(first.values("recipient__sort_name")[:1]),
            address=Subquery(first.values("recipient__email")[:1]),
            kind=Subquery(first.values("kind")[:1]),
            error=Subquery(errors.values("exception_type")[:1]),
        )
        .order_by("-pk")
    )
    return mails


class Narrowing(forms.Form):
    """The form of the filter: nothing needs to be filled in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            css = "form-select" if hasattr(field, "choices") else "form-control"
            field.widget.attrs.setdefault("class", css)


class MailFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=gettext_lazy("Recipient or subject"), method="by_words")
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=list(STATES.items()), method="by_state", empty_label=gettext_lazy("All")
    )
    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), method="by_kind", empty_label=gettext_lazy("All"))

    class Meta:
        model = Email
        fields: list[str] = []
        form = Narrowing

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["kind"].extra["choices"] = sorted(mailings.KINDS.items(), key=lambda item: fold(str(item[1])))

    def by_words(self, mails: "QuerySet[Email]", _name: str, value: str) -> "QuerySet[Email]":
        found = Notice.objects.filter(mail=OuterRef("pk"), recipient__search__contains=fold(value.strip()))
        return mails.filter(Q(subject__icontains=value.strip()) | Exists(found))

    def by_state(self, mails: "QuerySet[Email]", _name: str, value: str) -> "QuerySet[Email]":
        return mails.filter(status=_STATUS[value])

    def by_kind(self, mails: "QuerySet[Email]", _name: str, value: str) -> "QuerySet[Email]":
        return mails.filter(Exists(Notice.objects.filter(mail=OuterRef("pk"), kind=value)))


class MailTable(tables.Table):
    recipient = tables.Column(gettext_lazy("Recipient"), accessor="pk", order_by=("sort_name", "pk"))
    subject = tables.Column(gettext_lazy("Subject"))
    created = tables.Column(gettext_lazy("Stored"), order_by=("pk",))
    status = tables.Column(gettext_lazy("State"), order_by=("status", "-pk"))
    retry = tables.Column("", accessor="pk", orderable=False)

    class Meta:
        attrs = {"class": "list"}
        empty_text = gettext_lazy("No mails here")

    def render_recipient(self, record: Any) -> SafeString:
        address = ", ".join(record.to) or _("No e-mail address")
        return two_lines(f"{record.first_name} {record.last_name}".strip(), address)

    def render_subject(self, record: Any) -> SafeString:
        return two_lines(record.subject, str(mailings.KINDS.get(record.kind, record.kind)).capitalize())

    def render_created(self, record: Any) -> str:
        moment = localtime(record.created)
        day = date_format(moment, pgettext("date in a row, Django format", "j M"))
        clock = date_format(moment, pgettext("time of day, Django format", "H:i"))
        return f"{day} {clock}".replace(" ", "\u00a0")

    def render_status(self, record: Any) -> SafeString:
        name = _NAMES[record.status]
        icon, tint = _LOOKS[name]
        state = badge(STATES[name], icon, tint)
        why = _why(record) if record.status != STATUS.sent else ""
        return format_html('<div>{}</div><div class="two-lines"><span>{}</span></div>', state, why) if why else state

    def render_retry(self, record: Any) -> str:
        if record.status != STATUS.failed or not record.address:
            return ""
        return render_to_string("competence/mail/_retry.html", {"mail": record}, getattr(self, "request", None))


def _why(record: Any) -> str:
    """What went wrong the last time, in words for people."""
    if not record.to:
        return _("The person had no address")
    if record.error == "SMTPRecipientsRefused":
        return _("The address was refused")
    return _("The mail server did not take it") if record.error else ""
