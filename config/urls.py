"""The site map."""

from django.urls import URLPattern, URLResolver, include, path

from config import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.start, name="start"),
    path("account/", include("allauth.urls")),
    path("", include("competence.urls")),
]
