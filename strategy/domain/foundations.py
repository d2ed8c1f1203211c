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

    One with the same heading, which somebody else made a moment ago or which is no more in use, is written anew.
    """
    Unit.objects.select_for_update().get(pk=owner.pk)
    same = Foundation.objects.filter(owner=owner, kind=kind, title=title)
    row = foundation or same.first() or Foundation(owner=owner)
    row.kind, row.title, row.points, row.is_active = kind, title, list(points), True
    row.save()
    return row
