import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import competence.migrating


class Migration(migrations.Migration):
    replaces = [
        ("strategy", "0001_initial"),
        ("strategy", "0002_way_of_a_version"),
        ("strategy", "0003_funding"),
        ("strategy", "0004_needs_law_references"),
    ]

    initial = True

    dependencies = [
        ("competence", "0002_core"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Strategy",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="strategies",
                                to="competence.unit",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("hearing", "in hearing"),
                                    ("med", "before MED"),
                                    ("approved", "approved"),
                                    ("evaluated", "evaluated"),
                                    ("superseded", "superseded"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="in force from")),
                        ("ends_on", models.DateField(verbose_name="in force until")),
                        ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                        ("approved_by", models.CharField(blank=True, max_length=120, verbose_name="approved by")),
                        (
                            "copied_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="strategy.strategy",
                            ),
                        ),
                        ("evaluated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "evaluated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("evaluation", models.TextField(blank=True, verbose_name="evaluation")),
                        ("hearing_closes_on", models.DateField(blank=True, null=True, verbose_name="hearing until")),
                        ("hearing_opens_on", models.DateField(blank=True, null=True, verbose_name="hearing from")),
                    ],
                    options={
                        "verbose_name": "strategy",
                        "ordering": ["unit", "-version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("unit", "version"), name="strategy_version_once"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="strategy_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["draft", "hearing", "med"]),
                                    models.Q(
                                        ("approved_on__isnull", False), models.Q(("approved_by", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="approved_strategy_says_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("hearing_closes_on__isnull", True), ("hearing_opens_on__isnull", True)),
                                    ("hearing_closes_on__gte", models.F("hearing_opens_on")),
                                    _connector="OR",
                                ),
                                name="hearing_closes_after_it_opens",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "hearing"), _negated=True),
                                    ("hearing_opens_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="hearing_has_a_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("evaluated_at__isnull", True), ("evaluated_by__isnull", True)),
                                    models.Q(("evaluated_at__isnull", False), ("evaluated_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="strategy_evaluated_at_and_by",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("state__in", ["approved", "evaluated"])),
                                expressions=[
                                    ("unit", "="),
                                    (
                                        models.Func(
                                            models.F("starts_on"),
                                            models.F("ends_on"),
                                            django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="one_strategy_in_force",
                                violation_error_message="Another strategy of the unit is in force in this period.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.\"state\" IN ('approved', 'evaluated', 'superseded'))",
                                    func="IF TG_OP = 'DELETE' OR NEW.state NOT IN ('approved', 'evaluated', 'superseded') OR (OLD.unit_id, OLD.version, OLD.title, OLD.starts_on, OLD.approved_on, OLD.approved_by) IS DISTINCT FROM (NEW.unit_id, NEW.version, NEW.title, NEW.starts_on, NEW.approved_on, NEW.approved_by) OR NEW.ends_on > OLD.ends_on THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;",
                                    hash="78ea43128ab9f4e35dd2637b725dbd8f16c34db1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_cde4a",
                                    table="strategy_strategy",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_strategyevent" ("approved_by", "approved_on", "copied_from_id", "ends_on", "evaluated_at", "evaluated_by_id", "evaluation", "hearing_closes_on", "hearing_opens_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title", "unit_id", "version") VALUES (NEW."approved_by", NEW."approved_on", NEW."copied_from_id", NEW."ends_on", NEW."evaluated_at", NEW."evaluated_by_id", NEW."evaluation", NEW."hearing_closes_on", NEW."hearing_opens_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."state", NEW."title", NEW."unit_id", NEW."version"); RETURN NULL;',
                                    hash="787fc6d92fe084a767e037ba940298d1f32bcb4f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_95993",
                                    table="strategy_strategy",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_strategyevent" ("approved_by", "approved_on", "copied_from_id", "ends_on", "evaluated_at", "evaluated_by_id", "evaluation", "hearing_closes_on", "hearing_opens_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title", "unit_id", "version") VALUES (NEW."approved_by", NEW."approved_on", NEW."copied_from_id", NEW."ends_on", NEW."evaluated_at", NEW."evaluated_by_id", NEW."evaluation", NEW."hearing_closes_on", NEW."hearing_opens_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."state", NEW."title", NEW."unit_id", NEW."version"); RETURN NULL;',
                                    hash="811b01ab91f360fa5c58ad877c7f915e553d9141",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_aa5fc",
                                    table="strategy_strategy",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_strategyevent" ("approved_by", "approved_on", "copied_from_id", "ends_on", "evaluated_at", "evaluated_by_id", "evaluation", "hearing_closes_on", "hearing_opens_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title", "unit_id", "version") VALUES (OLD."approved_by", OLD."approved_on", OLD."copied_from_id", OLD."ends_on", OLD."evaluated_at", OLD."evaluated_by_id", OLD."evaluation", OLD."hearing_closes_on", OLD."hearing_opens_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."state", OLD."title", OLD."unit_id", OLD."version"); RETURN NULL;',
                                    hash="0f0391ce9e55267b75e9678cf2ac917443b3df82",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fffff",
                                    table="strategy_strategy",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Section",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="strategy.strategy",
                            ),
                        ),
                        ("number", models.CharField(max_length=8, verbose_name="number")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "copied_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="strategy.section",
                            ),
                        ),
                        ("edited_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "edited_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("foundation", "foundation"),
                                    ("goals", "goals"),
                                    ("contents", "what we need to learn"),
                                    ("sharing", "keeping and sharing"),
                                    ("process", "how wishes are decided"),
                                    ("evaluation", "evaluation"),
                                ],
                                default="contents",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "section",
                        "ordering": ["strategy", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("strategy", "number"), name="section_number_once"),
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("strategy", "position"),
                                name="section_position_once",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (OLD.strategy_id, NEW.strategy_id) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (OLD.strategy_id, NEW.strategy_id) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="e0f12d841e1aa919e3d1f8376bea82ebffa42b58",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_67ca9",
                                    table="strategy_section",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_sectionevent" ("copied_from_id", "edited_at", "edited_by_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "revision", "strategy_id", "text", "title") VALUES (NEW."copied_from_id", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."revision", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="a60d7149d8608d81e9cced4ae40b6cf2e4bf9180",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bda9f",
                                    table="strategy_section",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_sectionevent" ("copied_from_id", "edited_at", "edited_by_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "revision", "strategy_id", "text", "title") VALUES (NEW."copied_from_id", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."revision", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="ea93b2a6486f334f03d48827de156e1d9d990c11",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cb1ac",
                                    table="strategy_section",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_sectionevent" ("copied_from_id", "edited_at", "edited_by_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "revision", "strategy_id", "text", "title") VALUES (OLD."copied_from_id", OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."kind", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."revision", OLD."strategy_id", OLD."text", OLD."title"); RETURN NULL;',
                                    hash="2444892cd55f833aa2c6d517bebbd12283e0a967",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dbef1",
                                    table="strategy_section",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Approval",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="approvals",
                                to="strategy.strategy",
                            ),
                        ),
                        ("committee", models.CharField(max_length=120, verbose_name="committee")),
                        ("agenda_item", models.CharField(blank=True, max_length=120, verbose_name="agenda item")),
                        ("meets_on", models.DateField(verbose_name="meeting")),
                        (
                            "put_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("put_at", models.DateTimeField()),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[("approved", "approved"), ("rejected", "sent back")],
                                max_length=10,
                                verbose_name="result",
                            ),
                        ),
                        (
                            "minutes",
                            models.CharField(blank=True, max_length=200, verbose_name="reference to the minutes"),
                        ),
                        ("remark", models.TextField(blank=True, verbose_name="what MED said")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "approval in MED",
                        "ordering": ["strategy", "-put_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("result", "")),
                                fields=("strategy",),
                                name="one_open_approval_of_a_strategy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("recorded_at__isnull", True), ("result", "")),
                                    models.Q(models.Q(("result", ""), _negated=True), ("recorded_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="approval_recorded_with_a_result",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_approvalevent" ("agenda_item", "committee", "id", "meets_on", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "recorded_at", "recorded_by_id", "remark", "result", "strategy_id") VALUES (NEW."agenda_item", NEW."committee", NEW."id", NEW."meets_on", NEW."minutes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."put_at", NEW."put_by_id", NEW."recorded_at", NEW."recorded_by_id", NEW."remark", NEW."result", NEW."strategy_id"); RETURN NULL;',
                                    hash="de9cc9434e4e74dd852c45694b3738e6715e92df",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_78084",
                                    table="strategy_approval",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_approvalevent" ("agenda_item", "committee", "id", "meets_on", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "recorded_at", "recorded_by_id", "remark", "result", "strategy_id") VALUES (NEW."agenda_item", NEW."committee", NEW."id", NEW."meets_on", NEW."minutes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."put_at", NEW."put_by_id", NEW."recorded_at", NEW."recorded_by_id", NEW."remark", NEW."result", NEW."strategy_id"); RETURN NULL;',
                                    hash="ffab917a186511c1e74a891467b4fadb75a762d3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_92199",
                                    table="strategy_approval",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_approvalevent" ("agenda_item", "committee", "id", "meets_on", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "recorded_at", "recorded_by_id", "remark", "result", "strategy_id") VALUES (OLD."agenda_item", OLD."committee", OLD."id", OLD."meets_on", OLD."minutes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."put_at", OLD."put_by_id", OLD."recorded_at", OLD."recorded_by_id", OLD."remark", OLD."result", OLD."strategy_id"); RETURN NULL;',
                                    hash="b1ee70dab26de7a3d287a8a7636aa3fce7359a1b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c4756",
                                    table="strategy_approval",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Comment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="comments",
                                to="strategy.section",
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="strategy_comments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("text", models.TextField(verbose_name="comment")),
                        ("made_at", models.DateTimeField()),
                        ("answer", models.TextField(blank=True, verbose_name="answer")),
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
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "comment",
                        "ordering": ["section", "made_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", ""), ("answered_at__isnull", True), ("answered_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="comment_answered_at_and_by",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_commentevent" ("answer", "answered_at", "answered_by_id", "author_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "text") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."author_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."section_id", NEW."text"); RETURN NULL;',
                                    hash="9c16323452819714d433b9fd82fae9bbc12ac1db",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_66dff",
                                    table="strategy_comment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_commentevent" ("answer", "answered_at", "answered_by_id", "author_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "text") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."author_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."section_id", NEW."text"); RETURN NULL;',
                                    hash="4e3c675d3fd9e9b21a3ec342834688b88e560f6b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6c24b",
                                    table="strategy_comment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_commentevent" ("answer", "answered_at", "answered_by_id", "author_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "text") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."author_id", OLD."id", OLD."made_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."section_id", OLD."text"); RETURN NULL;',
                                    hash="95685b5ae81e4e477466d1e66d4c3b0a881b3ca3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1d2a3",
                                    table="strategy_comment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FirstAid",
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
                                related_name="first_aid",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_on", models.DateField(verbose_name="taken on")),
                        ("expires_on", models.DateField(verbose_name="expires on")),
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
                        ("noted_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "first-aid certificate",
                        "ordering": ["employee", "-expires_on"],
                        "constraints": [
                            models.UniqueConstraint(fields=("employee", "taken_on"), name="first_aid_once_a_day"),
                            models.CheckConstraint(
                                condition=models.Q(("expires_on__gt", models.F("taken_on"))),
                                name="first_aid_expires_later",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_firstaidevent" ("employee_id", "expires_on", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_on") VALUES (NEW."employee_id", NEW."expires_on", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."taken_on"); RETURN NULL;',
                                    hash="6c69d4e46e08be149005b2d762bc332cdc8d8907",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6182e",
                                    table="strategy_firstaid",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_firstaidevent" ("employee_id", "expires_on", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_on") VALUES (NEW."employee_id", NEW."expires_on", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."taken_on"); RETURN NULL;',
                                    hash="cef9f82371d38dbd5f2ec4a6cd221d7850987453",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_77b42",
                                    table="strategy_firstaid",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_firstaidevent" ("employee_id", "expires_on", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_on") VALUES (OLD."employee_id", OLD."expires_on", OLD."id", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."taken_on"); RETURN NULL;',
                                    hash="1c9cf8e06e35637e9b07585d51b62ece84f32dbd",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f0dc7",
                                    table="strategy_firstaid",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Foundation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="foundations",
                                to="competence.unit",
                                verbose_name="owner",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("management", "how we lead"),
                                    ("values", "values"),
                                    ("political", "political goals"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        (
                            "points",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=500), size=None, verbose_name="points"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                    ],
                    options={
                        "verbose_name": "foundation",
                        "ordering": ["owner", "kind", "title"],
                        "constraints": [
                            models.UniqueConstraint(fields=("owner", "kind", "title"), name="foundation_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_foundationevent" ("id", "is_active", "kind", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "title") VALUES (NEW."id", NEW."is_active", NEW."kind", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."title"); RETURN NULL;',
                                    hash="51161acd5220191ddf0b2fedbca982ff5e8ead24",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_902c7",
                                    table="strategy_foundation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_foundationevent" ("id", "is_active", "kind", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "title") VALUES (NEW."id", NEW."is_active", NEW."kind", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."title"); RETURN NULL;',
                                    hash="c89e3a28a513280b9b0b35beff04b117a0a77b15",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f9f1e",
                                    table="strategy_foundation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_foundationevent" ("id", "is_active", "kind", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "title") VALUES (OLD."id", OLD."is_active", OLD."kind", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."points", OLD."title"); RETURN NULL;',
                                    hash="b3d361e70a5d0143e0d68f4c7f68b340758ad2c7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5859b",
                                    table="strategy_foundation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FoundationUse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="foundation_uses",
                                to="strategy.strategy",
                            ),
                        ),
                        (
                            "foundation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uses",
                                to="strategy.foundation",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("kept_title", models.CharField(blank=True, max_length=160)),
                        (
                            "kept_points",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=500), blank=True, default=list, size=None
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["strategy", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("strategy", "foundation"), name="foundation_used_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (OLD.strategy_id, NEW.strategy_id) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (OLD.strategy_id, NEW.strategy_id) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="2142a1ed1cee288b6dbbaf867ff4a970f2138f3f",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_c42b2",
                                    table="strategy_foundationuse",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_foundationuseevent" ("foundation_id", "id", "kept_points", "kept_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id") VALUES (NEW."foundation_id", NEW."id", NEW."kept_points", NEW."kept_title", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."strategy_id"); RETURN NULL;',
                                    hash="73e46b46b3e74eb7a587c93a130293159c79e2b2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dd8d7",
                                    table="strategy_foundationuse",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_foundationuseevent" ("foundation_id", "id", "kept_points", "kept_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id") VALUES (NEW."foundation_id", NEW."id", NEW."kept_points", NEW."kept_title", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."strategy_id"); RETURN NULL;',
                                    hash="d59cff7caee6e01587f6481c50a3dc9a9c70757c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_42fc4",
                                    table="strategy_foundationuse",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_foundationuseevent" ("foundation_id", "id", "kept_points", "kept_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id") VALUES (OLD."foundation_id", OLD."id", OLD."kept_points", OLD."kept_title", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."strategy_id"); RETURN NULL;',
                                    hash="5f36b19114f1d840769c0c4c018e99409ac4c012",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3828a",
                                    table="strategy_foundationuse",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="other_texts",
                                to="strategy.section",
                            ),
                        ),
                        ("text", models.TextField()),
                        ("based_on", models.PositiveIntegerField(help_text="The revision the writer had read.")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-made_at"],
                    },
                ),
                migrations.CreateModel(
                    name="StrategyGoal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="goals",
                                to="strategy.strategy",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("core_task", "core task"), ("political", "political goal")],
                                default="core_task",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="goal")),
                        ("position", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "verbose_name": "goal",
                        "ordering": ["strategy", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("strategy", "position"),
                                name="goal_of_strategy_position_once",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (OLD.strategy_id, NEW.strategy_id) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (OLD.strategy_id, NEW.strategy_id) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="328786f55a198372e1696c9fdb10359bc226edc7",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_7572b",
                                    table="strategy_strategygoal",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_strategygoalevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "text") VALUES (NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."strategy_id", NEW."text"); RETURN NULL;',
                                    hash="6506751b56e285b38b988c80d0ab80e7f244a311",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8ad68",
                                    table="strategy_strategygoal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_strategygoalevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "text") VALUES (NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."strategy_id", NEW."text"); RETURN NULL;',
                                    hash="34ba40fb702e8e883116e2ec50b6d3adc6361033",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_95444",
                                    table="strategy_strategygoal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_strategygoalevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "text") VALUES (OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."strategy_id", OLD."text"); RETURN NULL;',
                                    hash="b190b41184545f025331930d16d0ae2cff067165",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0c5c6",
                                    table="strategy_strategygoal",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Need",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="needs", to="strategy.section"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "target_group",
                            models.CharField(
                                choices=[
                                    ("everyone", "everybody"),
                                    ("case_workers", "case workers"),
                                    ("administrative", "administrative staff"),
                                    ("lawyers", "lawyers"),
                                    ("team_leaders", "team leaders"),
                                    ("managers", "managers"),
                                    ("leaders", "the leadership group"),
                                    ("newcomers", "new colleagues"),
                                    ("representatives", "TR, AMR and the working environment group"),
                                    ("super_users", "super-users"),
                                    ("others", "others"),
                                ],
                                default="everyone",
                                max_length=16,
                                verbose_name="target group",
                            ),
                        ),
                        (
                            "delivery",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("internal", "own teaching"),
                                    ("with_centres", "with other centres"),
                                    ("external", "external course"),
                                    ("network", "network"),
                                    ("supervision", "supervision"),
                                    ("education", "formal education"),
                                    ("sharing", "knowledge sharing"),
                                ],
                                max_length=12,
                                verbose_name="kind of delivery",
                            ),
                        ),
                        ("law_reference", models.CharField(blank=True, max_length=120, verbose_name="law reference")),
                        (
                            "competences",
                            models.ManyToManyField(
                                blank=True, related_name="needs", to="competence.competence", verbose_name="competences"
                            ),
                        ),
                        (
                            "units",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The teams it is for, or the units one learns with.",
                                related_name="+",
                                to="competence.unit",
                                verbose_name="units",
                            ),
                        ),
                        (
                            "copied_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="strategy.need",
                            ),
                        ),
                        (
                            "delivery_note",
                            models.CharField(blank=True, max_length=120, verbose_name="more exactly how"),
                        ),
                        (
                            "external_only_if",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("specialist", "the field is narrow"),
                                    ("reform", "a reform is large"),
                                    ("either", "the field is narrow or a reform is large"),
                                ],
                                max_length=10,
                                verbose_name="external course only when",
                            ),
                        ),
                        ("external_reason", models.CharField(blank=True, max_length=200, verbose_name="why")),
                        (
                            "provider",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("own", "ourselves"),
                                    ("municipality", "the municipality"),
                                    ("authority", "another authority"),
                                    ("education", "an educational institution"),
                                    ("union", "a union"),
                                    ("private", "a private provider"),
                                ],
                                max_length=12,
                                verbose_name="kind of provider",
                            ),
                        ),
                        (
                            "recurs_months",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="again after months"),
                        ),
                        ("target_note", models.CharField(blank=True, max_length=120, verbose_name="more exactly for")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
                        (
                            "goals",
                            models.ManyToManyField(
                                blank=True, related_name="needs", to="strategy.strategygoal", verbose_name="serves"
                            ),
                        ),
                        (
                            "law_references",
                            models.ManyToManyField(
                                blank=True,
                                related_name="needs",
                                to="competence.lawreference",
                                verbose_name="law references",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "need",
                        "ordering": ["section", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("section", "number"),
                                name="need_number_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("recurs_months__isnull", True), ("recurs_months__gte", 1), _connector="OR"
                                ),
                                name="need_recurs_after_a_month",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("external_reason", ""),
                                    models.Q(("external_only_if", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="external_reason_of_a_rule",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (SELECT strategy_id FROM strategy_section WHERE id IN (OLD.section_id, NEW.section_id)) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (SELECT strategy_id FROM strategy_section WHERE id IN (OLD.section_id, NEW.section_id)) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="f3c20936aef38d1d1a457b86cee1207c3a9329a0",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_dae84",
                                    table="strategy_need",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_needevent" ("copied_from_id", "delivery", "delivery_note", "external_only_if", "external_reason", "id", "law_reference", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "recurs_months", "section_id", "target_group", "target_note", "text", "title") VALUES (NEW."copied_from_id", NEW."delivery", NEW."delivery_note", NEW."external_only_if", NEW."external_reason", NEW."id", NEW."law_reference", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."provider", NEW."recurs_months", NEW."section_id", NEW."target_group", NEW."target_note", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="659acf32bf3a380530a6afb0800ef42dbd1bf15e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1d965",
                                    table="strategy_need",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_needevent" ("copied_from_id", "delivery", "delivery_note", "external_only_if", "external_reason", "id", "law_reference", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "recurs_months", "section_id", "target_group", "target_note", "text", "title") VALUES (NEW."copied_from_id", NEW."delivery", NEW."delivery_note", NEW."external_only_if", NEW."external_reason", NEW."id", NEW."law_reference", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."provider", NEW."recurs_months", NEW."section_id", NEW."target_group", NEW."target_note", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="dbccb9fc45ef65c15b72dea7eba88f0cce587d0d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e9457",
                                    table="strategy_need",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_needevent" ("copied_from_id", "delivery", "delivery_note", "external_only_if", "external_reason", "id", "law_reference", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "recurs_months", "section_id", "target_group", "target_note", "text", "title") VALUES (OLD."copied_from_id", OLD."delivery", OLD."delivery_note", OLD."external_only_if", OLD."external_reason", OLD."id", OLD."law_reference", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."provider", OLD."recurs_months", OLD."section_id", OLD."target_group", OLD."target_note", OLD."text", OLD."title"); RETURN NULL;',
                                    hash="caa44b12e20fd25e3c242c1abdf13e744e588144",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7885f",
                                    table="strategy_need",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BrushUp",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="brush_ups",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="strategy.need",
                                verbose_name="need",
                            ),
                        ),
                        ("topic", models.CharField(max_length=200, verbose_name="topic")),
                        (
                            "interval_months",
                            models.PositiveSmallIntegerField(default=12, verbose_name="months between"),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                    ],
                    options={
                        "verbose_name": "brush-up",
                        "ordering": ["unit", "topic"],
                        "constraints": [
                            models.UniqueConstraint(fields=("unit", "topic"), name="brush_up_once"),
                            models.CheckConstraint(
                                condition=models.Q(("interval_months__gte", 1)), name="brush_up_comes_after_a_month"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_brushupevent" ("id", "interval_months", "is_active", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic", "unit_id") VALUES (NEW."id", NEW."interval_months", NEW."is_active", NEW."need_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."topic", NEW."unit_id"); RETURN NULL;',
                                    hash="e5f8dffba575edc308a0585c06b2e9839ab9bf41",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_702a8",
                                    table="strategy_brushup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_brushupevent" ("id", "interval_months", "is_active", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic", "unit_id") VALUES (NEW."id", NEW."interval_months", NEW."is_active", NEW."need_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."topic", NEW."unit_id"); RETURN NULL;',
                                    hash="e2e23717ae9f237bb85b1d4510c1f2f7f3ede6cd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_37475",
                                    table="strategy_brushup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_brushupevent" ("id", "interval_months", "is_active", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic", "unit_id") VALUES (OLD."id", OLD."interval_months", OLD."is_active", OLD."need_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."topic", OLD."unit_id"); RETURN NULL;',
                                    hash="c8845d49e6f0bdfe4233bc8a12a2775c1e8c20e9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_191a3",
                                    table="strategy_brushup",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BrushUpHeld",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "brush_up",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="held", to="strategy.brushup"
                            ),
                        ),
                        ("day", models.DateField(verbose_name="day")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
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
                        ("noted_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["brush_up", "-day"],
                        "constraints": [
                            models.UniqueConstraint(fields=("brush_up", "day"), name="brush_up_held_once_a_day")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_brushupheldevent" ("brush_up_id", "day", "id", "note", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."brush_up_id", NEW."day", NEW."id", NEW."note", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="9a256babf8f2f3ad6cac4d60964ed65302df5642",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e32eb",
                                    table="strategy_brushupheld",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_brushupheldevent" ("brush_up_id", "day", "id", "note", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."brush_up_id", NEW."day", NEW."id", NEW."note", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="e224e8a63f940612f96e92e775d665fafeecf5e8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a7d4d",
                                    table="strategy_brushupheld",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_brushupheldevent" ("brush_up_id", "day", "id", "note", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."brush_up_id", OLD."day", OLD."id", OLD."note", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="625f71d30186c65c906fd3232ecd0ca646909a62",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_87fd0",
                                    table="strategy_brushupheld",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Supervision",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="supervisions",
                                to="competence.unit",
                                verbose_name="team",
                            ),
                        ),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="strategy.need",
                                verbose_name="need",
                            ),
                        ),
                        ("supervisor", models.CharField(blank=True, max_length=120, verbose_name="supervisor")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "verbose_name": "supervision",
                        "ordering": ["unit", "starts_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="supervision_ends_after_start",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("unit",),
                                name="one_open_supervision_of_a_team",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_supervisionevent" ("ends_on", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "supervisor", "unit_id") VALUES (NEW."ends_on", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."supervisor", NEW."unit_id"); RETURN NULL;',
                                    hash="6e14a9683c3a4c6e1d66f15552342139d46e354b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dde67",
                                    table="strategy_supervision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_supervisionevent" ("ends_on", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "supervisor", "unit_id") VALUES (NEW."ends_on", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."supervisor", NEW."unit_id"); RETURN NULL;',
                                    hash="fc803197893daec19f2802c80980c2680d2ee514",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_21c7c",
                                    table="strategy_supervision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_supervisionevent" ("ends_on", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "supervisor", "unit_id") VALUES (OLD."ends_on", OLD."id", OLD."need_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."supervisor", OLD."unit_id"); RETURN NULL;',
                                    hash="7f9f29a6fbf1161848f185465a553386692977d1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9c6e3",
                                    table="strategy_supervision",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupervisionQuarter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "supervision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="quarters",
                                to="strategy.supervision",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("quarter", models.PositiveSmallIntegerField(verbose_name="quarter")),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "planned"), ("held", "held"), ("missed", "missed")],
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("day", models.DateField(blank=True, null=True, verbose_name="day")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
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
                        ("noted_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "supervision in a quarter",
                        "ordering": ["supervision", "year", "quarter"],
                        "constraints": [
                            models.UniqueConstraint(fields=("supervision", "year", "quarter"), name="a_quarter_once"),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)), name="quarter_of_a_year"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("day__isnull", True), ("state", "missed")),
                                    models.Q(("day__isnull", False), ("state__in", ["planned", "held"])),
                                    _connector="OR",
                                ),
                                name="supervision_held_on_a_day",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_supervisionquarterevent" ("day", "id", "note", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "state", "supervision_id", "year") VALUES (NEW."day", NEW."id", NEW."note", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quarter", NEW."state", NEW."supervision_id", NEW."year"); RETURN NULL;',
                                    hash="e3e9c9db6bf7e920cead017de1fabd3f377b0655",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1983b",
                                    table="strategy_supervisionquarter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_supervisionquarterevent" ("day", "id", "note", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "state", "supervision_id", "year") VALUES (NEW."day", NEW."id", NEW."note", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quarter", NEW."state", NEW."supervision_id", NEW."year"); RETURN NULL;',
                                    hash="09e8af3b059a764aef09785f087627ee95cb7a3e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5f76d",
                                    table="strategy_supervisionquarter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_supervisionquarterevent" ("day", "id", "note", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "state", "supervision_id", "year") VALUES (OLD."day", OLD."id", OLD."note", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quarter", OLD."state", OLD."supervision_id", OLD."year"); RETURN NULL;',
                                    hash="e0e66d7e838b52b9a336edf68f9d581c7799d4f4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3c144",
                                    table="strategy_supervisionquarter",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkingGroupMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="strategy.strategy",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="strategy_groups",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("leader", "leader"),
                                    ("employee", "employee"),
                                    ("representative", "representative"),
                                    ("helper", "helps with the text"),
                                ],
                                default="employee",
                                max_length=14,
                                verbose_name="takes part as",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "member of the working group",
                        "ordering": ["strategy", "part", "employee__sort_name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("strategy", "employee"), name="once_in_the_working_group")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_workinggroupmemberevent" ("employee_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id") VALUES (NEW."employee_id", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."strategy_id"); RETURN NULL;',
                                    hash="ba12438e504a52b2db43c159db3297ee19480737",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9d371",
                                    table="strategy_workinggroupmember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_workinggroupmemberevent" ("employee_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id") VALUES (NEW."employee_id", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."strategy_id"); RETURN NULL;',
                                    hash="c7200b7486fe75b4d4f04896811eadc2cf305a72",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c8e14",
                                    table="strategy_workinggroupmember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_workinggroupmemberevent" ("employee_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id") VALUES (OLD."employee_id", OLD."id", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."strategy_id"); RETURN NULL;',
                                    hash="27e3e6d6f47b643ce566f78d6b61b2a30b2369e1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2bcd9",
                                    table="strategy_workinggroupmember",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeedCompetence",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="95cd30cc4635ed896072284aff7384937ff41ea4",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_e89f1",
                                    table="strategy_need_competences",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                    bases=("strategy.need_competences",),
                ),
                migrations.CreateModel(
                    name="NeedUnit",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="082379c6d4f00e2cb44abd30c54d0470d64e35bc",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_fdd60",
                                    table="strategy_need_units",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                    bases=("strategy.need_units",),
                ),
                migrations.CreateModel(
                    name="NeedGoal",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="ec6d4fda8330293ac887c6c7c307175005c2bcbe",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_0778b",
                                    table="strategy_need_goals",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                    bases=("strategy.need_goals",),
                ),
                migrations.CreateModel(
                    name="Expert",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("organisation", models.CharField(max_length=160, verbose_name="organisation")),
                        ("field", models.CharField(max_length=200, verbose_name="knows about")),
                        ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact")),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "needs",
                            models.ManyToManyField(
                                blank=True, related_name="experts", to="strategy.need", verbose_name="needs"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "national expert",
                        "ordering": ["organisation", "field"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("municipality", "organisation", "field"), name="expert_once"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_expertevent" ("contact", "field", "id", "municipality_id", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."contact", NEW."field", NEW."id", NEW."municipality_id", NEW."organisation", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="42a6ead008773056c1ef91e7dfbe4f0773fc3ce5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2f61f",
                                    table="strategy_expert",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_expertevent" ("contact", "field", "id", "municipality_id", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."contact", NEW."field", NEW."id", NEW."municipality_id", NEW."organisation", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="29d0ea1fde1f68330aa1873b54c7a3a517a9165a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_78bf4",
                                    table="strategy_expert",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_expertevent" ("contact", "field", "id", "municipality_id", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."contact", OLD."field", OLD."id", OLD."municipality_id", OLD."organisation", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="4318eeb5cb70966b8b75e44eba0c9baebac7fd85",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_40fbc",
                                    table="strategy_expert",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pool",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(help_text="Who gives the money.", max_length=160, verbose_name="source"),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="pool or project")),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        ("closes_on", models.DateField(verbose_name="closes")),
                        ("amount", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="amount")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("watched", "watched"),
                                    ("applied", "applied for"),
                                    ("granted", "granted"),
                                    ("refused", "refused"),
                                ],
                                default="watched",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "needs",
                            models.ManyToManyField(
                                blank=True, related_name="pools", to="strategy.need", verbose_name="needs"
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who applies",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pool",
                        "ordering": ["closes_on", "title"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                                name="pool_closes_after_it_opens",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "granted"), _negated=True),
                                    ("amount__isnull", False),
                                    _connector="OR",
                                ),
                                name="granted_pool_has_an_amount",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_poolevent" ("amount", "closes_on", "id", "municipality_id", "note", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsible_id", "source", "state", "title") VALUES (NEW."amount", NEW."closes_on", NEW."id", NEW."municipality_id", NEW."note", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."responsible_id", NEW."source", NEW."state", NEW."title"); RETURN NULL;',
                                    hash="0e9970def8522b09a339e05686b320b2ae0313e7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2e14e",
                                    table="strategy_pool",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "strategy_poolevent" ("amount", "closes_on", "id", "municipality_id", "note", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsible_id", "source", "state", "title") VALUES (NEW."amount", NEW."closes_on", NEW."id", NEW."municipality_id", NEW."note", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."responsible_id", NEW."source", NEW."state", NEW."title"); RETURN NULL;',
                                    hash="ee9ff65cdaf138767e774b1494a5003d8b6a57fd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e6dcc",
                                    table="strategy_pool",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "strategy_poolevent" ("amount", "closes_on", "id", "municipality_id", "note", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsible_id", "source", "state", "title") VALUES (OLD."amount", OLD."closes_on", OLD."id", OLD."municipality_id", OLD."note", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."responsible_id", OLD."source", OLD."state", OLD."title"); RETURN NULL;',
                                    hash="74eb3ea77ec1f220c0a32d10d086e1b44890ba76",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4c87a",
                                    table="strategy_pool",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeedLaw",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="frozen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="PERFORM 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) FOR SHARE; IF EXISTS (SELECT 1 FROM strategy_strategy WHERE id IN (SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id WHERE need.id IN (OLD.need_id, NEW.need_id)) AND state IN ('approved', 'evaluated', 'superseded')) THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                                    hash="42c802a264c71a9d6507fabf610f5e82ffaebfb3",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_frozen_17a7f",
                                    table="strategy_need_law_references",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                    bases=("strategy.need_law_references",),
                ),
                migrations.CreateModel(
                    name="NeedEvent",
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
                                to="strategy.need",
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
                            "section",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.section",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "target_group",
                            models.CharField(
                                choices=[
                                    ("everyone", "everybody"),
                                    ("case_workers", "case workers"),
                                    ("administrative", "administrative staff"),
                                    ("lawyers", "lawyers"),
                                    ("team_leaders", "team leaders"),
                                    ("managers", "managers"),
                                    ("leaders", "the leadership group"),
                                    ("newcomers", "new colleagues"),
                                    ("representatives", "TR, AMR and the working environment group"),
                                    ("super_users", "super-users"),
                                    ("others", "others"),
                                ],
                                default="everyone",
                                max_length=16,
                                verbose_name="target group",
                            ),
                        ),
                        (
                            "delivery",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("internal", "own teaching"),
                                    ("with_centres", "with other centres"),
                                    ("external", "external course"),
                                    ("network", "network"),
                                    ("supervision", "supervision"),
                                    ("education", "formal education"),
                                    ("sharing", "knowledge sharing"),
                                ],
                                max_length=12,
                                verbose_name="kind of delivery",
                            ),
                        ),
                        ("law_reference", models.CharField(blank=True, max_length=120, verbose_name="law reference")),
                        (
                            "copied_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.need",
                            ),
                        ),
                        (
                            "delivery_note",
                            models.CharField(blank=True, max_length=120, verbose_name="more exactly how"),
                        ),
                        (
                            "external_only_if",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("specialist", "the field is narrow"),
                                    ("reform", "a reform is large"),
                                    ("either", "the field is narrow or a reform is large"),
                                ],
                                max_length=10,
                                verbose_name="external course only when",
                            ),
                        ),
                        ("external_reason", models.CharField(blank=True, max_length=200, verbose_name="why")),
                        (
                            "provider",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("own", "ourselves"),
                                    ("municipality", "the municipality"),
                                    ("authority", "another authority"),
                                    ("education", "an educational institution"),
                                    ("union", "a union"),
                                    ("private", "a private provider"),
                                ],
                                max_length=12,
                                verbose_name="kind of provider",
                            ),
                        ),
                        (
                            "recurs_months",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="again after months"),
                        ),
                        ("target_note", models.CharField(blank=True, max_length=120, verbose_name="more exactly for")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SectionEvent",
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
                                to="strategy.section",
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
                            "strategy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.strategy",
                            ),
                        ),
                        ("number", models.CharField(max_length=8, verbose_name="number")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "copied_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.section",
                            ),
                        ),
                        ("edited_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "edited_by",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("foundation", "foundation"),
                                    ("goals", "goals"),
                                    ("contents", "what we need to learn"),
                                    ("sharing", "keeping and sharing"),
                                    ("process", "how wishes are decided"),
                                    ("evaluation", "evaluation"),
                                ],
                                default="contents",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StrategyEvent",
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
                                to="strategy.strategy",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("hearing", "in hearing"),
                                    ("med", "before MED"),
                                    ("approved", "approved"),
                                    ("evaluated", "evaluated"),
                                    ("superseded", "superseded"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="in force from")),
                        ("ends_on", models.DateField(verbose_name="in force until")),
                        ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                        ("approved_by", models.CharField(blank=True, max_length=120, verbose_name="approved by")),
                        (
                            "copied_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.strategy",
                            ),
                        ),
                        ("evaluated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "evaluated_by",
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
                        ("evaluation", models.TextField(blank=True, verbose_name="evaluation")),
                        ("hearing_closes_on", models.DateField(blank=True, null=True, verbose_name="hearing until")),
                        ("hearing_opens_on", models.DateField(blank=True, null=True, verbose_name="hearing from")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ApprovalEvent",
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
                                to="strategy.approval",
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
                            "strategy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.strategy",
                            ),
                        ),
                        ("committee", models.CharField(max_length=120, verbose_name="committee")),
                        ("agenda_item", models.CharField(blank=True, max_length=120, verbose_name="agenda item")),
                        ("meets_on", models.DateField(verbose_name="meeting")),
                        (
                            "put_by",
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
                        ("put_at", models.DateTimeField()),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[("approved", "approved"), ("rejected", "sent back")],
                                max_length=10,
                                verbose_name="result",
                            ),
                        ),
                        (
                            "minutes",
                            models.CharField(blank=True, max_length=200, verbose_name="reference to the minutes"),
                        ),
                        ("remark", models.TextField(blank=True, verbose_name="what MED said")),
                        (
                            "recorded_by",
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
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BrushUpEvent",
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
                                to="strategy.brushup",
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
                            "need",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.need",
                                verbose_name="need",
                            ),
                        ),
                        ("topic", models.CharField(max_length=200, verbose_name="topic")),
                        (
                            "interval_months",
                            models.PositiveSmallIntegerField(default=12, verbose_name="months between"),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BrushUpHeldEvent",
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
                                to="strategy.brushupheld",
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
                            "brush_up",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.brushup",
                            ),
                        ),
                        ("day", models.DateField(verbose_name="day")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
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
                        ("noted_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CommentEvent",
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
                                to="strategy.comment",
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
                            "section",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.section",
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("text", models.TextField(verbose_name="comment")),
                        ("made_at", models.DateTimeField()),
                        ("answer", models.TextField(blank=True, verbose_name="answer")),
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
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FirstAidEvent",
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
                                to="strategy.firstaid",
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
                        ("taken_on", models.DateField(verbose_name="taken on")),
                        ("expires_on", models.DateField(verbose_name="expires on")),
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
                        ("noted_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FoundationEvent",
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
                                to="strategy.foundation",
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
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                                verbose_name="owner",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("management", "how we lead"),
                                    ("values", "values"),
                                    ("political", "political goals"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        (
                            "points",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=500), size=None, verbose_name="points"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FoundationUseEvent",
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
                                to="strategy.foundationuse",
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
                            "strategy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.strategy",
                            ),
                        ),
                        (
                            "foundation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.foundation",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("kept_title", models.CharField(blank=True, max_length=160)),
                        (
                            "kept_points",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=500), blank=True, default=list, size=None
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StrategyGoalEvent",
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
                                to="strategy.strategygoal",
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
                            "strategy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.strategy",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("core_task", "core task"), ("political", "political goal")],
                                default="core_task",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="goal")),
                        ("position", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SupervisionEvent",
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
                                to="strategy.supervision",
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
                                verbose_name="team",
                            ),
                        ),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.need",
                                verbose_name="need",
                            ),
                        ),
                        ("supervisor", models.CharField(blank=True, max_length=120, verbose_name="supervisor")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SupervisionQuarterEvent",
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
                                to="strategy.supervisionquarter",
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
                            "supervision",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.supervision",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("quarter", models.PositiveSmallIntegerField(verbose_name="quarter")),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "planned"), ("held", "held"), ("missed", "missed")],
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("day", models.DateField(blank=True, null=True, verbose_name="day")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
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
                        ("noted_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WorkingGroupMemberEvent",
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
                                to="strategy.workinggroupmember",
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
                            "strategy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.strategy",
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
                            "part",
                            models.CharField(
                                choices=[
                                    ("leader", "leader"),
                                    ("employee", "employee"),
                                    ("representative", "representative"),
                                    ("helper", "helps with the text"),
                                ],
                                default="employee",
                                max_length=14,
                                verbose_name="takes part as",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ExpertEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("organisation", models.CharField(max_length=160, verbose_name="organisation")),
                        ("field", models.CharField(max_length=200, verbose_name="knows about")),
                        ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact")),
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
                                to="strategy.expert",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PoolEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "source",
                            models.CharField(help_text="Who gives the money.", max_length=160, verbose_name="source"),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="pool or project")),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        ("closes_on", models.DateField(verbose_name="closes")),
                        ("amount", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="amount")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("watched", "watched"),
                                    ("applied", "applied for"),
                                    ("granted", "granted"),
                                    ("refused", "refused"),
                                ],
                                default="watched",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
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
                                to="strategy.pool",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who applies",
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
