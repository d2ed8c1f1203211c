"""Who may do what: the one place (source: S68, X02).

A person holds roles on units; a role on a unit holds below it too. `PERMISSIONS` says what each role may
do. Each view declares what it asks for with `public`, `signed_in` or `requires`; a view that declares
nothing is refused, and stops the server from starting (`competence.checks`). Views fetch what they show
through `fetch` and lists start from `scope`: nobody sees another municipality, not even that something is
there (404); an insider without the right is refused (403).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers
from django.views.generic import RedirectView
from django_htmx.middleware import HtmxDetails

from competence.language import language_and_words
from competence.models import Employee, Employment, Role, RoleAssignment, Unit
from competence.remembered import forget
from competence.signed_out import ask_to_sign_in
from competence.words import speak, speaking

logger = logging.getLogger(__name__)

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class Permission(StrEnum):
    SEE_PEOPLE = "see people"
    EDIT_PEOPLE = "edit people"
    EDIT_UNITS = "edit units"
    ASSIGN_ROLES = "assign roles"
    NAME_DEPUTY = "name a deputy"
    IMPORT = "import files"
    SEE_MAIL = "see mail"
    SEE_HISTORY = "see history"
    EXPORT = "export lists"
    EXPORT_STRATEGIES = "export strategies"
    SETTINGS = "change settings"
    EDIT_CATALOGUE = "edit the course catalogue"
    MANAGE_CYCLE = "manage the year"
    LEAD_TALKS = "lead talks"
    SEE_PROGRESS = "see progress of talks"
    SEE_WISHES = "see wishes"
    ASSESS = "assess wishes"
    SEE_BOARD = "see the December board"
    DECIDE = "decide wishes"
    RELEASE = "release answers"
    GRANT_AD_HOC = "grant during the year"
    PLAN_THEMES = "plan themes"
    INFORM = "inform the department"
    EVALUATE = "evaluate the year"
    SEE_FIGURES = "see figures without persons"
    EDIT_PROFILES = "write trainer profiles"
    RUN_ROUNDS = "run selections of trainers"
    RELEASE_TIME = "release time for trainers"
    SET_LIMITS = "set what may be taken from a unit"
    WRITE_STRATEGY = "write the strategy"
    APPROVE_STRATEGY = "record what MED says of the strategy"
    KEEP_DUTIES = "keep recurring duties"


_RUNS_STRATEGY = {Permission.WRITE_STRATEGY, Permission.APPROVE_STRATEGY}
_ASSESSES = {Permission.SEE_PEOPLE, Permission.SEE_WISHES, Permission.ASSESS, Permission.EXPORT}
_LEADS_TEAM = _ASSESSES | {
    Permission.NAME_DEPUTY,
    Permission.LEAD_TALKS,
    Permission.SEE_PROGRESS,
    Permission.RELEASE_TIME,
    Permission.KEEP_DUTIES,
}
_DECIDES = {Permission.SEE_BOARD, Permission.DECIDE, Permission.PLAN_THEMES, Permission.SEE_FIGURES}
_LEADERSHIP_GROUP = _ASSESSES | _DECIDES
_MANAGES = (
    _LEADS_TEAM
    | _LEADERSHIP_GROUP
    | _RUNS_STRATEGY
    | {
        Permission.MANAGE_CYCLE,
        Permission.RELEASE,
        Permission.GRANT_AD_HOC,
        Permission.INFORM,
        Permission.EVALUATE,
        Permission.SET_LIMITS,
    }
)
_ADMINISTERS = {
    Permission.SEE_PEOPLE,
    Permission.EDIT_UNITS,
    Permission.ASSIGN_ROLES,
    Permission.IMPORT,
    Permission.SEE_MAIL,
    Permission.SEE_HISTORY,
    Permission.SETTINGS,
}
_HR = (
    _ADMINISTERS
    | _RUNS_STRATEGY
    | {
        Permission.EDIT_PEOPLE,
        Permission.EXPORT,
        Permission.EXPORT_STRATEGIES,
        Permission.EDIT_CATALOGUE,
        Permission.MANAGE_CYCLE,
        Permission.SEE_PROGRESS,
        Permission.SEE_FIGURES,
        Permission.EDIT_PROFILES,
        Permission.KEEP_DUTIES,
    }
)
_LEADS_PROJECTS = {Permission.EDIT_PROFILES, Permission.RUN_ROUNDS}
_SEES_OWN = (Role.SAFETY_REPRESENTATIVE, Role.SAFETY_GROUP, Role.CO_SELECTOR, Role.MENTOR, Role.SUPER_USER)

PERMISSIONS: dict[str, set[Permission]] = {
    Role.TEAM_LEADER: _LEADS_TEAM,
    Role.MANAGER: _MANAGES,
    Role.LEADERSHIP_GROUP: _LEADERSHIP_GROUP,
    Role.HR: _HR,
    Role.ADMINISTRATOR: _ADMINISTERS,
    Role.MED_MEMBER: {Permission.SEE_FIGURES, Permission.APPROVE_STRATEGY},
    Role.UNION_REPRESENTATIVE: {Permission.SEE_FIGURES},
    Role.PROJECT_LEADER: _LEADS_PROJECTS,
    **{role: set() for role in _SEES_OWN},
}


@dataclass(frozen=True)
class Grant:
    """One role on one unit; `path` holds for everything below it. A deputy's names the employee deputised for."""

    role: str
    unit: int
    path: str
    deputises_for: int | None = None


