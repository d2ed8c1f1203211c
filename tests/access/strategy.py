from datetime import timedelta

from strategy.domain import duties, editing, hearing, versions
from strategy.models import BrushUp, Comment, OtherText, Section, Supervision
from tests.access.row import Row
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast
from tests.strategy import planted, writing
from tests.strategy.writing import AT

Found = tuple[dict[str, object], str]
CENTRE = "anna bo vik orla tess tove eva mette dan finn mads"
# Tove and anna are the working group; mads leads the centre and hanne works with HR.
WRITERS = "mads hanne tove anna"
RUN = {"mads hanne": "200 sees", "sven": "404"}
WRITE = {WRITERS: "200 sees", "sven": "404"}
WRITE_DO = {WRITERS: "302", "sven": "404"}
# In October dan deputises for tove, who leads Modtagelse.
KEEPERS = "mads hanne tove dan"
TITLE = "Strategi for læring"
SAID = {"text": "Hvad med os?"}


def _draft(cast: Cast) -> Found:
    return {"pk": writing.draft(cast).pk}, TITLE


def _listed(cast: Cast) -> Found:
    autumn.strategy(cast)
    return {}, "Strategi for kompetencer"


def _coming(cast: Cast) -> Found:
    writing.heard(cast)
    return {}, TITLE


def _heard(cast: Cast) -> Found:
    return {"pk": writing.heard(cast).pk}, TITLE


def _comment(cast: Cast) -> Found:
    strategy = writing.heard(cast)
    made = hearing.comment(section=writing.section(strategy), text="Hemmeligt?", by=cast.bo, at=AT, on=TODAY)
    return {"pk": made.pk}, ""


def _commented(cast: Cast) -> Found:
    kwargs, _secret = _comment(cast)
    return {"pk": Comment.objects.get(**kwargs).section.strategy_id}, "Hemmeligt?"


def _section_heard(cast: Cast) -> Found:
    return {"pk": writing.section(writing.heard(cast)).pk}, ""


def _before_med(cast: Cast) -> Found:
    return {"pk": writing.before_med(cast).strategy_id}, TITLE


def _approved(cast: Cast) -> Found:
    return {"pk": autumn.strategy(cast).pk}, "Vi lytter og forklarer."


def _next(cast: Cast) -> Found:
    first = autumn.strategy(cast)
    made = versions.copy(strategy=first, title=TITLE, starts_on=TODAY, ends_on=TODAY + timedelta(days=400))
    return {"pk": made.pk}, TITLE


def _member(cast: Cast) -> Found:
    return {"pk": writing.draft(cast).members.get(employee=cast.anna).pk}, ""


def _section(cast: Cast) -> Found:
    return {"pk": writing.section(writing.draft(cast)).pk}, writing.TEXT


def _need(cast: Cast) -> Found:
    return {"pk": writing.need(writing.draft(cast)).pk}, "Samtaler med børn"


def _aside(cast: Cast) -> Found:
    section = Section.objects.get(**_section(cast)[0])
    editing.save_text(section=section, text="Først.", revision=1, by=cast.anna, at=AT, on=TODAY)
    saved = editing.save_text(section=section, text="En anden tekst.", revision=1, by=cast.tove, at=AT, on=TODAY)
    assert isinstance(saved.other, OtherText)
    return {"pk": saved.other.pk}, "anden tekst"


def _mod(cast: Cast) -> Found:
    noted = duties.Noted(cast.tove, AT, TODAY)
    duties.note_first_aid(employee=cast.bo, taken_on=TODAY, expires_on=TODAY + timedelta(days=700), noted=noted)
    return {"pk": cast.mod.pk}, "Bo Bang"


def _supervision(cast: Cast) -> Found:
    made: Supervision = duties.offer_supervision(unit=cast.mod, starts_on=TODAY, supervisor="Rie Rask")
    return {"pk": made.pk}, ""


def _topic(cast: Cast) -> Found:
    made: BrushUp = duties.add_brush_up(unit=cast.mod, topic="Notatpligt", interval_months=12)
    return {"pk": made.pk}, "Notatpligt"


def _tree(cast: Cast) -> Found:
    return {"pk": planted.tree(cast).pk}, planted.PROBLEM


def _cause(cast: Cast) -> Found:
    return {"pk": planted.cause(cast).pk}, "Få har lært det"


def _measure(cast: Cast) -> Found:
    return {"pk": planted.measure(cast).pk}, planted.COURSE


def _listed_trees(cast: Cast) -> Found:
    planted.tree(cast)
    return {}, planted.PROBLEM


# Those of Modtagelse, who runs the centre, and HR; in October dan deputises for tove.
MODTAGELSE = "anna bo vik orla tess tove mads hanne dan"
KEEP = {KEEPERS: "200 sees", "sven": "404"}
KEEP_BLIND = {KEEPERS: "200", "sven": "404"}
# Finn leads another team of the same centre, ylva another centre.
KEEP_DO = {KEEPERS: "302", "sven": "404"}

