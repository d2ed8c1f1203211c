"""What HR and administrators look after: the hub, the municipality's settings, words, rules and retention."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, fetch_unit, public, requires, scope
from competence.domain import retention
from competence.domain import settings as domain
from competence.forms.settings import RuleForm, SettingsForm, WordsForm
from competence.models import Erasure, Municipality, Rule, Unit
from competence.queries import settings as queries
from competence.retention import REGISTRY

WHITE = 0xFFFFFF
# So many lines of what was erased are shown.
LOG = 20


def _settings(request: AccessedRequest) -> Municipality:
    fetch_unit(request.actor, Permission.SETTINGS, request.actor.municipality)
    return Municipality.objects.select_related("unit").get(pk=request.actor.municipality)


@requires(Permission.SEE_PEOPLE)
@require_GET
def organisation(request: AccessedRequest) -> HttpResponse:
    return render(request, "competence/settings/organisation.html", {"groups": queries.hub(request.actor.may)})


@requires(Permission.SETTINGS)
@require_http_methods(["GET", "POST"])
def settings(request: AccessedRequest) -> HttpResponse:
    found = _settings(request)
    names = ["accent", "language", "smallest_cell"]
    form = SettingsForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    if form.is_valid():
        domain.change(settings=found, **form.cleaned_data)
        messages.success(request, _("Saved. The new look is there at once."))
        return redirect("settings")
    return render(request, "competence/settings/settings.html", {"form": form})


@requires(Permission.SETTINGS)
@require_http_methods(["GET", "POST"])
def words(request: AccessedRequest) -> HttpResponse:
    found = _settings(request)
    form = WordsForm(request.POST or None, initial=found.words)
    if form.is_valid():
        domain.choose_words(settings=found, words=form.cleaned_data)
        messages.success(request, _("The words are saved."))
        return redirect("words")
    return render(request, "competence/settings/words.html", {"form": form})


@requires(Permission.SETTINGS)
@require_GET
def rules(request: AccessedRequest) -> HttpResponse:
    rows = Rule.objects.filter(scope(request.actor, Permission.SETTINGS, "unit")).select_related("unit")
    kinds = queries.by_kind(rows)
    context = {
        "rules": [(kind, found) for kind, found in kinds if found],
        "usual": [kind for kind, found in kinds if not found],
    }
    return render(request, "competence/settings/rules.html", context)


@requires(Permission.SETTINGS)
@require_http_methods(["GET", "POST"])
def rule_new(request: AccessedRequest) -> HttpResponse:
    units = Unit.objects.filter(scope(request.actor, Permission.SETTINGS)).exclude(kind=Unit.Kind.TEAM)
    today, kind = timezone.localdate(), request.GET.get("kind", "")
    initial = {"unit": request.actor.municipality, "starts_on": today, "kind": kind}
    form = RuleForm(request.POST or None, units=units, initial=initial)
    if form.is_valid():
        try:
            domain.set_rule(**form.cleaned_data)
        except domain.RuleChangedLater as refusal:
            form.add_error("starts_on", str(refusal))
        except domain.RuleOfAll as refusal:
            form.add_error("unit", str(refusal))
        else:
            return redirect("rules")
    return render(request, "competence/settings/rule_new.html", {"form": form})


@requires(Permission.SETTINGS)
@require_GET
def retention_rules(request: AccessedRequest) -> HttpResponse:
    found, today = _settings(request), timezone.localdate()
    waiting = {each.kind.model: len(each.keys) for each in retention.due(found.unit, today)}
    context = {
        "rows": [(kind, waiting.get(kind.model, 0)) for kind in REGISTRY],
        "waiting": sum(waiting.values()),
        "by_itself": found.erases_by_itself,
        "day": retention.DAY_OF_ERASING,
        "log": Erasure.objects.filter(municipality=found.unit)[:LOG],
    }
    return render(request, "competence/settings/retention.html", context)


@requires(Permission.SETTINGS)
@require_POST
def retention_choose(request: AccessedRequest) -> HttpResponse:
    """Whether what is due goes by itself each month."""
    found = retention.choose(settings=_settings(request), by_itself=request.POST.get("by_itself") == "yes")
    chosen, not_chosen = _("From now on what is due goes by itself."), _("From now on nothing goes by itself.")
    messages.success(request, chosen if found.erases_by_itself else not_chosen)
    return redirect("retention")


@requires(Permission.SETTINGS)
@require_POST
def retention_erase(request: AccessedRequest) -> HttpResponse:
    """Erase what is due today."""
    now = timezone.now()
    erased = retention.erase(municipality=_settings(request).unit, on=timezone.localdate(now), at=now)
    rows = sum(each.rows for each in erased)
    messages.success(request, ngettext("%(rows)s row is erased.", "%(rows)s rows are erased.", rows) % {"rows": rows})
    return redirect("retention")


@public
@require_GET
def accent(request: HttpRequest, colour: int) -> HttpResponse:
    """An accent colour as a style sheet: the colour is in the address, so it can be cached for good."""
    if colour > WHITE:
        raise Http404
    chosen = f"#{colour:06x}"
    pair = f"light-dark({chosen}, color-mix(in srgb, {chosen} 45%, white))"
    response = HttpResponse(f":root {{ --accent: {pair}; }}\n", content_type="text/css")
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response
