"""The mails of the annual cycle, each in its recipient's language (sources: S42, S43, S47–S49, S54).

The subject states the act and its date. What a talk, a wish or an answer says stays behind the link.
"""

from collections.abc import Callable, Sequence
from datetime import date

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from annualcycle import calendar
from annualcycle.models import Cycle, Decision, Entitlement, Orientation, PlanVersion, Talk, Wish
from annualcycle.queries.reminders import Due, Kind
from competence.domain.mailings import Attachment, Message
from competence.emails import Line, clock, compose, day, link
from competence.language import language_of
from competence.models import Employee
from competence.words import sentence, word

KINDS = dict(Kind.choices) | {
    "talk_invitation": pgettext_lazy("mail", "invitation to a talk"),
    "talk_cancelled": pgettext_lazy("mail", "talk called off"),
    "talk_handed_over": pgettext_lazy("mail", "talk with another leader"),
    "plan_to_confirm": pgettext_lazy("mail", "plan to confirm"),
    "wish_agreed": pgettext_lazy("mail", "wish agreed in the talk"),
    "answer_ready": pgettext_lazy("mail", "answer to a wish"),
    "ad_hoc_to_decide": pgettext_lazy("mail", "wish that cannot wait"),
    "ad_hoc_answer": pgettext_lazy("mail", "answer during the year"),
    "right_offered": pgettext_lazy("mail", "offer of days by right"),
    "orientation_published": pgettext_lazy("mail", "orientation"),
    "themes_published": pgettext_lazy("mail", "themes"),
    "budget_differs": pgettext_lazy("mail", "budget that does not add up"),
}


def talk_invitation(talk: Talk) -> Message:
    """To the employee, with a calendar file; a talk that is moved moves in the calendar too."""
    assert talk.starts_at is not None
    with language_of(talk.employee):
        what, url = talk.get_kind_display(), link("year:talk", talk.pk)
        subject = sentence(_("Prepare your {talk} on {day}"), talk=what, day=day(talk.starts_at))
        intro = _("%(leader)s invites you to %(talk)s on %(day)s at %(time)s.") % {
            "leader": talk.leader or talk.unit,
            "talk": what,
            "day": day(talk.starts_at),
            "time": clock(talk.starts_at),
        }
        where = _("Place: %(place)s.") % {"place": talk.place} if talk.place else ""
        why = _("Write a few words beforehand. Nobody reads them until you hand them over.")
        content = calendar.invitation(talk, title=_talk_title(talk), url=url, at=timezone.now())
        line = Line(subject, why, pgettext("button in a mail", "Prepare the talk"), url)
        return compose(
            talk.employee, subject, line, intro=f"{intro} {where}".strip(), attachments=(_file(content, "REQUEST"),)
        )


def talk_cancelled(talk: Talk, recipient: Employee) -> Message:
    """To the other of the two, when a talk is put off or declined; a set time leaves the calendar."""
    with language_of(recipient):
        url = link("year:talk", talk.pk)
        if talk.starts_at:
            subject = _("See why the talk on %(day)s is called off") % {"day": day(talk.starts_at)}
        else:
            subject = _("See why a talk is put off")
        why = _("The reason is on the talk's page. From there it can get a new time.")
        line = Line(subject, why, pgettext("button in a mail", "See the talk"), url)
        return compose(recipient, subject, line, attachments=_cancellation(talk, url))


def talk_handed_over(talk: Talk, to: Employee) -> Message:
    """To the employee, before `talk` is given to `to`; a time set by the former leader leaves the calendar."""
    with language_of(talk.employee):
        url = link("year:talk", talk.pk)
        subject = _("%(leader)s now holds your talk in %(year)s") % {"leader": to, "year": talk.cycle.year}
        why = _("You will be invited anew. What you have handed over stays with the talk.")
        line = Line(subject, why, pgettext("button in a mail", "See the talk"), url)
        return compose(talk.employee, subject, line, attachments=_cancellation(talk, url))


def _talk_title(talk: Talk) -> str:
    """As it stands in a calendar, which others may see: the kind of talk, nothing more."""
    return f"{capfirst(talk.get_kind_display())} {talk.cycle.year}"


