"""Trainers in the example municipality: two profiles, one selection decided, one in the middle of the assessment."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from competence.domain import people
from competence.models import Competence, Employee, Employment, Role, Unit
from config.example.files import FOLDER
from trainers.domain import decisions, limits, peers, profiles, scores, selection, teams
from trainers.domain.peers import Statements
from trainers.domain.scores import Entry
from trainers.domain.selection import Hours, RoundFacts
from trainers.domain.team_rules import units_without
from trainers.models import Candidate, Criterion, Profile, Round, Selection, TaughtUnit, Willingness
from trainers.proposals import proposal
from trainers.queries.candidates import people_of
from trainers.queries.peers import colleagues_of

PROFILES = ("ydelsessystem", "introduktion")
CENTRE, NEW_IN_THE_FIELD = "YD", "BU"
LIMITS = {"YD-KON": (3, 14), "YD-SYG": (2, 10), "YD-PEN": (2, 8), "BU-MOD": (2, 8), "BU-FAM": (2, 8)}
ENOUGH = 7  # colleagues, so that the mean of most of them is shown
LINES = ("tasks", "points", "training", "references")


@dataclass(frozen=True)
class Setting:
    """The municipality, the moment of loading, and those who select."""

    root: Unit
    now: datetime
    random: Random

    @property
    def today(self) -> date:
        return self.now.date()


def load(*, root: Unit, now: datetime) -> None:
    """Profiles, limits, and two selections as they stand at `now`."""
    setting = Setting(root, now, Random("trainers"))
    units = {unit.code: unit for unit in Unit.objects.filter(municipality=root)}
    selectors = _give_roles(units, setting)
    system, field = (_profile(name, setting, selectors[0]) for name in PROFILES)
    for code, (members, hours) in LIMITS.items():
        limits.set_limit(unit=units[code], max_members=members, max_hours=hours)
    decided = _round(field, units[NEW_IN_THE_FIELD], "Trænere til Ny i faget", -70, selectors, setting)
    _answers(decided, 5, setting)
    _scores(decided, selectors, setting)
    _decide(decided, selectors[0], setting)
    running = _round(system, units[CENTRE], "Trænere til den nye ydelsesløsning", -24, selectors, setting)
    _answers(running, 11, setting)
    _peers(running, selectors[0], setting)
    _scores(running, selectors, setting, share=0.6)


def _give_roles(units: dict[str, Unit], setting: Setting) -> list[Employee]:
    """A project leader and two beside, from the staff function, who hold the roles for the whole municipality."""
    posts = Employment.objects.valid_on(setting.today).filter(unit=units["HR"]).select_related("employee")
    rows = [post.employee for post in posts.exclude(employee__email=None).order_by("employee__number")]
    leading = [Role.MANAGER, Role.TEAM_LEADER, Role.ADMINISTRATOR]
    chosen = [one for one in rows if not one.role_assignments.filter(role__in=leading).exists()][:3]
    starts = setting.today - timedelta(days=200)
    for employee, role in zip(chosen, (Role.PROJECT_LEADER, Role.CO_SELECTOR, Role.CO_SELECTOR), strict=True):
        people.assign_role(employee=employee, role=role, unit=setting.root, starts_on=starts)
    return chosen


def _profile(name: str, setting: Setting, by: Employee) -> Profile:
    """A published profile from its file."""
    told = tomllib.loads((FOLDER / "profiles" / f"{name}.toml").read_text(encoding="utf-8"))
    at = setting.now - timedelta(days=120)
    programme = profiles.add_programme(
        municipality=setting.root, name=told["programme"], description=told["description"], **_conversion(told, setting)
    )
    texts = {key: told[key] for key in ("version", "introduction", "purpose", "at_risk", "guidance")}
    profile = profiles.draft(programme=programme, facts=profiles.Facts(**texts), at=at)
    competences = {one.key: one for one in Competence.objects.filter(area__municipality=setting.root)}
    for row in told["criteria"]:
        facts = profiles.CriterionFacts(**row | {"competence": competences[row["competence"]]})
        profiles.add_criterion(profile=profile, facts=facts)
    for kind in LINES:
        profiles.write_lines(profile=profile, kind=kind, rows=told.get(kind, ()))
    return profiles.publish(profile=profile, by=by, at=at)


def _conversion(told: dict[str, Any], setting: Setting) -> dict[str, date]:
    """A system is converted some weeks after its trainers are chosen; a programme of introduction is not."""
    weeks: list[int] = told.get("conversion_weeks", [])
    names = ("converts_from", "converts_until")
    return {name: setting.today + timedelta(weeks=number) for name, number in zip(names, weeks, strict=False)}


def _round(
    profile: Profile, unit: Unit, title: str, days: int, selectors: Sequence[Employee], setting: Setting
) -> Round:
    """A selection that began `days` from today; each step takes ten days or so."""
    start = setting.now + timedelta(days=days)
    day = start.date()
    first, second, third, last = (day + timedelta(days=length) for length in (10, 18, 30, 36))
    facts = RoundFacts(title, first, second, third, last, min_size=2, max_size=4, hours_needed=12)
    made = selection.open_round(profile=profile, unit=unit, facts=facts, by=selectors[0], at=start)
    taught = [team for team in Unit.objects.filter(parent=unit).order_by("code") if not team.code.endswith("ADM")][:4]
    users = {team.pk: Employment.objects.valid_on(day).filter(unit=team).count() for team in taught}
    selection.set_up(round_=made, users=users, selectors=selectors[1:])
    return made


def _answers(round_: Round, number: int, setting: Setting) -> None:
    """Nominations from the taught teams, most with a yes and hours."""
    at = round_.opened_at + timedelta(days=3)
    taught = list(round_.taught.select_related("unit"))
    for place in range(number):
        row = taught[place % len(taught)]
        person = _member(row.unit, place // len(taught), at.date())
        leader = person if place % 3 == 0 else _member(row.unit, 7, at.date())
        candidate = selection.nominate(
            round_=round_,
            employee=person,
            by=leader,
            words=_pick("nominated", setting.random),
            at=at,
            is_role_model=place % 4 == 1,
        )
        if place != number - 1:
            _answer(candidate, taught, setting, place)


def _member(unit: Unit, place: int, on: date) -> Employee:
    posts = Employment.objects.valid_on(on).filter(unit=unit, kind=Employment.Kind.PERMANENT)
    rows = posts.exclude(employee__email=None).exclude(employee__role_assignments__isnull=False)
    post: Employment = rows.select_related("employee").order_by("employee__number")[place]
    return post.employee


def _answer(candidate: Candidate, taught: list[TaughtUnit], setting: Setting, place: int) -> None:
    at = candidate.made_at + timedelta(days=4)
    says_no = place == 7
    yes, no = Willingness.Answer.YES, Willingness.Answer.NO
    wishes = list(candidate.round.profile.criteria.filter(wish_counts=True)) if place % 4 == 1 else []
    selection.answer(
        candidate=candidate,
        answer=no if says_no else yes,
        hours_wished=None if says_no else setting.random.choice((4, 5, 6)),
        words="" if says_no else _pick("willing", setting.random),
        wishes=wishes,
        at=at,
    )
    leader = Employee.objects.filter(role_assignments__unit=candidate.unit, role_assignments__role=Role.TEAM_LEADER)
    by = leader.first()
    if not says_no and by and place != 8:
        during = setting.random.choice((3, 4, 5))
        near = [row for row in taught if row.unit_id != candidate.unit_id][: setting.random.choice((0, 0, 1))]
        selection.release(
            candidate=candidate,
            hours=Hours(2, during, 2),
            near=near,
            words="",
            by=by,
            at=at + timedelta(days=2),
        )


def _peers(round_: Round, by: Employee, setting: Setting) -> None:
    """Colleagues have said what they say of one candidate, and are asked about another of another team."""
    willing = Candidate.objects.filter(round=round_, willingness__answer=Willingness.Answer.YES)
    at, now = round_.opened_at + timedelta(days=8), setting.now - timedelta(days=3)
    first = next(one for one in willing if len(colleagues_of(one, at.date())) >= ENOUGH)
    second = next(one for one in willing if one.unit != first.unit and len(colleagues_of(one, now.date())) >= ENOUGH)
    for candidate, moment, share in ((first, at, 0.9), (second, now, 0.4)):
        asks = list(peers.ask(candidate=candidate, by=by, at=moment).asks.select_related("colleague"))
        for row in asks[: round(len(asks) * share)]:
            said = Statements(setting.random.choice((3, 4, 4, 5)), setting.random.choice((4, 4, 5)))
            peers.answer(candidate=candidate, colleague=row.colleague, statements=said, at=moment)


def _scores(round_: Round, selectors: Sequence[Employee], setting: Setting, share: float = 1) -> None:
    """The two beside hand in first; the project leader has `share` done."""
    at = round_.opened_at + timedelta(days=20)
    criteria = list(round_.profile.criteria.filter(measure=Criterion.Measure.ASSESSED))
    willing = [one for one in people_of(round_, None) if one.is_willing]
    for number, assessor in enumerate(selectors):
        done = willing[: round(len(willing) * share)] if number == 0 else willing
        for person in done:
            random = Random(f"{person.candidate.employee.number}")
            entries = [_entry(one, random, setting.random) for one in criteria]
            scores.hand_in(candidate=person.candidate, assessor=assessor, entries=entries, note="", at=at)


def _entry(criterion: Criterion, about: Random, assessor: Random) -> Entry:
    """What is true about somebody, seen a little differently by each assessor."""
    value = min(5, max(1, about.choice((2, 3, 3, 4, 4, 5)) + assessor.choice((-1, 0, 0, 0, 1))))
    return Entry(criterion, value, _pick("examples", assessor), "Nærmeste leder" if criterion.needs_source else "")


def _decide(round_: Round, by: Employee, setting: Setting) -> None:
    at = round_.opened_at + timedelta(days=35)
    composed = teams.read_run(teams.run(round_=round_, by=by, at=at))
    best = set(composed.teams[0].members)
    found = people_of(round_, None)
    chosen = {one.pk for one in found if teams.key_of(one.pk) in best}
    told = proposal(found, chosen, at.date())
    decisions.decide(
        round_=round_,
        outcomes={pk: outcome for pk, (outcome, _reason) in told.items()},
        reasons={pk: reason for pk, (_outcome, reason) in told.items()},
        reason=_why(composed, round_),
        by=by,
        at=at,
    )
    for row in Selection.objects.filter(candidate__round=round_):
        decisions.mark_read(selection=row, by=row.candidate.employee, at=at + timedelta(days=2))


def _why(composed: teams.Composed, round_: Round) -> str:
    """What is true of the best team: what it covers, and where nobody of it is near."""
    best = composed.teams[0]
    without = units_without(composed.problem, [composed.candidate(key) for key in best.members])
    names = [row.unit.name for row in round_.taught.select_related("unit") if f"u{row.unit_id}" in without]
    covers = "Teamet dækker det meste af profilen" if best.missing_cover else "Teamet dækker hele profilen"
    if not names:
        return f"{covers} og har en træner tæt på alle enheder."
    return f"{covers}. Ingen af dem er til daglig i {' og '.join(names)}, så dér kommer de forbi hver uge."


def _pick(name: str, random: Random) -> str:
    texts: dict[str, Any] = tomllib.loads((FOLDER / "profiles" / "words.toml").read_text(encoding="utf-8"))
    found: str = random.choice(texts[name])
    return found