ROWS: list[Row] = [
    Row("strategy:strategies", {"sven": "200"}, others="200 sees", setup=_listed),
    Row("strategy:strategies", {f"{CENTRE} hanne": "200 sees"}, others="200", setup=_coming),
    Row("strategy:strategy", {"sven": "404"}, others="200 sees", setup=_approved),
    Row("strategy:strategy", WRITE, setup=_draft),
    Row("strategy:strategy", {f"{CENTRE} hanne": "200 sees", "sven": "404"}, setup=_heard),
    Row("strategy:strategy", {f"{CENTRE} hanne": "200 sees", "sven": "404"}, setup=_before_med),
    Row("strategy_for_me", {WRITERS: "200 sees", "sven": "404"}, setup=_draft),
    Row("strategy_for_me", {f"{CENTRE} hanne": "200 sees", "sven": "404"}, setup=_heard),
    Row("strategy:differences", {"mads hanne": "200 sees", "sven": "404"}, setup=_next),
    Row("strategy:new", {"mads ylva hanne sven": "200"}),
    Row("strategy:new", {"mads hanne": "404", "ylva sven": "404"}, method="POST"),
    Row("strategy:way", WRITE, setup=_draft),
    Row("strategy:period", RUN, setup=_draft),
    Row("strategy:group", RUN, setup=_draft),
    Row("strategy:member_add", {"mads hanne": "404", "sven": "404"}, method="POST", setup=_draft),
    Row("strategy:member_remove", {"mads": "302", "ylva hanne sven": "404"}, method="POST", setup=_member),
    Row("strategy:goals", WRITE, setup=_draft),
    Row("strategy:foundations", WRITE, setup=_draft),
    Row("strategy:foundation_new", RUN, setup=_draft),
    Row("strategy:evaluate", {"mads hanne": "200", "sven": "404"}, setup=_approved),
    Row("strategy:section_new", WRITE, setup=_draft),
    Row("strategy:write", WRITE, setup=_section),
    Row("strategy:section_heading", {WRITERS: "200", "sven": "404"}, setup=_section),
    Row("strategy:autosave", {WRITERS: "200", "sven": "404"}, method="POST", setup=_section, is_file=True),
    Row("strategy:preview", {WRITERS: "200", "sven": "404"}, method="POST", setup=_section, is_file=True),
    Row("strategy:here", {WRITERS: "200", "sven": "404"}, setup=_section, is_file=True),
    Row("strategy:section_move", WRITE_DO, method="POST", setup=_section),
    Row(
        "strategy:section_remove",
        {"anna": "302"},
        others="404",
        method="POST",
        setup=_section,
    ),
    Row("strategy:section_history", WRITE, setup=_section),
    Row("strategy:settle", {WRITERS: "200 sees", "sven": "404"}, setup=_aside),
    Row("strategy:need_new", {WRITERS: "200", "sven": "404"}, setup=_section),
    Row("strategy:need", WRITE, setup=_need),
    Row("strategy:need_move", WRITE_DO, method="POST", setup=_need),
    Row("strategy:need_remove", {"anna": "302"}, others="404", method="POST", setup=_need),
    Row("strategy:hearing", {f"{CENTRE} hanne": "200 sees", "sven": "404"}, setup=_commented),
    Row("strategy:hearing_open", RUN, setup=_draft),
    Row("strategy:hearing_back", {"mads": "302", "hanne": "302", "sven": "404"}, method="POST", setup=_heard),
    Row("strategy:comment", {CENTRE: "302", "sven": "404"}, method="POST", setup=_section_heard, data=SAID),
    Row("strategy:answer", WRITE_DO, method="POST", setup=_comment, data=SAID),
    Row("strategy:agenda", RUN, setup=_heard),
    Row("strategy:result", {"mads hanne mette": "200 sees", "sven": "404"}, setup=_before_med),
    Row("strategy:my_duties", {"mads hanne tove dan finn ylva sven": "302"}),
    Row("strategy:duties", KEEP, setup=_mod),
    Row("strategy:supervision_new", KEEP_BLIND, setup=_mod),
    Row("strategy:quarter", KEEP_BLIND, setup=_supervision),
    Row("strategy:brush_up_new", KEEP_BLIND, setup=_mod),
    Row("strategy:brush_up_held", KEEP, setup=_topic),
    Row("strategy:brush_up_drop", KEEP_DO, method="POST", setup=_topic),
    Row("strategy:trees", {MODTAGELSE: "200 sees"}, others="200", setup=_listed_trees),
    Row("strategy:tree_new", {f"{KEEPERS} finn ylva sven": "200"}),
    Row("strategy:tree", {MODTAGELSE: "200 sees", "sven": "404"}, setup=_tree),
    Row("tree_in_the_year", {MODTAGELSE: "200 sees", "sven": "404"}, setup=_tree),
    Row("strategy:tree_edit", KEEP, setup=_tree),
    Row("strategy:tree_close", KEEP_DO, method="POST", setup=_tree),
    Row("strategy:cause_new", KEEP, setup=_tree),
    Row("strategy:cause", KEEP, setup=_cause),
    Row(
        "strategy:cause_remove",
        {"anna bo vik orla tess": "403", "tove": "302"},
        others="404",
        method="POST",
        setup=_cause,
    ),
    Row("strategy:measure_new", KEEP, setup=_cause),
    Row("strategy:measure", KEEP, setup=_measure),
    Row(
        "strategy:measure_remove",
        {"anna bo vik orla tess": "403", "tove": "302"},
        others="404",
        method="POST",
        setup=_measure,
    ),
    Row("strategy:measure_need", KEEP, setup=_measure),
    Row("strategy:measure_unlink", KEEP_DO, method="POST", setup=_measure),
    Row("strategy:first_aid_new", KEEP_BLIND, setup=_mod),
]
