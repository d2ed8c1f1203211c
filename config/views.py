"""The start page: what needs me now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from competence.access import AccessedRequest, signed_in


@signed_in
def start(request: AccessedRequest) -> HttpResponse:
    return render(request, "start.html", {"today": timezone.localdate()})
