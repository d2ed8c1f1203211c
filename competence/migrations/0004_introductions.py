import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import competence.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("competence", "0003_birth_year"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Introduction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("made_at", models.DateTimeField()),
                        ("needs_course", models.BooleanField(blank=True, null=True, verbose_name="a course is needed")),
                        ("course", models.CharField(blank=True, max_length=200, verbose_name="which course")),
                        ("course_reason", models.TextField(blank=True, verbose_name="why the job asks for it")),
                        ("assessed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "assessed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="introductions",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="introductions",
                                to="competence.unit",
                                verbose_name="unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "introduction programme",
                        "ordering": ["-starts_on", "pk"],
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(fields=("employee", "unit", "starts_on"), name="introduction_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("assessed_at__isnull", True),
                                        ("assessed_by__isnull", True),
                                        ("needs_course__isnull", True),
                                    ),
                                    models.Q(
                                        ("assessed_at__isnull", False),
                                        ("assessed_by__isnull", False),
                                        ("needs_course__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="assessment_has_who_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("needs_course", True), models.Q(("course", ""), _negated=True)),
                                    models.Q(
                                        ("course", ""),
                                        models.Q(
                                            ("needs_course", False), ("needs_course__isnull", True), _connector="OR"
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_course_is_named_where_needed",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_introductionevent" ("assessed_at", "assessed_by_id", "course", "course_reason", "employee_id", "id", "made_at", "made_by_id", "needs_course", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit_id") VALUES (NEW."assessed_at", NEW."assessed_by_id", NEW."course", NEW."course_reason", NEW."employee_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."needs_course", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."unit_id"); RETURN NULL;',
                                    hash="23d43fdbb06baa2982580cc6d0bb6bbc3c30b846",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4c105",
                                    table="competence_introduction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_introductionevent" ("assessed_at", "assessed_by_id", "course", "course_reason", "employee_id", "id", "made_at", "made_by_id", "needs_course", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit_id") VALUES (NEW."assessed_at", NEW."assessed_by_id", NEW."course", NEW."course_reason", NEW."employee_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."needs_course", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."unit_id"); RETURN NULL;',
                                    hash="cfeb56bf90e99dc0079673b0faa77f77cce50539",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_82586",
                                    table="competence_introduction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_introductionevent" ("assessed_at", "assessed_by_id", "course", "course_reason", "employee_id", "id", "made_at", "made_by_id", "needs_course", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit_id") VALUES (OLD."assessed_at", OLD."assessed_by_id", OLD."course", OLD."course_reason", OLD."employee_id", OLD."id", OLD."made_at", OLD."made_by_id", OLD."needs_course", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."unit_id"); RETURN NULL;',
                                    hash="1f0f23578a2f3b9b620c8dc2bab8c4ea97f07efe",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fa612",
                                    table="competence_introduction",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntroductionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("made_at", models.DateTimeField()),
                        ("needs_course", models.BooleanField(blank=True, null=True, verbose_name="a course is needed")),
                        ("course", models.CharField(blank=True, max_length=200, verbose_name="which course")),
                        ("course_reason", models.TextField(blank=True, verbose_name="why the job asks for it")),
                        ("assessed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "assessed_by",
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
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
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
                                to="competence.introduction",
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
                                verbose_name="unit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="IntroductionItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
                        ("due_on", models.DateField(verbose_name="by")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "introduction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="competence.introduction",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "item of an introduction",
                        "ordering": ["introduction", "due_on", "pk"],
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_by__isnull", True), ("done_on__isnull", True)),
                                    models.Q(("done_by__isnull", False), ("done_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="introduction_item_done_by_somebody",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_introductionitemevent" ("done_by_id", "done_on", "due_on", "id", "introduction_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."introduction_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="3f7c3059045c48108847e7e48a928e20b3c66d00",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_30720",
                                    table="competence_introductionitem",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_introductionitemevent" ("done_by_id", "done_on", "due_on", "id", "introduction_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."introduction_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="ec9c826d015a263d08cef8625cf54fa18cab3b1d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_add2e",
                                    table="competence_introductionitem",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_introductionitemevent" ("done_by_id", "done_on", "due_on", "id", "introduction_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."introduction_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."title"); RETURN NULL;',
                                    hash="88b68a67d7484a15df18cdf368f2038ac3ce2c01",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8a72b",
                                    table="competence_introductionitem",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntroductionItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
                        ("due_on", models.DateField(verbose_name="by")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                        (
                            "done_by",
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
                            "introduction",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.introduction",
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
                                to="competence.introductionitem",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="IntroductionStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
                        ("after_days", models.PositiveSmallIntegerField(verbose_name="days after the first day")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="introduction_steps",
                                to="competence.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of introductions",
                        "ordering": ["unit", "after_days", "pk"],
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("after_days__lte", 730)), name="introduction_step_within_two_years"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_introductionstepevent" ("after_days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title", "unit_id") VALUES (NEW."after_days", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="2d9a71d36464175b930d93e651fb22fa07acdc52",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1e9a3",
                                    table="competence_introductionstep",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_introductionstepevent" ("after_days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title", "unit_id") VALUES (NEW."after_days", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="86ebc748b252d39aae611739218b9c96d93751cf",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e0b9b",
                                    table="competence_introductionstep",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_introductionstepevent" ("after_days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title", "unit_id") VALUES (OLD."after_days", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."title", OLD."unit_id"); RETURN NULL;',
                                    hash="801face199ab99dec062652581436f8e56b788af",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0d7cb",
                                    table="competence_introductionstep",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntroductionStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
                        ("after_days", models.PositiveSmallIntegerField(verbose_name="days after the first day")),
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
                                to="competence.introductionstep",
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
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Mentorship",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "introduction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mentorships",
                                to="competence.introduction",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mentorships",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="mentor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mentorship",
                        "ordering": ["introduction", "starts_on"],
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("introduction", "starts_on"), name="one_mentor_begins_on_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="mentorship_ends_after_start",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_mentorshipevent" ("ends_on", "id", "introduction_id", "mentor_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."introduction_id", NEW."mentor_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                                    hash="e368bf29903964c3d1e03910d71306b3ddc1621d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1ae4e",
                                    table="competence_mentorship",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_mentorshipevent" ("ends_on", "id", "introduction_id", "mentor_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."introduction_id", NEW."mentor_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                                    hash="0053d1d9c4cd1333e81894340f7952c1c7e70b54",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_32f4d",
                                    table="competence_mentorship",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_mentorshipevent" ("ends_on", "id", "introduction_id", "mentor_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."ends_on", OLD."id", OLD."introduction_id", OLD."mentor_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                                    hash="5895addaaa222d5ab934f9e300479a7197c8dc7b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a49dd",
                                    table="competence_mentorship",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MentorshipEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "introduction",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.introduction",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="mentor",
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
                                to="competence.mentorship",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
            ],
        ),
    ]
