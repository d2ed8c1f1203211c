from django.urls import URLPattern, path

from annualcycle.views import talks, team_talks

urlpatterns: list[URLPattern] = [
    path("talks/", team_talks.talks, name="talks"),
    path("talks/<int:pk>/", talks.talk, name="talk"),
    path("talks/<int:pk>/invite/", talks.talk_invite, name="talk_invite"),
    path("talks/<int:pk>/hold/", talks.talk_hold, name="talk_hold"),
    path("talks/<int:pk>/postpone/", talks.talk_postpone, name="talk_postpone"),
    path("talks/<int:pk>/decline/", talks.talk_decline, name="talk_decline"),
    path("talks/<int:pk>/reopen/", talks.talk_reopen, name="talk_reopen"),
    path("talks/<int:pk>/individual/", talks.talk_individual, name="talk_individual"),
    path("talks/<int:pk>/calendar/", talks.talk_calendar, name="talk_calendar"),
    path("talks/<int:pk>/prepare/", talks.talk_prepare, name="talk_prepare"),
    path("talks/<int:pk>/draft/", talks.talk_draft, name="talk_draft"),
    path("talks/<int:pk>/take-back/", talks.talk_take_back, name="talk_take_back"),
    path("talks/<int:pk>/note/", talks.talk_note, name="talk_note"),
    path("talks/notes/<int:pk>/remove/", talks.talk_note_remove, name="talk_note_remove"),
    path("<int:pk>/talks/invite/", team_talks.talks_invite, name="talks_invite"),
    path("<int:pk>/talks/group/", team_talks.group_new, name="group_new"),
    path("talks/groups/<int:pk>/", team_talks.group, name="group"),
    path("progress/", team_talks.progress, name="progress"),
    path("<int:pk>/progress/", team_talks.progress, name="progress"),
    path("<int:pk>/hand-over/", team_talks.hand_over, name="hand_over"),
]
