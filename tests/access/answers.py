from annualcycle.domain import orientation, themes
from annualcycle.domain.themes import Facts
from annualcycle.models import Cycle, Theme
from tests.access.row import Row
from tests.annualcycle.january import IN_JANUARY, answered
from tests.cast import Cast

# Everybody employed in the centre, and those who work with its years without being employed there.
IN_THE_CENTRE = "anna bo vik orla tess tove eva mette dan finn mads"
READERS = f"{IN_THE_CENTRE} hanne"


def _answered(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": answered(cast).pk}, "Samtaler med børn og unge"


def _informed(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = _published(cast)
    return {"pk": cycle.pk}, "Samtaler med børn og unge"


def _published(cast: Cast) -> Cycle:
    cycle = answered(cast)
    orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    return cycle


def _theme(cast: Cast) -> tuple[dict[str, object], str]:
    """A placed theme that is not published."""
    facts = Facts("Notatpligt i praksis", place=Theme.Place.STAFF_MEETING)
    return {"pk": themes.add(cycle=answered(cast), facts=facts).pk}, "Notatpligt i praksis"


def _planned_themes(cast: Cast) -> tuple[dict[str, object], str]:
    _kwargs, title = _theme(cast)
    return {"pk": Theme.objects.get().cycle_id}, title


def _published_themes(cast: Cast) -> tuple[dict[str, object], str]:
    kwargs, title = _planned_themes(cast)
    themes.publish(cycle=Cycle.objects.get(**kwargs), by=cast.mads, at=IN_JANUARY)
    return kwargs, title


PLANNERS = "tove finn mads"
# Planners elsewhere: nothing of this centre is theirs, and for another municipality it does not exist.
OTHERS = {"sven": "404"}

ROWS: list[Row] = [
    Row("year:orientation", {READERS: "200 sees", **OTHERS}, setup=_informed),
    Row(
        "year:orientation_pdf",
        {READERS: "200", **OTHERS},
        is_file=True,
        setup=lambda cast: ({"pk": _published(cast).pk}, ""),
    ),
    Row("year:orientation_write", {"mads": "302", **OTHERS}, method="POST", setup=_answered),
    Row("year:orientation_publish", {"mads": "302", **OTHERS}, method="POST", setup=_answered),
    Row("year:themes", {PLANNERS: "200 sees", READERS: "200", **OTHERS}, setup=_planned_themes),
    Row("year:themes", {READERS: "200 sees", **OTHERS}, setup=_published_themes),
    Row("year:theme_new", {PLANNERS: "200", **OTHERS}, setup=_answered),
    Row("year:theme_from", {PLANNERS: "302", **OTHERS}, method="POST", data={"key": "need:1"}, setup=_answered),
    Row("year:themes_publish", {PLANNERS: "302", **OTHERS}, method="POST", setup=_answered),
    Row("year:theme", {PLANNERS: "200 sees", **OTHERS}, setup=_theme),
    Row("year:theme_place", {PLANNERS: "302", **OTHERS}, method="POST", data={"place": "theme_day"}, setup=_theme),
    Row("year:theme_remove", {"tove": "302", "finn mads ylva": "404", **OTHERS}, method="POST", setup=_theme),
]
