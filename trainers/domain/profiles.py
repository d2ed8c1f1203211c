"""Writes on trainer profiles: drafts are written, published versions are frozen and copied (sources: K01, K02)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from competence.models import Competence, Employee, Unit
from trainers.models import (
    AttentionPoint,
    Criterion,
    Profile,
    Programme,
    Reference,
    Task,
    TrainingPart,
)
from trainers.models.profiles import Line


class NotADraft(Exception):
    """A published version is frozen: a change is a new version."""


class NameTaken(Exception):
    """The municipality has another programme with this name."""


class NoCriteria(Exception):
    """A profile without criteria says nothing."""


class VersionTaken(Exception):
    """The programme has a version with this number already."""


@dataclass(frozen=True)
class Facts:
    """The texts of a profile."""

    version: str
    introduction: str = ""
    purpose: str = ""
    at_risk: str = ""
    guidance: str = ""


@dataclass(frozen=True)
class ProgrammeFacts:
    """What trainers are chosen for; the dates (inclusive) are those of the conversion, if there is one."""

    name: str
    description: str = ""
    converts_from: date | None = None
    converts_until: date | None = None


@dataclass(frozen=True)
class CriterionFacts:
    """One criterion; `scale` has a text for each level from 0 to 5."""

    competence: Competence
    name: str
    description: str
    scale: Sequence[str]
    parts: Sequence[str] = field(default_factory=list)
    wish_counts: bool = False
    needs_source: bool = False
    demand: str = Criterion.Demand.TEAM
    axis: str = Criterion.Axis.NONE
    weight: int = 1
    level: int = 3
    cover: int = 1
    measure: str = Criterion.Measure.ASSESSED
    full_years: int = 15


# Which lists of lines a profile has.
LINES: dict[str, type[Line]] = {
    "tasks": Task,
    "points": AttentionPoint,
    "training": TrainingPart,
    "references": Reference,
}


def add_programme(
    *,
    municipality: Unit,
    name: str,
    description: str = "",
    converts_from: date | None = None,
    converts_until: date | None = None,
) -> Programme:
    """What trainers are chosen for; the dates (inclusive) are those of the conversion, if there is one."""
    return Programme.objects.create(
        municipality=municipality,
        name=name,
        description=description,
        converts_from=converts_from,
        converts_until=converts_until,
    )


@transaction.atomic
def change_programme(*, programme: Programme, facts: ProgrammeFacts) -> Programme:
    """Dates move, and floor walks are planned by them (source: K08). Raises NameTaken."""
    others = Programme.objects.filter(municipality=programme.municipality_id, name=facts.name)
    if others.exclude(pk=programme.pk).exists():
        raise NameTaken
    for name, value in facts.__dict__.items():
        setattr(programme, name, value)
    programme.save(update_fields=list(facts.__dict__))
    return programme


@transaction.atomic
def draft(*, programme: Programme, facts: Facts, at: datetime) -> Profile:
    """A new version to write on. Raises VersionTaken."""
    if programme.profiles.filter(version=facts.version).exists():
        raise VersionTaken
    return Profile.objects.create(programme=programme, made_at=at, **facts.__dict__)


@transaction.atomic
def change(*, profile: Profile, facts: Facts) -> Profile:
    """The texts. Raises NotADraft, VersionTaken."""
    profile = _draft(profile)
    if profile.programme.profiles.filter(version=facts.version).exclude(pk=profile.pk).exists():
        raise VersionTaken
    for name, value in facts.__dict__.items():
        setattr(profile, name, value)
    profile.save()
    return profile


@transaction.atomic
def add_criterion(*, profile: Profile, facts: CriterionFacts) -> Criterion:
    """A criterion after the others. Raises NotADraft."""
    profile = _draft(profile)
    last = profile.criteria.aggregate(last=models.Max("position"))["last"]
    return Criterion.objects.create(profile=profile, position=(last or 0) + 1, **_columns(facts))


@transaction.atomic
def change_criterion(*, criterion: Criterion, facts: CriterionFacts) -> Criterion:
    """Raises NotADraft."""
    _draft(criterion.profile)
    for name, value in _columns(facts).items():
        setattr(criterion, name, value)
    criterion.save()
    return criterion


@transaction.atomic
def remove_criterion(*, criterion: Criterion) -> None:
    """Raises NotADraft."""
    _draft(criterion.profile)
    criterion.delete()


@transaction.atomic
def write_lines(*, profile: Profile, kind: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """The whole list `kind` (a key of LINES), in this order. Raises NotADraft."""
    profile = _draft(profile)
    model: Any = LINES[kind]
    model._default_manager.filter(profile=profile).delete()
    model._default_manager.bulk_create(
        model(profile=profile, position=position, **row) for position, row in enumerate(rows, start=1)
    )


@transaction.atomic
def publish(*, profile: Profile, by: Employee, at: datetime) -> Profile:
    """Freeze the draft; the version before it is retired. Raises NotADraft, NoCriteria."""
    profile = _draft(profile)
    if not profile.criteria.exists():
        raise NoCriteria
    for older in profile.programme.profiles.published().select_for_update():
        retire(profile=older, at=at)
    profile.state = Profile.State.PUBLISHED
    profile.published_at, profile.published_by = at, by
    profile.save()
    return profile


@transaction.atomic
def retire(*, profile: Profile, at: datetime) -> Profile:
    """New rounds cannot use it; those under way keep it."""
    profile.state, profile.retired_at = Profile.State.RETIRED, at
    profile.save(update_fields=["state", "retired_at"])
    return profile


@transaction.atomic
def copy(*, profile: Profile, version: str, at: datetime) -> Profile:
    """A draft with everything the profile has, to become its next version. Raises VersionTaken."""
    facts = Facts(version, profile.introduction, profile.purpose, profile.at_risk, profile.guidance)
    made = draft(programme=profile.programme, facts=facts, at=at)
    models: tuple[Any, ...] = (Criterion, *LINES.values())
    for model in models:
        rows = list(model._default_manager.filter(profile=profile))
        for row in rows:
            row.pk, row.profile = None, made
        model._default_manager.bulk_create(rows)
    return made


def _columns(facts: CriterionFacts) -> dict[str, Any]:
    return facts.__dict__ | {"scale": list(facts.scale), "parts": list(facts.parts)}


def _draft(profile: Profile) -> Profile:
    """The row, locked. Raises NotADraft."""
    row = Profile.objects.select_for_update(of=("self",)).select_related("programme").get(pk=profile.pk)
    if not row.is_draft:
        raise NotADraft
    return row
