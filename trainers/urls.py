"""Pages about trainers."""

from django.urls import path

from trainers.views import candidates, decisions, profiles, rounds, scores, teams

app_name = "trainers"
urlpatterns = [
    path("", rounds.home, name="home"),
    path("profiles/", profiles.profiles, name="profiles"),
    path("profiles/new/", profiles.programme_new, name="programme_new"),
    path("profiles/<int:pk>/", profiles.profile, name="profile"),
    path("profiles/<int:pk>/edit/", profiles.profile_edit, name="profile_edit"),
    path("profiles/<int:pk>/publish/", profiles.profile_publish, name="profile_publish"),
    path("profiles/<int:pk>/retire/", profiles.profile_retire, name="profile_retire"),
    path("profiles/<int:pk>/copy/", profiles.profile_copy, name="profile_copy"),
    path("profiles/<int:pk>/criteria/new/", profiles.criterion_new, name="criterion_new"),
    path("profiles/<int:pk>/tasks/", profiles.lines, {"kind": "tasks"}, name="profile_tasks"),
    path("profiles/<int:pk>/points/", profiles.lines, {"kind": "points"}, name="profile_points"),
    path("profiles/<int:pk>/training/", profiles.lines, {"kind": "training"}, name="profile_training"),
    path("profiles/<int:pk>/references/", profiles.lines, {"kind": "references"}, name="profile_references"),
    path("criteria/<int:pk>/", profiles.criterion, name="criterion"),
    path("criteria/<int:pk>/remove/", profiles.criterion_remove, name="criterion_remove"),
    path("rounds/new/", rounds.round_new, name="round_new"),
    path("rounds/<int:pk>/", rounds.round_, name="round"),
    path("rounds/<int:pk>/edit/", rounds.round_edit, name="round_edit"),
    path("rounds/<int:pk>/set-up/", rounds.set_up, name="set_up"),
    path("rounds/<int:pk>/nominate/", rounds.nominate, name="nominate"),
    path("rounds/<int:pk>/stop/", rounds.stop, name="round_stop"),
    path("rounds/<int:pk>/compare/", scores.compare, name="compare"),
    path("rounds/<int:pk>/matrix/", scores.matrix, name="matrix"),
    path("rounds/<int:pk>/team/", teams.compose, name="compose"),
    path("rounds/<int:pk>/team/run/", teams.run, name="compose_run"),
    path("rounds/<int:pk>/decide/", decisions.decide, name="decide"),
    path("rounds/<int:pk>/record/", decisions.record_pdf, name="record_pdf"),
    path("runs/<int:pk>/problem/", teams.run_problem, name="run_problem"),
    path("runs/<int:pk>/answer/", teams.run_answer, name="run_answer"),
    path("candidates/<int:pk>/", candidates.candidate, name="candidate"),
    path("candidates/<int:pk>/own/", candidates.candidacy, name="candidacy"),
    path("candidates/<int:pk>/time/", candidates.release, name="release"),
    path("candidates/<int:pk>/scores/", scores.sheet, name="sheet"),
    path("candidates/<int:pk>/exception/", candidates.exception, name="exception"),
    path("candidates/<int:pk>/place/", scores.move, name="move"),
    path("candidates/<int:pk>/pin/", teams.pin, name="pin"),
    path("candidates/<int:pk>/letter/", decisions.letter, name="letter"),
    path("candidates/<int:pk>/letter/pdf/", decisions.letter_pdf, name="letter_pdf"),
    path("limits/", teams.limits, name="limits"),
    path("limits/<int:pk>/", teams.limit, name="limit"),
]
