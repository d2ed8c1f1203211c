"""Who one signs in as to look around: only in the example municipality."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from competence.models import Employee, Unit

EMPLOYEE = "100035"
ADMINISTRATOR = "101284"
# In the second municipality.
NEIGHBOUR = "G0001"
PASSWORD = "solbjerg-2026"


@dataclass(frozen=True)
class Account:
    """An employee number of the staff file, and what can be seen as this person."""

    number: str
    what: object


ACCOUNTS = (
    Account(EMPLOYEE, _("employee in a team")),
    Account("100023", _("team leader")),
    Account("100013", _("manager of a centre, in the talks")),
    Account("100342", _("manager of a centre, in December")),
    Account("101264", _("HR")),
    Account("101268", _("project leader for trainers")),
    Account(ADMINISTRATOR, _("administrator")),
    Account("100097", _("member of MED, and working environment representative")),
    Account("101901", _("new colleague with a mentor")),
    Account(NEIGHBOUR, _("project leader in a Swedish municipality next door")),
)


def open_accounts(root: Unit) -> None:
    """Let everybody in the example municipality sign in with the same password."""
    Employee.objects.filter(municipality=root, email__isnull=False).update(password=make_password(PASSWORD))


def open_for(root: Unit) -> list[tuple[str, str, object]]:
    """Name, e-mail address and what can be seen, of each example account."""
    people = {person.number: person for person in Employee.objects.filter(municipality=root)}
    return [(people[a.number].name, people[a.number].email or "", a.what) for a in ACCOUNTS if a.number in people]
