from datetime import date

from django.utils import timezone

from competence.domain import mailings
from competence.models import Notice
from tests.access.row import Row
from tests.cast import Cast

SUBJECT = "Forbered din MUS 3. november"


def _mail(cast: Cast) -> Notice | None:
    return mailings.notify(
        kind="talk_invitation",
        about="talk:1",
        recipient=cast.anna,
        message=mailings.Message(SUBJECT, "Hej Anna"),
        due_on=date(2026, 11, 3),
        at=timezone.now(),
    )


def _listed(cast: Cast) -> tuple[dict[str, object], str]:
    _mail(cast)
    return {}, SUBJECT


def _one(cast: Cast) -> tuple[dict[str, object], str]:
    notice = _mail(cast)
    assert notice is not None
    assert notice.mail is not None
    return {"pk": notice.mail.pk}, ""


ROWS: list[Row] = [
    Row("mails", {"hanne adam": "200 sees", "sven": "200"}, setup=_listed),
    Row("mail_retry", {"hanne adam": "302", "sven": "404"}, method="POST", setup=_one),
]
