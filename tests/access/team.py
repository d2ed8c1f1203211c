from datetime import date, timedelta

from competence.domain import commitments, units
from competence.models import Commitment
from tests.access.row import Row
from tests.cast import TODAY, Cast
from tests.trainers import working
from tests.trainers.selecting import AT
from trainers.domain import mandates, pool, reserves, sessions, support
from trainers.models import Mandate, PoolShare, Selection, Session, SupportEntry, TrainerRequest, TrainingPart

# Eva leads the team, Bo is its trainer; Tove leads him, Dan stands in for her, Mads leads both.
OTHERS = {"sven": "404"}
SECRET = "Dagene er tirsdag og torsdag."
# Noon of the cast's day, so that a code works while the matrix is asked.
TODAY_AT_NOON = AT + timedelta(hours=1)


def _chosen(cast: Cast) -> tuple[dict[str, object], str]:
    (candidate,) = working.chosen(cast, cast.bo)
    return {"pk": candidate.pk}, "Bo Bang"


def _reserve(cast: Cast) -> tuple[dict[str, object], str]:
    """Bo has withdrawn, and Anna is the reserve."""
    bo, anna = working.chosen(cast, cast.bo, cast.anna)
    reserves.withdraw(selection=bo.selection, reason="Vil ikke alligevel.", at=AT)
    Selection.objects.filter(candidate=anna).update(outcome=Selection.Outcome.RESERVE, hours=0)
    return {"pk": anna.pk}, "Anna Ærø"


def _mandate(cast: Cast) -> Mandate:
    (candidate,) = working.chosen(cast, cast.bo)
    mandate = working.made(candidate, cast)
    mandates.sign(mandate=mandate, points=working.ALL_POINTS, words=SECRET, by=cast.tove, at=AT)
    return mandate


def _signed(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _mandate(cast).pk}, SECRET


def _files(cast: Cast) -> tuple[dict[str, object], str]:
    """A trainer with a letter and a proof, which are no text to look in."""
    return {"pk": working.ready(cast)[0].pk}, ""


