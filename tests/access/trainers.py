from typing import Any

from competence.domain import settings as municipality
from tests.access.row import Row
from tests.cast import Cast
from tests.trainers import selecting
from trainers.domain import decisions, limits, peers, profiles, teams
from trainers.models import Candidate, Criterion, Profile, Selection

# Everybody in Nordby. Eva leads the round and has assessed; Mette assesses beside her and has not begun.
INSIDE = "anna bo vik orla tess tove eva mette dan finn mads ylva karl hanne adam"
WRITERS = "eva hanne"
OTHERS = {"sven": "404"}
SECRET = "Rolig forklaring til en ny kollega."


def _profile(cast: Cast) -> tuple[dict[str, Any], str]:
    found = selecting.published_profile(cast)
    selecting.give_roles(cast)
    return {"pk": found.pk}, "Vælg et hold."


def _listed(cast: Cast) -> tuple[dict[str, Any], str]:
    _profile(cast)
    return {}, "Version 1.0"


def _draft(cast: Cast) -> tuple[dict[str, Any], str]:
    kwargs, text = _profile(cast)
    made = profiles.copy(profile=Profile.objects.get(**kwargs), version="2.0", at=selecting.AT)
    return {"pk": made.pk}, text


def _criterion(cast: Cast) -> tuple[dict[str, Any], str]:
    kwargs, _text = _draft(cast)
    return {"pk": Criterion.objects.filter(profile=kwargs["pk"]).earliest("position").pk}, "Det betyder det."


def _leads(cast: Cast) -> tuple[dict[str, Any], str]:
    selecting.give_roles(cast)
    return {}, ""


def _candidate(cast: Cast) -> Candidate:
    """Bo, assessed by Eva with an example only she may read yet; Karl of another centre is nothing here."""
    found = selecting.candidate_for(selecting.opened_round(cast), cast.bo, cast)
    selecting.handed_in(found, cast.eva, 4, SECRET)
    return found


