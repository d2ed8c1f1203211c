from django.urls import URLPattern, path

from annualcycle.views import follow_ups, introductions, team_wishes, wish_answers, wishes

urlpatterns: list[URLPattern] = [
    path("wishes/", wishes.mine, name="my_wishes"),
    path("wishes/new/", wishes.wish_new, name="wish_new"),
    path("wishes/during-the-year/", wishes.wish_ad_hoc, name="wish_ad_hoc"),
    path("wishes/<int:pk>/", wishes.wish, name="wish"),
    path("wishes/<int:pk>/edit/", wishes.wish_edit, name="wish_edit"),
    path("wishes/<int:pk>/save/", wishes.wish_save, name="wish_save"),
    path("wishes/<int:pk>/offers/", wishes.offers, name="offers"),
    path("wishes/<int:pk>/find/", wishes.wish_find, name="wish_find"),
    path("wishes/<int:pk>/pick/", wishes.wish_pick, name="wish_pick"),
    path("wishes/<int:pk>/discard/", wishes.wish_discard, name="wish_discard"),
    path("wishes/<int:pk>/withdraw/", wishes.wish_withdraw, name="wish_withdraw"),
    path("wishes/<int:pk>/reopen/", wishes.wish_reopen, name="wish_reopen"),
    path("wishes/<int:pk>/copy/", wishes.wish_copy, name="wish_copy"),
    path("wishes/<int:pk>/answer/", wish_answers.answer, name="answer"),
    path("wishes/<int:pk>/answer/read/", wish_answers.answer_read, name="answer_read"),
    path("wishes/<int:pk>/follow-up/", follow_ups.follow_up, name="follow_up"),
    path("wishes/<int:pk>/follow-up/plan/", follow_ups.follow_up_plan, name="follow_up_plan"),
    path("wishes/<int:pk>/follow-up/share/", follow_ups.follow_up_share, name="follow_up_share"),
    path("wishes/<int:pk>/follow-up/note/", follow_ups.follow_up_note, name="follow_up_note"),
    path("follow-ups/", follow_ups.follow_ups, name="follow_ups"),
    path("wishes/<int:pk>/agree/", team_wishes.wish_agree, name="wish_agree"),
    path("wishes/<int:pk>/unagree/", team_wishes.wish_unagree, name="wish_unagree"),
    path("wishes/<int:pk>/view/", team_wishes.wish_view, name="wish_view"),
    path("wishes/<int:pk>/need/", team_wishes.wish_need, name="wish_need"),
    path("<int:cycle>/wishes/", team_wishes.team_wishes, name="team_wishes"),
    path("<int:cycle>/wishes/for/", team_wishes.wish_for, name="wish_for"),
    path("introductions/<int:pk>/wish/", introductions.introduction_wish, name="introduction_wish"),
]
