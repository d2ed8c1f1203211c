"""What pages read about the way to being ready."""

from collections.abc import Iterable
from dataclasses import dataclass

from trainers.models import Mandate, PartRecord, TrainingPart

READ = (TrainingPart.Kind.PREPARATION, TrainingPart.Kind.SELF_STUDY)


@dataclass(frozen=True)
class Step:
    """One part of a trainer's path; `is_excused` for preparation about a method the trainer knows (source: K38)."""

    part: TrainingPart
    record: PartRecord | None
    is_excused: bool

    @property
    def is_done(self) -> bool:
        return self.record is not None and self.record.done_on is not None

    @property
    def is_course(self) -> bool:
        return self.part.kind == TrainingPart.Kind.COURSE_DAY

    @property
    def is_read(self) -> bool:
        return self.part.kind in READ

    @property
    def is_lacking(self) -> bool:
        return self.part.is_mandatory and not self.is_done and not self.is_excused

    @property
    def is_unhanded(self) -> bool:
        """Read by what the trainer says, and nobody knows since when."""
        asked = self.part.is_mandatory and not self.is_excused
        return asked and not (self.record and self.record.handed_out_on)

    @property
    def state(self) -> str:
        if self.is_done:
            return "done"
        if self.is_excused:
            return "excused"
        begun = self.record and (self.record.handed_out_on or self.record.attended)
        return "begun" if begun else "open"


def steps_of(mandate: Mandate) -> list[Step]:
    """The profile's path in its order, with what this trainer has done; two queries."""
    return steps_of_all([mandate], mandate.round.profile_id)[mandate.pk]


def steps_of_all(mandates: Iterable[Mandate], profile: int) -> dict[int, list[Step]]:
    """The paths of several trainers of one profile, by mandate; two queries for all."""
    parts = list(TrainingPart.objects.filter(profile=profile).order_by("position"))
    found = list(mandates)
    records = {(one.mandate_id, one.part_id): one for one in PartRecord.objects.filter(mandate__in=found)}
    return {
        mandate.pk: [Step(part, records.get((mandate.pk, part.pk)), _is_excused(mandate, part)) for part in parts]
        for mandate in found
    }


def _is_excused(mandate: Mandate, part: TrainingPart) -> bool:
    return mandate.knows_method and part.kind == TrainingPart.Kind.PREPARATION


def missing_parts(mandate: Mandate) -> list[TrainingPart]:
    """What everybody takes and this trainer has not done."""
    return [step.part for step in steps_of(mandate) if step.is_lacking]


def unread_parts(mandate: Mandate) -> list[TrainingPart]:
    """The preparation this trainer has to be handed and to read before the course, and has not (source: K38)."""
    prepares = (step for step in steps_of(mandate) if step.part.kind == TrainingPart.Kind.PREPARATION)
    return [step.part for step in prepares if step.is_lacking or step.is_unhanded]
