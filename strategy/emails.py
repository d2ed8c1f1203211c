"""The mails about a strategy on its way, each in its recipient's language (sources: S02, S03).

What somebody commented or answered stays behind the link.
"""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from competence.domain.mailings import Message
from competence.emails import Line, compose, day, link
from competence.language import language_of
from competence.models import Employee
from strategy.models import Approval, BrushUp, Comment, FirstAid, Pool, Strategy

KINDS = {
    "strategy_hearing": pgettext_lazy("mail", "hearing of a strategy"),
    "strategy_answer": pgettext_lazy("mail", "answer to a comment"),
    "strategy_before_med": pgettext_lazy("mail", "strategy before MED"),
    "strategy_result": pgettext_lazy("mail", "what MED said"),
    "strategy_comments_wait": pgettext_lazy("reminder", "answer comments"),
    "strategy_result_missing": pgettext_lazy("reminder", "record what MED said"),
    "brush_up_due": pgettext_lazy("reminder", "take a topic up again"),
    "pool_closes": pgettext_lazy("reminder", "apply to a pool"),
    "first_aid_expires": pgettext_lazy("reminder", "renew first aid"),
}


def hearing_opened(strategy: Strategy, recipient: Employee) -> Message:
    """To everybody employed in the unit."""
    assert strategy.hearing_closes_on is not None
    with language_of(recipient):
        subject = _("Say what you think of the strategy by %(day)s") % {"day": day(strategy.hearing_closes_on)}
        why = _("It says what %(unit)s needs to learn and frames your wishes. Every comment is answered.") % {
            "unit": strategy.unit
        }
        action = pgettext("button in a mail", "Read and comment")
        line = Line(subject, why, action, link("strategy:strategy", strategy.pk))
        return compose(recipient, subject, line)


def comment_answered(comment: Comment) -> Message:
    """To the author of the comment."""
    recipient = comment.author
    with language_of(recipient):
        subject = _("Read the answer to your comment")
        why = _("The working group of “%(title)s” has answered.") % {"title": comment.section.strategy}
        url = link("strategy:hearing", comment.section.strategy_id)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Read the answer"), url))


def before_med(approval: Approval, recipient: Employee) -> Message:
    """To the members of MED."""
    with language_of(recipient):
        subject = _("Read the strategy before MED on %(day)s") % {"day": day(approval.meets_on)}
        why = _("%(unit)s: the hearing is over and all comments are answered.") % {"unit": approval.strategy.unit}
        url = link("strategy:strategy", approval.strategy_id)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Read the strategy"), url))


def med_has_answered(approval: Approval, recipient: Employee) -> Message:
    """To the working group."""
    with language_of(recipient):
        if approval.result == Approval.Result.APPROVED:
            subject = _("The strategy is approved, in force from %(day)s") % {"day": day(approval.strategy.starts_on)}
            why = _("It frames the wishes from that day.")
        else:
            subject = _("MED has sent the strategy back")
            why = _("What MED said stands on the strategy’s page. It is a draft again.")
        url = link("strategy:way", approval.strategy_id)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "See the strategy"), url))


def comments_wait(strategy: Strategy, recipient: Employee) -> Message:
    """To the working group after the hearing."""
    with language_of(recipient):
        subject = _("Answer the comments to the strategy")
        why = _("The hearing of %(unit)s is over. MED gets the strategy when all are answered.") % {
            "unit": strategy.unit
        }
        url = link("strategy:hearing", strategy.pk)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Answer"), url))


def result_missing(approval: Approval, recipient: Employee) -> Message:
    """To the members of MED after the meeting."""
    with language_of(recipient):
        subject = _("Record what MED said on %(day)s") % {"day": day(approval.meets_on)}
        why = _("The strategy of %(unit)s waits for it.") % {"unit": approval.strategy.unit}
        url = link("strategy:result", approval.strategy_id)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "Record it"), url))


def topic_due(brush_up: BrushUp, due_on: date, recipient: Employee) -> Message:
    """To the unit's leaders."""
    with language_of(recipient):
        subject = _("Take “%(topic)s” up again by %(day)s") % {"topic": brush_up.topic, "day": day(due_on)}
        why = _("It comes again in %(unit)s by its strategy.") % {"unit": brush_up.unit}
        url = link("strategy:duties", brush_up.unit_id)
        return compose(
            recipient, subject, Line(subject, why, pgettext("button in a mail", "See what comes again"), url)
        )


def first_aid_expires(row: FirstAid) -> Message:
    """To the person whose certificate it is."""
    with language_of(row.employee):
        subject = _("Renew your first aid by %(day)s") % {"day": day(row.expires_on)}
        why = _("Agree with your leader when you take the course again.")
        return compose(row.employee, subject, Line(subject, why, pgettext("button in a mail", "See it"), link("me")))


def pool_closes(pool: Pool, recipient: Employee) -> Message:
    """To the one who applies."""
    with language_of(recipient):
        subject = _("Apply to “%(title)s” by %(day)s") % {"title": pool.title, "day": day(pool.closes_on)}
        why = _("%(source)s takes applications from %(first)s.") % {"source": pool.source, "first": day(pool.opens_on)}
        line = Line(subject, why, pgettext("button in a mail", "See the pool"), link("strategy:funding"))
        return compose(recipient, subject, line)
