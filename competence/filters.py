"""How lists are narrowed: one class for each list."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from competence.models import Employee, Employment, Leave, Offer, Provider, Role, RoleAssignment, Unit, valid_on
from competence.models.learning import OfferQuerySet
from competence.queries import people as queries
from competence.text import fold


class Narrowing(forms.Form):
    """The form of a filter: nothing needs to be filled in, so nothing says that it can wait."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            css = "form-select" if hasattr(field, "choices") else "form-control"
            field.widget.attrs.setdefault("class", css)


class PeopleFilter(django_filters.FilterSet):
    """Employees by name or number and by what their posts of today say. `posts` are those the reader may see."""

    q = django_filters.CharFilter(label=_("Name or number"), method="by_words")
    unit = django_filters.ModelChoiceFilter(
        label=_("Unit"), queryset=Unit.objects.none(), method="keep", empty_label=_("All units")
    )
    profession = django_filters.ChoiceFilter(label=_("Profession"), method="keep", empty_label=_("All"))
    kind = django_filters.ChoiceFilter(
        label=_("Employment"), choices=Employment.Kind.choices, method="keep", empty_label=_("All")
    )
    leave = django_filters.ChoiceFilter(
        label=_("Leave"),
        choices=[("yes", _("On leave")), ("no", _("Not on leave"))],
        method="keep",
        empty_label=_("All"),
    )

    class Meta:
        model = Employee
        fields: list[str] = []
        form = Narrowing

    def __init__(self, *args: Any, posts: "QuerySet[Employment]", units: "QuerySet[Unit]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.posts = posts
        self.filters["unit"].extra["queryset"] = units
        professions = (
            posts.exclude(profession="").order_by("profession").values_list("profession", flat=True).distinct()
        )
        self.filters["profession"].extra["choices"] = [(name, name) for name in professions]

    def by_words(self, people: "QuerySet[Employee]", _name: str, value: str) -> "QuerySet[Employee]":
        return queries.matching(people, value)

    def keep(self, people: "QuerySet[Employee]", _name: str, _value: object) -> "QuerySet[Employee]":
        """What is asked of a post is asked of one and the same: see `filter_queryset`."""
        return people

    def filter_queryset(self, queryset: "QuerySet[Employee]") -> "QuerySet[Employee]":
        people: QuerySet[Employee] = super().filter_queryset(queryset)
        return people.filter(queries.in_post(self.posts.filter(self._asked_of_posts())))

    def _asked_of_posts(self) -> Q:
        asked, data = Q(), self.form.cleaned_data
        if data.get("unit"):
            asked &= Q(unit__path__startswith=data["unit"].path)
        for name in ("profession", "kind"):
            if data.get(name):
                asked &= Q(**{name: data[name]})
        if data.get("leave"):
            away = Q(Exists(Leave.objects.valid_on(timezone.localdate()).filter(employment=OuterRef("pk"))))
            asked &= away if data["leave"] == "yes" else ~away
        return asked


class RoleFilter(django_filters.FilterSet):
    """Roles by holder, kind and whether they are held today."""

    q = django_filters.CharFilter(label=_("Name or number"), method="by_words")
    role = django_filters.ChoiceFilter(label=_("Role"), choices=Role.choices, empty_label=_("All"))
    when = django_filters.ChoiceFilter(
        label=_("Held"),
        choices=[("now", _("Today")), ("later", _("From a later day")), ("past", _("Before"))],
        method="by_time",
        empty_label=_("Always"),
    )

    class Meta:
        model = RoleAssignment
        fields: list[str] = []
        form = Narrowing

    def by_words(self, roles: "QuerySet[RoleAssignment]", _name: str, value: str) -> "QuerySet[RoleAssignment]":
        for word in fold(value).split():
            roles = roles.filter(employee__search__contains=word)
        return roles

    def by_time(self, roles: "QuerySet[RoleAssignment]", _name: str, value: str) -> "QuerySet[RoleAssignment]":
        today = timezone.localdate()
        times = {"now": valid_on(today), "later": Q(starts_on__gt=today), "past": Q(ends_on__lt=today)}
        return roles.filter(times[value])


class OfferFilter(django_filters.FilterSet):
    """Courses by title, code or provider, kind, and whether one can still sign up."""

    q = django_filters.CharFilter(label=_("Title or code"), method="by_words")
    provider = django_filters.ModelChoiceFilter(
        label=_("Provider"), queryset=Provider.objects.none(), empty_label=_("All")
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Offer.Kind.choices, empty_label=_("All"))
    when = django_filters.ChoiceFilter(
        label=_("Signing up"), choices=[("open", _("Still open"))], method="by_time", empty_label=_("All")
    )

    class Meta:
        model = Offer
        fields: list[str] = []
        form = Narrowing

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["provider"].extra["queryset"] = Provider.objects.filter(
            pk__in=self.queryset.order_by().values("provider")
        )

    def by_words(self, offers: "QuerySet[Offer]", _name: str, value: str) -> "QuerySet[Offer]":
        for word in fold(value).split():
            offers = offers.filter(search__contains=word)
        return offers

    def by_time(self, offers: OfferQuerySet, _name: str, _value: str) -> "QuerySet[Offer]":
        return offers.open_for_signup(timezone.localdate())
