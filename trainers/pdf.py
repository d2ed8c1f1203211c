"""The documents of selections, one function each."""

from datetime import date

from competence import pdf
from trainers.letters import letter_of
from trainers.models import Round, Selection
from trainers.queries.candidates import frame_of, people_of
from trainers.team_cards import heat_rows


def letter(selection: Selection, *, on: date, language: str = "") -> bytes:
    """The answer to one candidate (source: K44)."""
    context: dict[str, object] = {
        "municipality": selection.candidate.unit.municipality,
        "made_on": on,
        "selection": selection,
        "round": selection.candidate.round,
        "letter": letter_of(selection),
    }
    return pdf.render("pdf/trainer_letter.html", context, language=language)


def record(round_: Round, *, on: date, language: str = "") -> bytes:
    """Profile version, criteria, coverage and decision; no scores of single assessors and no notes (source: K46)."""
    frame = frame_of(round_)
    people = people_of(round_, None, frame=frame)
    brought = _brought(round_)
    chosen = [one for one in people if one.selection and one.selection.outcome == Selection.Outcome.CHOSEN]
    reserve = [one for one in people if one.selection and one.selection.outcome == Selection.Outcome.RESERVE]
    context: dict[str, object] = {
        "municipality": round_.unit.municipality,
        "made_on": on,
        "round": round_,
        "criteria": frame.criteria,
        "taught": frame.taught,
        "chosen": chosen,
        "reserve": reserve,
        "taken_in": [one for one in chosen if one.selection and one.selection.taken_in_at],
        "withdrawn": [one for one in people if one.selection and one.selection.outcome == Selection.Outcome.WITHDRAWN],
        "others": sum(bool(one.selection and one.selection.outcome == Selection.Outcome.DECLINED) for one in people),
        "rows": [
            (
                row.criterion,
                list(zip(chosen, row.cells, strict=True)),
                [one.name for one in chosen if (one.pk, row.criterion.pk) in brought],
            )
            for row in heat_rows(frame, chosen)
        ],
        "has_scores": any(one.is_read for one in chosen),
        "has_covers": bool(brought),
        "exceptions": [row for one in chosen for row in one.candidate.exceptions.all()],
    }
    return pdf.render("pdf/trainer_record.html", context, language=language)


def _brought(round_: Round) -> set[tuple[int, int]]:
    """Who (candidate) was chosen for what (criterion): it stays when the scores are erased (source: K06)."""
    covers = Selection.covers.through.objects.filter(selection__candidate__round=round_)
    return set(covers.values_list("selection__candidate", "criterion"))
