from competence.domain import introductions
from competence.domain.introductions import StepFacts
from competence.models import Introduction
from tests.access.row import Row
from tests.annualcycle import year
from tests.cast import TODAY, Cast
from tests.strategy.writing import AT

Found = tuple[dict[str, object], str]
# In October dan deputises for tove, who leads Modtagelse; vik is new there, anna the mentor.
KEEPERS = "mads hanne tove dan"
LEADERS = f"{KEEPERS} finn ylva sven"


def _programme(cast: Cast) -> Introduction:
    steps = [StepFacts("Nøgler og adgang", 0)]
    made = introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=TODAY, steps=steps, by=cast.tove, at=AT)
    introductions.name_mentor(introduction=made, mentor=cast.anna, starts_on=TODAY, ends_on=TODAY, on=TODAY)
    return made


def _new(cast: Cast) -> Found:
    return {}, "Vik Vestergaard"


def _begun(cast: Cast) -> Found:
    return {"pk": _programme(cast).pk}, "Nøgler og adgang"


def _needing(cast: Cast) -> Found:
    year.published_year(cast)
    made = _programme(cast)
    introductions.assess(introduction=made, needs_course=True, course="Børnelov", reason="Kræves.", by=cast.tove, at=AT)
    return {"pk": made.pk}, "Børnelov"


def _item(cast: Cast) -> Found:
    return {"pk": _programme(cast).items.get().pk}, "Nøgler og adgang"


def _steps(cast: Cast) -> Found:
    introductions.take_over(unit=cast.mod, steps=[StepFacts("Nøgler og adgang", 0)])
    return {"pk": cast.mod.pk}, "Nøgler og adgang"


def _step(cast: Cast) -> Found:
    _steps(cast)
    return {"pk": cast.mod.introduction_steps.get().pk}, "Nøgler og adgang"


KEEP = {KEEPERS: "200 sees", "sven": "404"}
KEEP_BLIND = {KEEPERS: "200", "sven": "404"}
KEEP_DO = {KEEPERS: "302", "sven": "404"}
ROWS: list[Row] = [
    Row("strategy:introductions", {KEEPERS: "200 sees", "finn ylva sven": "200"}, setup=_new),
    Row("strategy:introduction_new", {KEEPERS: "200 sees", "finn ylva sven": "200"}, setup=_new),
    Row("strategy:introduction", {f"{KEEPERS} vik anna": "200 sees", "sven": "404"}, setup=_begun),
    Row("strategy:introduction_item_new", KEEP_BLIND, setup=_begun),
    Row("strategy:introduction_item", KEEP, setup=_item),
    Row("strategy:introduction_item_done", {f"{KEEPERS} vik anna": "302", "sven": "404"}, method="POST", setup=_item),
    Row(
        "strategy:introduction_item_remove",
        {"tove": "302", "dan finn mads ylva hanne sven": "404"},
        method="POST",
        setup=_item,
    ),
    Row("strategy:introduction_mentor", KEEP_BLIND, setup=_begun),
    Row("strategy:introduction_assess", KEEP, setup=_needing),
    Row("strategy:my_introduction_steps", {LEADERS: "302"}),
    Row("strategy:introduction_steps", KEEP, setup=_steps),
    Row("strategy:introduction_steps_own", KEEP_DO, method="POST", setup=_steps),
    Row("strategy:introduction_step_new", KEEP_BLIND, setup=_steps),
    Row("strategy:introduction_step", KEEP, setup=_step),
    Row(
        "strategy:introduction_step_remove",
        {"tove": "302", "dan finn mads ylva hanne sven": "404"},
        method="POST",
        setup=_step,
    ),
    Row("strategy:renew_step", {"mads hanne": "302", "sven": "404"}, method="POST", setup=_step),
    Row("strategy:renew_item", {"mads hanne": "302", "sven": "404"}, method="POST", setup=_item),
    Row("year:introduction_wish", {f"{KEEPERS} vik": "200 sees", "sven": "404"}, setup=_needing),
    Row("year:introduction_wish", {f"{KEEPERS} vik": "302", "sven": "404"}, method="POST", setup=_needing),
]
