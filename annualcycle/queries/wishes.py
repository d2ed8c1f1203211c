"""What pages read about wishes."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from annualcycle.models import Assessment, Cycle, Goal, Wish
from competence.access import Actor, Permission, scope
from competence.asked import whole_number
from competence.models import Employee, Employment, Offer, RuleException, Unit
from competence.text import fold


def main_unit(cycle: Cycle, employee: Employee, on: date) -> Unit | None:
    """The unit of the centre where `employee` works most hours on `on`; None for somebody employed elsewhere."""
    posts = Employment.objects.valid_on(on).filter(employee=employee, unit__centre=cycle.unit_id)
    post = posts.select_related("unit").order_by("-weekly_hours", "pk").first()
    return post.unit if post else None


def year_for_wishes(employee: Employee, on: date) -> Cycle | None:
    """The newest published year of a centre where `employee` works on `on`: the one wishes are collected in."""
    years = Cycle.objects.of_employee(employee, on).filter(published_at__isnull=False, is_history=False)
    return years.select_related("unit").order_by("-year", "unit__path").first()


def year_for_ad_hoc(employee: Employee, on: date) -> Cycle | None:
    """The year whose reserve pays on `on`: decisions of one year spend the money of the next (sources: S46, S54).

    A centre in its first year has no such reserve, so its running year pays.
    """
    years = Cycle.objects.of_employee(employee, on).filter(published_at__isnull=False, is_history=False)
    paying = years.select_related("unit").filter(year__lt=on.year).order_by("-year", "unit__path").first()
    return paying or year_for_wishes(employee, on)


def rules_not_met(wish: Wish, unmet: Iterable[str]) -> list[str]:
    """Those of `unmet` that no exception was made from for this wish (source: X05)."""
    unmet = list(unmet)
    if not unmet:
        return []
    excepted = set(RuleException.objects.filter(subject=f"wish:{wish.pk}").values_list("kind", flat=True))
    return [kind for kind in unmet if kind not in excepted]


def same_subject(wish: Wish) -> list[Wish]:
    """Other wishes of the person in the year for the same course or with the same title, sent or drafted."""
    others = Wish.objects.filter(cycle=wish.cycle_id, employee=wish.employee_id).exclude(pk=wish.pk)
    same = others.filter(title__iexact=wish.title).exclude(title="")
    if wish.offer_id:
        same = same | others.filter(offer=wish.offer_id)
    return list(same.exclude(state=Wish.State.WITHDRAWN))


def find() -> "QuerySet[Wish]":
    """Wishes with what a page about one of them shows."""
    about = ("cycle__unit", "employee", "unit", "offer__provider", "decision")
    comes_from = ("need__section", "measure__cause__tree__unit")
    people = ("submitted_by", "leader_view_by")
    assessments = Assessment.objects.filter(wish=OuterRef("pk")).order_by("-made_at")
    last = Subquery(assessments.values("made_at")[:1])
    return Wish.objects.select_related(*about, *comes_from, *people).annotate(assessed_at=last)


def offers_matching(municipality: int, text: str, limit: int = 8) -> list[Offer]:
    """Active offers of the catalogue with every word of `text` in title or code; nothing for less than two letters."""
    words = fold(text).split()
    if len("".join(words)) < 2:
        return []
    offers = Offer.objects.of_municipality(municipality).filter(is_active=True)
    for word in words:
        offers = offers.filter(search__contains=word)
    return list(offers.select_related("provider").order_by("sort_title", "starts_on")[:limit])


def goal_of(employee: Employee, pk: str) -> Goal | None:
    """A goal of the person's own plan, to make a wish of."""
    goals = Goal.objects.filter(version__plan__employee=employee).select_related("need__section")
    return goals.filter(pk=whole_number(pk) or 0).first()


def people_without_email(actor: Actor, cycle: Cycle, on: date) -> "QuerySet[Employee]":
    """Those of the centre whose talks `actor` leads and who cannot sign in themselves."""
    posts = Employment.objects.valid_on(on).filter(scope(actor, Permission.LEAD_TALKS, "unit"))
    posts = posts.filter(unit__centre=cycle.unit_id)
    return Employee.objects.filter(email__isnull=True, pk__in=posts.values("employee"))


def led_wishes(actor: Actor, cycle: Cycle) -> "QuerySet[Wish]":
    """Submitted wishes of the year of those whom `actor` leads, one's own left out.

    Who sits in the leadership group without leading a team has those the group reads.
    """
    inside = find().filter(cycle=cycle, state=Wish.State.SUBMITTED).exclude(employee=actor.employee)
    permission = Permission.LEAD_TALKS if actor.may(Permission.LEAD_TALKS) else Permission.SEE_WISHES
    return inside.filter(scope(actor, permission, "unit"))
