"""The columns of the core's lists as Excel files."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.exports import Column, Kind
from competence.models import Employment, ImportRun

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
