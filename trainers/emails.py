"""The mails of selections: who is to do what by when; what concerns a person stays behind the link."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from competence.domain.mailings import Message
from competence.emails import Line, compose, day, link
from competence.language import language_of
from competence.models import Employee
from trainers.models import Candidate, PeerSurvey, Round, Selection

KINDS: dict[str, str | Promise] = {
    "trainer_nominated": gettext_lazy("Nominated as a trainer"),
    "trainer_release": gettext_lazy("Time for a trainer"),
    "trainer_peers": gettext_lazy("Two statements about a colleague"),
    "trainer_stepped_back": gettext_lazy("Somebody chosen has stepped back"),
    "trainer_answer": gettext_lazy("Answer about being a trainer"),
    "trainer_reminder": gettext_lazy("Reminder about a selection of trainers"),
    "trainer_scores": gettext_lazy("Reminder to assess candidates"),
    "trainer_stopped": gettext_lazy("A selection of trainers is stopped"),
    "trainer_handed_over": gettext_lazy("A selection of trainers to lead"),
    "trainer_decide": gettext_lazy("Reminder to choose the team"),
}


def nominated(candidate: Candidate) -> Message:
    """To somebody others have pointed to (source: K14)."""
    with language_of(candidate.employee):
        subject = _("Say yes or no to being a trainer by %(day)s") % {"day": day(candidate.round.answer_by)}
        why = _("You have been nominated. Nothing happens unless you want it yourself.")
        url = link("trainers:candidacy", candidate.pk)
        return compose(candidate.employee, subject, Line(subject, why, pgettext("button in a mail", "Answer"), url))


def release_asked(candidate: Candidate, leader: Employee) -> Message:
    """To the nearest leader, when the candidate has said yes (source: K15)."""
    with language_of(leader):
        subject = _("Say whether you can release time by %(day)s") % {"day": day(candidate.round.answer_by)}
        why = _("Somebody you lead wants to be a trainer. It takes hours before, during and after the introduction.")
        url = link("trainers:release", candidate.pk)
        return compose(leader, subject, Line(subject, why, pgettext("button in a mail", "Answer"), url))


def peers_asked(survey: PeerSurvey, colleague: Employee) -> Message:
    """To each colleague who is asked, and once more to who has not answered; the name stays behind the link (K22)."""
    with language_of(colleague):
        subject = _("Say two things about a colleague by %(day)s") % {"day": day(survey.closes_on)}
        why = _("It takes half a minute. Nobody can see whose answer it is, and you may leave it out.")
        url = link("trainers:peer_answer", survey.candidate_id)
        return compose(colleague, subject, Line(subject, why, pgettext("button in a mail", "Answer"), url))


def stepped_back(selection: Selection) -> Message:
    """To the project leader, when somebody chosen steps back; who and why stand behind the link."""
    leader, round_ = selection.candidate.round.leader, selection.candidate.round
    with language_of(leader):
        subject = _("Somebody chosen has stepped back from %(round)s") % {"round": round_.title}
        why = _("The place is free, and a reserve can take it.")
        url = link("trainers:team", round_.pk)
        return compose(leader, subject, Line(subject, why, pgettext("button in a mail", "See the team"), url))


def answer(selection: Selection) -> Message:
    """To each candidate when the team is decided (source: K44)."""
    candidate = selection.candidate
    with language_of(candidate.employee):
        subject = _("Read the answer about being a trainer, given %(day)s") % {"day": day(selection.decided_at)}
        why = _("It says what was decided, why, and what happens now.")
        url = link("trainers:letter", candidate.pk)
        return compose(
            candidate.employee, subject, Line(subject, why, pgettext("button in a mail", "Read the answer"), url)
        )


def stopped(candidate: Candidate) -> Message:
    """To each candidate when nobody is chosen (source: K44)."""
    with language_of(candidate.employee):
        subject = _("The selection of trainers is stopped")
        why = _("Nobody is chosen. The page says why.")
        url = link("trainers:candidacy", candidate.pk)
        return compose(candidate.employee, subject, Line(subject, why, pgettext("button in a mail", "Read why"), url))


def handed_over(round_: Round) -> Message:
    """To whoever leads a selection from now on (source: K03)."""
    with language_of(round_.leader):
        subject = _("You lead a selection of trainers")
        why = _("It has been handed over to you: %(round)s.") % {"round": round_.title}
        url = link("trainers:round", round_.pk)
        return compose(round_.leader, subject, Line(subject, why, pgettext("button in a mail", "Open"), url))


def reminder(candidate: Candidate, recipient: Employee) -> Message:
    """To whoever of the two has not answered yet."""
    return nominated(candidate) if recipient.pk == candidate.employee_id else release_asked(candidate, recipient)


def scores_due(round_: Round, assessor: Employee, number: int) -> Message:
    """To whoever has candidates left to assess (source: K03)."""
    with language_of(assessor):
        said = {"number": number, "day": day(round_.score_by)}
        subject = ngettext("Assess one candidate by %(day)s", "Assess %(number)s candidates by %(day)s", number) % said
        why = _("You see what others think when you have handed in your own.")
        url = link("trainers:round", round_.pk)
        return compose(assessor, subject, Line(subject, why, pgettext("button in a mail", "Assess"), url))


def decide_due(round_: Round) -> Message:
    """To the project leader."""
    with language_of(round_.leader):
        subject = _("Choose the trainer team by %(day)s") % {"day": day(round_.decide_on)}
        why = _("Everybody who is a candidate gets an answer with a reason.")
        url = link("trainers:compose", round_.pk)
        return compose(round_.leader, subject, Line(subject, why, pgettext("button in a mail", "Choose"), url))
