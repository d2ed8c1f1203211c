from annualcycle.domain import orientation
from annualcycle.models import Cycle
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


ROWS: list[Row] = [
    Row("year:orientation", {READERS: "200 sees", "sven": "404"}, setup=_informed),
    Row("year:orientation_pdf", {READERS: "200", "sven": "404"}, setup=lambda cast: ({"pk": _published(cast).pk}, "")),
    Row("year:orientation_write", {"mads": "302", "sven": "404"}, method="POST", setup=_answered),
    Row("year:orientation_publish", {"mads": "302", "sven": "404"}, method="POST", setup=_answered),
]
