"""What each side writes before the talk and the two after it (source: S42). A draft is nobody else's."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from annualcycle.models import Preparation, Talk, TalkNote
from annualcycle.models.talks import Side
from competence.models import Employee


class AlreadyGiven(Exception):
    """What has been given is read by the other; take it back to change it."""


class NothingToGive(Exception):
    """There is not a word in it yet."""


class NobodyToShareWith(Exception):
    """The talk has no leader yet, so there is nobody to share a note with."""


@dataclass(frozen=True)
class Answers:
    """One side's preparation."""

    went_well: str = ""
    difficult: str = ""
    learn: str = ""
    conditions: str = ""


@transaction.atomic
def save(*, talk: Talk, side: str, answers: Answers, by: Employee, at: datetime) -> Preparation:
    """Keep the draft of `side`. Raises AlreadyGiven."""
    row = Preparation.objects.select_for_update().filter(talk=talk, side=side).first()
    if row is None:
        row = Preparation(talk=talk, side=side, author=by)
    elif row.given_at:
        raise AlreadyGiven(_("You have given this to the other. Take it back to change it."))
    for name, text in asdict(answers).items():
        setattr(row, name, text)
    row.saved_at = at
    row.save()
    return row


@transaction.atomic
def give(*, preparation: Preparation, at: datetime) -> Preparation:
    """Let the other side read it. Raises NothingToGive."""
    texts = (preparation.went_well, preparation.difficult, preparation.learn, preparation.conditions)
    if not any(text.strip() for text in texts):
        raise NothingToGive(_("Write something before you give it."))
    preparation.given_at = at
    preparation.save(update_fields=["given_at"])
    return preparation


@transaction.atomic
def take_back(*, preparation: Preparation) -> Preparation:
    """A draft again, which the other no longer sees."""
    preparation.given_at = None
    preparation.save(update_fields=["given_at"])
    return preparation


def note(*, talk: Talk, text: str, by: Employee, at: datetime) -> TalkNote:
    """A note for the employee and the leader of today, and nobody after them. Raises NobodyToShareWith."""
    if talk.leader is None:
        raise NobodyToShareWith(_("The talk has no leader yet, so nobody would read the note with you."))
    return TalkNote.objects.create(talk=talk, leader=talk.leader, author=by, text=text, made_at=at)


def remove_note(*, note: TalkNote) -> None:
    """Delete a note for good."""
    note.delete()


def other(side: str) -> Side:
    """The side across the table."""
    return Side.LEADER if side == Side.EMPLOYEE else Side.EMPLOYEE
