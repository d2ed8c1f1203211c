import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import competence.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("competence", "0005_rights_of_representatives"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="CareerStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject", models.CharField(help_text="What it follows from, as mandate:17.", max_length=80)),
                        ("title", models.CharField(blank=True, max_length=60, verbose_name="what the role is called")),
                        ("field", models.CharField(max_length=120, verbose_name="within")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("learning", "in training"),
                                    ("ready", "teaches colleagues"),
                                    ("experienced", "experienced, helps new trainers"),
                                    ("leading", "guides other trainers and develops the field"),
                                ],
                                max_length=11,
                                verbose_name="level",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="career_steps",
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
                        "verbose_name": "career step",
                        "ordering": ["employee", "-starts_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="career_step_ends_after_start",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("subject",),
                                name="one_open_career_step_of_a_subject",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_careerstepevent" ("employee_id", "ends_on", "field", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "subject", "title", "unit_id") VALUES (NEW."employee_id", NEW."ends_on", NEW."field", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."subject", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="54abe4df6fe69ca8f2b0c9d2a607528a22ca7261",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_160ec",
                                    table="competence_careerstep",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_careerstepevent" ("employee_id", "ends_on", "field", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "subject", "title", "unit_id") VALUES (NEW."employee_id", NEW."ends_on", NEW."field", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."subject", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="477adcf793ae441ef7fc961a34021456c0e90980",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ffd07",
                                    table="competence_careerstep",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_careerstepevent" ("employee_id", "ends_on", "field", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "subject", "title", "unit_id") VALUES (OLD."employee_id", OLD."ends_on", OLD."field", OLD."id", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."subject", OLD."title", OLD."unit_id"); RETURN NULL;',
                                    hash="fc6af8cb6b16443c92a577dbbb8d7c4636bb1ecf",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_974c2",
                                    table="competence_careerstep",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CareerStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("subject", models.CharField(help_text="What it follows from, as mandate:17.", max_length=80)),
                        ("title", models.CharField(blank=True, max_length=60, verbose_name="what the role is called")),
                        ("field", models.CharField(max_length=120, verbose_name="within")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("learning", "in training"),
                                    ("ready", "teaches colleagues"),
                                    ("experienced", "experienced, helps new trainers"),
                                    ("leading", "guides other trainers and develops the field"),
                                ],
                                max_length=11,
                                verbose_name="level",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                                to="competence.careerstep",
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
                migrations.CreateModel(
                    name="ReportedNeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="what is missing")),
                        ("text", models.TextField(blank=True, verbose_name="what you have seen")),
                        (
                            "colleagues",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how many colleagues"),
                        ),
                        ("made_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "not answered yet"),
                                    ("taken", "taken into the strategy"),
                                    ("answered", "answered"),
                                    ("aside", "set aside"),
                                ],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("answer", models.TextField(blank=True, verbose_name="answer")),
                        ("taken_as", models.CharField(blank=True, max_length=240)),
                        (
                            "subject",
                            models.CharField(blank=True, help_text="What it became, as need:17.", max_length=80),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "competence",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.competence",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reported_needs",
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
                        "verbose_name": "reported need",
                        "ordering": ["-made_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True), ("answered_by__isnull", True), ("state", "open")
                                    ),
                                    models.Q(
                                        models.Q(("state", "open"), _negated=True),
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="answered_need_says_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["answered", "aside"]), _negated=True),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="answered_need_has_an_answer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "taken"), models.Q(("subject", ""), ("taken_as", "")), _connector="OR"
                                ),
                                name="taken_need_says_as_what",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_reportedneedevent" ("answer", "answered_at", "answered_by_id", "colleagues", "competence_id", "employee_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "subject", "taken_as", "text", "title", "unit_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."colleagues", NEW."competence_id", NEW."employee_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."subject", NEW."taken_as", NEW."text", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="ef1673d0ed2936d2ac6329d0258d85bb1600e704",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cb3bf",
                                    table="competence_reportedneed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_reportedneedevent" ("answer", "answered_at", "answered_by_id", "colleagues", "competence_id", "employee_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "subject", "taken_as", "text", "title", "unit_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."colleagues", NEW."competence_id", NEW."employee_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."subject", NEW."taken_as", NEW."text", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="0354ceffc4720d056c6eb9c4f90335468e7f8be9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5da7f",
                                    table="competence_reportedneed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_reportedneedevent" ("answer", "answered_at", "answered_by_id", "colleagues", "competence_id", "employee_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "subject", "taken_as", "text", "title", "unit_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."colleagues", OLD."competence_id", OLD."employee_id", OLD."id", OLD."made_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."subject", OLD."taken_as", OLD."text", OLD."title", OLD."unit_id"); RETURN NULL;',
                                    hash="d3d33075ed6c78c3b21d7381ea7936ece8b39ea8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c7048",
                                    table="competence_reportedneed",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportedNeedEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="what is missing")),
                        ("text", models.TextField(blank=True, verbose_name="what you have seen")),
                        (
                            "colleagues",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how many colleagues"),
                        ),
                        ("made_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "not answered yet"),
                                    ("taken", "taken into the strategy"),
                                    ("answered", "answered"),
                                    ("aside", "set aside"),
                                ],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("answer", models.TextField(blank=True, verbose_name="answer")),
                        ("taken_as", models.CharField(blank=True, max_length=240)),
                        (
                            "subject",
                            models.CharField(blank=True, help_text="What it became, as need:17.", max_length=80),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "competence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.competence",
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
                                to="competence.reportedneed",
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
