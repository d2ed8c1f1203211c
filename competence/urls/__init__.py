"""Pages of the shared core."""

from competence.urls import imports, jobs, mail, people

urlpatterns = [*people.urlpatterns, *imports.urlpatterns, *mail.urlpatterns, *jobs.urlpatterns]
