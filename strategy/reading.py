"""Whom a need is for: by job, profession, role and time in post (sources: S12–S38)."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from competence.models import Role
from competence.text import fold
from strategy.models import Need, TargetGroup

# A colleague is new for the first half year.
NEW_FOR = timedelta(days=182)
# Parts of job titles and professions, Danish and Swedish, folded.
WORDS = {
    TargetGroup.CASE_WORKERS: ("sagsbehandler", "socialradgiver", "socialrådgiver", "handläggare", "socialsekreterare"),
    TargetGroup.ADMINISTRATIVE: ("administrativ", "sekretær", "kontor", "assistent", "administratör"),
    TargetGroup.LAWYERS: ("jurist",),
}
# TR, AMR and those of the working-environment group (AMG).
REPRESENT = {Role.UNION_REPRESENTATIVE, Role.SAFETY_REPRESENTATIVE, Role.SAFETY_GROUP}
ROLES = {
    TargetGroup.TEAM_LEADERS: {Role.TEAM_LEADER},
    TargetGroup.MANAGERS: {Role.MANAGER},
    TargetGroup.LEADERS: {Role.LEADERSHIP_GROUP, Role.MANAGER},
    TargetGroup.REPRESENTATIVES: REPRESENT,
    TargetGroup.SUPER_USERS: {Role.SUPER_USER},
}


@dataclass(frozen=True)
class Reader:
    """Who reads: the post under the strategy's unit, and the roles held."""

    job_title: str
    profession: str
    employed_on: date
    roles: frozenset[str] = field(default_factory=frozenset)

    def is_new_on(self, day: date) -> bool:
        return self.employed_on > day - NEW_FOR


def is_for(need: Need, reader: Reader, on: date) -> bool:
    """Whether `need` is for `reader` on `on`. Where more exact words are given, they must name the job too."""
    group = TargetGroup(need.target_group)
    if group in ROLES:
        return bool(ROLES[group] & reader.roles)
    if group == TargetGroup.NEWCOMERS:
        return reader.is_new_on(on)
    if group in WORDS:
        return any(word in fold(name) for word in WORDS[group] for name in (reader.job_title, reader.profession))
    return group == TargetGroup.EVERYONE or _is_named(need.target_note, reader)


def _is_named(note: str, reader: Reader) -> bool:
    """Whether the words name the job: `Psykologer` is for a `Psykolog`."""
    names = [fold(name).split(",")[0].strip() for name in (reader.job_title, reader.profession)]
    return any(name in fold(note) for name in names if name)
