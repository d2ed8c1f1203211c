"""Pages of the annual cycle."""

from annualcycle.urls import answers, december, exports, plans, talks, wishes, year

app_name = "year"
urlpatterns = [
    *year.urlpatterns,
    *talks.urlpatterns,
    *plans.urlpatterns,
    *wishes.urlpatterns,
    *december.urlpatterns,
    *answers.urlpatterns,
    *exports.urlpatterns,
]
