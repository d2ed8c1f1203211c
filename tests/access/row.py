"""What a row of the access matrix says."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

from tests.cast import Cast


@dataclass(frozen=True)
class Row:
    """One route and method: `given` maps names of the cast (blank-separated) to an answer, `others` holds for the rest.

    `setup` makes what the page shows and returns the URL's arguments and a secret text that only those whose
    answer ends in `sees` may read. Anonymous visitors are sent to sign in unless `given` says otherwise.
    `is_file` says that the route answers with a file, or a part of a page.
    """

    route: str
    given: dict[str, str]
    others: str = "403"
    method: str = "GET"
    data: dict[str, str] = field(default_factory=dict)
    setup: Callable[[Cast], tuple[dict[str, object], str]] = lambda cast: ({}, "")
    shared_cache: bool = False
    is_file: bool = False

    def prepare(self, cast: Cast) -> tuple[str, str]:
        """The URL, and the text to look for."""
        kwargs, secret = self.setup(cast)
        return reverse(self.route, kwargs=kwargs), secret

    def expected(self, name: str) -> str:
        for names, answer in self.given.items():
            if name in names.split():
                return answer
        return "login" if name == "anonymous" else self.others
