"""Units, people, roles, settings, the catalogue, history, search, and what everybody may read."""

from django.urls import URLPattern, path

from competence.views import about, history, learning, me, people, roles, search, settings, units

urlpatterns: list[URLPattern] = [
    path("units/", units.tree, name="units"),
    path("units/<int:pk>/", units.unit, name="unit"),
    path("units/<int:pk>/add/", units.unit_add, name="unit_add"),
    path("units/<int:pk>/edit/", units.unit_edit, name="unit_edit"),
    path("units/<int:pk>/move/", units.unit_move, name="unit_move"),
    path("units/<int:pk>/close/", units.unit_close, name="unit_close"),
    path("people/", people.people, name="people"),
    path("people/new/", people.person_new, name="person_new"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<int:pk>/employment/", people.employment_new, name="employment_new"),
    path("people/<int:pk>/role/", roles.role_new, name="role_new"),
    path("employments/<int:pk>/end/", people.employment_end, name="employment_end"),
    path("employments/<int:pk>/leave/", people.leave_new, name="leave_new"),
    path("leave/<int:pk>/end/", people.leave_end, name="leave_end"),
    path("roles/", roles.roles, name="roles"),
    path("roles/<int:pk>/end/", roles.role_end, name="role_end"),
    path("roles/<int:pk>/deputy/", roles.deputy_new, name="deputy_new"),
    path("me/", me.me, name="me"),
    path("me/data/", me.my_data, name="my_data"),
    path("organisation/", settings.organisation, name="organisation"),
    path("settings/", settings.settings, name="settings"),
    path("settings/words/", settings.words, name="words"),
    path("settings/rules/", settings.rules, name="rules"),
    path("settings/rules/new/", settings.rule_new, name="rule_new"),
    path("settings/retention/", settings.retention_rules, name="retention"),
    path("accent/<int:colour>.css", settings.accent, name="accent"),
    path("history/", history.history, name="history"),
    path("search/", search.search, name="search"),
    path("learning/", learning.learning, name="learning"),
    path("learning/new/", learning.offer_new, name="offer_new"),
    path("learning/<int:pk>/", learning.offer, name="offer"),
    path("learning/<int:pk>/edit/", learning.offer_edit, name="offer_edit"),
    path("was/", about.accessibility, name="accessibility"),
    path("privacy/", about.privacy, name="privacy"),
]
