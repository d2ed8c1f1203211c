from django.urls import URLPattern, path

from annualcycle.views import plans

urlpatterns: list[URLPattern] = [
    path("<int:pk>/plan/", plans.my_plan, name="my_plan"),
    path("<int:pk>/plan/open/", plans.plan_open, name="plan_open"),
    path("plans/<int:pk>/", plans.plan, name="plan"),
    path("plans/<int:pk>/edit/", plans.plan_edit, name="plan_edit"),
    path("plans/<int:pk>/confirm/", plans.plan_confirm, name="plan_confirm"),
    path("plans/<int:pk>/unconfirm/", plans.plan_unconfirm, name="plan_unconfirm"),
    path("plans/<int:pk>/versions/<int:number>/", plans.plan_version, name="plan_version"),
]
