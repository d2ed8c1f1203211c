"""What pages read about needs reported from below (source: T21)."""

from datetime import date

from django.db.models import Q, QuerySet

from competence.models import CareerStep, Commitment, Competence, Employee, ReportedNeed, Unit

TEACHING = (
    Commitment.Kind.TRAINER,
    Commitment.Kind.SUPER_USER,
    Commitment.Kind.SUPPORT,
    Commitment.Kind.MENTOR,
)


def may_report(employee: Employee, on: date) -> bool:
    """Whoever teaches, guides or supports colleagues on `on`: they see what is missing."""
    held = Commitment.objects.valid_on(on).filter(employee=employee, kind__in=TEACHING)
    return held.exists() or CareerStep.objects.open().filter(employee=employee).exists()


def reported_by(employee: Employee) -> "QuerySet[ReportedNeed]":
    """Newest first, with what became of each."""
    return ReportedNeed.objects.filter(employee=employee).select_related("unit", "competence", "answered_by")


def reported_below(unit: Unit) -> "QuerySet[ReportedNeed]":
    """Everything reported in `unit` or under it, open ones first."""
    rows = ReportedNeed.objects.below(unit).select_related("employee", "unit", "competence", "answered_by")
    return rows.order_by("answered_at", "-made_at", "-pk")


def units_to_report_in(employee: Employee, on: date) -> "QuerySet[Unit]":
    """The centres of one's posts with all below them, and where one teaches; open on `on`."""
    posts = employee.employments.exclude(ends_on__lt=on).filter(starts_on__lte=on)
    centres = posts.filter(unit__centre__isnull=False).values_list("unit__centre__path", flat=True)
    near = Q(pk__in=posts.values("unit")) | Q(pk__in=CareerStep.objects.filter(employee=employee).values("unit"))
    for path in set(centres):
        near |= Q(path__startswith=path)
    root = employee.municipality_id
    return Unit.objects.of_municipality(root).open_on(on).filter(near).order_by("path")


def competences_of(municipality: int) -> "QuerySet[Competence]":
    return Competence.objects.filter(area__municipality=municipality).select_related("area")
