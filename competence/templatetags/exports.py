"""The button beside a list that fetches it as Excel: {% excel "people_excel" %}. A builtin: no template loads it."""

from django.template import Context, Library
from django.urls import reverse

from competence.access import Permission

register = Library()


@register.inclusion_tag("components/excel.html", takes_context=True)
def excel(context: Context, name: str, *args: int, what: str = "", css: str = "") -> dict[str, str]:
    """Nothing for who may not export; what the list is narrowed by goes along. `what` names it for screen readers."""
    request = context["request"]
    if not request.actor.may(Permission.EXPORT):
        return {}
    asked = request.GET.urlencode()
    url = reverse(name, args=args)
    return {"url": f"{url}?{asked}" if asked else url, "what": what, "css": css}
