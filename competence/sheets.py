"""The columns of the core's lists as Excel files."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.exports import Column, Kind
from competence.models import Employment, ImportRun, Offer, RoleAssignment
from competence.queries.units import Branch

# One row for each employment: whoever has two posts stands there twice.
PEOPLE: list[Column[Employment]] = [
    Column(_("Number"), lambda post: post.employee.number, width=12),
    Column(_("First name"), lambda post: post.employee.first_name, width=18),
    Column(_("Last name"), lambda post: post.employee.last_name, width=24),
    Column(_("E-mail"), lambda post: post.employee.email, width=32),
    Column(_("Unit"), lambda post: post.unit.name),
    Column(_("Job title"), lambda post: post.job_title),
    Column(_("Profession"), lambda post: post.profession),
    Column(_("Collective agreement"), lambda post: post.agreement, width=16),
    Column(_("Employment"), lambda post: post.get_kind_display(), width=16),
    Column(_("Hours a week"), lambda post: post.weekly_hours, Kind.DECIMAL),
    Column(_("Employed from"), lambda post: post.starts_on, Kind.DATE),
    Column(_("Employed until"), lambda post: post.ends_on, Kind.DATE),
    Column(_("Seniority from"), lambda post: post.seniority_on, Kind.DATE),
]

UNITS: list[Column[Branch]] = [
    Column(_("Code"), lambda row: row.unit.code, width=14),
    Column(_("Unit"), lambda row: row.unit.name, width=40),
    Column(_("Kind"), lambda row: row.unit.get_kind_display(), width=18),
    Column(_("Lies under"), lambda row: row.way, width=60),
    Column(_("Leader"), lambda row: ", ".join(leader.name for leader in row.leaders)),
    Column(_("Staff"), lambda row: row.staff, Kind.NUMBER),
    Column(_("Opened"), lambda row: row.unit.opened_on, Kind.DATE),
]

ROLES: list[Column[RoleAssignment]] = [
    Column(_("Number"), lambda role: role.employee.number, width=12),
    Column(_("Name"), lambda role: role.employee.name),
    Column(_("Role"), lambda role: role.get_role_display(), width=22),
    Column(_("Unit"), lambda role: role.unit.name),
    Column(_("From"), lambda role: role.starts_on, Kind.DATE),
    Column(_("Until"), lambda role: role.ends_on, Kind.DATE),
    Column(_("Deputy for"), lambda role: role.deputises_for.employee.name if role.deputises_for else ""),
]

OFFERS: list[Column[Offer]] = [
    Column(_("Code"), lambda offer: offer.code, width=14),
    Column(_("Course"), lambda offer: offer.title, width=44),
    Column(_("Provider"), lambda offer: offer.provider.name),
    Column(_("Kind"), lambda offer: offer.get_kind_display(), width=18),
    Column(_("Price"), lambda offer: offer.price, Kind.MONEY),
    Column(_("Days"), lambda offer: offer.days, Kind.DECIMAL),
    Column(_("ECTS"), lambda offer: offer.ects, Kind.DECIMAL),
    Column(_("Starts"), lambda offer: offer.starts_on, Kind.DATE),
    Column(_("Sign up by"), lambda offer: offer.signup_by, Kind.DATE),
]

# What stood in a mail is nobody's but the recipient's.
MAILS: list[Column[Any]] = [
    Column(_("Stored"), lambda mail: mail.created, Kind.MOMENT),
    Column(_("To"), lambda mail: ", ".join(mail.to), width=34),
    Column(_("Subject"), lambda mail: mail.subject, width=60),
    Column(pgettext_lazy("mail", "State"), lambda mail: mail.get_status_display(), width=16),
]

IMPORTS: list[Column[ImportRun]] = [
    Column(_("File"), lambda run: run.file_name, width=36),
    Column(_("Kind"), lambda run: run.get_kind_display(), width=16),
    Column(_("State"), lambda run: run.get_state_display(), width=16),
    Column(_("By"), lambda run: run.made_by.name),
    Column(_("Chosen"), lambda run: run.made_at, Kind.MOMENT),
    Column(_("Ended"), lambda run: run.finished_at, Kind.MOMENT),
    Column(pgettext_lazy("rows", "Created"), lambda run: run.report.get("created"), Kind.NUMBER),
    Column(pgettext_lazy("rows", "Updated"), lambda run: run.report.get("updated"), Kind.NUMBER),
]
