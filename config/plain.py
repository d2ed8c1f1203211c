"""Texts as a database can keep them."""

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse


class RefuseNul:
    """Answers 400 to what holds a NUL: no keyboard types one, and PostgreSQL keeps none in a text."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: object) -> None:
        sent = (text for data in (request.GET, request.POST) for _name, texts in data.lists() for text in texts)
        if "\x00" in request.path or any("\x00" in text for text in sent if isinstance(text, str)):
            raise SuspiciousOperation("A text holds a NUL.")
