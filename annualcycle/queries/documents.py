"""Which documents of a year a person may have all at once."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from annualcycle.models import Cycle, Orientation, Plan, PlanVersion, Talk
from annualcycle.queries.talks import led_by
from competence.access import Actor
from competence.domain.jobs import Item
from competence.pdf import file_name

YEAR_PDFS = "year_pdfs"


def plans_of(actor: Actor, cycle: Cycle, on: date) -> list[Plan]:
    """Plans with a version both have confirmed, of those whose talk `actor` holds; nobody else's."""
    led = Talk.objects.filter(led_by(actor, on), cycle=OuterRef("cycle"), employee=OuterRef("employee"))
    confirmed = PlanVersion.objects.filter(
        plan=OuterRef("pk"), employee_confirmed_at__isnull=False, leader_confirmed_at__isnull=False
    )
    plans = Plan.objects.filter(Exists(led), Exists(confirmed), cycle=cycle)
    return list(plans.select_related("employee").order_by("employee__sort_name"))


def items_of(actor: Actor, cycle: Cycle, on: date) -> list[Item]:
    """The published orientation, and the plans the actor may open."""
    orientation, plan_of = file_name(_("Orientation")), file_name(_("Plan"))
    items = [
        Item(f"orientation:{found.pk}", f"{orientation}.pdf")
        for found in Orientation.objects.filter(cycle=cycle, published_at__isnull=False)
    ]
    return items + [
        Item(f"plan:{plan.pk}", f"{plan_of}-{file_name(plan.employee.name)}-{plan.employee.number}.pdf")
        for plan in plans_of(actor, cycle, on)
    ]