def _round(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": _candidate(cast).round_id}, "Bo Bang"


def _early(cast: Cast) -> tuple[dict[str, Any], str]:
    """The secret is what Eva has seen: Mette, who has not handed in, must not read it anywhere."""
    return {"pk": _candidate(cast).pk}, SECRET


def _early_means(cast: Cast) -> tuple[dict[str, Any], str]:
    """The mean of Eva's scores is a picture of what she thinks."""
    return {"pk": _candidate(cast).round_id}, 'class="level heat-4"'


def _early_matrix(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": _candidate(cast).round_id}, "<circle"


def _composed(cast: Cast) -> tuple[dict[str, Any], str]:
    candidate = _candidate(cast)
    teams.run(round_=candidate.round, by=cast.eva, at=selecting.AT)
    return {"pk": candidate.round_id}, "Anbefalet"


def _run(cast: Cast) -> tuple[dict[str, Any], str]:
    candidate = _candidate(cast)
    return {"pk": teams.run(round_=candidate.round, by=cast.eva, at=selecting.AT).pk}, f"k{candidate.pk}"


def _pk(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": _candidate(cast).pk}, "Bo Bang"


def _decided(cast: Cast) -> Candidate:
    found = _candidate(cast)
    decisions.decide(
        round_=found.round,
        outcomes={found.pk: Selection.Outcome.CHOSEN},
        reasons={found.pk: "Du dækker det hele."},
        reason="Dækker det hele.",
        by=cast.eva,
        at=selecting.AT,
    )
    return found


def _open_round(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": _candidate(cast).round_id}, "Hvem vil være en god træner?"


def _peers(cast: Cast) -> tuple[dict[str, Any], str]:
    """The colleagues of Bo are asked: who works with him, and has no part in the selection."""
    found = _candidate(cast)
    settings = cast.nordby.settings
    municipality.change(settings=settings, language=settings.language, accent=settings.accent, smallest_cell=3)
    peers.ask(candidate=Candidate.objects.get(pk=found.pk), by=cast.eva, at=selecting.AT)
    return {"pk": found.pk}, "Bo Bang"


def _letter_file(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": _decided(cast).pk}, ""


def _letter(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": _decided(cast).pk}, "Du dækker det hele."


def _record(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": _decided(cast).round_id}, ""


def _unit(cast: Cast) -> tuple[dict[str, Any], str]:
    return {"pk": cast.mod.pk}, "Modtagelse"


def _limited(cast: Cast) -> tuple[dict[str, Any], str]:
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=9)
    return {}, "højst 9 timer"


ROWS: list[Row] = [
    Row("trainers:home", {"sven": "200"}, others="200"),
    Row("trainers:profiles", {"sven": "200"}, others="200 sees", setup=_listed),
    Row("trainers:profile", {INSIDE: "200 sees", **OTHERS}, setup=_profile),
    Row("trainers:profile", {WRITERS: "200 sees", **OTHERS}, setup=_draft),
    Row("trainers:programme_new", {f"{WRITERS} sven": "200"}, setup=_leads),
    Row("trainers:profile_edit", {WRITERS: "200 sees", **OTHERS}, setup=_draft),
    *(
        Row(f"trainers:profile_{kind}", {WRITERS: "200", **OTHERS}, setup=_draft)
        for kind in ("tasks", "points", "training", "references")
    ),
    Row("trainers:profile_publish", {WRITERS: "302", **OTHERS}, method="POST", setup=_draft),
    Row("trainers:profile_retire", {WRITERS: "302", **OTHERS}, method="POST", setup=_profile),
    Row("trainers:profile_copy", {WRITERS: "302", **OTHERS}, method="POST", data={"version": "3.0"}, setup=_profile),
    Row("trainers:criterion_new", {WRITERS: "200", **OTHERS}, setup=_draft),
    Row("trainers:criterion", {WRITERS: "200 sees", **OTHERS}, setup=_criterion),
    Row("trainers:criterion_remove", {"eva": "302", "hanne": "404", **OTHERS}, method="POST", setup=_criterion),
    Row("trainers:round_new", {"eva": "200"}, setup=_leads),
    Row("trainers:round", {"eva mette": "200 sees", **OTHERS}, setup=_round),
    Row("trainers:round_edit", {"eva": "200"}, setup=_round),
    Row("trainers:set_up", {"eva": "200"}, setup=_round),
    Row("trainers:round_stop", {"eva": "200"}, setup=_round),
    Row("trainers:hand_over", {"eva": "200"}, setup=_round),
    Row(
        "trainers:nominate",
        {"anna bo vik orla tess tove eva mette dan finn mads": "200 sees", **OTHERS},
        setup=_open_round,
    ),
    Row("trainers:compare", {"eva": "200 sees", "mette": "200", **OTHERS}, setup=_early_means),
    Row("trainers:matrix", {"eva": "200 sees", "mette": "200", **OTHERS}, setup=_early_matrix),
    Row("trainers:compose", {"eva": "200 sees", "mette": "200", **OTHERS}, setup=_composed),
    Row("trainers:compose_run", {"eva": "302"}, method="POST", setup=_round),
    Row("trainers:decide", {"eva": "200 sees"}, setup=_round),
    Row("trainers:record_pdf", {"eva mette": "200", **OTHERS}, is_file=True, setup=_record),
    Row("trainers:run_problem", {"eva": "200 sees"}, is_file=True, setup=_run),
    Row("trainers:run_answer", {"eva": "200 sees"}, is_file=True, setup=_run),
    Row("trainers:candidate", {"eva": "200 sees", "mette": "200", **OTHERS}, setup=_early),
    Row("trainers:candidacy", {"bo": "200", **OTHERS}, setup=_early),
    Row("trainers:release", {"tove dan mads": "200 sees", **OTHERS}, setup=_pk),
    Row("trainers:sheet", {"eva": "302", "mette": "200", **OTHERS}, setup=_early),
    Row("trainers:exception", {"eva": "200 sees"}, setup=_pk),
    Row("trainers:move", {"eva": "200 sees", **OTHERS}, setup=_pk),
    Row("trainers:peers_ask", {"eva": "200 sees"}, setup=_pk),
    Row("trainers:peer_answer", {"anna vik tess": "200 sees", **OTHERS}, setup=_peers),
    Row("trainers:pin", {"eva": "302"}, method="POST", data={"pin": "chosen"}, setup=_pk),
    Row("trainers:letter", {"bo eva mette": "200 sees", **OTHERS}, setup=_letter),
    Row("trainers:letter_pdf", {"bo eva mette": "200", **OTHERS}, is_file=True, setup=_letter_file),
    Row("trainers:limits", {"mads": "200 sees", "ylva sven": "200"}, setup=_limited),
    Row("trainers:limit", {"mads": "200 sees", **OTHERS}, setup=_unit),
]
