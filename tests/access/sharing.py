"""Reported needs, best practice, the use afterwards, and who stays."""

from competence.domain import reported_needs
from competence.domain.reported_needs import Report
from competence.models import ReportedNeed
from tests.access.row import Row
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.trainers import working
from tests.trainers.selecting import AT
from trainers.course_facts import CourseFacts, TrainerFacts
from trainers.domain import course_files, courses, sharing, use_checks
from trainers.domain.sharing import PracticeFacts
from trainers.models import Course, Practice, TrainerElsewhere

# Bo is a trainer, Eva leads the project; Tove and Anna are in the working group, Mads and HR run the strategy.
OTHERS = {"sven": "404"}
WRITERS = "tove anna mads hanne"
SECRET = "Tre hold har spurgt om det samme."
HOW = "Åbn sagen sammen, før I taler om den."


def _reported(cast: Cast) -> ReportedNeed:
    working.ready(cast)
    return reported_needs.report(employee=cast.bo, facts=Report(cast.mod, "Samtaler om vold", SECRET), at=AT)


def _own(cast: Cast) -> tuple[dict[str, object], str]:
    _reported(cast)
    return {}, SECRET


def _one(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _reported(cast).pk}, SECRET


def _beside(cast: Cast) -> tuple[dict[str, object], str]:
    _reported(cast)
    return {"pk": writing.draft(cast).pk}, SECRET


def _section(cast: Cast) -> tuple[dict[str, object], str]:
    _reported(cast)
    return {"pk": writing.section(writing.draft(cast)).pk}, SECRET


def _answer(cast: Cast) -> tuple[dict[str, object], str]:
    row = _reported(cast)
    return {"pk": writing.draft(cast).pk, "report": row.pk}, SECRET


def _practice_of(cast: Cast, *, is_shared: bool = False) -> Practice:
    working.ready(cast)
    facts = PracticeFacts("Den første sag", HOW)
    made = sharing.write(municipality=cast.nordby, facts=facts, by=cast.bo, at=AT)
    return sharing.share(practice=made, is_shared=True) if is_shared else made


def _practice(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _practice_of(cast).pk}, HOW


def _shared(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _practice_of(cast, is_shared=True).pk}, HOW


def _list(cast: Cast) -> tuple[dict[str, object], str]:
    _practice_of(cast)
    return {}, "Den første sag"


def _use(cast: Cast) -> tuple[dict[str, object], str]:
    (mandate,) = working.ready(cast)
    check = use_checks.plan(round_=mandate.round, unit=cast.mod, due_on=TODAY)
    use_checks.note(check=check, use="partly", finding=SECRET, next_step="", next_on=None, by=cast.bo, on=TODAY)
    return {"pk": mandate.round_id}, SECRET


def _check(cast: Cast) -> tuple[dict[str, object], str]:
    (mandate,) = working.ready(cast)
    return {"pk": use_checks.plan(round_=mandate.round, unit=cast.mod, due_on=TODAY).pk}, "Modtagelse"


def _team(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": working.ready(cast)[0].round_id}, ""


def _inside(cast: Cast) -> tuple[dict[str, object], str]:
    _team(cast)
    return {}, ""


def _course_of(cast: Cast) -> Course:
    working.ready(cast)
    facts = CourseFacts("Den første samtale", content=HOW)
    return courses.write(municipality=cast.nordby, facts=facts, by=cast.bo, at=AT)


def _courses(cast: Cast) -> tuple[dict[str, object], str]:
    _course_of(cast)
    return {}, "Den første samtale"


def _course(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": _course_of(cast).pk}, HOW


def _elsewhere(cast: Cast) -> tuple[dict[str, object], str]:
    working.ready(cast)
    trainer = TrainerFacts("Kim Holm", "Socialrådgiver", "Samtaler", "", "both", 7)
    content = course_files.written(municipality="Vesterby Kommune", made_on=TODAY, courses=[], trainers=[trainer])
    courses.take_in(municipality=cast.nordby, content=content, by=cast.eva, at=AT)
    return {"pk": TrainerElsewhere.objects.get().pk}, "Kim Holm"


def _pool_with_files(cast: Cast) -> tuple[dict[str, object], str]:
    return {}, _elsewhere(cast)[1]


ROWS: list[Row] = [
    Row("reported_needs", {"bo": "200 sees"}, others="200", setup=_own),
    Row("reported_need_new", {"bo": "200"}, setup=_own),
    Row("reported_need_take_back", {"bo": "302"}, others="404", method="POST", setup=_one),
    Row("strategy:reported", {WRITERS: "200 sees", **OTHERS}, setup=_beside),
    Row("strategy:reported_answer", {WRITERS: "200 sees", **OTHERS}, setup=_answer),
    Row("strategy:write", {WRITERS: "200 sees", **OTHERS}, setup=_section),
    Row("trainers:practices", {"sven": "200"}, others="200 sees", setup=_list),
    Row("trainers:practice_new", {"bo eva hanne sven": "200"}, setup=_list),
    Row("trainers:practice", OTHERS, others="200 sees", setup=_practice),
    Row("trainers:practice", {}, others="200 sees", setup=_shared),
    Row("trainers:practice_edit", {"bo eva hanne": "200 sees", **OTHERS}, setup=_shared),
    Row("trainers:practice_share", {"eva hanne": "302", **OTHERS}, method="POST", setup=_practice),
    Row("trainers:practice_remove", {"eva": "302", "hanne": "404", **OTHERS}, method="POST", setup=_practice),
    Row("trainers:practices_export", {"eva hanne": "200 sees", "sven": "200"}, is_file=True, setup=_list),
    Row("trainers:practices_import", {"eva hanne sven": "200"}, setup=_list),
    Row("trainers:courses", {"sven": "200"}, others="200 sees", setup=_courses),
    Row("trainers:course_new", {"bo eva hanne sven": "200"}, setup=_courses),
    Row("trainers:course", OTHERS, others="200 sees", setup=_course),
    Row("trainers:course_edit", {"bo eva hanne": "200 sees", **OTHERS}, setup=_course),
    Row("trainers:course_remove", {"eva": "302", "hanne": "404", **OTHERS}, method="POST", setup=_course),
    Row("trainers:courses_export", {"eva hanne": "200 sees", "sven": "200"}, is_file=True, setup=_courses),
    Row("trainers:courses_import", {"eva hanne sven": "200"}, setup=_courses),
    Row("trainers:courses_take_in", {"eva hanne sven": "302"}, method="POST", setup=_courses),
    Row("trainers:pool", {"eva hanne": "200 sees", "sven": "200"}, setup=_pool_with_files),
    Row(
        "trainers:trainer_elsewhere_remove",
        {"eva": "302", "hanne": "404", **OTHERS},
        method="POST",
        setup=_elsewhere,
    ),
    Row("trainers:use", {"eva bo": "200 sees", **OTHERS}, setup=_use),
    Row("trainers:use_new", {"eva bo": "200", **OTHERS}, setup=_team),
    Row("trainers:use_check", {"eva bo": "200 sees", **OTHERS}, setup=_check),
    Row(
        "trainers:staying",
        {"eva tove finn mads ylva hanne mette tess sven": "200"},
        setup=_inside,
    ),
    Row("comparison", {"eva tove finn mads ylva hanne mette tess sven": "200"}, setup=_inside),
    Row("comparison_excel", {"tove finn mads ylva hanne sven": "200"}, is_file=True, setup=_inside),
    Row("comparison_keep", {"hanne sven": "302"}, method="POST", setup=_inside),
    Row("trainers:staying_make", {"hanne sven": "302"}, method="POST", setup=_inside),
]
