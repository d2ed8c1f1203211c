import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import competence.migrating
import competence.text


class Migration(migrations.Migration):
    replaces = [
        ("competence", "0002_initial"),
        ("competence", "0003_erasure"),
        ("competence", "0004_job_progress"),
        ("competence", "0005_law_references"),
        ("competence", "0006_own_words"),
        ("competence", "0007_erasing_by_choice"),
        ("competence", "0008_job_items"),
        ("competence", "0009_tries_of_an_import"),
        ("competence", "0010_cheaper_rows"),
        ("competence", "0011_rules_of_the_proposal"),
        ("competence", "0012_commitments"),
        ("competence", "0013_exports_by_a_command"),
    ]

    initial = True

    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("competence", "0001_sign_in"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("post_office", "0014_alter_email_recipient_delivery_status_and_more"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="CompetenceArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "competence area",
                        "ordering": ["name"],
                        "constraints": [models.UniqueConstraint(fields=("municipality", "name"), name="area_once")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_competenceareaevent" ("id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="526e8227a85033de4fc05429f4ab0b87c8ac7b34",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a0307",
                                    table="competence_competencearea",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_competenceareaevent" ("id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="6ad36c33e5717f47879b0d5ceba02d42667310c3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_936fe",
                                    table="competence_competencearea",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_competenceareaevent" ("id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."municipality_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="6bf325ad4f9a9adacef71a3c9915886c23d01a05",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5941c",
                                    table="competence_competencearea",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Competence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="competences",
                                to="competence.competencearea",
                            ),
                        ),
                        ("key", models.SlugField(max_length=40, verbose_name="key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                    ],
                    options={
                        "verbose_name": "competence",
                        "ordering": ["area", "name"],
                        "constraints": [models.UniqueConstraint(fields=("area", "key"), name="competence_once")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_competenceevent" ("area_id", "description", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_id", NEW."description", NEW."id", NEW."key", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="1bcceb11a7fed0bf3860bfb1a4f7e7689dc6d875",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_78a3a",
                                    table="competence_competence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_competenceevent" ("area_id", "description", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_id", NEW."description", NEW."id", NEW."key", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="b189c95be78d4e349a1cec0e4220b94ef5cd2fc0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_04e92",
                                    table="competence_competence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_competenceevent" ("area_id", "description", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."area_id", OLD."description", OLD."id", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="384bfd46b2f2d6ebd4dd2e2557befd7eb7865feb",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_88049",
                                    table="competence_competence",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Employment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="employments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="employments",
                                to="competence.unit",
                            ),
                        ),
                        ("job_title", models.CharField(max_length=120, verbose_name="job title")),
                        ("profession", models.CharField(blank=True, max_length=120, verbose_name="profession")),
                        (
                            "agreement",
                            models.CharField(blank=True, max_length=120, verbose_name="collective agreement"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("permanent", "permanent"),
                                    ("substitute", "substitute"),
                                    ("fixed_term", "fixed term"),
                                ],
                                default="permanent",
                                max_length=12,
                                verbose_name="kind of employment",
                            ),
                        ),
                        (
                            "weekly_hours",
                            models.DecimalField(decimal_places=2, max_digits=4, verbose_name="hours a week"),
                        ),
                        ("starts_on", models.DateField(verbose_name="employed from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="employed until")),
                        ("seniority_on", models.DateField(verbose_name="seniority from")),
                    ],
                    options={
                        "verbose_name": "employment",
                        "ordering": ["employee", "starts_on"],
                        "indexes": [models.Index(fields=["unit", "starts_on"], name="employment_by_unit")],
                        "constraints": [
                            models.UniqueConstraint(fields=("employee", "unit", "starts_on"), name="employment_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="employment_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weekly_hours__gt", 0), ("weekly_hours__lte", 60)),
                                name="employment_hours_in_a_week",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_employmentevent" ("agreement", "employee_id", "ends_on", "id", "job_title", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "seniority_on", "starts_on", "unit_id", "weekly_hours") VALUES (NEW."agreement", NEW."employee_id", NEW."ends_on", NEW."id", NEW."job_title", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."profession", NEW."seniority_on", NEW."starts_on", NEW."unit_id", NEW."weekly_hours"); RETURN NULL;',
                                    hash="c734e376b51c0813f8b41e423287e01560edc593",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_40bb6",
                                    table="competence_employment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_employmentevent" ("agreement", "employee_id", "ends_on", "id", "job_title", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "seniority_on", "starts_on", "unit_id", "weekly_hours") VALUES (OLD."agreement", OLD."employee_id", OLD."ends_on", OLD."id", OLD."job_title", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."profession", OLD."seniority_on", OLD."starts_on", OLD."unit_id", OLD."weekly_hours"); RETURN NULL;',
                                    hash="d8936a6b37f6291d36e3e1f73910435036063f38",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0c0e4",
                                    table="competence_employment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (current_setting('kompetence.history', true) IS DISTINCT FROM 'written')",
                                    func='INSERT INTO "competence_employmentevent" ("agreement", "employee_id", "ends_on", "id", "job_title", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "seniority_on", "starts_on", "unit_id", "weekly_hours") VALUES (NEW."agreement", NEW."employee_id", NEW."ends_on", NEW."id", NEW."job_title", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."profession", NEW."seniority_on", NEW."starts_on", NEW."unit_id", NEW."weekly_hours"); RETURN NULL;',
                                    hash="1e3dac98287bec9b2fef979172b17863d57cd314",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3644c",
                                    table="competence_employment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExportLog",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        ("what", models.CharField(max_length=200)),
                        ("rows", models.PositiveIntegerField()),
                        (
                            "made_by",
                            models.ForeignKey(
                                help_text="Nobody where a command took it out.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-made_at"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="1104808af3487a6ac57c8b125cceac215b870efe",
                                    operation="UPDATE",
                                    pgid="pgtrigger_append_only_e1b58",
                                    table="competence_exportlog",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("units", "units"),
                                    ("staff", "staff"),
                                    ("courses", "courses"),
                                    ("wishes", "wishes"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("content", models.BinaryField(null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("checked", "checked"),
                                    ("queued", "waiting"),
                                    ("running", "running"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="checked",
                                max_length=8,
                            ),
                        ),
                        ("report", models.JSONField(default=dict)),
                        (
                            "end_missing",
                            models.BooleanField(
                                default=False, help_text="Employees missing from a full file are ended."
                            ),
                        ),
                        ("progress", models.PositiveIntegerField(default=0)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(null=True)),
                        (
                            "tries",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="How many workers have begun to write it."
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_importrunevent" ("end_missing", "file_name", "finished_at", "id", "kind", "made_at", "made_by_id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report", "state") VALUES (NEW."end_missing", NEW."file_name", NEW."finished_at", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."municipality_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report", NEW."state"); RETURN NULL;',
                                    hash="3630db7d9831dc9b14aac2e3452b202b32121baf",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8e83d",
                                    table="competence_importrun",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."end_missing" IS DISTINCT FROM (NEW."end_missing") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."report" IS DISTINCT FROM (NEW."report") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                                    func='INSERT INTO "competence_importrunevent" ("end_missing", "file_name", "finished_at", "id", "kind", "made_at", "made_by_id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report", "state") VALUES (NEW."end_missing", NEW."file_name", NEW."finished_at", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."municipality_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report", NEW."state"); RETURN NULL;',
                                    hash="545e83b7914910057774a84dd87c6a11d3b0f6c5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_20eb3",
                                    table="competence_importrun",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_importrunevent" ("end_missing", "file_name", "finished_at", "id", "kind", "made_at", "made_by_id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report", "state") VALUES (OLD."end_missing", OLD."file_name", OLD."finished_at", OLD."id", OLD."kind", OLD."made_at", OLD."made_by_id", OLD."municipality_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report", OLD."state"); RETURN NULL;',
                                    hash="96013a250d99f94a1db096d3a5c8bacadc7e9bad",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2cad4",
                                    table="competence_importrun",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Job",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        ("kind", models.CharField(max_length=24)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("queued", "waiting"),
                                    ("running", "running"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="queued",
                                max_length=8,
                            ),
                        ),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("failures", models.JSONField(default=list)),
                        ("file", models.FileField(blank=True, null=True, upload_to="jobs/")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="jobs",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("fetched_at", models.DateTimeField(null=True)),
                        (
                            "touched_at",
                            models.DateTimeField(help_text="When a worker last said that it is at it.", null=True),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Leave",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "employment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="leaves",
                                to="competence.employment",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "verbose_name": "leave",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="leave_ends_after_start",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("employment",),
                                name="one_open_leave_of_an_employment",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_leaveevent" ("employment_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."employment_id", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                                    hash="d31b88e6043fca6b42679114fd2b72c2dcf172e7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_20495",
                                    table="competence_leave",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_leaveevent" ("employment_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."employment_id", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                                    hash="6c188f5ce7b50f7d7ce6fbff848c797ec5b30e08",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9e328",
                                    table="competence_leave",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_leaveevent" ("employment_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."employment_id", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                                    hash="3cb3b834264959c14e1901c2318fce591cec0a97",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_07fa0",
                                    table="competence_leave",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40)),
                        (
                            "subject",
                            models.CharField(help_text="What it is about, as cycle:4 or wish:17.", max_length=80),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "mail",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="notices",
                                to="post_office.email",
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-made_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "subject", "recipient", "due_on"), name="a_notice_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Provider",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("former_names", models.JSONField(blank=True, default=list, verbose_name="former names")),
                        ("is_internal", models.BooleanField(default=False, verbose_name="internal")),
                    ],
                    options={
                        "verbose_name": "provider",
                        "ordering": ["name"],
                        "constraints": [models.UniqueConstraint(fields=("municipality", "name"), name="provider_once")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_providerevent" ("former_names", "id", "is_internal", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."former_names", NEW."id", NEW."is_internal", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="ff8c0e4400aa97ac1a28b2298c8cf6f589daae1b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b981a",
                                    table="competence_provider",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_providerevent" ("former_names", "id", "is_internal", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."former_names", NEW."id", NEW."is_internal", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="870c97898550b173a43d91865e342f7f2bbe73b5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d87dd",
                                    table="competence_provider",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_providerevent" ("former_names", "id", "is_internal", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."former_names", OLD."id", OLD."is_internal", OLD."municipality_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="183d023ddfe0f276996f5a1c098871f3a1d04286",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e4b4a",
                                    table="competence_provider",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleAssignment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="role_assignments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("team_leader", "team leader"),
                                    ("manager", "manager"),
                                    ("leadership_group", "leadership group"),
                                    ("hr", "HR"),
                                    ("project_leader", "project leader"),
                                    ("co_selector", "co-selector"),
                                    ("med_member", "MED member"),
                                    ("union_representative", "union representative"),
                                    ("safety_representative", "safety representative"),
                                    ("mentor", "mentor"),
                                    ("super_user", "super-user"),
                                    ("administrator", "administrator"),
                                ],
                                max_length=24,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_assignments",
                                to="competence.unit",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "deputises_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deputies",
                                to="competence.roleassignment",
                                verbose_name="deputy for",
                            ),
                        ),
                        (
                            "is_imported",
                            models.BooleanField(default=False, help_text="Follows the staff and unit files."),
                        ),
                    ],
                    options={
                        "verbose_name": "role",
                        "ordering": ["unit", "role", "starts_on"],
                        "indexes": [models.Index(fields=["unit", "role"], name="role_by_unit")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("employee", "role", "unit", "starts_on", "deputises_for"), name="role_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="role_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("deputises_for__isnull", True), ("ends_on__isnull", False), _connector="OR"
                                ),
                                name="a_deputy_has_an_end",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_roleassignmentevent" ("deputises_for_id", "employee_id", "ends_on", "id", "is_imported", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "unit_id") VALUES (NEW."deputises_for_id", NEW."employee_id", NEW."ends_on", NEW."id", NEW."is_imported", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."starts_on", NEW."unit_id"); RETURN NULL;',
                                    hash="4a3e3b833f1a476b75a64e215f55720b7f6b6372",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_089e1",
                                    table="competence_roleassignment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_roleassignmentevent" ("deputises_for_id", "employee_id", "ends_on", "id", "is_imported", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "unit_id") VALUES (NEW."deputises_for_id", NEW."employee_id", NEW."ends_on", NEW."id", NEW."is_imported", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."starts_on", NEW."unit_id"); RETURN NULL;',
                                    hash="90c5f43c91c1827e05cfba31ef3de0750633b352",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_24628",
                                    table="competence_roleassignment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_roleassignmentevent" ("deputises_for_id", "employee_id", "ends_on", "id", "is_imported", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "unit_id") VALUES (OLD."deputises_for_id", OLD."employee_id", OLD."ends_on", OLD."id", OLD."is_imported", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."starts_on", OLD."unit_id"); RETURN NULL;',
                                    hash="628dbdd006e70016065a718ac1247070f31c1afa",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_aff5d",
                                    table="competence_roleassignment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="rules", to="competence.unit"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("threshold_amount", "Cost decided in December from (øre)"),
                                    ("threshold_days", "Days decided in December from"),
                                    ("seniority_years", "Years of service before formal education"),
                                    (
                                        "substitute_months",
                                        "Months of employment before external courses, for substitutes",
                                    ),
                                    ("grants_per_person", "Grants for one person in a year"),
                                    ("first_grant_bonus", "Points for a person’s first grant, in the proposal"),
                                    ("coverage_bonus", "Points for each need covered, in the proposal"),
                                    (
                                        "history_points",
                                        "Points for each year a wish was relevant but not met, in the proposal",
                                    ),
                                    ("history_years", "Years that such a wish counts, in the proposal"),
                                    ("team_grants", "Grants that each team has at least, in the proposal"),
                                    ("team_amount", "Amount for one team at most, in the proposal (øre)"),
                                    (
                                        "formal_education",
                                        "Weeks to complain about formal education (0: no formal decision)",
                                    ),
                                    ("formal_course", "Weeks to complain about a course (0: no formal decision)"),
                                ],
                                max_length=24,
                                verbose_name="rule",
                            ),
                        ),
                        ("value", models.PositiveIntegerField(verbose_name="value")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "verbose_name": "rule",
                        "ordering": ["unit", "kind", "starts_on"],
                        "constraints": [
                            models.UniqueConstraint(fields=("unit", "kind", "starts_on"), name="rule_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="rule_ends_after_start",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_ruleevent" ("ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit_id", "value") VALUES (NEW."ends_on", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."unit_id", NEW."value"); RETURN NULL;',
                                    hash="4e12a053e6271927b572b091f3d79b8552d2a5ca",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7e067",
                                    table="competence_rule",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_ruleevent" ("ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit_id", "value") VALUES (NEW."ends_on", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."unit_id", NEW."value"); RETURN NULL;',
                                    hash="943a2e6d7724db72babc8558b4e6744c4daf4806",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_98195",
                                    table="competence_rule",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_ruleevent" ("ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit_id", "value") VALUES (OLD."ends_on", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."unit_id", OLD."value"); RETURN NULL;',
                                    hash="c1b02c33bd6b50a530461221f7027cf37678bc0a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9ec1e",
                                    table="competence_rule",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RuleException",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("threshold_amount", "Cost decided in December from (øre)"),
                                    ("threshold_days", "Days decided in December from"),
                                    ("seniority_years", "Years of service before formal education"),
                                    (
                                        "substitute_months",
                                        "Months of employment before external courses, for substitutes",
                                    ),
                                    ("grants_per_person", "Grants for one person in a year"),
                                    ("first_grant_bonus", "Points for a person’s first grant, in the proposal"),
                                    ("coverage_bonus", "Points for each need covered, in the proposal"),
                                    (
                                        "history_points",
                                        "Points for each year a wish was relevant but not met, in the proposal",
                                    ),
                                    ("history_years", "Years that such a wish counts, in the proposal"),
                                    ("team_grants", "Grants that each team has at least, in the proposal"),
                                    ("team_amount", "Amount for one team at most, in the proposal (øre)"),
                                    (
                                        "formal_education",
                                        "Weeks to complain about formal education (0: no formal decision)",
                                    ),
                                    ("formal_course", "Weeks to complain about a course (0: no formal decision)"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rule_exceptions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("subject", models.CharField(help_text="What it was made for, as wish:17.", max_length=80)),
                        ("reason", models.TextField(verbose_name="reason")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("kind", "subject"), name="one_exception_for_a_subject"),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="an_exception_has_a_reason"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_ruleexceptionevent" ("employee_id", "id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject") VALUES (NEW."employee_id", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."subject"); RETURN NULL;',
                                    hash="1e09e4f47bf04a9a9a6ba6788688b52d88083000",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_22956",
                                    table="competence_ruleexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_ruleexceptionevent" ("employee_id", "id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject") VALUES (NEW."employee_id", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."subject"); RETURN NULL;',
                                    hash="c73f5bf1b82fb009a325d1761ceae8c78bd8cb49",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3651f",
                                    table="competence_ruleexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_ruleexceptionevent" ("employee_id", "id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject") VALUES (OLD."employee_id", OLD."id", OLD."kind", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."subject"); RETURN NULL;',
                                    hash="714f59288f21cfadaca3e4e91e4ebeb3de8962d4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_54976",
                                    table="competence_ruleexception",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Erasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("what", models.CharField(max_length=120)),
                        ("rows", models.PositiveIntegerField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "municipality",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at", "what"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="0a4bd00e7ae45dab5c2d01fe1bdae4b2ef78a591",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_54225",
                                    table="competence_erasure",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LawReference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                help_text="As people cite it: serviceloven § 50.",
                                max_length=120,
                                verbose_name="reference",
                            ),
                        ),
                        ("law", models.CharField(max_length=120, verbose_name="law")),
                        ("paragraph", models.CharField(blank=True, max_length=40, verbose_name="paragraph")),
                        ("title", models.CharField(max_length=200, verbose_name="what it is about")),
                        ("valid_from", models.DateField(verbose_name="in force from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force until")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="where this is known from")),
                        (
                            "edited_at",
                            models.DateTimeField(
                                editable=False, help_text="Changed here: the file leaves it alone.", null=True
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="replaces",
                                to="competence.lawreference",
                                verbose_name="replaced by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "law reference",
                        "ordering": ["law", "paragraph", "valid_from"],
                        "constraints": [
                            models.UniqueConstraint(fields=("municipality", "code"), name="law_reference_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="law_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("replaced_by__isnull", True), ("valid_to__isnull", False), _connector="OR"
                                ),
                                name="replaced_law_has_an_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("replaced_by__isnull", True),
                                    models.Q(("replaced_by", models.F("pk")), _negated=True),
                                    _connector="OR",
                                ),
                                name="no_law_replaces_itself",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_lawreferenceevent" ("code", "edited_at", "id", "law", "municipality_id", "note", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaced_by_id", "title", "valid_from", "valid_to") VALUES (NEW."code", NEW."edited_at", NEW."id", NEW."law", NEW."municipality_id", NEW."note", NEW."paragraph", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."replaced_by_id", NEW."title", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                                    hash="4107617b6b39465d16517710a09e2a9075e00a6a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_be45e",
                                    table="competence_lawreference",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_lawreferenceevent" ("code", "edited_at", "id", "law", "municipality_id", "note", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaced_by_id", "title", "valid_from", "valid_to") VALUES (NEW."code", NEW."edited_at", NEW."id", NEW."law", NEW."municipality_id", NEW."note", NEW."paragraph", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."replaced_by_id", NEW."title", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                                    hash="c8c7cc1e8aeb6688ce03debaa989e97f8d5a3a76",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7276f",
                                    table="competence_lawreference",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_lawreferenceevent" ("code", "edited_at", "id", "law", "municipality_id", "note", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaced_by_id", "title", "valid_from", "valid_to") VALUES (OLD."code", OLD."edited_at", OLD."id", OLD."law", OLD."municipality_id", OLD."note", OLD."paragraph", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."replaced_by_id", OLD."title", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                                    hash="610b62e5b4b9dc1518059d14fafb59a33b855b8a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_19498",
                                    table="competence_lawreference",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Offer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        ("code", models.CharField(max_length=32, verbose_name="course code")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="competence.provider",
                                verbose_name="provider",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("course", "external course"),
                                    ("internal", "internal course"),
                                    ("diploma", "diploma module"),
                                    ("master", "master"),
                                    ("programme", "programme"),
                                    ("theme_day", "theme day"),
                                    ("conference", "conference"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("price", models.PositiveIntegerField(verbose_name="price")),
                        ("days", models.DecimalField(decimal_places=1, max_digits=5, verbose_name="days")),
                        ("ects", models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name="ECTS")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts")),
                        ("signup_by", models.DateField(blank=True, null=True, verbose_name="sign up by")),
                        ("is_active", models.BooleanField(default=True)),
                        (
                            "competences",
                            models.ManyToManyField(blank=True, related_name="offers", to="competence.competence"),
                        ),
                        (
                            "law_references",
                            models.ManyToManyField(blank=True, related_name="offers", to="competence.lawreference"),
                        ),
                        (
                            "sort_title",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            competence.text._Bytes(models.F("title")),
                                            django.db.models.functions.text.Length(models.F("title")),
                                        ),
                                        then=django.db.models.functions.text.Replace(
                                            django.db.models.functions.text.Lower(models.F("title")),
                                            models.Value("aa"),
                                            models.Value("}"),
                                        ),
                                    ),
                                    default=competence.text._Translate(
                                        django.db.models.functions.text.Replace(
                                            competence.text._Translate(
                                                django.db.models.functions.text.Lower(models.F("title")),
                                                models.Value("ÆØÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÝÑÇéèêëáàâãíìîïóòôõúùûüýñç"),
                                                models.Value("æøåäöeeeeaaaaiiiioooouuuuynceeeeaaaaiiiioooouuuuync"),
                                            ),
                                            models.Value("aa"),
                                            models.Value("å"),
                                        ),
                                        models.Value("æäøöå"),
                                        models.Value("{{||}"),
                                    ),
                                ),
                                output_field=models.CharField(db_collation="C", max_length=210),
                            ),
                        ),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            competence.text._Bytes(
                                                django.db.models.functions.text.Concat(
                                                    models.F("title"), models.Value(" "), models.F("code")
                                                )
                                            ),
                                            django.db.models.functions.text.Length(
                                                django.db.models.functions.text.Concat(
                                                    models.F("title"), models.Value(" "), models.F("code")
                                                )
                                            ),
                                        ),
                                        then=django.db.models.functions.text.Lower(
                                            django.db.models.functions.text.Concat(
                                                models.F("title"), models.Value(" "), models.F("code")
                                            )
                                        ),
                                    ),
                                    default=competence.text._Translate(
                                        django.db.models.functions.text.Lower(
                                            django.db.models.functions.text.Concat(
                                                models.F("title"), models.Value(" "), models.F("code")
                                            )
                                        ),
                                        models.Value("ÆØÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÝÑÇéèêëáàâãíìîïóòôõúùûüýñç"),
                                        models.Value("æøåäöeeeeaaaaiiiioooouuuuynceeeeaaaaiiiioooouuuuync"),
                                    ),
                                ),
                                output_field=models.CharField(db_collation="C", max_length=240),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "course",
                        "ordering": ["sort_title"],
                        "constraints": [
                            models.UniqueConstraint(fields=("municipality", "code"), name="offer_code_once"),
                            models.CheckConstraint(
                                condition=models.Q(("days__gte", 0)), name="offer_days_not_negative"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_offerevent" ("code", "days", "ects", "id", "is_active", "kind", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "provider_id", "signup_by", "starts_on", "title") VALUES (NEW."code", NEW."days", NEW."ects", NEW."id", NEW."is_active", NEW."kind", NEW."municipality_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price", NEW."provider_id", NEW."signup_by", NEW."starts_on", NEW."title"); RETURN NULL;',
                                    hash="d47e064ebe419fa1bf549f53429e8b54e7328284",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_68a00",
                                    table="competence_offer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."days" IS DISTINCT FROM (NEW."days") OR OLD."ects" IS DISTINCT FROM (NEW."ects") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."price" IS DISTINCT FROM (NEW."price") OR OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."signup_by" IS DISTINCT FROM (NEW."signup_by") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                                    func='INSERT INTO "competence_offerevent" ("code", "days", "ects", "id", "is_active", "kind", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "provider_id", "signup_by", "starts_on", "title") VALUES (NEW."code", NEW."days", NEW."ects", NEW."id", NEW."is_active", NEW."kind", NEW."municipality_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price", NEW."provider_id", NEW."signup_by", NEW."starts_on", NEW."title"); RETURN NULL;',
                                    hash="5be82ae6761496dc84de8453aa7479d79372d298",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_eb8bf",
                                    table="competence_offer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_offerevent" ("code", "days", "ects", "id", "is_active", "kind", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "provider_id", "signup_by", "starts_on", "title") VALUES (OLD."code", OLD."days", OLD."ects", OLD."id", OLD."is_active", OLD."kind", OLD."municipality_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."price", OLD."provider_id", OLD."signup_by", OLD."starts_on", OLD."title"); RETURN NULL;',
                                    hash="b9abeb9c03452a642c0cbb40e4563071ec7399b3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_cc5b8",
                                    table="competence_offer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JobItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveIntegerField()),
                        ("key", models.CharField(help_text="Which document, as plan:17.", max_length=80)),
                        ("name", models.CharField(help_text="Of the file in the package.", max_length=200)),
                        ("title", models.CharField(help_text="What people call it.", max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[("waiting", "waiting"), ("done", "made"), ("failed", "could not be made")],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, help_text="Why it could not be made.", max_length=300)),
                        (
                            "job",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="competence.job"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["job", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("job", "position"), name="job_item_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), models.Q(("reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "failed"), _negated=True), ("reason", "")),
                                    _connector="OR",
                                ),
                                name="a_failed_document_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Commitment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("trainer", "trainer"),
                                    ("super_user", "super-user"),
                                    ("support", "entitled to support"),
                                    ("union_representative", "union representative"),
                                    ("safety_representative", "safety representative"),
                                    ("mentor", "mentor"),
                                    ("other", "another role"),
                                ],
                                max_length=24,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                help_text="What it follows from, as mandate:17; empty: entered by hand.", max_length=80
                            ),
                        ),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="hours a week")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="commitments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="competence.unit"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "role with hours",
                        "ordering": ["unit", "starts_on", "pk"],
                        "indexes": [models.Index(fields=["unit", "starts_on"], name="commitment_by_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="commitment_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("hours__gte", 1), ("hours__lte", 37)),
                                name="commitment_hours_in_a_week",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_commitmentevent" ("employee_id", "ends_on", "hours", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "subject", "unit_id") VALUES (NEW."employee_id", NEW."ends_on", NEW."hours", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."subject", NEW."unit_id"); RETURN NULL;',
                                    hash="d055204bc6a7258082ba6af3ea8c4ada6a5020e8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ce17b",
                                    table="competence_commitment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_commitmentevent" ("employee_id", "ends_on", "hours", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "subject", "unit_id") VALUES (NEW."employee_id", NEW."ends_on", NEW."hours", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."subject", NEW."unit_id"); RETURN NULL;',
                                    hash="685e1dc1af723e494ebfd25c6ab02661feba2aa2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cfcc3",
                                    table="competence_commitment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_commitmentevent" ("employee_id", "ends_on", "hours", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "subject", "unit_id") VALUES (OLD."employee_id", OLD."ends_on", OLD."hours", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."subject", OLD."unit_id"); RETURN NULL;',
                                    hash="3d22f7ab17680d8176797c97a5ec0a28492c43ef",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0141a",
                                    table="competence_commitment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompetenceAreaEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.competencearea",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "municipality",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CompetenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.competence",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "area",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.competencearea",
                            ),
                        ),
                        ("key", models.SlugField(db_index=False, max_length=40, verbose_name="key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EmploymentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.employment",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("job_title", models.CharField(max_length=120, verbose_name="job title")),
                        ("profession", models.CharField(blank=True, max_length=120, verbose_name="profession")),
                        (
                            "agreement",
                            models.CharField(blank=True, max_length=120, verbose_name="collective agreement"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("permanent", "permanent"),
                                    ("substitute", "substitute"),
                                    ("fixed_term", "fixed term"),
                                ],
                                default="permanent",
                                max_length=12,
                                verbose_name="kind of employment",
                            ),
                        ),
                        (
                            "weekly_hours",
                            models.DecimalField(decimal_places=2, max_digits=4, verbose_name="hours a week"),
                        ),
                        ("starts_on", models.DateField(verbose_name="employed from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="employed until")),
                        ("seniority_on", models.DateField(verbose_name="seniority from")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ImportRunEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.importrun",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "municipality",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("units", "units"),
                                    ("staff", "staff"),
                                    ("courses", "courses"),
                                    ("wishes", "wishes"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("checked", "checked"),
                                    ("queued", "waiting"),
                                    ("running", "running"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="checked",
                                max_length=8,
                            ),
                        ),
                        ("report", models.JSONField(default=dict)),
                        (
                            "end_missing",
                            models.BooleanField(
                                default=False, help_text="Employees missing from a full file are ended."
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LeaveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.leave",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "employment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.employment",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OfferEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.offer",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "municipality",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("code", models.CharField(max_length=32, verbose_name="course code")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "provider",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.provider",
                                verbose_name="provider",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("course", "external course"),
                                    ("internal", "internal course"),
                                    ("diploma", "diploma module"),
                                    ("master", "master"),
                                    ("programme", "programme"),
                                    ("theme_day", "theme day"),
                                    ("conference", "conference"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("price", models.PositiveIntegerField(verbose_name="price")),
                        ("days", models.DecimalField(decimal_places=1, max_digits=5, verbose_name="days")),
                        ("ects", models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name="ECTS")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts")),
                        ("signup_by", models.DateField(blank=True, null=True, verbose_name="sign up by")),
                        ("is_active", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProviderEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.provider",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "municipality",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("former_names", models.JSONField(blank=True, default=list, verbose_name="former names")),
                        ("is_internal", models.BooleanField(default=False, verbose_name="internal")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoleAssignmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.roleassignment",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("team_leader", "team leader"),
                                    ("manager", "manager"),
                                    ("leadership_group", "leadership group"),
                                    ("hr", "HR"),
                                    ("project_leader", "project leader"),
                                    ("co_selector", "co-selector"),
                                    ("med_member", "MED member"),
                                    ("union_representative", "union representative"),
                                    ("safety_representative", "safety representative"),
                                    ("mentor", "mentor"),
                                    ("super_user", "super-user"),
                                    ("administrator", "administrator"),
                                ],
                                max_length=24,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "deputises_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.roleassignment",
                                verbose_name="deputy for",
                            ),
                        ),
                        (
                            "is_imported",
                            models.BooleanField(default=False, help_text="Follows the staff and unit files."),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.rule",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("threshold_amount", "Cost decided in December from (øre)"),
                                    ("threshold_days", "Days decided in December from"),
                                    ("seniority_years", "Years of service before formal education"),
                                    (
                                        "substitute_months",
                                        "Months of employment before external courses, for substitutes",
                                    ),
                                    ("grants_per_person", "Grants for one person in a year"),
                                    ("first_grant_bonus", "Points for a person’s first grant, in the proposal"),
                                    ("coverage_bonus", "Points for each need covered, in the proposal"),
                                    (
                                        "history_points",
                                        "Points for each year a wish was relevant but not met, in the proposal",
                                    ),
                                    ("history_years", "Years that such a wish counts, in the proposal"),
                                    ("team_grants", "Grants that each team has at least, in the proposal"),
                                    ("team_amount", "Amount for one team at most, in the proposal (øre)"),
                                    (
                                        "formal_education",
                                        "Weeks to complain about formal education (0: no formal decision)",
                                    ),
                                    ("formal_course", "Weeks to complain about a course (0: no formal decision)"),
                                ],
                                max_length=24,
                                verbose_name="rule",
                            ),
                        ),
                        ("value", models.PositiveIntegerField(verbose_name="value")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RuleExceptionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.ruleexception",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("threshold_amount", "Cost decided in December from (øre)"),
                                    ("threshold_days", "Days decided in December from"),
                                    ("seniority_years", "Years of service before formal education"),
                                    (
                                        "substitute_months",
                                        "Months of employment before external courses, for substitutes",
                                    ),
                                    ("grants_per_person", "Grants for one person in a year"),
                                    ("first_grant_bonus", "Points for a person’s first grant, in the proposal"),
                                    ("coverage_bonus", "Points for each need covered, in the proposal"),
                                    (
                                        "history_points",
                                        "Points for each year a wish was relevant but not met, in the proposal",
                                    ),
                                    ("history_years", "Years that such a wish counts, in the proposal"),
                                    ("team_grants", "Grants that each team has at least, in the proposal"),
                                    ("team_amount", "Amount for one team at most, in the proposal (øre)"),
                                    (
                                        "formal_education",
                                        "Weeks to complain about formal education (0: no formal decision)",
                                    ),
                                    ("formal_course", "Weeks to complain about a course (0: no formal decision)"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("subject", models.CharField(help_text="What it was made for, as wish:17.", max_length=80)),
                        ("reason", models.TextField(verbose_name="reason")),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LawReferenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(
                                help_text="As people cite it: serviceloven § 50.",
                                max_length=120,
                                verbose_name="reference",
                            ),
                        ),
                        ("law", models.CharField(max_length=120, verbose_name="law")),
                        ("paragraph", models.CharField(blank=True, max_length=40, verbose_name="paragraph")),
                        ("title", models.CharField(max_length=200, verbose_name="what it is about")),
                        ("valid_from", models.DateField(verbose_name="in force from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force until")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="where this is known from")),
                        (
                            "edited_at",
                            models.DateTimeField(
                                editable=False, help_text="Changed here: the file leaves it alone.", null=True
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.lawreference",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.lawreference",
                                verbose_name="replaced by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("trainer", "trainer"),
                                    ("super_user", "super-user"),
                                    ("support", "entitled to support"),
                                    ("union_representative", "union representative"),
                                    ("safety_representative", "safety representative"),
                                    ("mentor", "mentor"),
                                    ("other", "another role"),
                                ],
                                max_length=24,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                help_text="What it follows from, as mandate:17; empty: entered by hand.", max_length=80
                            ),
                        ),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="hours a week")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="competence.commitment",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
