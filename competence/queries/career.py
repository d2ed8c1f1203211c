"""What pages read about the steps of a career (source: T15)."""

from django.db.models import QuerySet

from competence.models import CareerStep, Employee


def career_of(employee: Employee) -> "QuerySet[CareerStep]":
    """Open steps first, then the newest."""
    return CareerStep.objects.filter(employee=employee).select_related("unit").order_by("ends_on", "-starts_on", "-pk")


def open_steps(employee: Employee) -> "list[CareerStep]":
    """The levels held today, by field."""
    return list(CareerStep.objects.open().filter(employee=employee).order_by("field", "pk"))
