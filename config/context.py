"""What the frame around every page shows: the menu, the person, the municipality."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from competence.access import Actor, Permission
from competence.words import own_heading

Entry = tuple[str, str | Promise, str]

# (url name, word, icon), in the order of the menu. An entry whose page does not exist is left out.
MENU = (
    ("start", _("Start"), "home"),
    ("year:overview", _("The year"), "calendar-event"),
    ("strategy:strategies", own_heading("strategy"), "book-2"),
    ("trainers:home", own_heading("trainers"), "users-group"),
    ("learning", _("Learning"), "school"),
)
# Who looks after the organisation gets the hub, who leads people gets the list of them.
MENU_BY_PERMISSION = (
    (Permission.IMPORT, ("organisation", _("Organisation"), "sitemap")),
    (Permission.SEE_PEOPLE, ("people", _("People"), "users")),
)
# The pages that are reached from the hub.
UNDER = {"organisation": ("people", "units", "roles", "settings", "history", "imports", "mails")}
OWN_ACCENT = "#1c6b72"


@dataclass(frozen=True)
class MenuItem:
    """One entry of the menu."""

    url: str
    label: str
    icon: str
    active: bool


@dataclass(frozen=True)
class Page:
    """The frame of one page. An empty address means that the page does not exist."""

    municipality: str
    person: str
    menu: tuple[MenuItem, ...]
    home: str
    search: str
    me: str
    security: str
    imports: str
    language: str
    accessibility: str
    privacy: str
    accent: str


def page(request: HttpRequest) -> dict[str, object]:
    """Context processor: `page` in every template, also for the anonymous and on error pages.

    Made when it is first asked for: each cell of a table is a template too, and asks for nothing.
    """
    return {"page": SimpleLazyObject(lambda: frame_of(request))}


def frame_of(request: HttpRequest) -> Page:
    """The frame around the page that answers `request`."""
    user = getattr(request, "user", None)
    known = bool(user and user.is_authenticated)
    actor = getattr(request, "actor", None)
    return Page(
        municipality=str(getattr(user, "municipality", "") or _("Competence")),
        person=str(user) if known else "",
        menu=menu(request.path, entries(getattr(request, "actor", None))) if known else (),
        home=address("start") or "/",
        search=address("search") if known else "",
        me=address("me"),
        security=address("mfa_index"),
        imports=address("imports") if actor and actor.may(Permission.IMPORT) else "",
        language=address("set_language"),
        accessibility=address("accessibility"),
        privacy=address("privacy"),
        accent=accent(user) if known else "",
    )


def entries(actor: Actor | None) -> tuple[Entry, ...]:
    """The menu of this person: what everybody has, and at most one entry more."""
    more = [entry for permission, entry in MENU_BY_PERMISSION if actor and actor.may(permission)]
    return (*MENU, *more[:1])


def menu(path: str, shown: tuple[Entry, ...] = MENU) -> tuple[MenuItem, ...]:
    """The entries whose pages exist; active is the one that `path` lies under, or the start page itself."""
    home = address("start")
    items = []
    for name, label, icon in shown:
        lies_under = tuple(filter(None, map(address, (name, *UNDER.get(name, ())))))
        if url := address(name):
            items.append(MenuItem(url, str(label), icon, path == url or (url != home and path.startswith(lies_under))))
    return tuple(items)


def accent(user: object) -> str:
    """The style sheet with the municipality's own colour; nothing while it keeps ours."""
    settings = getattr(getattr(user, "municipality", None), "settings", None)
    if settings is None or settings.accent == OWN_ACCENT:
        return ""
    return reverse("accent", args=[int(settings.accent[1:], 16)])


def address(name: str) -> str:
    """The address of the page called `name`, or an empty string when there is none."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
