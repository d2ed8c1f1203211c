"""The site map."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from annualcycle.views import tree_wishes, wish_answers
from config import comparison, health, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.start, name="start"),
    path("language/", views.choose_language, name="set_language"),
    path("healthz", health.healthz, name="healthz"),
    path("account/", include("allauth.urls")),
    path("year/", include("annualcycle.urls")),
    path("strategy/<int:pk>/for-me/", wish_answers.strategy_for_me, name="strategy_for_me"),
    path("strategy/trees/<int:pk>/year/", tree_wishes.tree_in_the_year, name="tree_in_the_year"),
    path("strategy/", include("strategy.urls")),
    path("trainers/cost/", comparison.comparison, name="comparison"),
    path("trainers/cost/keep/", comparison.comparison_keep, name="comparison_keep"),
    path("trainers/cost.xlsx", comparison.comparison_excel, name="comparison_excel"),
    path("trainers/", include("trainers.urls")),
    path("", include("competence.urls")),
]

if settings.BENCH:
    urlpatterns.append(path("yardstick/", views.yardstick, name="yardstick"))
