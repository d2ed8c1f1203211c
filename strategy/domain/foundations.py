"""What strategies stand on, kept by the unit that owns it (source: S04)."""

from collections.abc import Sequence

from django.db import transaction

from competence.models import Unit
from strategy.models import Foundation


@transaction.atomic
def write(
    *, owner: Unit, kind: str, title: str, points: Sequence[str], foundation: Foundation | None = None
) -> Foundation:
    """A new foundation, or `foundation` written anew; approved versions keep the words they had.

    One that is no more in use and has the same heading is taken into use again.
    """
    unused = Foundation.objects.filter(owner=owner, kind=kind, title=title, is_active=False)
    row = foundation or unused.first() or Foundation(owner=owner)
    row.kind, row.title, row.points, row.is_active = kind, title, list(points), True
    row.save()
    return row
