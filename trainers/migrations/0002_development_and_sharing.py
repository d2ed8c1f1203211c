import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import competence.migrating

COLUMNS = (
    ("criterion", "full_years"),
    ("criterion", "measure"),
    ("criterionevent", "full_years"),
    ("criterionevent", "measure"),
    ("nomination", "is_role_model"),
    ("nominationevent", "is_role_model"),
    ("programme", "coach_months"),
    ("programme", "supervisor_months"),
    ("programme", "trainer_months"),
    ("programmeevent", "coach_months"),
    ("programmeevent", "supervisor_months"),
    ("programmeevent", "trainer_months"),
    ("session", "rests_on"),
    ("sessionevent", "rests_on"),
)
CONSTRAINTS = (("criterion", "full_years_1_to_40"), ("programme", "sure_within_five_years"))


def add_columns(apps, schema_editor):
    """As the operations above say, without rendering all models for each."""
    for model, column in COLUMNS:
        found = apps.get_model("trainers", model)
        schema_editor.add_field(found, found._meta.get_field(column))
    for model, name in CONSTRAINTS:
        found = apps.get_model("trainers", model)
        (constraint,) = (one for one in found._meta.constraints if one.name == name)
        schema_editor.add_constraint(found, constraint)


def install_triggers(apps, schema_editor):
    """Of the models that have new columns."""
    for name in ("criterion", "nomination", "programme", "session"):
        for trigger in apps.get_model("trainers", name)._meta.triggers:
            schema_editor.execute(trigger.install_sql, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("competence", "0006_career_and_reported_needs"),
        ("competence", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("trainers", "0001_trainers"),
    ]

    operations = [
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Insight",
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
                                choices=[("question", "a question I got"), ("insight", "something I learnt")],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="what")),
                        ("on", models.DateField(verbose_name="when")),
                        ("brought_home_on", models.DateField(blank=True, null=True, verbose_name="brought home on")),
                        ("brought_home", models.TextField(blank=True, verbose_name="what my team does with it")),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="trainers.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("brought_home_on__isnull", False), ("brought_home", ""), _connector="OR"
                                ),
                                name="brought_home_says_when",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Learnt",
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
                                    ("course", "course"),
                                    ("supervision", "supervision"),
                                    ("observation", "saw another trainer, or was seen"),
                                    ("reading", "reading"),
                                ],
                                max_length=11,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="what")),
                        ("on", models.DateField(verbose_name="when")),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="hours")),
                        ("takeaway", models.TextField(blank=True, verbose_name="what you take with you")),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "learnt as a trainer",
                        "ordering": ["-on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("hours__gte", 1), ("hours__lte", 400)), name="learnt_in_hours"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_learntevent" ("employee_id", "hours", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."employee_id", NEW."hours", NEW."id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;',
                                    hash="bc5f7cbe61b8549fc4435e7082d82f26c7fe87c7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_591f9",
                                    table="trainers_learnt",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."employee_id" IS DISTINCT FROM (NEW."employee_id") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                                    func='INSERT INTO "trainers_learntevent" ("employee_id", "hours", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."employee_id", NEW."hours", NEW."id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;',
                                    hash="243ba2d30ab3229309e96da76bb5b01a1466248d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_22ad7",
                                    table="trainers_learnt",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_learntevent" ("employee_id", "hours", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."employee_id", OLD."hours", OLD."id", OLD."kind", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;',
                                    hash="2b0d336d91a1b70a37632f0527c7d0a5f1cb2397",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_993d5",
                                    table="trainers_learnt",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LearntEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("course", "course"),
                                    ("supervision", "supervision"),
                                    ("observation", "saw another trainer, or was seen"),
                                    ("reading", "reading"),
                                ],
                                max_length=11,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="what")),
                        ("on", models.DateField(verbose_name="when")),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="hours")),
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
                                to="trainers.learnt",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Note",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="note")),
                        ("written_at", models.DateTimeField()),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "shown_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-written_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="a_note_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("shown_to__isnull", True),
                                    models.Q(("shown_to", models.F("employee")), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_note_is_shown_to_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnLevel",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("value", models.PositiveSmallIntegerField(verbose_name="level")),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "criterion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="trainers.criterion"
                            ),
                        ),
                        (
                            "mandate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="own_levels",
                                to="trainers.mandate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("mandate", "criterion", "on"), name="own_level_once_a_day"),
                            models.CheckConstraint(condition=models.Q(("value__lte", 5)), name="own_level_0_to_5"),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_ownlevelevent" ("criterion_id", "id", "mandate_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."criterion_id", NEW."id", NEW."mandate_id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value"); RETURN NULL;',
                                    hash="79951276971e02ae5b2fa1acdd926e855939a454",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_116da",
                                    table="trainers_ownlevel",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_ownlevelevent" ("criterion_id", "id", "mandate_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."criterion_id", NEW."id", NEW."mandate_id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value"); RETURN NULL;',
                                    hash="0f8b23974c6c8cbe953d2013254441fa8a508b2f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6934d",
                                    table="trainers_ownlevel",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_ownlevelevent" ("criterion_id", "id", "mandate_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."criterion_id", OLD."id", OLD."mandate_id", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."value"); RETURN NULL;',
                                    hash="6716c0dc576516b224e2bca70586c4c0eadc5fd3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_06975",
                                    table="trainers_ownlevel",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnLevelEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("value", models.PositiveSmallIntegerField(verbose_name="level")),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.criterion",
                            ),
                        ),
                        (
                            "mandate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.mandate",
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
                                to="trainers.ownlevel",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="what")),
                        ("due_on", models.DateField(verbose_name="by when")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="trainers.criterion",
                            ),
                        ),
                        (
                            "mandate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plan_steps",
                                to="trainers.mandate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of the own plan",
                        "ordering": ["done_on", "due_on", "pk"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_planstepevent" ("criterion_id", "done_on", "due_on", "id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."criterion_id", NEW."done_on", NEW."due_on", NEW."id", NEW."mandate_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                                    hash="663e0fef110397014a4b7df096aa86686d3fbd44",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7af37",
                                    table="trainers_planstep",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_planstepevent" ("criterion_id", "done_on", "due_on", "id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."criterion_id", NEW."done_on", NEW."due_on", NEW."id", NEW."mandate_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                                    hash="9007655422fe254e182adca5440b525b11994a3d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d5d69",
                                    table="trainers_planstep",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_planstepevent" ("criterion_id", "done_on", "due_on", "id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."criterion_id", OLD."done_on", OLD."due_on", OLD."id", OLD."mandate_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                                    hash="43c40e2d0df8d5532a804fc6d098722ece8ab960",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d632a",
                                    table="trainers_planstep",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=300, verbose_name="what")),
                        ("due_on", models.DateField(verbose_name="by when")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.criterion",
                            ),
                        ),
                        (
                            "mandate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.mandate",
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
                                to="trainers.planstep",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Practice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(default=uuid.uuid4)),
                        ("origin", models.CharField(max_length=120, verbose_name="where it comes from")),
                        ("programme", models.CharField(blank=True, max_length=120, verbose_name="programme")),
                        ("title", models.CharField(max_length=160, verbose_name="what it is about")),
                        ("situation", models.TextField(blank=True, verbose_name="when it helps")),
                        ("how", models.TextField(verbose_name="how you do it")),
                        ("result", models.TextField(blank=True, verbose_name="what comes of it")),
                        (
                            "is_shared",
                            models.BooleanField(default=False, verbose_name="shared with other municipalities"),
                        ),
                        ("made_at", models.DateTimeField()),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="competence.unit"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "best practice",
                        "ordering": ["title", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("municipality", "key"), name="practice_once_in_a_municipality"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("how", ""), _negated=True), name="practice_says_how"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_practiceevent" ("how", "id", "is_shared", "key", "made_at", "made_by_id", "municipality_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "result", "situation", "title") VALUES (NEW."how", NEW."id", NEW."is_shared", NEW."key", NEW."made_at", NEW."made_by_id", NEW."municipality_id", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme", NEW."result", NEW."situation", NEW."title"); RETURN NULL;',
                                    hash="b6a04c7659cb4a09dcdff25d57e798bbd44f3892",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_989f8",
                                    table="trainers_practice",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_practiceevent" ("how", "id", "is_shared", "key", "made_at", "made_by_id", "municipality_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "result", "situation", "title") VALUES (NEW."how", NEW."id", NEW."is_shared", NEW."key", NEW."made_at", NEW."made_by_id", NEW."municipality_id", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme", NEW."result", NEW."situation", NEW."title"); RETURN NULL;',
                                    hash="6f4ffeb16d4d2e49742be46f4a336e78ad0612b5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8e0e6",
                                    table="trainers_practice",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_practiceevent" ("how", "id", "is_shared", "key", "made_at", "made_by_id", "municipality_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "result", "situation", "title") VALUES (OLD."how", OLD."id", OLD."is_shared", OLD."key", OLD."made_at", OLD."made_by_id", OLD."municipality_id", OLD."origin", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme", OLD."result", OLD."situation", OLD."title"); RETURN NULL;',
                                    hash="df9d0b37c65bc20e607c9ce7476cd7886e87b2ba",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3c3cf",
                                    table="trainers_practice",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("key", models.UUIDField(default=uuid.uuid4)),
                        ("origin", models.CharField(max_length=120, verbose_name="where it comes from")),
                        ("programme", models.CharField(blank=True, max_length=120, verbose_name="programme")),
                        ("title", models.CharField(max_length=160, verbose_name="what it is about")),
                        ("situation", models.TextField(blank=True, verbose_name="when it helps")),
                        ("how", models.TextField(verbose_name="how you do it")),
                        ("result", models.TextField(blank=True, verbose_name="what comes of it")),
                        (
                            "is_shared",
                            models.BooleanField(default=False, verbose_name="shared with other municipalities"),
                        ),
                        ("made_at", models.DateTimeField()),
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
                                to="trainers.practice",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Pulse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("before", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="before")),
                        ("after", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="after")),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="trainers.session"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["session__starts_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("session", "employee"), name="pulse_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("before__isnull", True), ("before__range", (1, 5)), _connector="OR"
                                ),
                                name="pulse_before_1_to_5",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("after__isnull", True), ("after__range", (1, 5)), _connector="OR"),
                                name="pulse_after_1_to_5",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StayingYear",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField()),
                        ("figures", models.JSONField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="competence.unit"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-year"],
                        "constraints": [
                            models.UniqueConstraint(fields=("municipality", "year"), name="staying_year_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_stayingyearevent" ("figures", "id", "made_at", "made_by_id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."figures", NEW."id", NEW."made_at", NEW."made_by_id", NEW."municipality_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."year"); RETURN NULL;',
                                    hash="4c81c4da34c537bb0f14fcad774778490d1dbc2f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2c4a4",
                                    table="trainers_stayingyear",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_stayingyearevent" ("figures", "id", "made_at", "made_by_id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."figures", NEW."id", NEW."made_at", NEW."made_by_id", NEW."municipality_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."year"); RETURN NULL;',
                                    hash="f33c600d2775904cc4e3c38e43ba6d93b5083c56",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a8a8b",
                                    table="trainers_stayingyear",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_stayingyearevent" ("figures", "id", "made_at", "made_by_id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (OLD."figures", OLD."id", OLD."made_at", OLD."made_by_id", OLD."municipality_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."year"); RETURN NULL;',
                                    hash="aa758c82b037e1e9674c37cf61b25860897a9827",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4a441",
                                    table="trainers_stayingyear",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StayingYearEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("year", models.PositiveSmallIntegerField()),
                        ("figures", models.JSONField()),
                        ("made_at", models.DateTimeField()),
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
                                to="trainers.stayingyear",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Sureness",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("trainer", "Teaching a group"),
                                    ("supervisor", "Guiding one at work"),
                                    ("coach", "Coaching: helping others find the answer"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "with somebody beside me"),
                                    (2, "alone, when I can ask somebody"),
                                    (3, "sure"),
                                ]
                            ),
                        ),
                        ("on", models.DateField()),
                        (
                            "mandate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sureness",
                                to="trainers.mandate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("mandate", "role", "on"), name="sureness_once_a_day"),
                            models.CheckConstraint(
                                condition=models.Q(("level__range", (1, 3))), name="sureness_1_to_3"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_surenessevent" ("id", "level", "mandate_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."id", NEW."level", NEW."mandate_id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role"); RETURN NULL;',
                                    hash="460982fb0accb1268b3468874fddeddc55b38366",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b4d3e",
                                    table="trainers_sureness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_surenessevent" ("id", "level", "mandate_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."id", NEW."level", NEW."mandate_id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role"); RETURN NULL;',
                                    hash="5255d577b4f690097e3198475f4fd7f9810ef9be",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_574d4",
                                    table="trainers_sureness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_surenessevent" ("id", "level", "mandate_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."id", OLD."level", OLD."mandate_id", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role"); RETURN NULL;',
                                    hash="bd43d15cf0729a11bd56215abe50a6b0b3c4e195",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fd060",
                                    table="trainers_sureness",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SurenessEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("trainer", "Teaching a group"),
                                    ("supervisor", "Guiding one at work"),
                                    ("coach", "Coaching: helping others find the answer"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "with somebody beside me"),
                                    (2, "alone, when I can ask somebody"),
                                    (3, "sure"),
                                ]
                            ),
                        ),
                        ("on", models.DateField()),
                        (
                            "mandate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.mandate",
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
                                to="trainers.sureness",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UseCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="when")),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="looked at on")),
                        (
                            "use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("as_meant", "used as meant"),
                                    ("partly", "partly used"),
                                    ("back", "back to the old way"),
                                ],
                                max_length=8,
                                verbose_name="how it is used",
                            ),
                        ),
                        ("finding", models.TextField(blank=True, verbose_name="what you found")),
                        ("next_step", models.TextField(blank=True, verbose_name="what happens next")),
                        (
                            "noted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="use_checks",
                                to="trainers.round",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                                verbose_name="where",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "look at the use",
                        "ordering": ["due_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("held_on__isnull", True)),
                                fields=("round", "unit"),
                                name="one_open_use_check_of_a_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("finding", ""),
                                        ("held_on__isnull", True),
                                        ("noted_by__isnull", True),
                                        ("use", ""),
                                    ),
                                    models.Q(
                                        ("held_on__isnull", False),
                                        ("noted_by__isnull", False),
                                        models.Q(("use", ""), _negated=True),
                                        models.Q(("finding", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="held_use_check_has_a_finding",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_usecheckevent" ("due_on", "finding", "held_on", "id", "next_step", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id", "use") VALUES (NEW."due_on", NEW."finding", NEW."held_on", NEW."id", NEW."next_step", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round_id", NEW."unit_id", NEW."use"); RETURN NULL;',
                                    hash="60d27757b88d9ede7d5bc404bbbc45c9e24dd76f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6d5d7",
                                    table="trainers_usecheck",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_usecheckevent" ("due_on", "finding", "held_on", "id", "next_step", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id", "use") VALUES (NEW."due_on", NEW."finding", NEW."held_on", NEW."id", NEW."next_step", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round_id", NEW."unit_id", NEW."use"); RETURN NULL;',
                                    hash="28caec1bce5515582e9115aef08d50628c4d862f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_57e65",
                                    table="trainers_usecheck",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_usecheckevent" ("due_on", "finding", "held_on", "id", "next_step", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id", "use") VALUES (OLD."due_on", OLD."finding", OLD."held_on", OLD."id", OLD."next_step", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round_id", OLD."unit_id", OLD."use"); RETURN NULL;',
                                    hash="63fde009366785fa1ae3895a3e9f45a06f2977bf",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0c97b",
                                    table="trainers_usecheck",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UseCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("due_on", models.DateField(verbose_name="when")),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="looked at on")),
                        (
                            "use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("as_meant", "used as meant"),
                                    ("partly", "partly used"),
                                    ("back", "back to the old way"),
                                ],
                                max_length=8,
                                verbose_name="how it is used",
                            ),
                        ),
                        ("finding", models.TextField(blank=True, verbose_name="what you found")),
                        ("next_step", models.TextField(blank=True, verbose_name="what happens next")),
                        (
                            "noted_by",
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
                                to="trainers.usecheck",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.round",
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
                                verbose_name="where",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="criterion",
                    name="full_years",
                    field=models.PositiveSmallIntegerField(
                        default=15, verbose_name="years that give the highest level"
                    ),
                ),
                migrations.AddField(
                    model_name="criterion",
                    name="measure",
                    field=models.CharField(
                        choices=[
                            ("assessed", "Assessed by those who select"),
                            ("years", "Years of experience"),
                            ("role_model", "Nominated as a role model"),
                        ],
                        default="assessed",
                        max_length=10,
                        verbose_name="how it is known",
                    ),
                ),
                migrations.AddField(
                    model_name="criterionevent",
                    name="full_years",
                    field=models.PositiveSmallIntegerField(
                        default=15, verbose_name="years that give the highest level"
                    ),
                ),
                migrations.AddField(
                    model_name="criterionevent",
                    name="measure",
                    field=models.CharField(
                        choices=[
                            ("assessed", "Assessed by those who select"),
                            ("years", "Years of experience"),
                            ("role_model", "Nominated as a role model"),
                        ],
                        default="assessed",
                        max_length=10,
                        verbose_name="how it is known",
                    ),
                ),
                migrations.AddField(
                    model_name="nomination",
                    name="is_role_model",
                    field=models.BooleanField(default=False, verbose_name="a role model for others"),
                ),
                migrations.AddField(
                    model_name="nominationevent",
                    name="is_role_model",
                    field=models.BooleanField(default=False, verbose_name="a role model for others"),
                ),
                migrations.AddField(
                    model_name="programme",
                    name="coach_months",
                    field=models.PositiveSmallIntegerField(
                        default=18, verbose_name="months until one is sure when coaching"
                    ),
                ),
                migrations.AddField(
                    model_name="programme",
                    name="supervisor_months",
                    field=models.PositiveSmallIntegerField(
                        default=12, verbose_name="months until one is sure when guiding"
                    ),
                ),
                migrations.AddField(
                    model_name="programme",
                    name="trainer_months",
                    field=models.PositiveSmallIntegerField(
                        default=6, verbose_name="months until one is sure when teaching"
                    ),
                ),
                migrations.AddField(
                    model_name="programmeevent",
                    name="coach_months",
                    field=models.PositiveSmallIntegerField(
                        default=18, verbose_name="months until one is sure when coaching"
                    ),
                ),
                migrations.AddField(
                    model_name="programmeevent",
                    name="supervisor_months",
                    field=models.PositiveSmallIntegerField(
                        default=12, verbose_name="months until one is sure when guiding"
                    ),
                ),
                migrations.AddField(
                    model_name="programmeevent",
                    name="trainer_months",
                    field=models.PositiveSmallIntegerField(
                        default=6, verbose_name="months until one is sure when teaching"
                    ),
                ),
                migrations.AddField(
                    model_name="session",
                    name="rests_on",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("research", "research and formal knowledge"),
                                ("experience", "proven experience of colleagues"),
                                ("users", "what citizens have experienced"),
                                ("context", "how things are where we work"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="what it rests on",
                    ),
                ),
                migrations.AddField(
                    model_name="sessionevent",
                    name="rests_on",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("research", "research and formal knowledge"),
                                ("experience", "proven experience of colleagues"),
                                ("users", "what citizens have experienced"),
                                ("context", "how things are where we work"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="what it rests on",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criterion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("full_years__range", (1, 40))), name="full_years_1_to_40"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programme",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("coach_months__range", (1, 60)),
                            ("supervisor_months__range", (1, 60)),
                            ("trainer_months__range", (1, 60)),
                        ),
                        name="sure_within_five_years",
                    ),
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="criterion",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="criterion",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="criterion",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="nomination",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="nomination",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="nomination",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="programme",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="programme",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="programme",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="session",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="session",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="session",
                    name="delete_delete",
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_criterionevent" ("axis", "competence_id", "cover", "demand", "description", "full_years", "id", "level", "measure", "name", "needs_source", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profile_id", "scale", "weight", "wish_counts") VALUES (NEW."axis", NEW."competence_id", NEW."cover", NEW."demand", NEW."description", NEW."full_years", NEW."id", NEW."level", NEW."measure", NEW."name", NEW."needs_source", NEW."parts", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."profile_id", NEW."scale", NEW."weight", NEW."wish_counts"); RETURN NULL;',
                            hash="e3ccaa824dfc499935f59021b1687c6c4d015250",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8ea15",
                            table="trainers_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainers_criterionevent" ("axis", "competence_id", "cover", "demand", "description", "full_years", "id", "level", "measure", "name", "needs_source", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profile_id", "scale", "weight", "wish_counts") VALUES (NEW."axis", NEW."competence_id", NEW."cover", NEW."demand", NEW."description", NEW."full_years", NEW."id", NEW."level", NEW."measure", NEW."name", NEW."needs_source", NEW."parts", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."profile_id", NEW."scale", NEW."weight", NEW."wish_counts"); RETURN NULL;',
                            hash="d1ccb05e051bad3bca2cd41fca5f35d6a985e36a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a6834",
                            table="trainers_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_criterionevent" ("axis", "competence_id", "cover", "demand", "description", "full_years", "id", "level", "measure", "name", "needs_source", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profile_id", "scale", "weight", "wish_counts") VALUES (OLD."axis", OLD."competence_id", OLD."cover", OLD."demand", OLD."description", OLD."full_years", OLD."id", OLD."level", OLD."measure", OLD."name", OLD."needs_source", OLD."parts", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."profile_id", OLD."scale", OLD."weight", OLD."wish_counts"); RETURN NULL;',
                            hash="99e087ff775f1902965e8dacb1b4b08ecd6ee260",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5e6ea",
                            table="trainers_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_nominationevent" ("candidate_id", "id", "is_role_model", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."candidate_id", NEW."id", NEW."is_role_model", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."words"); RETURN NULL;',
                            hash="1b5dca9ca565af100f089a6bba2680a386232c39",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_03237",
                            table="trainers_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainers_nominationevent" ("candidate_id", "id", "is_role_model", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."candidate_id", NEW."id", NEW."is_role_model", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                            hash="b2ca9723323fdfeb5f11ab4a129e6e5bd82b2407",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f14cf",
                            table="trainers_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_nominationevent" ("candidate_id", "id", "is_role_model", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."candidate_id", OLD."id", OLD."is_role_model", OLD."kind", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                            hash="b34b2e2ab5c8a9fe58707ed43ab5db6704cb4748",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a0d9a",
                            table="trainers_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_programmeevent" ("coach_months", "converts_from", "converts_until", "description", "id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervisor_months", "trainer_months") VALUES (NEW."coach_months", NEW."converts_from", NEW."converts_until", NEW."description", NEW."id", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."supervisor_months", NEW."trainer_months"); RETURN NULL;',
                            hash="ebe6270be39bd64c3beacf1670986c44503efa94",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_76170",
                            table="trainers_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainers_programmeevent" ("coach_months", "converts_from", "converts_until", "description", "id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervisor_months", "trainer_months") VALUES (NEW."coach_months", NEW."converts_from", NEW."converts_until", NEW."description", NEW."id", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."supervisor_months", NEW."trainer_months"); RETURN NULL;',
                            hash="f3efc1d1e75acae26e51114d870b4cc8b95d2c1c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a7e5",
                            table="trainers_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_programmeevent" ("coach_months", "converts_from", "converts_until", "description", "id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervisor_months", "trainer_months") VALUES (OLD."coach_months", OLD."converts_from", OLD."converts_until", OLD."description", OLD."id", OLD."municipality_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."supervisor_months", OLD."trainer_months"); RETURN NULL;',
                            hash="1958d20e5d9d2cd75916972471154f3deca84c31",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8790c",
                            table="trainers_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_sessionevent" ("cause", "cause_words", "closed_at", "content", "follow_up_on", "id", "invitations", "kind", "local_notes", "made_at", "made_by_id", "minutes", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rests_on", "round_id", "starts_at", "state", "title", "topics", "unit_id") VALUES (NEW."cause", NEW."cause_words", NEW."closed_at", NEW."content", NEW."follow_up_on", NEW."id", NEW."invitations", NEW."kind", NEW."local_notes", NEW."made_at", NEW."made_by_id", NEW."minutes", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."rests_on", NEW."round_id", NEW."starts_at", NEW."state", NEW."title", NEW."topics", NEW."unit_id"); RETURN NULL;',
                            hash="ac168f68a6a3f91f0ecde0ec1eb91c6f512489dc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d6eda",
                            table="trainers_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainers_sessionevent" ("cause", "cause_words", "closed_at", "content", "follow_up_on", "id", "invitations", "kind", "local_notes", "made_at", "made_by_id", "minutes", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rests_on", "round_id", "starts_at", "state", "title", "topics", "unit_id") VALUES (NEW."cause", NEW."cause_words", NEW."closed_at", NEW."content", NEW."follow_up_on", NEW."id", NEW."invitations", NEW."kind", NEW."local_notes", NEW."made_at", NEW."made_by_id", NEW."minutes", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."rests_on", NEW."round_id", NEW."starts_at", NEW."state", NEW."title", NEW."topics", NEW."unit_id"); RETURN NULL;',
                            hash="4c0d3846971927c74da8fe425caa42da2e839687",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d0734",
                            table="trainers_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainers_sessionevent" ("cause", "cause_words", "closed_at", "content", "follow_up_on", "id", "invitations", "kind", "local_notes", "made_at", "made_by_id", "minutes", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rests_on", "round_id", "starts_at", "state", "title", "topics", "unit_id") VALUES (OLD."cause", OLD."cause_words", OLD."closed_at", OLD."content", OLD."follow_up_on", OLD."id", OLD."invitations", OLD."kind", OLD."local_notes", OLD."made_at", OLD."made_by_id", OLD."minutes", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."rests_on", OLD."round_id", OLD."starts_at", OLD."state", OLD."title", OLD."topics", OLD."unit_id"); RETURN NULL;',
                            hash="87c7e279c0cff1509b0837486f6637518b688893",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_58eef",
                            table="trainers_session",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
        migrations.RunPython(add_columns, migrations.RunPython.noop),
        migrations.RunPython(install_triggers, migrations.RunPython.noop),
    ]
