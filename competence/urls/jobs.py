from django.urls import URLPattern, path

from competence.views import jobs

urlpatterns: list[URLPattern] = [
    path("jobs/", jobs.jobs, name="jobs"),
    path("jobs/<int:pk>/", jobs.job, name="job"),
    path("jobs/<int:pk>/file/", jobs.job_file, name="job_file"),
]
