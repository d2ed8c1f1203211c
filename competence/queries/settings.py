"""What the pages of HR and administrators read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from competence.models import Rule, Unit


@dataclass(frozen=True)
class Entry:
    """One page of the hub."""

    name: str
    title: str | Promise
    why: str | Promise
    icon: str
    permission: str
    url: str = ""


HUB: tuple[tuple[str | Promise, tuple[Entry, ...]], ...] = (
    (
        _("Who and where"),
        (
            Entry("people", _("People"), _("Employments, leave and contact"), "users", "see people"),
            Entry("units", _("Units"), _("The tree with leaders and staff"), "sitemap", "see people"),
            Entry("roles", _("Roles"), _("Who may do what, and deputies"), "key", "assign roles"),
        ),
    ),
    (
        _("In and out"),
        (
            Entry("imports", _("Imports"), _("Files of units, staff and courses"), "upload", "import files"),
            Entry("mails", _("Mails"), _("What was sent, and what failed"), "mail", "see mail"),
            Entry(
                "strategy:export",
                _("Strategies of a year"),
                _("One document for each unit, in one file"),
                "archive",
                "export strategies",
            ),
            Entry("jobs", _("Files being made"), _("Long work in the background"), "progress", "export lists"),
        ),
    ),
    (
        _("How we do it"),
        (
            Entry(
                "strategy:funding",
                _("Funding and experts"),
                _("Pools, deadlines and who knows"),
                "coins",
                "write the strategy",
            ),
            Entry("rules", _("Rules"), _("Thresholds and conditions, dated"), "scale", "change settings"),
            Entry("law", _("Law references"), _("With their days, and what replaced them"), "gavel", "change settings"),
            Entry("strategy:fund_rules", _("Rules of the funds"), _("What they pay, dated"), "coin", "change settings"),
            Entry("words", _("Words"), _("What you call talks and plans"), "tag", "change settings"),
            Entry(
                "settings",
                _("Look and language"),
                _("Colour, language, smallest group"),
                "adjustments",
                "change settings",
            ),
        ),
    ),
    (
        _("Afterwards"),
        (
            Entry("history", _("History"), _("Who changed what, when and why"), "history", "see history"),
            Entry("retention", _("How long things are kept"), _("And what is due to go"), "archive", "change settings"),
        ),
    ),
)


def hub(may: Callable[..., bool]) -> list[tuple[str | Promise, list[Entry]]]:
    """The pages that exist and that the reader may open, in groups; groups without any are left out."""
    groups = []
    for title, entries in HUB:
        found = [
            Entry(**{**entry.__dict__, "url": address(entry.name)})
            for entry in entries
            if may(entry.permission) and address(entry.name)
        ]
        if found:
            groups.append((title, found))
    return groups


def address(name: str) -> str:
    """The address of a page, or nothing when it does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def by_kind(rules: Iterable[Rule]) -> list[tuple[Rule.Kind, list[Rule]]]:
    """The rules under their kind, the newest first; kinds without any are there too."""
    rows = sorted(rules, key=lambda rule: (rule.unit.path, -rule.starts_on.toordinal()))
    return [(kind, [rule for rule in rows if rule.kind == kind]) for kind in Rule.Kind]


def value_on(unit: Unit, kind: Rule.Kind, day: date) -> int | None:
    """What the rule of `unit`, else of the nearest unit above it, says on `day`; None where there is none."""
    return Rule.objects.holding_for(unit, day).filter(kind=kind).values_list("value", flat=True).last()