@dataclass(frozen=True)
class Post:
    """One current employment; `centre` runs the cycle it belongs to."""

    unit: int
    path: str
    centre: int | None


@dataclass(frozen=True)
class Actor:
    """The signed-in person with the roles held and the posts filled today."""

    employee: Employee
    grants: tuple[Grant, ...]
    posts: tuple[Post, ...]
    # What several parts of one page need is read once in a request and kept here.
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def municipality(self) -> int:
        return self.employee.municipality_id

    def paths(self, permission: Permission) -> list[str]:
        """The unit paths on which `permission` is held."""
        held = (grant.path for grant in self.grants if permission in PERMISSIONS.get(grant.role, set()))
        return list(dict.fromkeys(held))

    def line(self, permission: Permission) -> set[int]:
        """The units on which `permission` is held, and those above them."""
        return {int(part) for path in self.paths(permission) for part in path.split("/") if part}

    def may(self, permission: Permission, unit: Unit | None = None) -> bool:
        """Whether `permission` is held on `unit`, or anywhere when no unit is named."""
        paths = self.paths(permission)
        return any(unit.path.startswith(path) for path in paths) if unit else bool(paths)

    def has_role(self, *roles: str) -> bool:
        return any(grant.role in roles for grant in self.grants)

    @cached_property
    def centres(self) -> set[int]:
        """The centres of the posts filled today."""
        return {post.centre for post in self.posts if post.centre is not None}


def scope(actor: Actor, permission: Permission, unit: str = "") -> Q:
    """A filter for rows on whose unit `actor` holds `permission`; `unit` is the way to it, as `employment__unit`."""
    field = f"{unit}__path__startswith" if unit else "path__startswith"
    condition = Q(pk__in=[])
    for path in actor.paths(permission):
        condition |= Q(**{field: path})
    return condition


M = TypeVar("M", bound=Model)


def fetch(
    actor: Actor, permission: Permission, objects: "QuerySet[M]", *, unit: Callable[[M], Unit], **lookup: object
) -> M:
    """The one row of `objects` that `lookup` names.

    Raises Http404 where there is none in the actor's municipality, PermissionDenied where `permission`
    is not held on the row's unit.
    """
    found = fetch_colleague_row(actor, objects, unit=unit, **lookup)
    refuse_without(actor, permission, unit(found))
    return found


def fetch_colleague_row(actor: Actor, objects: "QuerySet[M]", *, unit: Callable[[M], Unit], **lookup: object) -> M:
    """The one row that `lookup` names; Http404 where there is none in the actor's municipality."""
    found = get_object_or_404(objects, **lookup)
    refuse_outsider(actor, unit(found))
    return found


def refuse_without(actor: Actor, permission: Permission, unit: Unit) -> None:
    """Raise PermissionDenied unless `permission` is held on `unit`."""
    if not actor.may(permission, unit):
        raise PermissionDenied


def refuse_outsider(actor: Actor, unit: Unit) -> None:
    """Raise Http404 when `unit` belongs to another municipality."""
    if (unit.municipality_id or unit.pk) != actor.municipality:
        raise Http404


def fetch_unit(actor: Actor, permission: Permission, pk: int) -> Unit:
    """The unit, with `fetch`'s refusals."""
    return fetch(actor, permission, Unit.objects.all(), unit=lambda unit: unit, pk=pk)


def fetch_colleague(actor: Actor, pk: int) -> Employee:
    """Somebody of the actor's own municipality; Http404 for everybody else."""
    return get_object_or_404(Employee.objects.filter(municipality=actor.municipality), pk=pk)


def may_about(actor: Actor, permission: Permission, employee: Employee, on: date) -> bool:
    """Whether `permission` is held where `employee` is or will be in post; who is in no post belongs to the root."""
    places = list(employee.employments.exclude(ends_on__lt=on).values_list("unit__path", flat=True))
    paths = actor.paths(permission)
    return any(place.startswith(path) for place in places or [f"{employee.municipality_id}/"] for path in paths)


