import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import competence.migrating
import competence.text


class Migration(migrations.Migration):
    replaces = [("competence", "0001_initial")]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Unit",
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
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="competence.unit",
                            ),
                        ),
                        ("code", models.CharField(max_length=32, verbose_name="unit code")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("municipality", "municipality"),
                                    ("administration", "administration"),
                                    ("centre", "centre"),
                                    ("staff", "staff function"),
                                    ("team", "team"),
                                ],
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "path",
                            models.CharField(editable=False, help_text="Ids from the root, as 1/5/9/.", max_length=120),
                        ),
                        (
                            "centre",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "pending_leader",
                            models.CharField(blank=True, help_text="Employee number not imported yet.", max_length=32),
                        ),
                        ("opened_on", models.DateField(blank=True, null=True, verbose_name="opened on")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "sort_name",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            competence.text._Bytes(models.F("name")),
                                            django.db.models.functions.text.Length(models.F("name")),
                                        ),
                                        then=django.db.models.functions.text.Replace(
                                            django.db.models.functions.text.Lower(models.F("name")),
                                            models.Value("aa"),
                                            models.Value("}"),
                                        ),
                                    ),
                                    default=competence.text._Translate(
                                        django.db.models.functions.text.Replace(
                                            competence.text._Translate(
                                                django.db.models.functions.text.Lower(models.F("name")),
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
                                output_field=models.CharField(db_collation="C", max_length=130),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "unit",
                        "ordering": ["path"],
                        "indexes": [
                            models.Index(fields=["path"], name="unit_path_prefix", opclasses=["varchar_pattern_ops"])
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("municipality", "code"), name="unit_code_once_in_municipality"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("parent", None)), fields=("code",), name="root_code_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("opened_on__isnull", True),
                                    ("closed_on__gte", models.F("opened_on")),
                                    _connector="OR",
                                ),
                                name="unit_closes_after_it_opens",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_unitevent" ("centre_id", "closed_on", "code", "id", "kind", "municipality_id", "name", "opened_on", "parent_id", "path", "pending_leader", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."centre_id", NEW."closed_on", NEW."code", NEW."id", NEW."kind", NEW."municipality_id", NEW."name", NEW."opened_on", NEW."parent_id", NEW."path", NEW."pending_leader", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="2bc0d1e9622f7f9cd9736ede4aaf482b56339cc2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f816b",
                                    table="competence_unit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_unitevent" ("centre_id", "closed_on", "code", "id", "kind", "municipality_id", "name", "opened_on", "parent_id", "path", "pending_leader", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."centre_id", NEW."closed_on", NEW."code", NEW."id", NEW."kind", NEW."municipality_id", NEW."name", NEW."opened_on", NEW."parent_id", NEW."path", NEW."pending_leader", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="a63dc55742cbcd936b90feb12c5aec441148414b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_20b54",
                                    table="competence_unit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_unitevent" ("centre_id", "closed_on", "code", "id", "kind", "municipality_id", "name", "opened_on", "parent_id", "path", "pending_leader", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."centre_id", OLD."closed_on", OLD."code", OLD."id", OLD."kind", OLD."municipality_id", OLD."name", OLD."opened_on", OLD."parent_id", OLD."path", OLD."pending_leader", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="5c3eae756ece8e0950f2074d1b655aef50397e6d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ef215",
                                    table="competence_unit",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Employee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "municipality",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("number", models.CharField(max_length=32, verbose_name="employee number")),
                        ("first_name", models.CharField(max_length=80, verbose_name="first name")),
                        ("last_name", models.CharField(max_length=80, verbose_name="last name")),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, null=True, unique=True, verbose_name="e-mail"
                            ),
                        ),
                        ("language", models.CharField(blank=True, max_length=2, verbose_name="language")),
                        ("is_active", models.BooleanField(default=True)),
                        (
                            "sort_name",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            competence.text._Bytes(
                                                django.db.models.functions.text.Concat(
                                                    models.F("first_name"), models.Value(" "), models.F("last_name")
                                                )
                                            ),
                                            django.db.models.functions.text.Length(
                                                django.db.models.functions.text.Concat(
                                                    models.F("first_name"), models.Value(" "), models.F("last_name")
                                                )
                                            ),
                                        ),
                                        then=django.db.models.functions.text.Replace(
                                            django.db.models.functions.text.Lower(
                                                django.db.models.functions.text.Concat(
                                                    models.F("first_name"), models.Value(" "), models.F("last_name")
                                                )
                                            ),
                                            models.Value("aa"),
                                            models.Value("}"),
                                        ),
                                    ),
                                    default=competence.text._Translate(
                                        django.db.models.functions.text.Replace(
                                            competence.text._Translate(
                                                django.db.models.functions.text.Lower(
                                                    django.db.models.functions.text.Concat(
                                                        models.F("first_name"), models.Value(" "), models.F("last_name")
                                                    )
                                                ),
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
                                output_field=models.CharField(db_collation="C", max_length=170),
                            ),
                        ),
                        (
                            "sort_name_sv",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            competence.text._Bytes(
                                                django.db.models.functions.text.Concat(
                                                    models.F("first_name"), models.Value(" "), models.F("last_name")
                                                )
                                            ),
                                            django.db.models.functions.text.Length(
                                                django.db.models.functions.text.Concat(
                                                    models.F("first_name"), models.Value(" "), models.F("last_name")
                                                )
                                            ),
                                        ),
                                        then=django.db.models.functions.text.Lower(
                                            django.db.models.functions.text.Concat(
                                                models.F("first_name"), models.Value(" "), models.F("last_name")
                                            )
                                        ),
                                    ),
                                    default=competence.text._Translate(
                                        competence.text._Translate(
                                            django.db.models.functions.text.Lower(
                                                django.db.models.functions.text.Concat(
                                                    models.F("first_name"), models.Value(" "), models.F("last_name")
                                                )
                                            ),
                                            models.Value("ÆØÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÝÑÇéèêëáàâãíìîïóòôõúùûüýñç"),
                                            models.Value("æøåäöeeeeaaaaiiiioooouuuuynceeeeaaaaiiiioooouuuuync"),
                                        ),
                                        models.Value("åäæöø"),
                                        models.Value("{||}}"),
                                    ),
                                ),
                                output_field=models.CharField(db_collation="C", max_length=170),
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
                                                    models.F("first_name"),
                                                    models.Value(" "),
                                                    models.F("last_name"),
                                                    models.Value(" "),
                                                    models.F("number"),
                                                )
                                            ),
                                            django.db.models.functions.text.Length(
                                                django.db.models.functions.text.Concat(
                                                    models.F("first_name"),
                                                    models.Value(" "),
                                                    models.F("last_name"),
                                                    models.Value(" "),
                                                    models.F("number"),
                                                )
                                            ),
                                        ),
                                        then=django.db.models.functions.text.Lower(
                                            django.db.models.functions.text.Concat(
                                                models.F("first_name"),
                                                models.Value(" "),
                                                models.F("last_name"),
                                                models.Value(" "),
                                                models.F("number"),
                                            )
                                        ),
                                    ),
                                    default=competence.text._Translate(
                                        django.db.models.functions.text.Lower(
                                            django.db.models.functions.text.Concat(
                                                models.F("first_name"),
                                                models.Value(" "),
                                                models.F("last_name"),
                                                models.Value(" "),
                                                models.F("number"),
                                            )
                                        ),
                                        models.Value("ÆØÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÝÑÇéèêëáàâãíìîïóòôõúùûüýñç"),
                                        models.Value("æøåäöeeeeaaaaiiiioooouuuuynceeeeaaaaiiiioooouuuuync"),
                                    ),
                                ),
                                output_field=models.CharField(db_collation="C", max_length=210),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "employee",
                        "ordering": ["sort_name", "pk"],
                        "indexes": [models.Index(fields=["municipality", "sort_name"], name="employee_by_name")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("municipality", "number"), name="employee_number_once_in_municipality"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("email", ""), _negated=True), name="email_is_null_when_empty"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("last_name", ""), _negated=True), name="employee_has_a_name"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."number" IS DISTINCT FROM (NEW."number"))',
                                    func='INSERT INTO "competence_employeeevent" ("email", "first_name", "id", "is_active", "language", "last_name", "municipality_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."language", NEW."last_name", NEW."municipality_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="6117b1351d88fd4194f12a15bf7ef783d140e51a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9ba92",
                                    table="competence_employee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_employeeevent" ("email", "first_name", "id", "is_active", "language", "last_name", "municipality_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."language", OLD."last_name", OLD."municipality_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="4afb669ee3de6dd61310672095751b51a7906d51",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0cd59",
                                    table="competence_employee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (current_setting('kompetence.history', true) IS DISTINCT FROM 'written')",
                                    func='INSERT INTO "competence_employeeevent" ("email", "first_name", "id", "is_active", "language", "last_name", "municipality_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."language", NEW."last_name", NEW."municipality_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="2cb6e864a898f25d86f8a5ce625e307e1a4eb80a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_efe0f",
                                    table="competence_employee",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Municipality",
                    fields=[
                        (
                            "unit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="settings",
                                serialize=False,
                                to="competence.unit",
                            ),
                        ),
                        ("language", models.CharField(default="da", max_length=2, verbose_name="language")),
                        ("accent", models.CharField(default="#1c6b72", max_length=7, verbose_name="accent colour")),
                        (
                            "smallest_cell",
                            models.PositiveSmallIntegerField(default=6, verbose_name="smallest group shown in figures"),
                        ),
                        ("is_example", models.BooleanField(default=False)),
                        (
                            "words",
                            models.JSONField(
                                blank=True, default=dict, help_text="Own words by their key in competence.words (X04)."
                            ),
                        ),
                        (
                            "erases_by_itself",
                            models.BooleanField(
                                default=False,
                                help_text="Whether personal data goes each month without anybody pressing a button.",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("smallest_cell__gte", 3)), name="smallest_cell_protects"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("accent__regex", "^#[0-9a-f]{6}$")), name="accent_is_a_colour"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_municipalityevent" ("accent", "erases_by_itself", "is_example", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "smallest_cell", "unit_id", "words") VALUES (NEW."accent", NEW."erases_by_itself", NEW."is_example", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."unit_id", NEW."smallest_cell", NEW."unit_id", NEW."words"); RETURN NULL;',
                                    hash="b8f1d6c9c62cf861c4186561f2d83a5decf853f0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_10551",
                                    table="competence_municipality",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "competence_municipalityevent" ("accent", "erases_by_itself", "is_example", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "smallest_cell", "unit_id", "words") VALUES (NEW."accent", NEW."erases_by_itself", NEW."is_example", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."unit_id", NEW."smallest_cell", NEW."unit_id", NEW."words"); RETURN NULL;',
                                    hash="35829f9c18d806c8d0b316bcaf26f878936df2dc",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_48914",
                                    table="competence_municipality",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "competence_municipalityevent" ("accent", "erases_by_itself", "is_example", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "smallest_cell", "unit_id", "words") VALUES (OLD."accent", OLD."erases_by_itself", OLD."is_example", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."unit_id", OLD."smallest_cell", OLD."unit_id", OLD."words"); RETURN NULL;',
                                    hash="c470441569ca4391280a669c15839337c47a20ce",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_67f25",
                                    table="competence_municipality",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EmployeeEvent",
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
                        ("number", models.CharField(max_length=32, verbose_name="employee number")),
                        ("first_name", models.CharField(max_length=80, verbose_name="first name")),
                        ("last_name", models.CharField(max_length=80, verbose_name="last name")),
                        ("email", models.EmailField(blank=True, max_length=254, null=True, verbose_name="e-mail")),
                        ("language", models.CharField(blank=True, max_length=2, verbose_name="language")),
                        ("is_active", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MunicipalityEvent",
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
                                to="competence.municipality",
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
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="competence.unit",
                            ),
                        ),
                        ("language", models.CharField(default="da", max_length=2, verbose_name="language")),
                        ("accent", models.CharField(default="#1c6b72", max_length=7, verbose_name="accent colour")),
                        (
                            "smallest_cell",
                            models.PositiveSmallIntegerField(default=6, verbose_name="smallest group shown in figures"),
                        ),
                        ("is_example", models.BooleanField(default=False)),
                        (
                            "words",
                            models.JSONField(
                                blank=True, default=dict, help_text="Own words by their key in competence.words (X04)."
                            ),
                        ),
                        (
                            "erases_by_itself",
                            models.BooleanField(
                                default=False,
                                help_text="Whether personal data goes each month without anybody pressing a button.",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UnitEvent",
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
                        ("id", models.BigIntegerField()),
                        (
                            "municipality",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("code", models.CharField(max_length=32, verbose_name="unit code")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("municipality", "municipality"),
                                    ("administration", "administration"),
                                    ("centre", "centre"),
                                    ("staff", "staff function"),
                                    ("team", "team"),
                                ],
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "path",
                            models.CharField(editable=False, help_text="Ids from the root, as 1/5/9/.", max_length=120),
                        ),
                        (
                            "centre",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "pending_leader",
                            models.CharField(blank=True, help_text="Employee number not imported yet.", max_length=32),
                        ),
                        ("opened_on", models.DateField(blank=True, null=True, verbose_name="opened on")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "sort_name",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            competence.text._Bytes(models.F("name")),
                                            django.db.models.functions.text.Length(models.F("name")),
                                        ),
                                        then=django.db.models.functions.text.Replace(
                                            django.db.models.functions.text.Lower(models.F("name")),
                                            models.Value("aa"),
                                            models.Value("}"),
                                        ),
                                    ),
                                    default=competence.text._Translate(
                                        django.db.models.functions.text.Replace(
                                            competence.text._Translate(
                                                django.db.models.functions.text.Lower(models.F("name")),
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
                                output_field=models.CharField(db_collation="C", max_length=130),
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
