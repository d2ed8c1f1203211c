"""The documents of the annual cycle, one function each."""

from datetime import date

from annualcycle.models import Orientation
from annualcycle.queries.orientation import granted_courses, places_of
from competence import pdf


def orientation(found: Orientation, *, on: date, language: str = "") -> bytes:
    """The published orientation of a centre; needs cycle and unit. Raises pdf.TooManyRows (source: S48)."""
    courses = granted_courses(found.cycle)
    context: dict[str, object] = {
        "municipality": found.cycle.unit.municipality,
        "made_on": on,
        "cycle": found.cycle,
        "orientation": found,
        "courses": courses,
        "places": places_of(courses),
    }
    return pdf.render("pdf/orientation.html", context, language=language, rows=len(courses))
