"""The pool of people who have learnt to teach colleagues, for later programmes (sources: T01–T03, T14, T30)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery

from competence.models import Competence, Employee, Employment
from competence.models.people import EmployeeQuerySet
from competence.queries.people import matching
from competence.retention import months_before
from trainers.course_facts import AGE_OF_FILE_MONTHS, TrainerFacts, in_line
from trainers.models import Criterion, Mandate, PoolShare, Selection, Session, TrainerElsewhere, TrainerRequest

MOST = 60
# All that leaves the own municipality: beside what the trainer wrote, the name, today's job title, and a count.
SHOWN = (
    "pk",
    "employee__first_name",
    "employee__last_name",
    "employee__municipality__name",
    "title",
    "topics",
    "languages",
    "reach",
    "held",
)


@dataclass(frozen=True)
class Asked:
    """What the pool is narrowed by; empty fields narrow nothing. `held` is the least number of sessions held."""

    words: str = ""
    competence: int | None = None
    scope: str = ""
    held: int = 0
    now: bool = False
    where: str = ""

    def looks(self, where: str) -> bool:
        """Whether `where` (here, others or elsewhere) is asked for."""
        return self.where in ("", where)


@dataclass(frozen=True)
class Trained:
    """Somebody of the own municipality who has been ready to teach; `held` are sessions held in all."""

    person: Employee
    posts: list[Employment]
    mandates: list[Mandate]
    share: PoolShare | None

    @property
    def held(self) -> int:
        return sum(one.held for one in self.mandates)  # type: ignore[attr-defined]  # annotated

    @property
    def topics(self) -> list[str]:
        """What the person may teach, each once (source: T03)."""
        told = (topic.strip() for one in self.mandates for topic in one.topics.split(","))
        return list(dict.fromkeys(topic for topic in told if topic))

    @property
    def is_running(self) -> bool:
        return any(one.is_running for one in self.mandates)

    @property
    def requests(self) -> int:
        """How many municipalities have asked, over the years."""
        return self.person.asked_for  # type: ignore[attr-defined,no-any-return]  # annotated


@dataclass(frozen=True)
class Shared:
    """A trainer of another municipality: what is shared, and nothing else."""

    pk: int
    name: str
    job_title: str
    municipality: str
    topics: str
    languages: str
    reach: str
    held: int


def pool_of(municipality: int, asked: Asked, on: date) -> list[Trained]:
    """Employed on `on` and trained once, by name, the first of them; four queries."""
    people = _asked_for(municipality, asked, on)
    rows = people.annotate(asked_for=Count("pool_shares__requests", distinct=True)).order_by("sort_name")
    rows = rows.prefetch_related(
        Prefetch("mandates", _ready().select_related("round__profile__programme"), to_attr="trained_in"),
        Prefetch("employments", Employment.objects.valid_on(on).select_related("unit"), to_attr="posts"),
        Prefetch("pool_shares", PoolShare.objects.open(), to_attr="shares"),
    )
    return [_trained(one) for one in rows[:MOST]]


def pool_size(municipality: int, asked: Asked, on: date) -> int:
    """How many `pool_of` would show if it showed all."""
    return _asked_for(municipality, asked, on).count()


def _asked_for(municipality: int, asked: Asked, on: date) -> "QuerySet[Employee]":
    people = EmployeeQuerySet(Employee).employed_on(on).filter(municipality=municipality)
    people = people.filter(pk__in=_mandates(asked).values("employee"))
    if asked.words:
        named = matching(people, asked.words).values("pk")
        programme = Q(mandates__round__profile__programme__name__icontains=asked.words)
        unit = Q(mandates__unit__name__icontains=asked.words)
        topics = Q(pool_shares__topics__icontains=asked.words, pool_shares__ended_at=None)
        topics |= Q(mandates__topics__icontains=asked.words, mandates__ready_at__isnull=False)
        people = people.filter(Q(pk__in=named) | programme | unit | topics)
    return people.distinct()


def _trained(person: Employee) -> Trained:
    told: dict[str, list[Any]] = person.__dict__
    return Trained(person, told["posts"], told["trained_in"], next(iter(told["shares"]), None))


def _ready() -> "QuerySet[Mandate]":
    held = Count("sessions", filter=Q(sessions__session__state=Session.State.HELD))
    return Mandate.objects.filter(ready_at__isnull=False).annotate(held=held)


def _mandates(asked: Asked) -> "QuerySet[Mandate]":
    rows = Mandate.objects.filter(ready_at__isnull=False)
    if asked.scope:
        rows = rows.filter(scope=asked.scope)
    if asked.competence:
        rows = rows.filter(Exists(_chosen_for(asked.competence)))
    if asked.held:
        practised = Session.objects.held().values("trainers__mandate__employee").annotate(n=Count("pk"))
        rows = rows.filter(employee__in=practised.filter(n__gte=asked.held).values("trainers__mandate__employee"))
    return rows.running() if asked.now else rows


def _chosen_for(competence: int) -> "QuerySet[Selection]":
    """What the holder of the outer mandate was chosen for names the competence (source: T14)."""
    whose = Q(candidate__round=OuterRef("round"), candidate__employee=OuterRef("employee"))
    return Selection.objects.filter(whose, covers__competence=competence)


def competences_of(municipality: int) -> "QuerySet[Competence]":
    """What profiles of the municipality ask for: what the pool can be searched by."""
    used = Criterion.objects.filter(profile__programme__municipality=municipality)
    return Competence.objects.filter(pk__in=used.values("competence")).order_by("name")


def shared_with(municipality: int, asked: Asked, on: date) -> list[Shared]:
    """Trainers of other municipalities who are shared now; two queries.

    They are searched by what is shared alone, so that no search tells more than the page shows.
    """
    rows = _shared(on).exclude(employee__municipality=municipality)
    if asked.words:
        told = Q(topics__icontains=asked.words) | Q(employee__municipality__name__icontains=asked.words)
        rows = rows.filter(_named(asked.words) | told)
    if asked.competence:
        name = Competence.objects.filter(pk=asked.competence).values("name")
        rows = rows.annotate(wanted=Subquery(name)).filter(topics__icontains=F("wanted"))
    rows = rows.filter(held__gte=asked.held)
    return [_told(row) for row in rows.values(*SHOWN)[:MOST]]


def shared_by(municipality: int, on: date) -> list[TrainerFacts]:
    """What others may see of the municipality's own trainers who are shared now; for its file. One query."""
    rows = _shared(on).filter(employee__municipality=municipality)
    return [
        TrainerFacts(told.name, told.job_title, in_line(told.topics), told.languages, row["reach"], told.held)
        for row in rows.values(*SHOWN)
        for told in [_told(row)]
    ]