def fetch_person(actor: Actor, permission: Permission, pk: int, on: date) -> Employee:
    """The person, with `fetch`'s refusals; `may_about` says who is in reach."""
    employee = fetch_colleague(actor, pk)
    if not may_about(actor, permission, employee, on):
        raise PermissionDenied
    return employee


class EmployeeBackend(AuthenticationBackend):
    """Loads a signed-in person with today's roles and posts in one query, and nobody who has left."""

    def user_can_authenticate(self, user: Any) -> bool:
        return self.get_user(user.pk) is not None

    def get_user(self, user_id: int) -> Employee | None:
        employee = with_access(Employee.objects.filter(pk=user_id), timezone.localdate()).first()
        return employee if employee and may_sign_in(employee) else None


def with_access(employees: "QuerySet[Employee]", on: date) -> "QuerySet[Employee]":
    """`employees` annotated with the roles and posts valid on `on` (inclusive dates)."""
    roles = RoleAssignment.objects.valid_on(on).filter(employee=OuterRef("pk")).order_by()
    posts = Employment.objects.valid_on(on).filter(employee=OuterRef("pk")).order_by()
    return employees.select_related("municipality__settings").annotate(
        role_rows=ArraySubquery(
            roles.values(
                row=JSONObject(role="role", unit="unit_id", path="unit__path", deputises_for="deputises_for__employee")
            )
        ),
        post_rows=ArraySubquery(
            posts.values(row=JSONObject(unit="unit_id", path="unit__path", centre="unit__centre_id"))
        ),
        had_posts=Exists(Employment.objects.filter(employee=OuterRef("pk"))),
    )


def may_sign_in(employee: Employee) -> bool:
    """Active, and in a post today; who never had a post (a supplier, say) needs a role instead."""
    if not employee.is_active:
        return False
    row = cast(Any, employee)
    return bool(row.post_rows) or (not row.had_posts and bool(row.role_rows))


def actor_of(employee: Employee) -> Actor:
    """The actor made from an employee loaded by `with_access`."""
    row = cast(Any, employee)
    return Actor(employee, tuple(Grant(**r) for r in row.role_rows), tuple(Post(**p) for p in row.post_rows))


View = Callable[..., HttpResponse]
V = TypeVar("V", bound=View)


class AccessedRequest(HttpRequest):
    """A request of somebody signed in."""

    actor: Actor
    htmx: HtmxDetails


def public(view: V) -> V:
    """Anybody may open this view."""
    cast(Any, view).access = "public"
    return view


def signed_in(view: V) -> V:
    """Anybody signed in may open this view, which shows only what is their own."""
    cast(Any, view).access = "signed in"
    return view


def requires(permission: Permission) -> Callable[[V], V]:
    """Only who holds `permission` somewhere may open this view; it fetches rows with `fetch` or `scope`."""

    def declare(view: V) -> V:
        @wraps(view)
        def guarded(request: AccessedRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.actor.may(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        cast(Any, guarded).access = permission
        return cast(V, guarded)

    return declare


# Views of libraries cannot declare their access: these modules guard themselves.
GUARDED_ELSEWHERE = (
    "allauth.",
    "django.contrib.staticfiles.",
    "django.views.static",
    "health_check.",
    "django.views.i18n",
)


def declared_access(view: View) -> str | None:
    """What `view` declares, or None when it declares nothing."""
    access: str | None = getattr(view, "access", None)
    source = getattr(view, "view_class", view)
    guarded = source is RedirectView or source.__module__.startswith(GUARDED_ELSEWHERE)
    return "library" if access is None and guarded else access


class AccessMiddleware:
    """Sets `request.actor`, refuses what is not declared, keeps personal pages out of caches, logs refusals."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with speaking({}):
            response = self.get_response(request)
        if request.method not in SAFE_METHODS and request.user.is_authenticated:
            forget(request.user.pk)
        if response.status_code == 403:
            logger.warning("refused %s %s to %s", request.method, request.path, getattr(request.user, "pk", None))
        if getattr(request, "actor", None) is not None and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
            response["Cache-Control"] = "no-store, private"
        return response

    def process_view(self, request: HttpRequest, view: View, args: object, kwargs: object) -> HttpResponse | None:
        access = declared_access(view)
        if access is None:
            raise PermissionDenied
        # Who is signed in reads public pages in the own language, too.
        if request.user.is_authenticated:
            cast(AccessedRequest, request).actor = actor_of(request.user)
            _speak_language_of(request)
            return None
        return None if access in {"library", "public"} else ask_to_sign_in(request)


def _speak_language_of(request: HttpRequest) -> None:
    """The language and the words of whoever reads, until the response is made."""
    language, words = language_and_words(cast(AccessedRequest, request).actor.employee)
    translation.activate(language)
    speak(words)
    cast(Any, request).LANGUAGE_CODE = language
