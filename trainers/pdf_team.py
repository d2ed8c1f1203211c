"""The documents of a team at work, one function each."""

from datetime import date

from competence import pdf
from trainers.models import Anchoring, Mandate
from trainers.queries import sessions as queries
from trainers.queries.path import steps_of


def assignment(mandate: Mandate, *, on: date, language: str = "") -> bytes:
    """What it is for, when, with which hours, and who stands behind it (source: T10)."""
    anchoring: Anchoring | None = getattr(mandate, "anchoring", None)
    context: dict[str, object] = {
        "municipality": mandate.unit.municipality,
        "made_on": on,
        "mandate": mandate,
        "phases": list(mandate.phases.all()),
        "anchoring": anchoring,
    }
    return pdf.render("pdf/trainer_assignment.html", context, language=language)


def proof(mandate: Mandate, *, on: date, language: str = "") -> bytes:
    """What somebody has learnt and done as a trainer, to show to others (source: T29)."""
    context: dict[str, object] = {
        "municipality": mandate.unit.municipality,
        "made_on": on,
        "mandate": mandate,
        "steps": [step for step in steps_of(mandate) if step.is_done],
        "held": queries.held_by(mandate),
    }
    return pdf.render("pdf/trainer_proof.html", context, language=language)
