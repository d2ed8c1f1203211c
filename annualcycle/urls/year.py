from django.urls import URLPattern, path

from annualcycle.views import calendars, year

urlpatterns: list[URLPattern] = [
    path("", year.overview, name="overview"),
    path("new/", year.cycle_new, name="cycle_new"),
    path("<int:pk>/", year.cycle, name="cycle"),
    path("<int:pk>/dates/", year.cycle_dates, name="cycle_dates"),
    path("<int:pk>/rules/", year.cycle_rules, name="cycle_rules"),
    path("<int:pk>/budget/", year.cycle_budget, name="cycle_budget"),
    path("<int:pk>/publish/", year.cycle_publish, name="cycle_publish"),
    path("<int:pk>/criteria/new/", year.criterion_new, name="criterion_new"),
    path("criteria/<int:pk>/", year.criterion, name="criterion"),
    path("criteria/<int:pk>/remove/", year.criterion_remove, name="criterion_remove"),
    path("criteria/<int:pk>/move/", year.criterion_move, name="criterion_move"),
    path("calendar/", calendars.calendar, name="calendar"),
    path("calendar/renew/", calendars.calendar_renew, name="calendar_renew"),
    path("calendar/file/", calendars.calendar_file, name="calendar_file"),
    path("calendar/<str:token>.ics", calendars.calendar_feed, name="calendar_feed"),
]
