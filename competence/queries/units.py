"""What pages read about the organisation tree."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from competence.models import Employee, Employment, Unit
from competence.queries import leaders_by_path

# With more open units than this the tree stops at the centres; each centre's page goes on.
WHOLE_TREE = 200


@dataclass
class Branch:
    """A unit with what the tree says about it; `staff` counts everybody below it too, each person once a unit."""

    unit: Unit
    leaders: list[Employee]
    staff: int = 0
    branches: list["Branch"] = field(default_factory=list)
    has_more: bool = False


def tree(top: Unit, on: date) -> Branch:
    """The open units from `top` downwards with leaders and staff on `on`; three queries."""
    units = list(Unit.objects.below(top).open_on(on).order_by("sort_name"))
    leaders = leaders_by_path(top.municipality_id or top.pk, on)
    posts = Employment.objects.valid_on(on).filter(unit__path__startswith=top.path).order_by()
    staff = dict(posts.values_list("unit").annotate(Count("employee", distinct=True)))
    branches = {unit.pk: Branch(unit, leaders.get(unit.path, []), staff.get(unit.pk, 0)) for unit in units}
    for unit in sorted(units, key=lambda unit: unit.path.count("/"), reverse=True):
        above = branches.get(unit.parent_id or 0)
        if above and unit.pk != top.pk:
            above.staff += branches[unit.pk].staff
    for unit in units:
        above = branches.get(unit.parent_id or 0)
        if above and unit.pk != top.pk:
            _grow(above, branches[unit.pk], whole=len(units) <= WHOLE_TREE or not top.is_root)
    return branches.get(top.pk, Branch(top, []))


def _grow(above: Branch, branch: Branch, *, whole: bool) -> None:
    if whole or above.unit.kind in (Unit.Kind.MUNICIPALITY, Unit.Kind.ADMINISTRATION):
        above.branches.append(branch)
    else:
        above.has_more = True


def line(unit: Unit) -> list[Unit]:
    """The units above `unit`, the root first."""
    ids = [int(part) for part in unit.path.split("/") if part][:-1]
    return list(Unit.objects.filter(pk__in=ids).order_by("path"))


def staff_of(unit: Unit, on: date) -> list[Employment]:
    """The posts in `unit` itself on `on`, by name; a colleague may read these."""
    posts = Employment.objects.valid_on(on).filter(unit=unit).select_related("employee")
    return list(posts.order_by("employee__sort_name"))
