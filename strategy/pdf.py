"""A version of a strategy as a document to hand out and to archive (source: S11)."""

from collections.abc import Callable

from competence import pdf
from competence.wheel import Wheel
from strategy.models import Strategy
from strategy.queries import chapters_of, foundations_of

# The year belongs to the app above, which says here how it draws the first year of a version.
YEARS: list[Callable[[Strategy], Wheel]] = []
# The colours of the wheel on paper.
INKS = {"teal": "#2a7f86", "rust": "#b4522a", "amber": "#d98b3a", "green": "#6f9039", "grey": "#b9c8cf"}


class NotApproved(Exception):
    """Only a version that is or was approved becomes a document."""


def strategy(version: Strategy, *, language: str = "") -> bytes:
    """The document of an approved version; needs its unit. The same version gives the same bytes.

    Raises NotApproved, pdf.TooManyRows.
    """
    if not version.is_frozen:
        raise NotApproved
    chapters = chapters_of(version)
    context: dict[str, object] = {
        "municipality": version.municipality_name,
        "made_on": version.approved_on,
        "strategy": version,
        "chapters": chapters,
        "foundations": foundations_of(version),
        "wheel": YEARS[0](version) if YEARS else None,
        "inks": INKS,
    }
    rows = sum(len(chapter.needs) for chapter in chapters)
    return pdf.render("pdf/strategy.html", context, language=language, rows=rows, styles=("strategy.css",))