def _cancellation(talk: Talk, url: str) -> tuple[Attachment, ...]:
    if not talk.starts_at:
        return ()
    content = calendar.cancellation(talk, title=_talk_title(talk), url=url, at=timezone.now())
    return (_file(content, "CANCEL"),)


def _file(content: bytes, method: str) -> Attachment:
    return Attachment(pgettext("file name", "talk.ics"), content, f"text/calendar; method={method}")


def plan_to_confirm(version: PlanVersion, recipient: Employee) -> Message:
    """To the side that has not confirmed yet, when the other has."""
    with language_of(recipient):
        cycle = version.plan.cycle
        own = recipient.pk == version.plan.employee_id
        by = day(cycle.wishes_due_on)
        asked = _("Confirm your {plan} by {day}") if own else _("Confirm a plan by {day}")
        subject = sentence(asked, day=by)
        why = _("The other of you two has confirmed it. Change it first if something is not as you agreed.")
        line = Line(subject, why, pgettext("button in a mail", "Read the plan"), link("year:plan", version.plan_id))
        return compose(recipient, subject, line)


def answer_ready(decision: Decision) -> Message:
    """To whom the wish belongs, when the answers are released; neither wish nor answer is in the mail (source: S47)."""
    employee = decision.wish.employee
    with language_of(employee):
        given = decision.released_at or decision.decided_at
        subject = _("Read the answer to your wish, given %(day)s") % {"day": day(given)}
        why = _("It says what was decided, why, and what happens now.")
        url = link("year:answer", decision.wish_id)
        return compose(employee, subject, Line(subject, why, pgettext("button in a mail", "Read the answer"), url))


def ad_hoc_answer(decision: Decision) -> Message:
    """To whom asked during the year (source: S54)."""
    wish = decision.wish
    with language_of(wish.employee):
        asked = wish.submitted_at or wish.saved_at
        subject = _("Read the answer to what you asked for on %(day)s") % {"day": day(asked)}
        why = _("It says what was decided, why, and what happens now.")
        url = link("year:answer", wish.pk)
        return compose(wish.employee, subject, Line(subject, why, pgettext("button in a mail", "Read the answer"), url))


def ad_hoc_to_decide(wish: Wish, recipient: Employee) -> Message:
    """To who grants during the year, when somebody asks."""
    with language_of(recipient):
        asked = wish.submitted_at or wish.saved_at
        subject = _("Answer a wish that cannot wait, asked on %(day)s") % {"day": day(asked)}
        why = _("Somebody in %(unit)s asks outside the December round.") % {"unit": wish.unit}
        line = Line(subject, why, pgettext("button in a mail", "See the wish"), link("year:ad_hoc", wish.cycle_id))
        return compose(recipient, subject, line)


def right_offered(offered: Entitlement) -> Message:
    """To whom days are offered by law or agreement."""
    with language_of(offered.employee):
        subject = _("Say yes or no to an offer, to be held by %(day)s") % {"day": day(offered.due_on)}
        why = _("You have a right to these days, and the money is set aside.")
        line = Line(subject, why, pgettext("button in a mail", "Read the offer"), link("year:right", offered.pk))
        return compose(offered.employee, subject, line)


def wish_agreed(wish: Wish) -> Message:
    """To whom the wish belongs, when it was agreed in the talk (source: S44)."""
    with language_of(wish.employee):
        agreed = wish.agreed_at or wish.saved_at
        subject = _("See the wish you agreed on %(day)s") % {"day": day(agreed)}
        why = _("It is granted and need not wait for December. The answer says what happens now.")
        url = link("year:answer", wish.pk)
        return compose(wish.employee, subject, Line(subject, why, pgettext("button in a mail", "Read the answer"), url))


def orientation_published(orientation: Orientation, recipient: Employee) -> Message:
    """To the whole department, after every individual answer (source: S48)."""
    cycle = orientation.cycle
    with language_of(recipient):
        subject = _("Read what %(unit)s will learn in %(year)s") % {"unit": cycle.unit, "year": cycle.budget_year}
        why = _("The orientation of %(day)s lists the courses that were granted.") % {
            "day": day(orientation.published_at or cycle.orientation_on)
        }
        line = Line(subject, why, pgettext("button in a mail", "Read it"), link("year:orientation", cycle.pk))
        return compose(recipient, subject, line)


