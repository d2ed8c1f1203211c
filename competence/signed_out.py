"""What somebody who is not signed in gets instead of a page."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page; a page that asks in parts gets none where a part of it was, and says so itself."""
    return HttpResponse(status=401) if getattr(request, "htmx", False) else redirect_to_login(request.get_full_path())
