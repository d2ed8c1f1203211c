"""What a mandate could say, from what its three parties said when the team was chosen."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from trainers.models import Candidate, Release


def proposed_mandate(candidate: Candidate, on: date) -> dict[str, object]:
    """The form's first values: the programme's dates and released hours by phase, of them a third for preparation."""
    programme = candidate.round.profile.programme
    during = programme.converts_from or on + timedelta(days=60)
    until = programme.converts_until or during + timedelta(days=120)
    found: dict[str, object] = {
        "roles": ["trainer"],
        "starts_on": min(on, during),
        "during_from": during,
        "during_until": until,
        "ends_on": until + timedelta(days=180),
        # The profile's purpose tells those who choose what a team is for, not a trainer what to do.
        "purpose": _("To teach and guide colleagues in %(programme)s.") % {"programme": programme.name},
    }
    release: Release | None = getattr(candidate, "release", None)
    for kind in ("before", "during", "after"):
        hours = getattr(release, f"hours_{kind}") if release else 0
        preparation = min(hours, max(1, hours // 3))
        found |= {f"teaching_{kind}": hours - preparation, f"preparation_{kind}": preparation}
    return found