def themes_published(cycle: Cycle, recipient: Employee) -> Message:
    """To the whole department: what is taken up at meetings and theme days, and when (sources: S49–S51)."""
    with language_of(recipient):
        subject = _("See the themes of %(year)s and their dates") % {"year": cycle.budget_year}
        why = _("Many wished to know more about the same. Here is where %(unit)s takes it up.") % {"unit": cycle.unit}
        line = Line(subject, why, pgettext("button in a mail", "See the themes"), link("year:themes", cycle.pk))
        return compose(recipient, subject, line)


def reminders(recipient: Employee, dues: Sequence[Due]) -> Message:
    """All that `recipient` is reminded of on one day; the most urgent gives the subject."""
    with language_of(recipient):
        lines = [REMINDERS[Kind(due.kind)](due) for due in dues]
        subject, more = lines[0].title, len(lines) - 1
        if more:
            extra = ngettext("%(first)s, and %(count)s more", "%(first)s, and %(count)s more", more)
            subject = extra % {"first": subject, "count": more}
        return compose(recipient, subject, *lines)


def reminder_criteria(due: Due) -> Line:
    title = _("Publish the criteria before the talks open on %(day)s") % {"day": day(due.due_on)}
    why = _("Everybody in %(unit)s should know them before the first talk.") % {"unit": due.cycle.unit}
    return Line(title, why, pgettext("button in a mail", "Go to the year"), link("year:cycle", due.page))


def reminder_invite(due: Due) -> Line:
    title = _("Invite to talks, held by %(day)s") % {"day": day(due.due_on)}
    why = ngettext("%(count)s of your talks has no time yet.", "%(count)s of your talks have no time yet.", due.count)
    return Line(title, why % {"count": due.count}, pgettext("button in a mail", "Choose times"), link("year:talks"))


def reminder_talks(due: Due) -> Line:
    title = _("Hold the last talks by %(day)s") % {"day": day(due.due_on)}
    why = ngettext("%(count)s of your talks is not held yet.", "%(count)s of your talks are not held yet.", due.count)
    return Line(title, why % {"count": due.count}, pgettext("button in a mail", "See your talks"), link("year:talks"))


def reminder_prepare(due: Due) -> Line:
    title = sentence(_("Prepare your {talk} on {day}"), talk=word(due.talk), day=day(due.due_on))
    why = _("Write a few words beforehand. Nobody reads them until you hand them over.")
    return Line(title, why, pgettext("button in a mail", "Prepare the talk"), link("year:talk", due.page))


def reminder_talk(due: Due) -> Line:
    title = sentence(_("Remember your {talk} on {day}"), talk=word(due.talk), day=day(due.due_on))
    why = _("You have handed over your preparation; time and place are on the talk's page.")
    return Line(title, why, pgettext("button in a mail", "See the talk"), link("year:talk", due.page))


def reminder_led_talks(due: Due) -> Line:
    text = ngettext("Hold %(count)s talk on %(day)s", "Hold %(count)s talks on %(day)s", due.count)
    title = text % {"count": due.count, "day": day(due.due_on)}
    why = _("What your colleagues have handed over is ready to read.")
    return Line(title, why, pgettext("button in a mail", "See your talks"), link("year:talks"))


def reminder_plan(due: Due) -> Line:
    title = sentence(_("Confirm your {plan} by {day}"), day=day(due.due_on))
    why = _("It counts once both of you have confirmed it.")
    return Line(title, why, pgettext("button in a mail", "Read the plan"), link("year:plan", due.page))


def reminder_plans(due: Due) -> Line:
    text = ngettext("Confirm %(count)s plan by %(day)s", "Confirm %(count)s plans by %(day)s", due.count)
    title = text % {"count": due.count, "day": day(due.due_on)}
    why = _("A plan counts once both of you have confirmed it.")
    return Line(title, why, pgettext("button in a mail", "See the plans"), link("year:talks"))


