"""What pages read about the organisation tree."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from competence.models import Employee, Employment, Unit
from competence.queries import leaders_by_path
from competence.text import danish_key, fold

# With more open units than this the tree stops at the centres; each centre's page goes on.
WHOLE_TREE = 200
# So far down the tree stands open; what lies deeper is folded away.
OPEN_LEVELS = 2


@dataclass
class Branch:
    """A unit with what the tree says about it; `staff` counts everybody below it too, each person once a unit.

    `units` counts the open units below it, `way` names those above it, without the municipality.
    """

    unit: Unit
    leaders: list[Employee]
    staff: int = 0
    units: int = 0
    way: str = ""
    branches: list["Branch"] = field(default_factory=list)
    is_open: bool = True

    @property
    def has_more(self) -> bool:
        """Whether there are units below it that the tree leaves out."""
        return bool(self.units and not self.branches)


def tree(top: Unit, on: date) -> Branch:
    """The open units from `top` downwards with leaders and staff on `on`; three queries."""
    branches = _branches(top, on)
    whole = len(branches) <= WHOLE_TREE or not top.is_root
    level = top.path.count("/")
    for branch in branches.values():
        above = branches.get(branch.unit.parent_id or 0)
        branch.is_open = branch.unit.path.count("/") - level < OPEN_LEVELS
        if above and branch.unit.pk != top.pk and (whole or above.unit.kind in _ABOVE_CENTRES):
            above.branches.append(branch)
    return branches.get(top.pk, Branch(top, []))


_ABOVE_CENTRES = (Unit.Kind.MUNICIPALITY, Unit.Kind.ADMINISTRATION)


def named(top: Unit, words: str, on: date) -> list[Branch]:
    """The open units below `top`, itself included, with all `words` in name or code, as the tree orders them."""
    asked = fold(words).split()
    found = _branches(top, on).values()
    rows = [row for row in found if all(word in fold(f"{row.unit.name} {row.unit.code}") for word in asked)]
    return sorted(rows, key=lambda row: [danish_key(name) for name in (*row.way.split(WAY), row.unit.name) if name])


WAY = " › "


def _branches(top: Unit, on: date) -> dict[int, Branch]:
    """Unit → its branch, those below not hung on yet, in the order of their names."""
    units = list(Unit.objects.below(top).open_on(on).order_by("sort_name"))
    leaders = leaders_by_path(top.municipality_id or top.pk, on)
    posts = Employment.objects.valid_on(on).filter(unit__path__startswith=top.path).order_by()
    staff = dict(posts.values_list("unit").annotate(Count("employee", distinct=True)))
    names = {unit.pk: unit.name for unit in units if not unit.is_root}
    branches = {
        unit.pk: Branch(unit, leaders.get(unit.path, []), staff.get(unit.pk, 0), way=_way(unit, names))
        for unit in units
    }
    for unit in sorted(units, key=lambda unit: unit.path.count("/"), reverse=True):
        above = branches.get(unit.parent_id or 0)
        if above and unit.pk != top.pk:
            above.staff += branches[unit.pk].staff
            above.units += branches[unit.pk].units + 1
    return branches


def _way(unit: Unit, names: dict[int, str]) -> str:
    return WAY.join(names[pk] for pk in unit.line[:-1] if pk in names)


def line(unit: Unit) -> list[Unit]:
    """The units above `unit`, the root first."""
    return list(Unit.objects.filter(pk__in=unit.line[:-1]).order_by("path"))


def staff_of(unit: Unit, on: date) -> list[Employment]:
    """The posts in `unit` itself on `on`, by name; a colleague may read these."""
    posts = Employment.objects.valid_on(on).filter(unit=unit).select_related("employee")
    return list(posts.order_by("employee__sort_name"))
