from annualcycle.domain import group_talks, preparations
from annualcycle.domain.preparations import Answers
from annualcycle.domain.talks import Meeting
from annualcycle.models.talks import Side
from tests.access.row import Row
from tests.annualcycle.year import LATER, NOON, invited, published_year, talk_of
from tests.cast import Cast

SECRET = "Jeg overvejer at søge væk"


def _talk(cast: Cast) -> tuple[dict[str, object], str]:
    """Anna's talk with what she has given to Tove; Dan stands in for Tove today."""
    published_year(cast)
    talk = invited(cast.anna, by=cast.tove)
    draft = preparations.save(talk=talk, side=Side.EMPLOYEE, answers=Answers(SECRET), by=cast.anna, at=NOON)
    preparations.give(preparation=draft, at=NOON)
    return {"pk": talk.pk}, SECRET


def _draft(cast: Cast) -> tuple[dict[str, object], str]:
    published_year(cast)
    talk = talk_of(cast.anna)
    preparations.save(talk=talk, side=Side.EMPLOYEE, answers=Answers(SECRET), by=cast.anna, at=NOON)
    return {"pk": talk.pk}, SECRET


def _note(cast: Cast) -> tuple[dict[str, object], str]:
    published_year(cast)
    return {"pk": preparations.note(talk=talk_of(cast.anna), text=SECRET, by=cast.tove, at=NOON).pk}, ""


def _list(cast: Cast) -> tuple[dict[str, object], str]:
    published_year(cast)
    return {}, cast.anna.name


def _year(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": published_year(cast).pk}, cast.mod.name


def _group(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = published_year(cast)
    members = [talk_of(cast.anna), talk_of(cast.bo)]
    meeting = Meeting(LATER, "Mødelokale 2")
    group = group_talks.schedule(
        cycle=cycle, unit=cast.mod, kind="grus", meeting=meeting, members=members, by=cast.tove, at=NOON
    )
    return {"pk": group.pk}, cast.anna.first_name


def _after(answers: dict[str, str]) -> dict[str, str]:
    return answers | {"sven": "404"}


ROWS: list[Row] = [
    Row("year:talk", _after({"anna tove": "200 sees", "dan": "200"}), setup=_talk),
    Row("year:talk", _after({"anna": "200 sees", "tove dan": "200"}), setup=_draft),
    Row("year:talk_invite", _after({"tove dan": "200"}), setup=_talk),
    Row("year:talk_hold", _after({"tove dan": "200"}), setup=_talk),
    Row("year:talk_postpone", _after({"anna tove dan": "200"}), setup=_talk),
    Row("year:talk_decline", _after({"anna": "200"}), setup=_talk),
    Row("year:talk_reopen", _after({"tove dan": "302"}), method="POST", setup=_talk),
    Row("year:talk_individual", _after({"anna": "302"}), method="POST", setup=_talk),
    Row("year:talk_calendar", _after({"anna tove dan": "200"}), setup=_talk, is_file=True),
    Row("year:talk_prepare", _after({"anna": "200 sees", "tove": "200"}), setup=_draft),
    Row("year:talk_draft", _after({"anna tove": "200"}), method="POST", setup=_draft),
    Row("year:talk_take_back", _after({"anna tove": "302"}), method="POST", setup=_talk),
    Row("year:talk_note", _after({"anna tove": "302"}), method="POST", setup=_talk),
    # Once Tove has removed it, it is gone for those who come after her.
    Row(
        "year:talk_note_remove",
        {"tove": "302", "anna bo vik orla tess": "403"},
        others="404",
        method="POST",
        setup=_note,
    ),
    Row("year:talks", {"tove dan": "200 sees", "finn mads ylva sven": "200"}, setup=_list),
    Row("year:talks_invite", _after({"tove dan finn mads": "302"}), setup=_year),
    Row("year:group_new", _after({"tove dan finn mads": "200"}), setup=_year),
    Row("year:group", _after({"tove": "200 sees"}), setup=_group),
    Row("year:progress", _after({"tove dan mads hanne": "200 sees", "finn": "200"}), setup=_year),
    Row("year:progress", {"tove dan finn mads ylva hanne sven": "302"}),
    Row("year:hand_over", _after({"mads hanne": "200"}), setup=_year),
]
