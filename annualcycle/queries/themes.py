"""What many ask about and needs no course, and the themes made of it (sources: S49–S51)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Count, F, Prefetch, Q, QuerySet

from annualcycle.models import Cycle, Theme, Wish
from annualcycle.models.decisions import Outcome
from competence.models import Competence, Unit
from competence.text import danish_key, fold

_SHARED_KINDS = (Wish.Kind.KNOWLEDGE_SHARING, Wish.Kind.NETWORK)


@dataclass(frozen=True)
class Group:
    """Wishes about the same. `key` is `need:5`, `competence:7` or `title:…`; `reference` is the need's, as 3.2.1."""

    key: str
    label: str
    reference: str
    wishes: tuple[Wish, ...]

    @property
    def own(self) -> int:
        """How many look to the own organisation for the knowledge."""
        return len(self.wishes) - self.authority

    @property
    def authority(self) -> int:
        """How many look to another authority."""
        return sum(wish.source == Wish.Source.AUTHORITY for wish in self.wishes)

    @property
    def source(self) -> str:
        """Where most look for the knowledge."""
        return Wish.Source.AUTHORITY if self.authority > self.own else Wish.Source.OWN

    @property
    def teams(self) -> list[str]:
        return sorted({wish.unit.name for wish in self.wishes}, key=danish_key)


def shared_wishes(cycle: Cycle) -> "QuerySet[Wish]":
    """Wishes for sharing or a network, and those that December turned into knowledge sharing (source: S49)."""
    asked = Q(kind__in=_SHARED_KINDS) | Q(decision__outcome=Outcome.SHARING)
    return Wish.objects.filter(asked, cycle=cycle, state=Wish.State.SUBMITTED)


def groups_of(cycle: Cycle) -> list[Group]:
    """What is asked for and in no theme yet, the most wanted first; grouped by need, else competence, else title."""
    competences = Prefetch("offer__competences", Competence.objects.order_by("name"))
    wishes = shared_wishes(cycle).filter(themes__isnull=True).select_related("unit", "need__section", "offer")
    groups: dict[str, list[Wish]] = {}
    labels: dict[str, tuple[str, str]] = {}
    for wish in wishes.prefetch_related(competences).order_by("pk"):
        key, label, reference = _about(wish)
        groups.setdefault(key, []).append(wish)
        labels.setdefault(key, (label, reference))
    found = [Group(key, *labels[key], tuple(wishes)) for key, wishes in groups.items()]
    return sorted(found, key=lambda group: (-len(group.wishes), danish_key(group.label)))


def _about(wish: Wish) -> tuple[str, str, str]:
    """Key, label and reference of the group `wish` belongs to."""
    if wish.need:
        return f"need:{wish.need_id}", wish.need.title, wish.need.reference
    competences = list(wish.offer.competences.all()) if wish.offer else []
    if competences:
        return f"competence:{competences[0].pk}", competences[0].name, ""
    return f"title:{fold(wish.title.strip())}", wish.title.strip(), ""


def themes_for(cycle: Cycle) -> "QuerySet[Theme]":
    """The year's themes with the number of wishes behind each as `asked`; those without a date come last."""
    rows = cycle.themes.select_related("unit").annotate(asked=Count("wishes"))
    return rows.order_by(F("held_on").asc(nulls_last=True), "title")


def columns(themes: Iterable[Theme]) -> dict[str, list[Theme]]:
    """The themes by where they are taken up; an empty key holds those not placed yet."""
    found: dict[str, list[Theme]] = {"": [], **{place: [] for place in Theme.Place.values}}
    for theme in themes:
        found[theme.place].append(theme)
    return found


def teams_of(cycle: Cycle) -> "QuerySet[Unit]":
    """The centre and its units, where a theme can be taken up."""
    return Unit.objects.below(cycle.unit).order_by("path")


def most_asking_team(theme: Theme) -> int | None:
    """The unit with most of the wishes behind `theme`."""
    counts = Counter(theme.wishes.order_by("unit__path").values_list("unit_id", flat=True))
    return counts.most_common(1)[0][0] if counts else None


def themes_of(wish: Wish) -> "QuerySet[Theme]":
    """The published and placed themes that take up `wish`, or a competence it is about, where its owner works.

    For the answer's line about the time until then (sources: S47, S49).
    """
    published = Theme.objects.filter(cycle=wish.cycle_id, cycle__themes_published_at__isnull=False).exclude(place="")
    here = published.filter(Q(unit__isnull=True) | Q(unit__in=wish.unit.line), _about_the_same(wish))
    return here.distinct().select_related("unit").order_by(F("held_on").asc(nulls_last=True), "title")


def _about_the_same(wish: Wish) -> Q:
    """Themes made of `wish`, of its need, or of wishes for a competence its course or its need is about."""
    same, known = Q(wishes=wish), Q(pk__in=[])
    if wish.need_id:
        same |= Q(wishes__need=wish.need_id)
        known |= Q(needs=wish.need_id)
    if wish.offer_id:
        known |= Q(offers=wish.offer_id)
    competences = list(Competence.objects.filter(known).values_list("pk", flat=True).distinct())
    return same | Q(wishes__offer__competences__in=competences) | Q(wishes__need__competences__in=competences)


def asked(theme: Theme) -> int:
    """The annotation of `themes_for`."""
    return int(cast(Any, theme).asked)
