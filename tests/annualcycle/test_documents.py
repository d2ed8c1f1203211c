from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from django.test import Client

from annualcycle.domain import orientation
from annualcycle.models import Cycle, Goal, Plan, PlanVersion, Talk
from annualcycle.tasks import year_pdfs
from competence.models import Employee, ExportLog, Job
from tests.annualcycle.january import IN_JANUARY, answered
from tests.cast import Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)


def confirmed_plan(cycle: Cycle, employee: Employee, leader: Employee) -> Plan:
    unit = employee.employments.select_related("unit").get().unit
    Talk.objects.create(cycle=cycle, employee=employee, unit=unit, leader=leader)
    plan = Plan.objects.create(cycle=cycle, employee=employee)
    version = PlanVersion.objects.create(
        plan=plan,
        summary="Vi øver samtaler.",
        made_by=employee,
        made_at=AT,
        employee_confirmed_at=AT,
        leader_confirmed_at=AT,
        leader_confirmed_by=leader,
    )
    Goal.objects.create(version=version, position=1, title="Samtaler med de yngste")
    return plan


def test_a_leader_gets_the_orientation_and_the_plans_of_those_led_in_one_file(cast: Cast, client: Client) -> None:
    cycle = answered(cast)
    orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    confirmed_plan(cycle, cast.anna, cast.tove)
    confirmed_plan(cycle, cast.eva, cast.finn)
    client.force_login(cast.tove)
    response = client.post(f"/year/{cycle.pk}/files/pdf/")
    job = Job.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/jobs/{job.pk}/")
    year_pdfs(job_id=job.pk)
    page = client.get(f"/jobs/{job.pk}/")
    assert "2 dokumenter er samlet i én fil." in page.content.decode()
    response = client.get(f"/jobs/{job.pk}/file/")
    with ZipFile(BytesIO(response.getvalue())) as archive:
        assert archive.namelist() == ["orientering.pdf", "plan-anna-aeroe-100.pdf"]
        assert all(archive.read(name).startswith(b"%PDF-") for name in archive.namelist())
    assert ExportLog.objects.get().rows == 2


def test_a_job_run_twice_makes_its_file_once(cast: Cast, client: Client) -> None:
    cycle = answered(cast)
    confirmed_plan(cycle, cast.anna, cast.tove)
    client.force_login(cast.tove)
    client.post(f"/year/{cycle.pk}/files/pdf/")
    job = Job.objects.get()
    year_pdfs(job_id=job.pk)
    job.refresh_from_db()
    first = (job.state, job.done, job.file.name, job.finished_at)
    year_pdfs(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.file.name, job.finished_at) == first
    assert job.state == Job.State.DONE
