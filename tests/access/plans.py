from tests.access.row import Row
from tests.annualcycle.year import plan_of, published_year
from tests.cast import Cast

SECRET = "Blive bedre til at sige fra"
TWO = {"anna tove dan": "200 sees", "sven": "404"}
CHANGED = {"anna tove dan": "302", "sven": "404"}
COLLEAGUES = "bo vik orla tess tove eva mette dan finn mads"


def _plan(cast: Cast) -> tuple[dict[str, object], str]:
    """Anna's plan with Tove, for whom Dan stands in today."""
    published_year(cast)
    return {"pk": plan_of(cast.anna, cast.tove, SECRET).pk}, SECRET


def _version(cast: Cast) -> tuple[dict[str, object], str]:
    kwargs, secret = _plan(cast)
    return kwargs | {"number": 1}, secret


def _year(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = published_year(cast)
    plan_of(cast.anna, cast.tove, SECRET)
    return {"pk": cycle.pk}, SECRET


ROWS: list[Row] = [
    Row("year:my_plan", {"anna": "302", COLLEAGUES: "200", "sven": "404"}, setup=_year),
    Row("year:plan_open", {f"anna {COLLEAGUES}": "302", "sven": "404"}, method="POST", setup=_year),
    Row("year:plan", TWO, setup=_plan),
    Row("year:plan_edit", TWO, setup=_plan),
    Row("year:plan_confirm", CHANGED, method="POST", setup=_plan),
    Row("year:plan_unconfirm", CHANGED, method="POST", setup=_plan),
    Row("year:plan_version", TWO, setup=_version),
]
