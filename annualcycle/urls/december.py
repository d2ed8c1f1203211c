from django.urls import URLPattern, path

from annualcycle.views import ahead, assess, december, december_wish, proposals, release, rights

urlpatterns: list[URLPattern] = [
    path("<int:pk>/december/", december.board, name="board"),
    path("<int:pk>/december/changes/", december.changes, name="board_changes"),
    path("<int:pk>/december/release/", release.release, name="release"),
    path("<int:pk>/december/release/now/", release.release_now, name="release_now"),
    path("<int:pk>/december/proposal/", proposals.proposal, name="proposal"),
    path("<int:pk>/december/proposal/new/", proposals.proposal_new, name="proposal_new"),
    path("<int:pk>/december/proposal/<int:run>/accept/", proposals.proposal_accept, name="proposal_accept"),
    path("<int:pk>/december/proposal/<int:run>/in.json", proposals.proposal_problem, name="proposal_problem"),
    path("<int:pk>/december/proposal/<int:run>/out.json", proposals.proposal_answer, name="proposal_answer"),
    path("<int:pk>/december/ahead/", ahead.ahead, name="ahead"),
    path("<int:pk>/december/ahead/run/", ahead.ahead_run, name="ahead_run"),
    path("<int:pk>/december/<int:wish>/", december_wish.wish, name="board_wish"),
    path("<int:pk>/december/<int:wish>/decide/", december.decide, name="decide"),
    path("<int:pk>/december/<int:wish>/undo/", december.undo, name="undo_decision"),
    path("<int:pk>/december/<int:wish>/decision/", december_wish.decide_on_page, name="decide_on_page"),
    path("<int:pk>/december/<int:wish>/answer/", release.answer_text, name="answer_text"),
    path("<int:pk>/rights/", rights.rights, name="rights"),
    path("<int:pk>/rights/offer/", rights.right_offer, name="right_offer"),
    path("<int:pk>/rights/proof/", rights.rights_excel, name="rights_excel"),
    path("rights/<int:pk>/", rights.right, name="right"),
    path("rights/<int:pk>/answer/", rights.right_answer, name="right_answer"),
    path("rights/<int:pk>/withdraw/", rights.right_withdraw, name="right_withdraw"),
    path("<int:pk>/during-the-year/", release.ad_hoc, name="ad_hoc"),
    path("<int:pk>/during-the-year/rest/", release.move_rest, name="move_rest"),
    path("<int:pk>/during-the-year/<int:wish>/", december_wish.decide_ad_hoc, name="decide_ad_hoc"),
    path("<int:pk>/assess/", assess.assess, name="assess"),
    path("<int:pk>/assess/<int:wish>/", assess.assess_wish, name="assess_wish"),
]
