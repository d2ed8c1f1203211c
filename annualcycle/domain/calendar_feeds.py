"""The address from which a person's own calendar reads the year."""

from django.core import signing
from django.db.models import F

from annualcycle.models import CalendarFeed
from competence.models import Employee

_SALT = "annualcycle.calendar"


def token_for(employee: Employee) -> str:
    """The signed end of the address; whoever has it can read the person's dates, so it can be renewed."""
    return signing.dumps({"employee": employee.pk, "serial": _serial(employee.pk)}, salt=_SALT)


def renew(*, employee: Employee) -> str:
    """A new address; the former one stops working."""
    CalendarFeed.objects.get_or_create(employee=employee)
    CalendarFeed.objects.filter(employee=employee).update(serial=F("serial") + 1)
    return token_for(employee)


def owner_of(token: str) -> int | None:
    """The id of the person the address belongs to, None when it was made up or renewed since."""
    try:
        content = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    employee = int(content["employee"])
    return employee if _serial(employee) == content["serial"] else None


def _serial(employee: int) -> int:
    return CalendarFeed.objects.filter(employee=employee).values_list("serial", flat=True).first() or 1
