"""What strategies stand on, kept by the unit that owns it (source: S04)."""

from collections.abc import Sequence

from django.db import transaction

from competence.models import Unit
from strategy.models import Foundation


@transaction.atomic
def write(*, owner: Unit, kind: str, title: str, points: Sequence[str]) -> Foundation:
    """A new foundation, or new points under the same heading; approved versions keep the points they had."""
    foundation, _made = Foundation.objects.update_or_create(
        owner=owner, kind=kind, title=title, defaults={"points": list(points), "is_active": True}
    )
    return foundation
