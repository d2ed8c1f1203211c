"""The documents of the annual cycle, one function each."""

from datetime import date

from annualcycle.models import Entitlement, Orientation, PlanVersion
from annualcycle.queries.med import Pack
from annualcycle.queries.orientation import granted_courses, places_of
from annualcycle.queries.plans import talk_of
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


def plan(version: PlanVersion, *, on: date, language: str = "") -> bytes:
    """One version of a person's plan; needs goals, plan, cycle and unit (source: S43)."""
    talk = talk_of(version.plan)
    context: dict[str, object] = {
        "municipality": version.plan.cycle.unit.municipality,
        "made_on": on,
        "plan": version.plan,
        "version": version,
        "goals": list(version.goals.all()),
        "unit": talk.unit if talk else None,
        "leader": talk.leader if talk else None,
    }
    return pdf.render("pdf/plan.html", context, language=language)


def right(offered: Entitlement, *, on: date, language: str = "") -> bytes:
    """The letter that offers days by right; needs cycle, unit, employee and who offered (E1)."""
    context: dict[str, object] = {
        "municipality": offered.cycle.unit.municipality,
        "made_on": on,
        "right": offered,
    }
    return pdf.render("pdf/right.html", context, language=language)


def med_pack(found: Pack, *, on: date, language: str = "") -> bytes:
    """What MED reads of a year; needs cycle, unit and municipality (source: S67)."""
    context: dict[str, object] = {
        "municipality": found.cycle.unit.municipality,
        "made_on": on,
        "pack": found,
        "cycle": found.cycle,
    }
    return pdf.render("pdf/med_pack.html", context, language=language, rows=len(found.rows), styles=("med.css",))
