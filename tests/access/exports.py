from datetime import UTC, datetime

from annualcycle.domain import evaluation, orientation
from annualcycle.models import Plan, PlanVersion, Talk
from competence.domain import jobs
from competence.models import Job
from tests.access.row import Row
from tests.annualcycle.january import IN_JANUARY, answered
from tests.cast import Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
# Those who may export at all; dan only while he deputises for tove.
LEADERS = "tove finn mads dan"
OUTSIDERS = {"sven": "404"}


def _year(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": answered(cast).pk}, ""


def _informed(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = answered(cast)
    orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    return {"pk": cycle.pk}, ""


def _evaluated(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = answered(cast)
    evaluation.save(cycle=cycle, text="Vi talte mere sammen.", changes="", at=IN_JANUARY)
    evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    return {"pk": cycle.pk}, ""


def _plan(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = answered(cast)
    Talk.objects.create(cycle=cycle, employee=cast.anna, unit=cast.mod, leader=cast.tove)
    plan = Plan.objects.create(cycle=cycle, employee=cast.anna)
    PlanVersion.objects.create(plan=plan, summary="Vi øver samtaler.", made_by=cast.anna, made_at=AT)
    return {"pk": plan.pk}, ""


def _job(cast: Cast) -> tuple[dict[str, object], str]:
    job = jobs.start(
        kind="test", title="Dokumenter for Børn og Unge", items=[jobs.Item("a:1", "et.pdf")], by=cast.tove, at=AT
    )
    return {"pk": job.pk}, "Dokumenter for Børn og Unge"


def _ready(cast: Cast) -> tuple[dict[str, object], str]:
    kwargs, _title = _job(cast)
    job_id = Job.objects.get(**kwargs).pk
    jobs.advance(job_id=job_id, make=str.encode, at=AT)
    jobs.finish(job_id=job_id, at=AT)
    return kwargs, ""


ROWS: list[Row] = [
    Row("year:downloads", {f"{LEADERS} hanne": "200", **OUTSIDERS}, setup=_year),
    Row("year:year_pdfs", {f"{LEADERS} hanne": "302", **OUTSIDERS}, method="POST", setup=_informed),
    Row("year:talks_excel", {f"{LEADERS} hanne": "200", **OUTSIDERS}, setup=_year, is_file=True),
    Row("year:progress_excel", {f"{LEADERS} hanne": "200", **OUTSIDERS}, setup=_year, is_file=True),
    Row("year:wishes_excel", {f"{LEADERS} hanne": "200", **OUTSIDERS}, setup=_year, is_file=True),
    Row("year:board_excel", {"tove finn mads": "200", **OUTSIDERS}, setup=_year, is_file=True),
    Row("year:answers_excel", {"tove finn mads": "200", **OUTSIDERS}, setup=_year, is_file=True),
    Row("year:ad_hoc_excel", {"tove finn mads": "200", **OUTSIDERS}, setup=_year, is_file=True),
    Row("year:orientation_excel", {f"{LEADERS} hanne": "200", **OUTSIDERS}, setup=_informed, is_file=True),
    Row("year:themes_excel", {"tove finn mads": "200", **OUTSIDERS}, setup=_year, is_file=True),
    Row("year:evaluation_excel", {"tove finn mads hanne": "200", **OUTSIDERS}, setup=_evaluated, is_file=True),
    Row(
        "year:fairness_excel",
        {"tove finn mads": "200", **OUTSIDERS},
        setup=lambda cast: ({"unit": cast.bu.pk}, ""),
        is_file=True,
    ),
    Row("year:plan_pdf", {"anna tove dan": "200", **OUTSIDERS}, setup=_plan, is_file=True),
    Row("jobs", {"tove": "200 sees", "anonymous": "login"}, others="200", setup=lambda cast: ({}, _job(cast)[1])),
    Row("job", {"tove": "200 sees"}, others="404", setup=_job),
    Row("job_file", {"tove": "200"}, others="404", setup=_ready, is_file=True),
    Row("people_excel", {"tove finn mads dan ylva hanne sven": "200"}, is_file=True),
    Row("units_excel", {"tove finn mads dan ylva hanne sven": "200"}, is_file=True),
    Row("roles_excel", {"hanne sven": "200"}, is_file=True),
    Row("learning_excel", {"tove finn mads dan ylva hanne sven": "200"}, is_file=True),
    Row("mails_excel", {"hanne sven": "200"}, is_file=True),
    Row("imports_excel", {"hanne sven": "200"}, is_file=True),
]
