from annualcycle.domain import calendar_feeds
from annualcycle.models import Cycle
from tests.access.row import Row
from tests.annualcycle.year import draft_year, published_year
from tests.cast import Cast

CENTRE = "anna bo vik orla tess tove eva mette dan finn mads"
ALL = f"{CENTRE} ylva karl hanne adam sven"
NAME = "Børn og Unge"


def _published(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": published_year(cast).pk}, NAME


def _overview(cast: Cast) -> tuple[dict[str, object], str]:
    published_year(cast)
    return {}, NAME


def _draft(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": draft_year(cast).pk}, NAME


def _criterion(cast: Cast) -> tuple[dict[str, object], str]:
    criterion = draft_year(cast).criteria.earliest("position")
    return {"pk": criterion.pk}, criterion.name


def _feed(cast: Cast) -> tuple[dict[str, object], str]:
    published_year(cast)
    assert Cycle.objects.count() == 1
    return {"token": calendar_feeds.token_for(cast.anna)}, NAME


MANAGED = {"mads hanne": "200 sees", "sven": "404"}
CHANGED = {"mads hanne": "302", "sven": "404"}

ROWS: list[Row] = [
    Row("year:overview", {f"{CENTRE} hanne": "200 sees"}, others="200", setup=_overview),
    Row("year:cycle", {f"{CENTRE} hanne": "200 sees", "sven": "404"}, setup=_published),
    Row("year:cycle", MANAGED, setup=_draft),
    Row("year:cycle_new", {"mads hanne ylva sven": "302"}, method="POST"),
    Row("year:cycle_dates", MANAGED, setup=_draft),
    Row("year:cycle_rules", MANAGED, setup=_draft),
    Row("year:cycle_budget", MANAGED, setup=_draft),
    Row("year:criterion_new", MANAGED, setup=_draft),
    Row("year:criterion", MANAGED, setup=_criterion),
    # Once Mads has removed it, it is gone for those who come after him.
    Row("year:criterion_remove", {"mads": "302", "ylva hanne sven": "404"}, method="POST", setup=_criterion),
    Row("year:criterion_move", CHANGED, method="POST", setup=_criterion),
    Row("year:cycle_publish", CHANGED, method="POST", setup=_draft),
    Row("year:calendar", {}, others="200"),
    Row("year:calendar_renew", {}, others="302", method="POST"),
    Row("year:calendar_file", {CENTRE: "200 sees"}, others="200", setup=_overview, is_file=True),
    Row("year:calendar_feed", {f"{ALL} anonymous": "200 sees"}, setup=_feed, is_file=True),
]