def _ready(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": working.ready(cast)[0].pk}, "Bo Bang"


def _team(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": working.ready(cast)[0].round_id}, "Bo Bang"


def _sessions(cast: Cast) -> tuple[dict[str, object], str]:
    (mandate,) = working.ready(cast)
    return {"pk": working.planned(mandate, cast).round_id}, "Din første sag"


def _walks(cast: Cast) -> tuple[dict[str, object], str]:
    return _team(cast)[0], "Vil du aflyse resten af dagene på gulvet?"


def _part(cast: Cast) -> tuple[dict[str, object], str]:
    (mandate,) = working.signed(cast)
    part = TrainingPart.objects.get(profile=mandate.round.profile, kind="preparation")
    return {"pk": mandate.pk, "part": part.pk}, "Læs håndbogen."


def _session_of(cast: Cast) -> Session:
    """Anna is invited."""
    (mandate,) = working.ready(cast)
    made = working.planned(mandate, cast, starts_at=TODAY_AT_NOON)
    sessions.invite(session=made, employees=[cast.anna], at=AT)
    return made


def _session(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _session_of(cast).pk}, "<span>Anna Ærø</span>"


def _invited(cast: Cast) -> tuple[dict[str, object], str]:
    made = _session_of(cast)
    return {"pk": made.pk, "participant": made.participants.get().pk}, "Tag Anna Ærø af listen?"


def _code(cast: Cast) -> tuple[dict[str, object], str]:
    made = _session_of(cast)
    return {"pk": made.pk, "code": sessions.code_for(made)}, "Jeg er her"


def _held(cast: Cast) -> tuple[dict[str, object], str]:
    made = _session_of(cast)
    came = list(made.participants.values_list("pk", flat=True))
    sessions.hold(session=made, came=came, notes="", follow_up_on=None, at=TODAY_AT_NOON)
    return {"pk": made.pk}, ""


def _unit(cast: Cast) -> tuple[dict[str, object], str]:
    working.ready(cast)
    return {"pk": cast.mod.pk}, "Bo Bang"


def _role(cast: Cast) -> tuple[dict[str, object], str]:
    kind, last = Commitment.Kind.MENTOR, date(2027, 1, 1)
    made = commitments.take_on(
        employee=cast.anna, unit=cast.mod, kind=kind, hours=1, starts_on=TODAY, ends_on=last, on=TODAY
    )
    return {"pk": made.pk}, ""


def _support_team(cast: Cast) -> Mandate:
    """Bo is entitled to support; Anna is a trainer in the same team, and not."""
    bo, _anna = working.ready(cast, cast.bo, cast.anna)
    Mandate.objects.filter(pk=bo.pk).update(gives_support=True)
    return working.now(bo)


def _entry_of(cast: Cast) -> SupportEntry:
    return support.report(mandate=_support_team(cast), kind="error", cause="system", text=SECRET, reference="", at=AT)


def _log(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _entry_of(cast).round_id}, SECRET


def _excel(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _entry_of(cast).round_id}, ""


def _entry(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _entry_of(cast).pk}, SECRET


def _pool(cast: Cast) -> tuple[dict[str, object], str]:
    return {}, _team(cast)[1]


# What Bo agrees to show; what nobody agreed to show stands beside it in the same page and must not leave Nordby.
SHOWN = pool.ShareFacts("Signering på telefonen", "dansk", PoolShare.Reach.ONLINE)


def _shared_trainer(cast: Cast) -> PoolShare:
    working.ready(cast)
    return pool.agree(share=pool.offer(employee=cast.bo, facts=SHOWN, by=cast.hanne, at=AT), at=AT)


def _shared_pool(cast: Cast) -> tuple[dict[str, object], str]:
    _shared_trainer(cast)
    return {}, SHOWN.topics


def _shared_pool_inside(cast: Cast) -> tuple[dict[str, object], str]:
    """Where Bo works is not shared."""
    _shared_trainer(cast)
    return {}, "Modtagelse"


def _to_share(cast: Cast) -> tuple[dict[str, object], str]:
    working.ready(cast)
    return {"pk": cast.bo.pk}, "Bo Bang"


def _asked_to_share(cast: Cast) -> tuple[dict[str, object], str]:
    """Hanne has switched it on, Bo has not said yes: nobody else knows."""
    working.ready(cast)
    return {"pk": pool.offer(employee=cast.bo, facts=SHOWN, by=cast.hanne, at=AT).pk}, SHOWN.topics


def _share(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _shared_trainer(cast).pk}, SHOWN.topics


def _request(cast: Cast) -> tuple[dict[str, object], str]:
    share = _shared_trainer(cast)
    made = pool.ask(share=share, topic=SECRET, wanted="Til marts", words="", by=cast.sven, at=AT)
    return {"pk": made.pk}, SECRET


def _request_of_a_third(cast: Cast) -> tuple[dict[str, object], str]:
    """What one municipality asks another is nothing to a third."""
    kwargs, text = _request(cast)
    third = units.found_municipality(code="TRE", name="Tredje Kommune")
    TrainerRequest.objects.filter(topic=text).update(municipality=third)
    return kwargs, text


def _mine(cast: Cast) -> tuple[dict[str, object], str]:
    working.ready(cast)
    return {}, "Nord</a>"


ROWS: list[Row] = [
    Row("trainers:pool", {"eva hanne": "200 sees", "sven": "200"}, setup=_pool),
    Row("trainers:pool", {"sven": "200 sees", "eva hanne": "200"}, setup=_shared_pool),
    Row("trainers:pool", {"eva hanne": "200 sees", "sven": "200"}, setup=_shared_pool_inside),
    Row("trainers:share_new", {"eva hanne": "200 sees", **OTHERS}, setup=_to_share),
    Row("trainers:share", {"bo eva hanne": "200 sees", **OTHERS}, setup=_share),
    Row("trainers:share_agree", {"bo": "302", **OTHERS}, method="POST", setup=_asked_to_share),
    Row("trainers:share_end", {"bo eva hanne": "302", **OTHERS}, method="POST", setup=_share),
    Row("trainers:ask", {"sven": "200 sees", "eva hanne": "404"}, setup=_share),
    Row("trainers:ask", {"sven eva hanne": "404"}, setup=_asked_to_share),
    Row("trainers:request", {"eva hanne sven": "200 sees"}, setup=_request),
    Row("trainers:request", {"eva hanne": "200 sees", **OTHERS}, setup=_request_of_a_third),
    Row("trainers:session_points", {"eva bo": "302", **OTHERS}, method="POST", setup=_session),
    Row("trainers:session_follow_up", {"eva bo": "302", **OTHERS}, method="POST", setup=_session),
    Row("trainers:mine", {"bo": "200 sees"}, others="200", setup=_mine),
    Row("trainers:support", {"eva bo": "200 sees", **OTHERS}, setup=_log),
    Row("trainers:support_new", {"bo": "200", **OTHERS}, setup=_log),
    Row("trainers:support_export", {"eva bo": "200", **OTHERS}, is_file=True, setup=_excel),
    Row("trainers:support_close", {"eva bo": "200 sees", **OTHERS}, setup=_entry),
    Row("trainers:team", {"eva bo": "200 sees", **OTHERS}, setup=_team),
    Row("trainers:mandate_new", {"eva": "200 sees"}, setup=_chosen),
    Row("trainers:take_in", {"eva": "200 sees"}, setup=_reserve),
    Row("trainers:step_back", {"bo": "200 sees", **OTHERS}, setup=_chosen),
    Row("trainers:no_longer", {"anna": "302", **OTHERS}, method="POST", setup=_reserve),
    Row("trainers:again", {"anna": "302", **OTHERS}, method="POST", setup=_reserve),
    Row("trainers:withdraw", {"eva": "200 sees"}, setup=_chosen),
    Row("trainers:mandate", {"eva bo tove dan mads": "200 sees", **OTHERS}, setup=_signed),
    Row("trainers:anchor", {"tove dan mads": "200", **OTHERS}, setup=_signed),
    Row("trainers:mandate_start", {"eva": "302"}, method="POST", setup=_signed),
    Row("trainers:mandate_end", {"eva": "200 sees"}, setup=_ready),
    Row("trainers:mandate_edit", {"eva": "200 sees"}, setup=_ready),
    Row("trainers:mandate_topics", {"eva": "200 sees"}, setup=_ready),
    Row("trainers:assignment_pdf", {"eva bo tove dan mads": "200", **OTHERS}, is_file=True, setup=_files),
    Row("trainers:proof_pdf", {"eva bo tove dan mads": "200", **OTHERS}, is_file=True, setup=_files),
    Row("trainers:part", {"eva bo": "200 sees", **OTHERS}, setup=_part),
    Row("trainers:hand_out", {"eva": "302"}, method="POST", setup=_part),
    Row("trainers:handed_out", {"eva": "200 sees"}, setup=_part),
    Row("trainers:ready", {"eva": "302"}, method="POST", setup=_ready),
    Row("trainers:loads", {"mads ylva sven": "200"}),
    Row("trainers:load", {"mads": "200 sees", **OTHERS}, setup=_unit),
    Row("trainers:load_role_new", {"mads": "200 sees", **OTHERS}, setup=_unit),
    Row("trainers:load_role_end", {"mads": "302", **OTHERS}, method="POST", setup=_role),
    Row("trainers:sessions", {"eva bo": "200 sees", **OTHERS}, setup=_sessions),
    Row("trainers:session_new", {"eva bo": "200 sees", **OTHERS}, setup=_team),
    Row("trainers:rota", {"eva bo": "200 sees", **OTHERS}, setup=_team),
    Row("trainers:rota_cancel", {"eva bo": "200 sees", **OTHERS}, setup=_walks),
    Row("trainers:session_coming", {"anna": "302", **OTHERS}, method="POST", data={"comes": "no"}, setup=_session),
    Row("trainers:session", {"eva bo": "200 sees", "anna": "200", **OTHERS}, setup=_session),
    Row("trainers:session_edit", {"eva bo": "200", **OTHERS}, setup=_session),
    Row("trainers:session_invite", {"eva bo": "200", **OTHERS}, setup=_session),
    Row("trainers:session_remove", {"eva bo": "200 sees", **OTHERS}, setup=_invited),
    Row("trainers:session_hold", {"eva bo": "200", **OTHERS}, setup=_session),
    Row("trainers:session_attendance", {"eva bo": "302", **OTHERS}, setup=_session),
    Row("trainers:session_attendance", {"eva bo": "200", **OTHERS}, setup=_held),
    Row("trainers:session_cancel", {"eva bo": "200", **OTHERS}, setup=_session),
    Row("trainers:wall", {"eva bo": "200", **OTHERS}, setup=_session),
    Row("trainers:here", OTHERS, others="200 sees", setup=_code),
    Row("trainers:evaluate", {"anna": "200", **OTHERS}, setup=_held),
]
