"""What is lost with somebody and what a reserve fills is shown before it is decided (sources: K06, K44, T27)."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers import selecting, working
from tests.trainers.domain.test_reserves import team_with_a_reserve
from tests.trainers.selecting import AT
from trainers.domain import decisions, limits, mandates
from trainers.models import Candidate, Profile, Selection

RISK = "Uden træner går der længere tid, før hjælpen er i gang."


def page(client: Client, name: str, pk: int) -> str:
    return " ".join(client.get(reverse(f"trainers:{name}", args=[pk])).content.decode().split())


def test_withdrawing_says_what_is_lost_and_where_the_reason_stands(client: Client, cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    client.force_login(cast.eva)
    asked = page(client, "withdraw", bo.pk)
    assert "Så dækker for få:</strong> Faglig, Undervisning, Dialog" in asked
    assert "Så er ingen træner nær:</strong> Modtagelse" in asked
    assert "begrundelsen står i det" in asked
    client.post(reverse("trainers:withdraw", args=[bo.pk]), {"reason": "Vil hellere være i teamet."})
    letter = page(client, "letter", bo.pk)
    assert ("i tide" in letter, "Vil hellere være i teamet." in letter, "Holdet er dækket." in letter) == (
        False,
        True,
        True,
    )


def test_the_chosen_person_steps_back_from_the_own_letter(client: Client, cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    client.force_login(cast.bo)
    url = reverse("trainers:step_back", args=[bo.pk])
    assert url in page(client, "letter", bo.pk)
    assert client.post(url, {"reason": " "}).status_code == 200
    assert client.post(url, {"reason": "Flytter."}).status_code == 302
    assert Selection.objects.get(candidate=bo).outcome == "withdrawn"
    assert (client.get(url).status_code, url in page(client, "letter", bo.pk)) == (404, False)
    client.force_login(cast.anna)
    assert client.get(reverse("trainers:step_back", args=[anna.pk])).status_code == 404


def test_who_has_a_mandate_does_not_step_back(client: Client, cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    working.made(bo, cast)
    client.force_login(cast.bo)
    url = reverse("trainers:step_back", args=[bo.pk])
    assert url not in page(client, "letter", bo.pk)
    assert client.post(url, {"reason": "Flytter."}).status_code == 200
    assert Selection.objects.get(candidate=bo).outcome == "chosen"


def test_taking_in_shows_hours_their_sum_and_what_is_filled(client: Client, cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=9)
    mandates.end(mandate=working.made(bo, cast), reason="Nyt arbejde.", at=AT)
    client.force_login(cast.eva)
    asked = page(client, "take_in", anna.pk)
    assert "Anna giver 4 timer om ugen. Så er 4 af højst 9 timer om ugen taget fra Modtagelse." in asked
    assert "Udfylder det, teamet mangler: Faglig, Undervisning, Dialog, Modtagelse" in asked


def test_reserves_stand_by_what_they_fill(client: Client, cast: Cast) -> None:
    """Anna comes first by name, and fills less than Vik."""
    round_ = selecting.opened_round(cast)
    bo, anna, vik = (selecting.candidate_for(round_, one, cast) for one in (cast.bo, cast.anna, cast.vik))
    for one, value in ((bo, 4), (anna, 2), (vik, 4)):
        selecting.handed_in(one, cast.eva, value)
    outcomes: dict[int, str] = {bo.pk: "chosen", anna.pk: "reserve", vik.pk: "reserve"}
    reasons = dict.fromkeys(outcomes, "Holdet er dækket.")
    decisions.decide(round_=round_, outcomes=outcomes, reasons=reasons, reason="Dækker det.", by=cast.eva, at=AT)
    client.force_login(cast.eva)
    client.post(reverse("trainers:withdraw", args=[bo.pk]), {"reason": "Vil ikke."})
    shown = page(client, "team", round_.pk)
    offered = [reverse("trainers:take_in", args=[one.pk]) for one in (vik, anna)]
    assert shown.index(offered[0]) < shown.index(offered[1])
    assert "udfylder: Faglig" in shown


def test_a_gap_is_named_with_what_is_at_risk_before_all_is_written(client: Client, cast: Cast) -> None:
    """Nobody is near Familie from the first day, said as so far; one filled button at a time."""
    bo, _anna = _chosen_two(cast)
    Profile.objects.update(at_risk=RISK)
    client.force_login(cast.eva)
    shown = page(client, "team", bo.round_id)
    assert "Indtil videre er ingen træner nær:</strong> Familie" in shown
    assert shown.count(RISK) == 1
    assert shown.count("btn btn-small btn-primary") == 1


def _chosen_two(cast: Cast) -> list[Candidate]:
    return working.chosen(cast, cast.bo, cast.anna)


def test_the_candidate_reads_until_which_day_what_others_say_may_be_kept(client: Client, cast: Cast) -> None:
    """Where somebody presses a button to erase it, and where it goes by itself."""
    bo = selecting.candidate_for(selecting.opened_round(cast), cast.bo, cast)
    client.force_login(cast.bo)
    assert "må gemmes et halvt år, efter at udvælgelsen er slut; derefter skal det slettes" in page(
        client, "candidacy", bo.pk
    )
    selecting.handed_in(bo, cast.eva)
    chosen, why = {bo.pk: Selection.Outcome.CHOSEN}, {bo.pk: "Dækker det."}
    decisions.decide(round_=bo.round, outcomes=chosen, reasons=why, reason="Dækker det.", by=cast.eva, at=AT)
    assert "må gemmes til og med 15. april 2027; derefter skal det slettes" in page(client, "candidacy", bo.pk)
    assert "må gemmes til og med 15. april 2027; derefter skal de slettes" in page(client, "letter", bo.pk)


def test_a_reserve_says_on_the_letter_that_he_or_she_no_longer_wants_to(client: Client, cast: Cast) -> None:
    """The team's page says so instead of offering the person, and the letter promises no question."""
    bo, anna = team_with_a_reserve(cast)
    client.force_login(cast.anna)
    letter = page(client, "letter", anna.pk)
    assert "Du kan blive taget ind, hvis nogen stopper." in letter
    assert ("Jeg vil ikke længere" in letter, "Jeg vil gerne alligevel" in letter) == (True, False)
    assert client.post(reverse("trainers:no_longer", args=[anna.pk])).status_code == 302
    letter = page(client, "letter", anna.pk)
    assert (">Jeg vil ikke længere<" in letter, "Jeg vil gerne alligevel" in letter) == (False, True)
    client.force_login(cast.eva)
    client.post(reverse("trainers:withdraw", args=[bo.pk]), {"reason": "Vil ikke."})
    url = reverse("trainers:take_in", args=[anna.pk])
    shown = page(client, "team", bo.round_id)
    assert ("Vil ikke længere" in shown, url in shown) == (True, False)
    refused = client.post(url, {"reason": "Du er god."}).content.decode()
    assert ("Reserven vil ikke længere og bliver ikke taget ind." in refused, "Du er god." in refused) == (True, True)
    client.force_login(cast.anna)
    client.post(reverse("trainers:again", args=[anna.pk]))
    client.force_login(cast.eva)
    assert url in page(client, "team", bo.round_id)


def test_only_a_reserve_says_it(client: Client, cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    client.force_login(cast.bo)
    for name in ("no_longer", "again"):
        assert client.post(reverse(f"trainers:{name}", args=[bo.pk])).status_code == 404
    assert "Jeg vil ikke længere" not in page(client, "letter", bo.pk)