def reminder_drafts(due: Due) -> Line:
    text = ngettext("Submit your wish by %(day)s", "Submit your %(count)s wishes by %(day)s", due.count)
    title = text % {"count": due.count, "day": day(due.due_on)}
    why = _("A draft is seen by nobody but you, and is not decided in December.")
    return Line(title, why, pgettext("button in a mail", "See your wishes"), link("year:my_wishes"))


def reminder_assess(due: Due) -> Line:
    text = ngettext("Assess %(count)s wish by %(day)s", "Assess %(count)s wishes by %(day)s", due.count)
    title = text % {"count": due.count, "day": day(due.due_on)}
    why = sentence(_("{the_leadership_group} of {unit} meets that day."), unit=due.cycle.unit)
    return Line(title, why, pgettext("button in a mail", "Assess wishes"), link("year:assess", due.page))


def reminder_meeting(due: Due) -> Line:
    title = _("Decide the wishes on %(day)s") % {"day": day(due.due_on)}
    why = sentence(_("{the_leadership_group} of {unit} meets that day."), unit=due.cycle.unit)
    return Line(title, why, pgettext("button in a mail", "Go to the wishes"), link("year:board", due.page))


def reminder_release(due: Due) -> Line:
    title = _("Release the answers by %(day)s") % {"day": day(due.due_on)}
    why = _("Nobody in %(unit)s has an answer before that.") % {"unit": due.cycle.unit}
    return Line(title, why, pgettext("button in a mail", "Go to the answers"), link("year:release", due.page))


def reminder_unread(due: Due) -> Line:
    title = _("Read the answer to your wish, given %(day)s") % {"day": day(due.due_on)}
    why = _("It says what was decided, why, and what happens now.")
    return Line(title, why, pgettext("button in a mail", "Read the answer"), link("year:answer", due.page))


def reminder_orientation(due: Due) -> Line:
    title = _("Inform the department by %(day)s") % {"day": day(due.due_on)}
    why = _("Everybody in %(unit)s hears which courses were granted.") % {"unit": due.cycle.unit}
    return Line(title, why, pgettext("button in a mail", "Write the orientation"), link("year:orientation", due.page))


def reminder_themes(due: Due) -> Line:
    title = _("Place and publish the themes by %(day)s") % {"day": day(due.due_on)}
    text = ngettext("%(count)s theme is not published yet.", "%(count)s themes are not published yet.", due.count)
    action = pgettext("button in a mail", "Place the themes")
    return Line(title, text % {"count": due.count}, action, link("year:themes", due.page))


def reminder_evaluation(due: Due) -> Line:
    title = _("Evaluate the year by %(day)s") % {"day": day(due.due_on)}
    why = _("What did %(unit)s learn, and what should be done otherwise next time?") % {"unit": due.cycle.unit}
    return Line(title, why, pgettext("button in a mail", "Evaluate"), link("year:evaluation", due.page))


REMINDERS: dict[Kind, Callable[[Due], Line]] = {
    Kind.CRITERIA: reminder_criteria,
    Kind.INVITE: reminder_invite,
    Kind.TALKS: reminder_talks,
    Kind.PREPARE: reminder_prepare,
    Kind.TALK: reminder_talk,
    Kind.LED_TALKS: reminder_led_talks,
    Kind.PLAN: reminder_plan,
    Kind.PLANS: reminder_plans,
    Kind.DRAFTS: reminder_drafts,
    Kind.ASSESS: reminder_assess,
    Kind.MEETING: reminder_meeting,
    Kind.RELEASE: reminder_release,
    Kind.UNREAD: reminder_unread,
    Kind.ORIENTATION: reminder_orientation,
    Kind.THEMES: reminder_themes,
    Kind.EVALUATION: reminder_evaluation,
}


def budget_differs(cycle: Cycle, recipient: Employee, on: date) -> Message:
    """To HR, when the nightly check finds that a budget and its decisions do not add up (source: S54)."""
    with language_of(recipient):
        subject = _("Check the budget of %(unit)s, found wrong on %(day)s") % {"unit": cycle.unit, "day": day(on)}
        why = _("What is granted does not add up with the decisions. Grant nothing before it is clear why.")
        url = link("year:cycle", cycle.pk)
        return compose(recipient, subject, Line(subject, why, pgettext("button in a mail", "See the year"), url))
