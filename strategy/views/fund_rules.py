"""The rules of the funds: read by everybody, kept by HR."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from competence.access import AccessedRequest, Permission, fetch, fetch_unit, requires, signed_in
from strategy.domain import fund_rules as domain
from strategy.forms.fund_rules import FundRuleForm
from strategy.models import FundRule
from strategy.queries.fund_rules import funds_on


@require_safe
@signed_in
def rules(request: AccessedRequest) -> HttpResponse:
    """Which rules hold on a day; those who keep them also see the others."""
    on = _day(request.GET.get("on", ""))
    changes = request.actor.may(Permission.SETTINGS)
    found = funds_on(request.actor.municipality, on)
    context = {
        "on": on,
        "funds": [fund for fund in found if fund.rules or changes],
        "changes": changes,
        "keeps": request.actor.may(Permission.WRITE_STRATEGY),
    }
    return render(request, "strategy/funding/rules.html", context)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()


@require_http_methods(["GET", "POST"])
@requires(Permission.SETTINGS)
def rule_new(request: AccessedRequest) -> HttpResponse:
    root = fetch_unit(request.actor, Permission.SETTINGS, request.actor.municipality)
    return _edit(request, FundRule(municipality=root), FundRuleForm(request.POST or None, municipality=root.pk))


@require_http_methods(["GET", "POST"])
@requires(Permission.SETTINGS)
def rule_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    rows = FundRule.objects.select_related("municipality")
    found = fetch(request.actor, Permission.SETTINGS, rows, unit=lambda row: row.municipality, pk=pk)
    return _edit(request, found, FundRuleForm(request.POST or None, municipality=found.municipality_id, rule=found))


def _edit(request: AccessedRequest, rule: FundRule, form: FundRuleForm) -> HttpResponse:
    if form.is_valid():
        try:
            domain.save(rule=rule, facts=form.facts(), reason=form.cleaned_data["reason"], at=timezone.now())
        except domain.HoldsAlready as refusal:
            form.add_error("valid_from", str(refusal))
        else:
            messages.success(request, _("The rule is saved."))
            return redirect("strategy:fund_rules")
    return render(request, "strategy/funding/rule.html", {"form": form, "rule": rule if rule.pk else None})