def elsewhere_of(municipality: int, asked: Asked, on: date) -> "QuerySet[TrainerElsewhere]":
    """Trainers from files of other municipalities that count still, narrowed as the others are; one query."""
    oldest = months_before(on, AGE_OF_FILE_MONTHS)
    rows = TrainerElsewhere.objects.filter(municipality=municipality, made_on__gte=oldest, held__gte=asked.held)
    for word in asked.words.split()[:6]:
        rows = rows.filter(Q(name__icontains=word) | Q(topics__icontains=word) | Q(origin__icontains=word))
    if asked.competence:
        name = Competence.objects.filter(pk=asked.competence).values("name")
        rows = rows.annotate(wanted=Subquery(name)).filter(topics__icontains=F("wanted"))
    return rows.order_by("origin", "name", "pk")[:MOST]


def _named(words: str) -> Q:
    """Every word stands in the name: numbers and addresses are not shared, and are not searched."""
    found = Q()
    for word in words.split():
        found &= Q(employee__first_name__icontains=word) | Q(employee__last_name__icontains=word)
    return found


def shared_of(share: PoolShare, on: date) -> Shared:
    """What others see of one trainer; also what the trainer is shown before saying yes, and who has left."""
    return _told(_counted(PoolShare.objects.filter(pk=share.pk), on).values(*SHOWN).get())


def _shared(on: date) -> "QuerySet[Any]":
    counted = _counted(PoolShare.objects.shared(), on)
    return counted.filter(title__isnull=False).order_by("employee__sort_name")


def _counted(rows: "QuerySet[Any]", on: date) -> "QuerySet[Any]":
    """With the job title of today's post and the number of sessions held."""
    today = Q(employee__employments__in=Employment.objects.valid_on(on))
    held = Q(employee__mandates__sessions__session__state=Session.State.HELD)
    counted: QuerySet[Any] = rows.annotate(
        title=Max("employee__employments__job_title", filter=today),
        held=Count("employee__mandates__sessions__session", filter=held, distinct=True),
    )
    return counted


def _told(row: dict[str, Any]) -> Shared:
    return Shared(
        pk=row["pk"],
        name=f"{row['employee__first_name']} {row['employee__last_name']}",
        job_title=row["title"] or "",
        municipality=str(row["employee__municipality__name"]),
        topics=str(row["topics"]),
        languages=str(row["languages"]),
        reach=str(PoolShare.Reach(row["reach"]).label),
        held=row["held"],
    )


def to_answer(municipality: int) -> "QuerySet[TrainerRequest]":
    """What others ask of `municipality`, oldest first."""
    rows = TrainerRequest.objects.filter(answer="", share__employee__municipality=municipality)
    return rows.select_related("share__employee", "municipality", "asked_by").order_by("asked_at")


def asked_by(municipality: int) -> "QuerySet[TrainerRequest]":
    """What `municipality` has asked others, newest first."""
    rows = TrainerRequest.objects.filter(municipality=municipality)
    return rows.select_related("share__employee__municipality", "asked_by")[:20]


def open_share_of(employee: Employee) -> PoolShare | None:
    """What the trainer is asked about, or has agreed to."""
    return PoolShare.objects.open().filter(employee=employee).first()
