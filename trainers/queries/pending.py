"""What selections of trainers put on the start page (sources: K03, K14, K15)."""

from datetime import date

from django.db.models import BigIntegerField, Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from competence.access import Actor, Permission, scope
from competence.queries import Pending
from competence.waiting import Source
from trainers.models import Candidate, CoSelector, PeerAsk, Round, ScoreSheet, Selection, Willingness
from trainers.queries.leading import leaderships, led_by
from trainers.queries.pending_use import due, pending_use

YES = Willingness.Answer.YES


def _own(actor: Actor, on: date) -> "QuerySet[Candidate]":
    return Candidate.objects.filter(employee=actor.employee).filter(
        Q(willingness=None, round__closed_at=None) | Q(selection__read_at=None, selection__isnull=False)
    )


def _to_answer(actor: Actor, on: date) -> list[Pending]:
    """One's own yes, and an answer not read yet."""
    found = _own(actor, on).select_related("round__profile__programme", "selection", "willingness")
    return [row for row in map(_own_row, found.order_by("pk")) if row]


def _own_row(candidate: Candidate) -> Pending | None:
    programme = {"programme": candidate.round.profile.programme.name}
    selection: Selection | None = getattr(candidate, "selection", None)
    if selection is None:
        return Pending(
            due_on=candidate.round.answer_by,
            title=_("Do you want to be a trainer in %(programme)s?") % programme,
            why=_("You have been nominated. Nothing happens unless you want it."),
            url=reverse("trainers:candidacy", args=[candidate.pk]),
            action=pgettext("button", "Answer"),
        )
    given: Willingness | None = getattr(candidate, "willingness", None)
    if given and given.answer == Willingness.Answer.NO:
        return None
    return Pending(
        due_on=None,
        title=_("Read the answer about being a trainer in %(programme)s") % programme,
        why=_("It says what was decided, and why."),
        url=reverse("trainers:letter", args=[candidate.pk]),
        action=pgettext("button", "Read"),
    )


def _asking(actor: Actor, on: date) -> "QuerySet[Candidate] | None":
    if not actor.may(Permission.RELEASE_TIME):
        return None
    return Candidate.objects.filter(
        scope(actor, Permission.RELEASE_TIME, "unit"), round__closed_at=None, release=None, willingness__answer=YES
    ).exclude(employee=actor.employee)


def _to_release(actor: Actor, on: date) -> list[Pending]:
    """Time asked of a leader."""
    rows = _asking(actor, on)
    if rows is None:
        return []
    return [
        Pending(
            due_on=candidate.round.answer_by,
            title=_("Can %(name)s have time to be a trainer?") % {"name": candidate.employee.name},
            why=_("%(programme)s: hours before, during and after the introduction.")
            % {"programme": candidate.round.profile.programme.name},
            url=reverse("trainers:release", args=[candidate.pk]),
            action=pgettext("button", "Answer"),
        )
        for candidate in rows.select_related("employee", "round__profile__programme").order_by("pk")
    ]


def _asked_as_peer(actor: Actor, on: date) -> "QuerySet[PeerAsk]":
    rows = PeerAsk.objects.filter(colleague=actor.employee, has_answered=False, survey__closes_on__gte=on)
    return rows.filter(survey__candidate__round__closed_at=None)


def _to_say(actor: Actor, on: date) -> list[Pending]:
    """Two statements about a colleague (source: K22)."""
    rows = _asked_as_peer(actor, on).select_related("survey__candidate__employee").order_by("pk")
    return [
        Pending(
            due_on=row.survey.closes_on,
            title=_("What do you say about %(name)s?") % {"name": row.survey.candidate.employee.name},
            why=_("Two statements. Nobody can see whose answer it is."),
            url=reverse("trainers:peer_answer", args=[row.survey.candidate_id]),
            action=pgettext("button", "Answer"),
        )
        for row in rows
    ]


def _selecting(actor: Actor, on: date) -> "QuerySet[Round]":
    return Round.objects.open().filter(led_by(actor) | _beside(actor))


def _beside(actor: Actor) -> Exists:
    return Exists(CoSelector.objects.filter(round=OuterRef("pk"), employee=actor.employee))


def _to_select(actor: Actor, on: date) -> list[Pending]:
    """Candidates to assess, and a team to decide."""
    led = {leader for leader, _path in leaderships(actor)}
    rounds = _with_counts(_selecting(actor, on), actor, on)
    rows = [_to_assess(row) for row in rounds if row.to_assess]  # type: ignore[attr-defined]  # annotated
    return rows + [_to_decide(row) for row in rounds if row.leader_id in led and on > row.score_by]


def _with_counts(rounds: "QuerySet[Round]", actor: Actor, on: date) -> "QuerySet[Round]":
    """With how many candidates wait for `actor`.

    Until the day of assessing is over, a deputy need not assess whom the project leader has assessed. After it the team
    is chosen, and whoever chooses it has assessed everybody.
    """
    me = actor.employee
    mine_alone = When(_beside(actor) | Q(score_by__lt=on), then=Value(me.pk))
    asked = Case(mine_alone, default=F("leader"), output_field=BigIntegerField())
    done = ScoreSheet.objects.filter(candidate=OuterRef("candidates__pk"), handed_in_at__isnull=False)
    mine = done.filter(Q(assessor=me) | Q(assessor=OuterRef("asked")))
    willing = Q(candidates__willingness__answer=YES) & ~Q(candidates__employee=me)
    counted = Count("candidates", filter=Q(willing, ~Exists(mine)))
    return rounds.annotate(asked=asked).annotate(to_assess=counted).order_by("pk")


def _to_assess(row: Round) -> Pending:
    number: int = row.to_assess  # type: ignore[attr-defined]  # annotated by _with_counts
    title = ngettext("Assess one candidate", "Assess %(number)s candidates", number) % {"number": number}
    return Pending(
        due_on=row.score_by,
        title=title,
        why=_("%(round)s. You see what others think when you have handed in your own.") % {"round": row.title},
        url=reverse("trainers:round", args=[row.pk]),
        action=pgettext("button", "Assess"),
    )


def _to_decide(row: Round) -> Pending:
    return Pending(
        due_on=row.decide_on,
        title=_("Choose the trainer team"),
        why=_("%(round)s. Everybody gets an answer with a reason.") % {"round": row.title},
        url=reverse("trainers:compose", args=[row.pk]),
        action=pgettext("button", "Choose"),
    )


SOURCES = (
    Source(_own, _to_answer),
    Source(_asking, _to_release),
    Source(_asked_as_peer, _to_say),
    Source(_selecting, _to_select),
    Source(due, pending_use),
)
