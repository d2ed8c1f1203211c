"""What a mandate could say, from what its three parties said when the team was chosen."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from trainers.models import Candidate, Mandate, MandatePhase, Release


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
    # Once the introduction has begun, nothing comes before it.
    kinds = ("before", "during", "after") if on < during else ("during", "after")
    for kind in kinds:
        hours = getattr(release, f"hours_{kind}") if release else 0
        preparation = min(hours, max(1, hours // 3))
        found |= {f"teaching_{kind}": hours - preparation, f"preparation_{kind}": preparation}
    return found


def stated_mandate(mandate: Mandate) -> dict[str, object]:
    """The form as the mandate stands."""
    names = ("unit", "called", "scope", "topics", "purpose", "benefit", "starts_on", "ends_on", "super_user_hours")
    found: dict[str, object] = {name: getattr(mandate, name) for name in (*names, "knows_method")}
    has = {"trainer": mandate.is_trainer, "super_user": mandate.super_user_hours is not None}
    found["roles"] = [role for role, holds in (has | {"support": mandate.gives_support}).items() if holds]
    for phase in mandate.phases.all():
        found |= {f"teaching_{phase.kind}": phase.teaching, f"preparation_{phase.kind}": phase.preparation}
        found |= {f"support_{phase.kind}": phase.support}
        if phase.kind == MandatePhase.Kind.DURING:
            found |= {"during_from": phase.starts_on, "during_until": phase.ends_on}
    return found
