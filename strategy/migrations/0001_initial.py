import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models


def install_triggers(apps, schema_editor):
    """All at once: one operation for each would render all models again each time."""
    for model in apps.get_app_config("strategy").get_models():
        for trigger in getattr(model._meta, "triggers", ()):
            schema_editor.execute(trigger.install_sql, params=None)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("competence", "0002_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Strategy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="strategies", to="competence.unit"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "draft"), ("approved", "approved"), ("superseded", "superseded")],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="in force from")),
                ("ends_on", models.DateField(verbose_name="in force until")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                ("approved_by", models.CharField(blank=True, max_length=120, verbose_name="approved by")),
            ],
            options={
                "verbose_name": "strategy",
                "ordering": ["unit", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "version"), name="strategy_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="strategy_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"),
                            models.Q(("approved_on__isnull", False), models.Q(("approved_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="approved_strategy_says_by_whom",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "strategy_strategyevent" ("approved_by", "approved_on", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title", "unit_id", "version") VALUES (NEW."approved_by", NEW."approved_on", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."state", NEW."title", NEW."unit_id", NEW."version"); RETURN NULL;',
                            hash="5aa4c34f7a8fc870055dd25a51e5da466e537a61",
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
                            func='INSERT INTO "strategy_strategyevent" ("approved_by", "approved_on", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title", "unit_id", "version") VALUES (NEW."approved_by", NEW."approved_on", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."state", NEW."title", NEW."unit_id", NEW."version"); RETURN NULL;',
                            hash="c79cc0c22fa7988699da349507ad38ba61865e24",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aa5fc",
                            table="strategy_strategy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "strategy_strategyevent" ("approved_by", "approved_on", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title", "unit_id", "version") VALUES (OLD."approved_by", OLD."approved_on", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."state", OLD."title", OLD."unit_id", OLD."version"); RETURN NULL;',
                            hash="795629566662082886929b1c4f26ed67f9bdc0e7",
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sections", to="strategy.strategy"
                    ),
                ),
                ("number", models.CharField(max_length=8, verbose_name="number")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("position", models.PositiveSmallIntegerField()),
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
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "strategy_sectionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "text", "title") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                            hash="e5e9cc32e88206e42bde888300df1d1fe602c7b1",
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
                            func='INSERT INTO "strategy_sectionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "text", "title") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                            hash="3b71eab0a409e1520158ef23f04b89ca1405f673",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cb1ac",
                            table="strategy_section",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "strategy_sectionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "text", "title") VALUES (OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."strategy_id", OLD."text", OLD."title"); RETURN NULL;',
                            hash="fce5eccebd534dca4b49a092fdbbff44cca28120",
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
            name="Need",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="needs", to="strategy.section"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("target_group", models.CharField(blank=True, max_length=120, verbose_name="target group")),
                ("delivery", models.CharField(blank=True, max_length=120, verbose_name="kind of delivery")),
                ("law_reference", models.CharField(blank=True, max_length=120, verbose_name="law reference")),
                ("competences", models.ManyToManyField(blank=True, related_name="needs", to="competence.competence")),
            ],
            options={
                "verbose_name": "need",
                "ordering": ["section", "number"],
                "constraints": [models.UniqueConstraint(fields=("section", "number"), name="need_number_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "strategy_needevent" ("delivery", "id", "law_reference", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "target_group", "title") VALUES (NEW."delivery", NEW."id", NEW."law_reference", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."section_id", NEW."target_group", NEW."title"); RETURN NULL;',
                            hash="ddfd1812f882a770ef6b31e5ef30c53d0b3f92e5",
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
                            func='INSERT INTO "strategy_needevent" ("delivery", "id", "law_reference", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "target_group", "title") VALUES (NEW."delivery", NEW."id", NEW."law_reference", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."section_id", NEW."target_group", NEW."title"); RETURN NULL;',
                            hash="f8e4edb18d7e5f0e9b5961896dabd1207b4ea65e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e9457",
                            table="strategy_need",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "strategy_needevent" ("delivery", "id", "law_reference", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "target_group", "title") VALUES (OLD."delivery", OLD."id", OLD."law_reference", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."section_id", OLD."target_group", OLD."title"); RETURN NULL;',
                            hash="b2f97d624c94e031c0d0e391aeffa3d85c2fb15d",
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
                ("target_group", models.CharField(blank=True, max_length=120, verbose_name="target group")),
                ("delivery", models.CharField(blank=True, max_length=120, verbose_name="kind of delivery")),
                ("law_reference", models.CharField(blank=True, max_length=120, verbose_name="law reference")),
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
                        choices=[("draft", "draft"), ("approved", "approved"), ("superseded", "superseded")],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="in force from")),
                ("ends_on", models.DateField(verbose_name="in force until")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                ("approved_by", models.CharField(blank=True, max_length=120, verbose_name="approved by")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.RunPython(install_triggers, migrations.RunPython.noop),
    ]
