from annualcycle.domain import evaluation, orientation, themes
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


def _unit(cast: Cast) -> tuple[dict[str, object], str]:
    """A centre whose leadership group sees Bo in the list."""
    answered(cast)
    return {"unit": cast.bu.pk}, "Bo Bang"


def _person(cast: Cast) -> tuple[dict[str, object], str]:
    answered(cast)
    return {"unit": cast.bu.pk, "pk": cast.bo.pk}, "Supervisoruddannelse"


def _evaluated(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = answered(cast)
    evaluation.save(cycle=cycle, text="Vi talte mere sammen.", changes="", at=IN_JANUARY)
    evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    return {"pk": cycle.pk}, "Vi talte mere sammen."


def _unfinished(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = answered(cast)
    evaluation.save(cycle=cycle, text="Et udkast.", changes="", at=IN_JANUARY)
    return {"pk": cycle.pk}, "Et udkast."


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
    Row("year:evaluation", {"tove finn mads hanne mette tess": "200 sees", **OTHERS}, setup=_evaluated),
    Row("year:evaluation", {"mads": "200 sees", "tove finn hanne mette tess": "200", **OTHERS}, setup=_unfinished),
    Row("year:evaluation_write", {"mads": "302", **OTHERS}, method="POST", setup=_answered),
    Row("year:evaluation_finish", {"mads": "302", **OTHERS}, method="POST", setup=_unfinished),
    Row("year:fairness", {PLANNERS: "200 sees", "hanne mette tess": "200", **OTHERS}, setup=_unit),
    Row(
        "year:monitor", {PLANNERS: "200", "hanne mette tess": "200", **OTHERS}, setup=lambda cast: (_unit(cast)[0], "")
    ),
    Row("year:fairness_person", {PLANNERS: "200 sees", **OTHERS}, setup=_person),
]
