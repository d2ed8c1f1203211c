"""What pages read about profiles."""

from dataclasses import dataclass
from itertools import groupby

from django.shortcuts import get_object_or_404

from competence.models import Unit
from trainers.models import (
    AttentionPoint,
    Criterion,
    Profile,
    Programme,
    Reference,
    Task,
    TrainingPart,
)


@dataclass(frozen=True)
class Content:
    """Everything a profile says."""

    criteria: list[Criterion]
    tasks: list[Task]
    points: list[AttentionPoint]
    training: list[TrainingPart]
    references: list[Reference]


def content_of(profile: Profile) -> Content:
    """Five queries."""
    return Content(
        criteria=list(profile.criteria.select_related("competence").order_by("position")),
        tasks=list(profile.tasks.order_by("position")),
        points=list(profile.points.order_by("position")),
        training=list(profile.training.order_by("position")),
        references=list(profile.references.order_by("position")),
    )


def by_programme(municipality: int, *, drafts: bool) -> list[tuple[Programme, list[Profile]]]:
    """The profiles under what they are for, newest version first; `drafts` for those who write."""
    rows = Profile.objects.of_municipality(municipality).select_related("programme")
    if not drafts:
        rows = rows.exclude(state=Profile.State.DRAFT)
    found = rows.order_by("programme__name", "programme", "-made_at")
    return [(programme, list(versions)) for programme, versions in groupby(found, lambda row: row.programme)]


def criterion(pk: int) -> Criterion:
    """Http404 when there is none."""
    return get_object_or_404(Criterion.objects.select_related("profile__programme__municipality"), pk=pk)


def is_taken(municipality: Unit, name: str) -> bool:
    return Programme.objects.filter(municipality=municipality, name=name).exists()
