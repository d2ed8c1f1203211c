"""A trainer's own development: what is private stays private, also to HR, leaders and administrators."""

from tests.access.row import Row
from tests.cast import TODAY, Cast
from tests.trainers import growing, working
from tests.trainers.growing import PRIVATE, SHOWN
from trainers.domain import development, own_plan
from trainers.domain.development import LearntFacts
from trainers.models import Mandate, Profile, Programme

# Bo is the trainer; Eva leads the project; Tove leads Bo, Dan stands in for her, Mads leads both.
OTHERS = {"sven": "404"}
FOLLOW = "eva tove dan mads"
PLAN = "Se en anden træner i gang"
FACTS = LearntFacts("course", "Det svære spørgsmål", TODAY, 6, PRIVATE)


def _bo(cast: Cast) -> Mandate:
    """Bo with everything he has written; the private of it is one and the same secret."""
    mandate = growing.trainer(cast)
    growing.note(cast)
    growing.insight(cast)
    development.record_learnt(employee=cast.bo, facts=FACTS)
    growing.step(mandate, PLAN)
    return mandate


def _own(cast: Cast) -> tuple[dict[str, object], str]:
    _bo(cast)
    return {}, PRIVATE


def _private(cast: Cast) -> tuple[dict[str, object], str]:
    """What is private must not be read where others follow the trainer."""
    return {"pk": _bo(cast).pk}, PRIVATE


def _shown(cast: Cast) -> tuple[dict[str, object], str]:
    """A note shown to Tove is hers alone to read: not Dan's who stands in for her, nor Mads', nor Eva's."""
    mandate = _bo(cast)
    growing.note(cast, SHOWN, is_shown=True)
    return {"pk": mandate.pk}, SHOWN


def _mandate(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": growing.trainer(cast).pk}, ""


def _learnt(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": development.record_learnt(employee=cast.bo, facts=FACTS).pk}, PRIVATE


def _note(cast: Cast) -> tuple[dict[str, object], str]:
    _bo(cast)
    return {"pk": growing.note(cast, SHOWN, is_shown=True).pk}, SHOWN


def _insight(cast: Cast) -> tuple[dict[str, object], str]:
    _bo(cast)
    return {"pk": growing.insight(cast).pk}, PRIVATE


def _step(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": growing.step(growing.trainer(cast)).pk}, ""


def _session(cast: Cast) -> tuple[dict[str, object], str]:
    made = working.planned(growing.trainer(cast), cast)
    development.feel(session=made, employee=cast.bo, before=1, after=None)
    return {"pk": made.pk}, ""


def _programme(cast: Cast) -> tuple[dict[str, object], str]:
    growing.trainer(cast)
    programme = Profile.objects.earliest("pk").programme
    own_plan.expect_months(programme=programme, trainer=7, supervisor=12, coach=18)
    return {"pk": programme.pk}, 'value="7"'


def _named_programme(cast: Cast) -> tuple[dict[str, object], str]:
    kwargs, _text = _programme(cast)
    return kwargs, Programme.objects.get(**kwargs).name


def _nothing(cast: Cast) -> tuple[dict[str, object], str]:
    _bo(cast)
    return {}, PRIVATE


OWN = {"bo": "200 sees"}
ROWS: list[Row] = [
    Row("trainers:development", OWN, others="200", setup=_own),
    Row("trainers:learnt_new", {}, others="200", setup=_nothing),
    Row("trainers:note_new", {}, others="200", setup=_nothing),
    Row("trainers:insight_new", {}, others="200", setup=_nothing),
    Row("trainers:learnt", OWN, others="404", setup=_learnt),
    Row("trainers:note", OWN, others="404", setup=_note),
    Row("trainers:note_remove", {"bo": "302"}, others="404", method="POST", setup=_note),
    Row("trainers:insight_home", OWN, others="404", setup=_insight),
    Row("trainers:insight_remove", {"bo": "302"}, others="404", method="POST", setup=_insight),
    Row("trainers:pulse", {"bo": "200"}, others="404", setup=_session),
    Row("trainers:followed", {"bo": "302", FOLLOW: "200", **OTHERS}, setup=_private),
    Row("trainers:followed", {"bo": "302", "tove": "200 sees", "eva dan mads": "200", **OTHERS}, setup=_shown),
    Row("trainers:mandate", {"eva bo tove dan mads": "200", **OTHERS}, setup=_private),
    # HR, administrators and leaders read history and lists: no word of what is private is in them.
    Row("history", {"hanne adam": "200", "sven": "200"}, setup=_own),
    Row("my_data", OWN, others="200", is_file=True, setup=_own),
    Row("trainers:own_levels", {"bo": "200", **OTHERS}, setup=_mandate),
    Row("trainers:sureness", {"bo": "200", **OTHERS}, setup=_mandate),
    Row("trainers:plan_step_new", {"bo": "200", **OTHERS}, setup=_mandate),
    Row("trainers:plan_step_done", {"bo": "302"}, others="404", method="POST", setup=_step),
    Row("trainers:plan_step_remove", {"bo": "302"}, others="404", method="POST", setup=_step),
    Row("trainers:career_level", {"eva": "200"}, setup=_mandate),
    Row("trainers:programme", {"eva hanne": "200 sees", **OTHERS}, setup=_named_programme),
    Row("trainers:sure_months", {"eva hanne": "200 sees", **OTHERS}, setup=_programme),
]
