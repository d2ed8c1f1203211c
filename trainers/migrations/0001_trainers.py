import uuid

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import competence.migrating


class Migration(migrations.Migration):
    replaces = [("trainers", "0001_initial"), ("trainers", "0002_teams_at_work"), ("trainers", "0003_support")]

    initial = True

    dependencies = [
        ("competence", "0002_core"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("description", models.TextField(blank=True, verbose_name="what it is")),
                        ("converts_from", models.DateField(blank=True, null=True, verbose_name="conversion from")),
                        ("converts_until", models.DateField(blank=True, null=True, verbose_name="conversion until")),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="competence.unit"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "programme",
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("municipality", "name"), name="programme_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("converts_until__isnull", True),
                                    ("converts_until__gte", models.F("converts_from")),
                                    _connector="OR",
                                ),
                                name="conversion_ends_after_it_starts",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_programmeevent" ("converts_from", "converts_until", "description", "id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."converts_from", NEW."converts_until", NEW."description", NEW."id", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="1c40cf130687e210e7c8d4e9ec8aabcfd07a1338",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_76170",
                                    table="trainers_programme",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_programmeevent" ("converts_from", "converts_until", "description", "id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."converts_from", NEW."converts_until", NEW."description", NEW."id", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="12aa0a91af07f74bc8f47e098b6fabcd4037a62f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2a7e5",
                                    table="trainers_programme",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_programmeevent" ("converts_from", "converts_until", "description", "id", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."converts_from", OLD."converts_until", OLD."description", OLD."id", OLD."municipality_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="554b588e125cd6820060d59aa798e2e1c417906f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8790c",
                                    table="trainers_programme",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Profile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.CharField(max_length=12, verbose_name="version")),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("published", "published"), ("retired", "retired")],
                                default="draft",
                                max_length=9,
                            ),
                        ),
                        ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                        ("purpose", models.TextField(blank=True, verbose_name="what the profile is for")),
                        ("at_risk", models.TextField(blank=True, verbose_name="what is at risk without trainers")),
                        ("made_at", models.DateTimeField()),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="profiles",
                                to="trainers.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trainer profile",
                        "ordering": ["programme__name", "-made_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "version"), name="profile_version_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "published")),
                                fields=("programme",),
                                name="one_published_profile_of_a_programme",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("published_at__isnull", True),
                                        ("published_by__isnull", True),
                                        ("state", "draft"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "draft"), _negated=True),
                                        ("published_at__isnull", False),
                                        ("published_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="published_profile_says_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("retired_at__isnull", False), ("state", "retired")),
                                    models.Q(
                                        models.Q(("state", "retired"), _negated=True), ("retired_at__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="retired_profile_says_when",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_profileevent" ("at_risk", "id", "introduction", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "published_at", "published_by_id", "purpose", "retired_at", "state", "version") VALUES (NEW."at_risk", NEW."id", NEW."introduction", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."published_at", NEW."published_by_id", NEW."purpose", NEW."retired_at", NEW."state", NEW."version"); RETURN NULL;',
                                    hash="78b6b6898bccda41792357920c766be03de52c38",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7f364",
                                    table="trainers_profile",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_profileevent" ("at_risk", "id", "introduction", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "published_at", "published_by_id", "purpose", "retired_at", "state", "version") VALUES (NEW."at_risk", NEW."id", NEW."introduction", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."published_at", NEW."published_by_id", NEW."purpose", NEW."retired_at", NEW."state", NEW."version"); RETURN NULL;',
                                    hash="7a1e2ea1fb489cde9f3c15826f940956ee4b8afc",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fd7fe",
                                    table="trainers_profile",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_profileevent" ("at_risk", "id", "introduction", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "published_at", "published_by_id", "purpose", "retired_at", "state", "version") VALUES (OLD."at_risk", OLD."id", OLD."introduction", OLD."made_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."published_at", OLD."published_by_id", OLD."purpose", OLD."retired_at", OLD."state", OLD."version"); RETURN NULL;',
                                    hash="bc44eb3644b93f57f46b7999d3b660b7f1721338",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e9e82",
                                    table="trainers_profile",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Criterion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="short name")),
                        ("description", models.TextField(verbose_name="what it means")),
                        (
                            "parts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="parts",
                            ),
                        ),
                        (
                            "wish_counts",
                            models.BooleanField(default=False, verbose_name="the wish to learn it counts too"),
                        ),
                        ("needs_source", models.BooleanField(default=False, verbose_name="say who knows it")),
                        (
                            "demand",
                            models.CharField(
                                choices=[
                                    ("team", "The team together"),
                                    ("default", "Each member, with exceptions"),
                                    ("hard", "Each member, without exception"),
                                ],
                                default="team",
                                max_length=7,
                                verbose_name="who must have it",
                            ),
                        ),
                        (
                            "axis",
                            models.CharField(
                                choices=[("can", "Can"), ("will", "Will"), ("none", "Neither")],
                                default="none",
                                max_length=4,
                                verbose_name="in the can and will matrix",
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="weight")),
                        ("level", models.PositiveSmallIntegerField(default=3, verbose_name="level needed")),
                        ("cover", models.PositiveSmallIntegerField(default=1, verbose_name="how many in a team")),
                        (
                            "scale",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                size=6,
                                verbose_name="what each level means",
                            ),
                        ),
                        (
                            "competence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.competence",
                                verbose_name="competence",
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteria",
                                to="trainers.profile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trainer criterion",
                        "ordering": ["profile", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("profile", "position"),
                                name="criterion_position_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("level__gte", 1), ("level__lte", 5)), name="level_needed_1_to_5"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("cover__gte", 1), ("cover__lte", 9)), name="cover_1_to_9"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weight__gte", 1), ("weight__lte", 9)), name="trainer_weight_1_to_9"
                            ),
                            models.CheckConstraint(condition=models.Q(("scale__len", 6)), name="a_text_for_each_level"),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_criterionevent" ("axis", "competence_id", "cover", "demand", "description", "id", "level", "name", "needs_source", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profile_id", "scale", "weight", "wish_counts") VALUES (NEW."axis", NEW."competence_id", NEW."cover", NEW."demand", NEW."description", NEW."id", NEW."level", NEW."name", NEW."needs_source", NEW."parts", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."profile_id", NEW."scale", NEW."weight", NEW."wish_counts"); RETURN NULL;',
                                    hash="10895a81ce6f9359efc95f5764caea000e2d7af6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8ea15",
                                    table="trainers_criterion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_criterionevent" ("axis", "competence_id", "cover", "demand", "description", "id", "level", "name", "needs_source", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profile_id", "scale", "weight", "wish_counts") VALUES (NEW."axis", NEW."competence_id", NEW."cover", NEW."demand", NEW."description", NEW."id", NEW."level", NEW."name", NEW."needs_source", NEW."parts", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."profile_id", NEW."scale", NEW."weight", NEW."wish_counts"); RETURN NULL;',
                                    hash="c43a23988b50e4427a668fae9712599ac0f92c86",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a6834",
                                    table="trainers_criterion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_criterionevent" ("axis", "competence_id", "cover", "demand", "description", "id", "level", "name", "needs_source", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profile_id", "scale", "weight", "wish_counts") VALUES (OLD."axis", OLD."competence_id", OLD."cover", OLD."demand", OLD."description", OLD."id", OLD."level", OLD."name", OLD."needs_source", OLD."parts", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."profile_id", OLD."scale", OLD."weight", OLD."wish_counts"); RETURN NULL;',
                                    hash="84b38414488c6df3e1ee1b998a47367ee3f484bc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5e6ea",
                                    table="trainers_criterion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttentionPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=400, verbose_name="text")),
                        (
                            "party",
                            models.CharField(
                                choices=[
                                    ("willing", "the candidate says yes"),
                                    ("released", "the manager releases time"),
                                    ("close", "close to the users"),
                                    ("selectors", "the selectors look at it"),
                                ],
                                default="selectors",
                                max_length=9,
                                verbose_name="who answers for it",
                            ),
                        ),
                        ("is_hard", models.BooleanField(default=False, verbose_name="without it nobody is chosen")),
                        (
                            "profile",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="trainers.profile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["profile", "position"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=400, verbose_name="text")),
                        ("section", models.CharField(blank=True, max_length=120, verbose_name="section")),
                        ("url", models.URLField(blank=True, verbose_name="address")),
                        (
                            "profile",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="references",
                                to="trainers.profile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["profile", "position"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Task",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=400, verbose_name="text")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("teaching", "teaching"),
                                    ("floor_walk", "floor walk"),
                                    ("support", "support"),
                                    ("anchoring", "anchoring"),
                                    ("network", "network"),
                                    ("webinar", "webinar or follow-up"),
                                    ("reporting", "reporting"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "only_support",
                            models.BooleanField(
                                default=False, verbose_name="only for super-users and those entitled to support"
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="trainers.profile"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["profile", "position"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=400, verbose_name="text")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("preparation", "preparation"),
                                    ("course_day", "course days"),
                                    ("digital", "digital learning"),
                                    ("self_study", "self-study"),
                                    ("handover", "handover of material"),
                                    ("network", "network meeting"),
                                ],
                                max_length=11,
                                verbose_name="kind",
                            ),
                        ),
                        ("days", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="days")),
                        ("is_mandatory", models.BooleanField(default=True, verbose_name="everybody takes it")),
                        (
                            "profile",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="training",
                                to="trainers.profile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["profile", "position"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UnitLimit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "max_members",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="most trainers at once"
                            ),
                        ),
                        (
                            "max_hours",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="most hours a week"),
                        ),
                        ("members", models.PositiveSmallIntegerField(default=0)),
                        ("hours", models.PositiveSmallIntegerField(default=0)),
                        (
                            "unit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="trainer_limit",
                                to="competence.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "limit of a unit",
                        "ordering": ["unit__path"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("max_members__isnull", True),
                                    ("members__lte", models.F("max_members")),
                                    _connector="OR",
                                ),
                                name="members_within_limit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("max_hours__isnull", True), ("hours__lte", models.F("max_hours")), _connector="OR"
                                ),
                                name="hours_within_limit",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_unitlimitevent" ("hours", "id", "max_hours", "max_members", "members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."hours", NEW."id", NEW."max_hours", NEW."max_members", NEW."members", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."unit_id"); RETURN NULL;',
                                    hash="2a85281fa6b916ae928d0439a5a1a8ef534ab112",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c38fd",
                                    table="trainers_unitlimit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_unitlimitevent" ("hours", "id", "max_hours", "max_members", "members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."hours", NEW."id", NEW."max_hours", NEW."max_members", NEW."members", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."unit_id"); RETURN NULL;',
                                    hash="06905fc827ef0f3810013d9ae199de35ac4d5f9f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ebf1a",
                                    table="trainers_unitlimit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_unitlimitevent" ("hours", "id", "max_hours", "max_members", "members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (OLD."hours", OLD."id", OLD."max_hours", OLD."max_members", OLD."members", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."unit_id"); RETURN NULL;',
                                    hash="4f9301e5d9a1bef47a06780cd6746522e69c8e83",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7a651",
                                    table="trainers_unitlimit",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CriterionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="short name")),
                        ("description", models.TextField(verbose_name="what it means")),
                        (
                            "parts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="parts",
                            ),
                        ),
                        (
                            "wish_counts",
                            models.BooleanField(default=False, verbose_name="the wish to learn it counts too"),
                        ),
                        ("needs_source", models.BooleanField(default=False, verbose_name="say who knows it")),
                        (
                            "demand",
                            models.CharField(
                                choices=[
                                    ("team", "The team together"),
                                    ("default", "Each member, with exceptions"),
                                    ("hard", "Each member, without exception"),
                                ],
                                default="team",
                                max_length=7,
                                verbose_name="who must have it",
                            ),
                        ),
                        (
                            "axis",
                            models.CharField(
                                choices=[("can", "Can"), ("will", "Will"), ("none", "Neither")],
                                default="none",
                                max_length=4,
                                verbose_name="in the can and will matrix",
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="weight")),
                        ("level", models.PositiveSmallIntegerField(default=3, verbose_name="level needed")),
                        ("cover", models.PositiveSmallIntegerField(default=1, verbose_name="how many in a team")),
                        (
                            "scale",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                size=6,
                                verbose_name="what each level means",
                            ),
                        ),
                        (
                            "competence",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.competence",
                                verbose_name="competence",
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
                                to="trainers.criterion",
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.profile",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProfileEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("version", models.CharField(max_length=12, verbose_name="version")),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("published", "published"), ("retired", "retired")],
                                default="draft",
                                max_length=9,
                            ),
                        ),
                        ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                        ("purpose", models.TextField(blank=True, verbose_name="what the profile is for")),
                        ("at_risk", models.TextField(blank=True, verbose_name="what is at risk without trainers")),
                        ("made_at", models.DateTimeField()),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
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
                                to="trainers.profile",
                            ),
                        ),
                        (
                            "published_by",
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
                            "programme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("description", models.TextField(blank=True, verbose_name="what it is")),
                        ("converts_from", models.DateField(blank=True, null=True, verbose_name="conversion from")),
                        ("converts_until", models.DateField(blank=True, null=True, verbose_name="conversion until")),
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
                                to="trainers.programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UnitLimitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "max_members",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="most trainers at once"
                            ),
                        ),
                        (
                            "max_hours",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="most hours a week"),
                        ),
                        ("members", models.PositiveSmallIntegerField(default=0)),
                        ("hours", models.PositiveSmallIntegerField(default=0)),
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
                                to="trainers.unitlimit",
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
                    name="Candidate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "pin",
                            models.CharField(
                                choices=[("open", "free"), ("chosen", "must be in"), ("excluded", "left out")],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="candidacies",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="candidates",
                                to="trainers.round",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "candidate",
                        "ordering": ["employee__sort_name", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("round", "employee"), name="candidate_once")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_candidateevent" ("employee_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id") VALUES (NEW."employee_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round_id", NEW."unit_id"); RETURN NULL;',
                                    hash="6444ee754252f91cd600c1b9a35b425f93f91537",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_266f4",
                                    table="trainers_candidate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."employee_id" IS DISTINCT FROM (NEW."employee_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."round_id" IS DISTINCT FROM (NEW."round_id") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id"))',
                                    func='INSERT INTO "trainers_candidateevent" ("employee_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id") VALUES (NEW."employee_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round_id", NEW."unit_id"); RETURN NULL;',
                                    hash="2cc13df9f641468d85f4159f6c673c277ffc0dda",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_97d42",
                                    table="trainers_candidate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_candidateevent" ("employee_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id") VALUES (OLD."employee_id", OLD."id", OLD."made_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round_id", OLD."unit_id"); RETURN NULL;',
                                    hash="8025969b216043f38edd67216762411bccd93cc9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_17288",
                                    table="trainers_candidate",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CandidateException",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("made_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="exceptions",
                                to="trainers.candidate",
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
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="trainers.criterion",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("candidate", "criterion"),
                                name="one_exception_from_a_default",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="a_candidate_exception_has_a_reason",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_candidateexceptionevent" ("candidate_id", "criterion_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."candidate_id", NEW."criterion_id", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                                    hash="a0dfe2b808033b1ed530f5765b0e57754c67eff5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2a290",
                                    table="trainers_candidateexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_candidateexceptionevent" ("candidate_id", "criterion_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."candidate_id", NEW."criterion_id", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                                    hash="23f77e9ad8f0505e7722cffb68cd18ae2d5a145c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0b37b",
                                    table="trainers_candidateexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_candidateexceptionevent" ("candidate_id", "criterion_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."candidate_id", OLD."criterion_id", OLD."id", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;',
                                    hash="f386456cf6e5d164b28e8a2dfde6ba596e2f0e23",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a2f3b",
                                    table="trainers_candidateexception",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MatrixMove",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("can", models.BooleanField(verbose_name="can")),
                        ("will", models.BooleanField(verbose_name="will")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("moved_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="move",
                                to="trainers.candidate",
                            ),
                        ),
                        (
                            "moved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="a_move_has_a_reason"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_matrixmoveevent" ("can", "candidate_id", "id", "moved_at", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "will") VALUES (NEW."can", NEW."candidate_id", NEW."id", NEW."moved_at", NEW."moved_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."will"); RETURN NULL;',
                                    hash="a80812108f97bfdf082f49ae9d47e11e4f305f99",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5a14b",
                                    table="trainers_matrixmove",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."can" IS DISTINCT FROM (NEW."can") OR OLD."candidate_id" IS DISTINCT FROM (NEW."candidate_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."moved_at" IS DISTINCT FROM (NEW."moved_at") OR OLD."moved_by_id" IS DISTINCT FROM (NEW."moved_by_id") OR OLD."will" IS DISTINCT FROM (NEW."will"))',
                                    func='INSERT INTO "trainers_matrixmoveevent" ("can", "candidate_id", "id", "moved_at", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "will") VALUES (NEW."can", NEW."candidate_id", NEW."id", NEW."moved_at", NEW."moved_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."will"); RETURN NULL;',
                                    hash="39a34c104b14c14d582b4fb6cbdb37414d23161a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2d68a",
                                    table="trainers_matrixmove",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_matrixmoveevent" ("can", "candidate_id", "id", "moved_at", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "will") VALUES (OLD."can", OLD."candidate_id", OLD."id", OLD."moved_at", OLD."moved_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."will"); RETURN NULL;',
                                    hash="372429b2ba244c87de2b4246aa1f69e17b2901d6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6827a",
                                    table="trainers_matrixmove",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Nomination",
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
                                choices=[("self", "oneself"), ("colleague", "a colleague"), ("leader", "a leader")],
                                max_length=9,
                            ),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="why")),
                        ("made_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="nominations",
                                to="trainers.candidate",
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
                    ],
                    options={
                        "ordering": ["made_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("candidate", "made_by"), name="nominates_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_nominationevent" ("candidate_id", "id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."candidate_id", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="7c9a6b95b8a6ffe1fe4a9ff383756080a4d5c8f6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_03237",
                                    table="trainers_nomination",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_nominationevent" ("candidate_id", "id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."candidate_id", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="73c6a56b1f58a57aa957d162b1e0ae71000e763d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f14cf",
                                    table="trainers_nomination",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_nominationevent" ("candidate_id", "id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."candidate_id", OLD."id", OLD."kind", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                                    hash="25833c3825d6e8888b05181ac30e9f67ada3955e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a0d9a",
                                    table="trainers_nomination",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScoreSheet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("saved_at", models.DateTimeField()),
                        ("handed_in_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "assessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "candidate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sheets",
                                to="trainers.candidate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["assessor__sort_name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("candidate", "assessor"), name="one_sheet_each")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Score",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("value", models.PositiveSmallIntegerField(verbose_name="score")),
                        ("example", models.TextField(verbose_name="an example")),
                        ("source", models.CharField(blank=True, max_length=120, verbose_name="who knows it")),
                        (
                            "criterion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="trainers.criterion"
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="scores",
                                to="trainers.scoresheet",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["criterion__position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("sheet", "criterion"), name="one_score_for_a_criterion"),
                            models.CheckConstraint(condition=models.Q(("value__lte", 5)), name="trainer_score_0_to_5"),
                            models.CheckConstraint(
                                condition=models.Q(("example", ""), _negated=True), name="a_score_has_an_example"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Selection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("chosen", "chosen"), ("reserve", "reserve"), ("declined", "not chosen")],
                                max_length=8,
                            ),
                        ),
                        ("hours", models.PositiveSmallIntegerField(default=0)),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("decided_at", models.DateTimeField()),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "candidate",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="selection",
                                to="trainers.candidate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "selected trainer",
                        "ordering": ["outcome", "candidate__employee__sort_name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="a_selection_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome", "chosen"), ("hours", 0), _connector="OR"),
                                name="only_the_chosen_take_hours",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_selectionevent" ("candidate_id", "decided_at", "hours", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reason") VALUES (NEW."candidate_id", NEW."decided_at", NEW."hours", NEW."id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."read_at", NEW."reason"); RETURN NULL;',
                                    hash="7fdd73cfe7ead77452643c8aa22c5995592af8ef",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a3dd0",
                                    table="trainers_selection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_selectionevent" ("candidate_id", "decided_at", "hours", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reason") VALUES (NEW."candidate_id", NEW."decided_at", NEW."hours", NEW."id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."read_at", NEW."reason"); RETURN NULL;',
                                    hash="50bcda5ca24695a5ada77a957bbf480ad197484d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5409c",
                                    table="trainers_selection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_selectionevent" ("candidate_id", "decided_at", "hours", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reason") VALUES (OLD."candidate_id", OLD."decided_at", OLD."hours", OLD."id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."read_at", OLD."reason"); RETURN NULL;',
                                    hash="e0ee2f357a473d3a68fe8182ecaed1d2e18ace58",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ab3db",
                                    table="trainers_selection",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Willingness",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes, I want to"),
                                    ("unsure", "I am not sure yet"),
                                    ("no", "No thank you"),
                                ],
                                max_length=6,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "hours_wished",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hours a week"),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="in your own words")),
                        ("given_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="willingness",
                                to="trainers.candidate",
                            ),
                        ),
                        ("wishes", models.ManyToManyField(blank=True, related_name="+", to="trainers.criterion")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hours_wished__isnull", True), ("hours_wished__lte", 37), _connector="OR"
                                ),
                                name="hours_wished_in_a_week",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_willingnessevent" ("answer", "candidate_id", "given_at", "hours_wished", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."answer", NEW."candidate_id", NEW."given_at", NEW."hours_wished", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="572e5649fa7d9bfd8a6d7c34f8e0d4db04c74cc8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3b5ea",
                                    table="trainers_willingness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_willingnessevent" ("answer", "candidate_id", "given_at", "hours_wished", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."answer", NEW."candidate_id", NEW."given_at", NEW."hours_wished", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="377950449bec35248052b1b7518b1fc412a0f09b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2492b",
                                    table="trainers_willingness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_willingnessevent" ("answer", "candidate_id", "given_at", "hours_wished", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."answer", OLD."candidate_id", OLD."given_at", OLD."hours_wished", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                                    hash="5acd3e5f8768817a033eaedb29bda25099cc6257",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5430e",
                                    table="trainers_willingness",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CandidateExceptionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("made_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.candidate",
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
                                to="trainers.candidateexception",
                            ),
                        ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MatrixMoveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("can", models.BooleanField(verbose_name="can")),
                        ("will", models.BooleanField(verbose_name="will")),
                        ("moved_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.candidate",
                            ),
                        ),
                        (
                            "moved_by",
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
                                to="trainers.matrixmove",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NominationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("self", "oneself"), ("colleague", "a colleague"), ("leader", "a leader")],
                                max_length=9,
                            ),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="why")),
                        ("made_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.candidate",
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
                                to="trainers.nomination",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SelectionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("chosen", "chosen"), ("reserve", "reserve"), ("declined", "not chosen")],
                                max_length=8,
                            ),
                        ),
                        ("hours", models.PositiveSmallIntegerField(default=0)),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("decided_at", models.DateTimeField()),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "candidate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.candidate",
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
                                to="trainers.selection",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WillingnessEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes, I want to"),
                                    ("unsure", "I am not sure yet"),
                                    ("no", "No thank you"),
                                ],
                                max_length=6,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "hours_wished",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hours a week"),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="in your own words")),
                        ("given_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.candidate",
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
                                to="trainers.willingness",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoSelector",
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
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="co_selectors",
                                to="trainers.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["employee__sort_name"],
                        "constraints": [models.UniqueConstraint(fields=("round", "employee"), name="co_selector_once")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_coselectorevent" ("employee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id") VALUES (NEW."employee_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round_id"); RETURN NULL;',
                                    hash="da5d302e46984f8994cd99aace881df621ee97cd",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_13c85",
                                    table="trainers_coselector",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_coselectorevent" ("employee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id") VALUES (NEW."employee_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round_id"); RETURN NULL;',
                                    hash="1b484ed280fc10d2c2f58c54a0b6bf812c82096c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a8312",
                                    table="trainers_coselector",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_coselectorevent" ("employee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id") VALUES (OLD."employee_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round_id"); RETURN NULL;',
                                    hash="93bd4b33ab84896044f23115afdb25a055320663",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2620b",
                                    table="trainers_coselector",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("nominate_by", models.DateField(verbose_name="nominate by")),
                        ("answer_by", models.DateField(verbose_name="candidates and managers answer by")),
                        ("score_by", models.DateField(verbose_name="assessed by")),
                        ("decide_on", models.DateField(verbose_name="decided on")),
                        ("min_size", models.PositiveSmallIntegerField(default=2, verbose_name="fewest in the team")),
                        ("max_size", models.PositiveSmallIntegerField(default=4, verbose_name="most in the team")),
                        (
                            "hours_needed",
                            models.PositiveSmallIntegerField(default=10, verbose_name="hours a week the team needs"),
                        ),
                        ("opened_at", models.DateTimeField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("reason", models.TextField(blank=True, verbose_name="why this team")),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="project leader",
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rounds",
                                to="trainers.profile",
                            ),
                        ),
                        (
                            "selectors",
                            models.ManyToManyField(
                                related_name="+", through="trainers.CoSelector", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                                verbose_name="unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "selection of trainers",
                        "ordering": ["-opened_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nominate_by__lte", models.F("answer_by")),
                                    ("answer_by__lte", models.F("score_by")),
                                    ("score_by__lte", models.F("decide_on")),
                                ),
                                name="round_dates_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("min_size__gte", 1), ("max_size__gte", models.F("min_size"))),
                                name="round_sizes_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="decided_round_says_by_whom_and_is_closed",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_roundevent" ("answer_by", "closed_at", "decide_on", "decided_at", "decided_by_id", "hours_needed", "id", "leader_id", "max_size", "min_size", "nominate_by", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id", "reason", "score_by", "title", "unit_id") VALUES (NEW."answer_by", NEW."closed_at", NEW."decide_on", NEW."decided_at", NEW."decided_by_id", NEW."hours_needed", NEW."id", NEW."leader_id", NEW."max_size", NEW."min_size", NEW."nominate_by", NEW."opened_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."profile_id", NEW."reason", NEW."score_by", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="3a39acda5d4381ad6482c65b3efbff597cb6833a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_23b89",
                                    table="trainers_round",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_roundevent" ("answer_by", "closed_at", "decide_on", "decided_at", "decided_by_id", "hours_needed", "id", "leader_id", "max_size", "min_size", "nominate_by", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id", "reason", "score_by", "title", "unit_id") VALUES (NEW."answer_by", NEW."closed_at", NEW."decide_on", NEW."decided_at", NEW."decided_by_id", NEW."hours_needed", NEW."id", NEW."leader_id", NEW."max_size", NEW."min_size", NEW."nominate_by", NEW."opened_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."profile_id", NEW."reason", NEW."score_by", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="e6237d067676d5dd2ef1af1033501aad5030a455",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5192f",
                                    table="trainers_round",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_roundevent" ("answer_by", "closed_at", "decide_on", "decided_at", "decided_by_id", "hours_needed", "id", "leader_id", "max_size", "min_size", "nominate_by", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id", "reason", "score_by", "title", "unit_id") VALUES (OLD."answer_by", OLD."closed_at", OLD."decide_on", OLD."decided_at", OLD."decided_by_id", OLD."hours_needed", OLD."id", OLD."leader_id", OLD."max_size", OLD."min_size", OLD."nominate_by", OLD."opened_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."profile_id", OLD."reason", OLD."score_by", OLD."title", OLD."unit_id"); RETURN NULL;',
                                    hash="60e40e3ab75e11a43e77666102cf9bbea3aa01ae",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1b966",
                                    table="trainers_round",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ComposerRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("problem", models.JSONField()),
                        ("answer", models.JSONField()),
                        ("problem_hash", models.CharField(max_length=64)),
                        ("solver", models.CharField(max_length=40)),
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="trainers.round"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="TaughtUnit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("users", models.PositiveSmallIntegerField(verbose_name="users")),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="taught", to="trainers.round"
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
                        "ordering": ["unit__path"],
                        "constraints": [models.UniqueConstraint(fields=("round", "unit"), name="taught_unit_once")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_taughtunitevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id", "users") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round_id", NEW."unit_id", NEW."users"); RETURN NULL;',
                                    hash="d21f9c89f236e5a944ef21103f5d6dc81f9df21d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4b748",
                                    table="trainers_taughtunit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_taughtunitevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id", "users") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round_id", NEW."unit_id", NEW."users"); RETURN NULL;',
                                    hash="c7947a6a1ce7b36ff6b70127adfc906e4bf44142",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cd555",
                                    table="trainers_taughtunit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_taughtunitevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "unit_id", "users") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round_id", OLD."unit_id", OLD."users"); RETURN NULL;',
                                    hash="46da86d117df79c218b15a0b53b5901f7ba75410",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_73154",
                                    table="trainers_taughtunit",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Release",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_given", models.BooleanField(verbose_name="time is released")),
                        (
                            "hours_before",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hours a week before"),
                        ),
                        (
                            "hours_during",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hours a week during"),
                        ),
                        ("hours_after", models.PositiveSmallIntegerField(default=0, verbose_name="hours a week after")),
                        ("words", models.TextField(blank=True, verbose_name="conditions")),
                        ("given_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="release",
                                to="trainers.candidate",
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("near", models.ManyToManyField(blank=True, related_name="+", to="trainers.taughtunit")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("hours_during__gte", 1), ("is_given", True)),
                                    models.Q(
                                        ("hours_after", 0),
                                        ("hours_before", 0),
                                        ("hours_during", 0),
                                        ("is_given", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="hours_only_where_time_is_released",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hours_after__lte", 37), ("hours_before__lte", 37), ("hours_during__lte", 37)
                                ),
                                name="released_hours_in_a_week",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_releaseevent" ("candidate_id", "given_at", "given_by_id", "hours_after", "hours_before", "hours_during", "id", "is_given", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."candidate_id", NEW."given_at", NEW."given_by_id", NEW."hours_after", NEW."hours_before", NEW."hours_during", NEW."id", NEW."is_given", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="fddd8df5ec750ac21f645f0860bb41100a27cce0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3b105",
                                    table="trainers_release",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_releaseevent" ("candidate_id", "given_at", "given_by_id", "hours_after", "hours_before", "hours_during", "id", "is_given", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."candidate_id", NEW."given_at", NEW."given_by_id", NEW."hours_after", NEW."hours_before", NEW."hours_during", NEW."id", NEW."is_given", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="7cdf588ce70f90ad6aab7a0137973183d9b56eb7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b8795",
                                    table="trainers_release",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_releaseevent" ("candidate_id", "given_at", "given_by_id", "hours_after", "hours_before", "hours_during", "id", "is_given", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."candidate_id", OLD."given_at", OLD."given_by_id", OLD."hours_after", OLD."hours_before", OLD."hours_during", OLD."id", OLD."is_given", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                                    hash="d9e53cb5c03b7d94e13b36d80bb281f66dc7622d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8ee92",
                                    table="trainers_release",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mandate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "called",
                            models.CharField(blank=True, max_length=60, verbose_name="what the trainer is called"),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("unit", "the own unit"),
                                    ("municipality", "the whole municipality"),
                                    ("others", "other municipalities too"),
                                ],
                                default="unit",
                                max_length=12,
                                verbose_name="whom the trainer teaches",
                            ),
                        ),
                        ("purpose", models.TextField(verbose_name="what it is for")),
                        ("benefit", models.TextField(blank=True, verbose_name="what the unit gets out of it")),
                        ("is_trainer", models.BooleanField(default=True, verbose_name="trainer")),
                        (
                            "super_user_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="hours a week as super-user"
                            ),
                        ),
                        (
                            "support_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="hours a week with support"
                            ),
                        ),
                        ("hours_taken", models.PositiveSmallIntegerField()),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "knows_method",
                            models.BooleanField(default=False, verbose_name="knows the teaching method already"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("selected", "selected"),
                                    ("in_training", "in training"),
                                    ("ready", "ready"),
                                    ("active", "active"),
                                    ("ended", "ended"),
                                ],
                                default="selected",
                                max_length=11,
                            ),
                        ),
                        (
                            "unanchored_reason",
                            models.TextField(blank=True, verbose_name="why it began without the leader’s signature"),
                        ),
                        (
                            "unready_reason",
                            models.TextField(blank=True, verbose_name="why ready before the path is walked"),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("ready_at", models.DateTimeField(blank=True, null=True)),
                        ("active_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("end_reason", models.TextField(blank=True, verbose_name="why it ended")),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mandates",
                                to=settings.AUTH_USER_MODEL,
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mandates",
                                to="trainers.round",
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
                        "verbose_name": "mandate",
                        "ordering": ["employee__sort_name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "employee"), name="mandate_once"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="mandate_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_trainer", True),
                                    ("super_user_hours__isnull", False),
                                    ("support_hours__isnull", False),
                                    _connector="OR",
                                ),
                                name="mandate_has_a_role",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("state", "ended"),
                                        models.Q(("end_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "ended"), _negated=True),
                                        ("end_reason", ""),
                                        ("ended_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ended_mandate_says_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("started_at__isnull", True), ("state", "selected")),
                                    ("state", "ended"),
                                    models.Q(
                                        models.Q(("state__in", ["selected", "ended"]), _negated=True),
                                        ("started_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="begun_mandate_says_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["ready", "active"]), _negated=True),
                                    ("ready_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="ready_mandate_says_when",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_mandateevent" ("active_at", "benefit", "called", "employee_id", "end_reason", "ended_at", "ends_on", "hours_taken", "id", "is_trainer", "knows_method", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "ready_at", "round_id", "scope", "started_at", "starts_on", "state", "super_user_hours", "support_hours", "unanchored_reason", "unit_id", "unready_reason") VALUES (NEW."active_at", NEW."benefit", NEW."called", NEW."employee_id", NEW."end_reason", NEW."ended_at", NEW."ends_on", NEW."hours_taken", NEW."id", NEW."is_trainer", NEW."knows_method", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."ready_at", NEW."round_id", NEW."scope", NEW."started_at", NEW."starts_on", NEW."state", NEW."super_user_hours", NEW."support_hours", NEW."unanchored_reason", NEW."unit_id", NEW."unready_reason"); RETURN NULL;',
                                    hash="9a2162d98fe5668709abae69fa58971bf1cd9ec6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_655dd",
                                    table="trainers_mandate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_mandateevent" ("active_at", "benefit", "called", "employee_id", "end_reason", "ended_at", "ends_on", "hours_taken", "id", "is_trainer", "knows_method", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "ready_at", "round_id", "scope", "started_at", "starts_on", "state", "super_user_hours", "support_hours", "unanchored_reason", "unit_id", "unready_reason") VALUES (NEW."active_at", NEW."benefit", NEW."called", NEW."employee_id", NEW."end_reason", NEW."ended_at", NEW."ends_on", NEW."hours_taken", NEW."id", NEW."is_trainer", NEW."knows_method", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."ready_at", NEW."round_id", NEW."scope", NEW."started_at", NEW."starts_on", NEW."state", NEW."super_user_hours", NEW."support_hours", NEW."unanchored_reason", NEW."unit_id", NEW."unready_reason"); RETURN NULL;',
                                    hash="d76316725e7a97f2761350b244fcc6d799c687df",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_02e63",
                                    table="trainers_mandate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_mandateevent" ("active_at", "benefit", "called", "employee_id", "end_reason", "ended_at", "ends_on", "hours_taken", "id", "is_trainer", "knows_method", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "ready_at", "round_id", "scope", "started_at", "starts_on", "state", "super_user_hours", "support_hours", "unanchored_reason", "unit_id", "unready_reason") VALUES (OLD."active_at", OLD."benefit", OLD."called", OLD."employee_id", OLD."end_reason", OLD."ended_at", OLD."ends_on", OLD."hours_taken", OLD."id", OLD."is_trainer", OLD."knows_method", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."ready_at", OLD."round_id", OLD."scope", OLD."started_at", OLD."starts_on", OLD."state", OLD."super_user_hours", OLD."support_hours", OLD."unanchored_reason", OLD."unit_id", OLD."unready_reason"); RETURN NULL;',
                                    hash="923d52d1b506aad9098b98e1d9c5b39297332dee",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b7a3a",
                                    table="trainers_mandate",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Anchoring",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "purpose_stated",
                            models.BooleanField(verbose_name="The purpose is clear to me and to the trainer."),
                        ),
                        (
                            "explained",
                            models.BooleanField(verbose_name="The team has heard what the trainer does and why."),
                        ),
                        (
                            "time_given",
                            models.BooleanField(verbose_name="The hours are in the rota, and others know who covers."),
                        ),
                        (
                            "backed",
                            models.BooleanField(verbose_name="The trainer can come to me when it does not work."),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="what we have agreed")),
                        ("signed_at", models.DateTimeField()),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mandate",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="anchoring",
                                to="trainers.mandate",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("backed", True),
                                    ("explained", True),
                                    ("purpose_stated", True),
                                    ("time_given", True),
                                ),
                                name="anchoring_holds_in_every_point",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_anchoringevent" ("backed", "explained", "id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose_stated", "signed_at", "signed_by_id", "time_given", "words") VALUES (NEW."backed", NEW."explained", NEW."id", NEW."mandate_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose_stated", NEW."signed_at", NEW."signed_by_id", NEW."time_given", NEW."words"); RETURN NULL;',
                                    hash="e2aa5bb6e79e9eca610b6d7f4c30cd51c988d8cb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1514f",
                                    table="trainers_anchoring",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_anchoringevent" ("backed", "explained", "id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose_stated", "signed_at", "signed_by_id", "time_given", "words") VALUES (NEW."backed", NEW."explained", NEW."id", NEW."mandate_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose_stated", NEW."signed_at", NEW."signed_by_id", NEW."time_given", NEW."words"); RETURN NULL;',
                                    hash="aba979330c0b92a043e9b4827b1e573e73e55605",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_55da6",
                                    table="trainers_anchoring",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_anchoringevent" ("backed", "explained", "id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose_stated", "signed_at", "signed_by_id", "time_given", "words") VALUES (OLD."backed", OLD."explained", OLD."id", OLD."mandate_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose_stated", OLD."signed_at", OLD."signed_by_id", OLD."time_given", OLD."words"); RETURN NULL;',
                                    hash="dbc7b40307fad8ef1e6261e003be9dbec00cbe6c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f8b3b",
                                    table="trainers_anchoring",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MandatePhase",
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
                                    ("before", "before the introduction"),
                                    ("during", "during the introduction"),
                                    ("after", "after the introduction"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        ("teaching", models.PositiveSmallIntegerField(verbose_name="hours a week with colleagues")),
                        ("preparation", models.PositiveSmallIntegerField(verbose_name="hours a week for preparation")),
                        (
                            "mandate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="phases",
                                to="trainers.mandate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["mandate", "starts_on"],
                        "constraints": [
                            models.UniqueConstraint(fields=("mandate", "kind"), name="phase_of_a_mandate_once"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="phase_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("preparation__lte", 37), ("teaching__lte", 37)),
                                name="phase_hours_in_a_week",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_mandatephaseevent" ("ends_on", "id", "kind", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preparation", "starts_on", "teaching") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."mandate_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."preparation", NEW."starts_on", NEW."teaching"); RETURN NULL;',
                                    hash="1a8af426ff310e022075294f5e371a00ecd2260b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_64cf4",
                                    table="trainers_mandatephase",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_mandatephaseevent" ("ends_on", "id", "kind", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preparation", "starts_on", "teaching") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."mandate_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."preparation", NEW."starts_on", NEW."teaching"); RETURN NULL;',
                                    hash="a49ba1bde5310efdb4300d8960f8d87f3a200108",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2b83e",
                                    table="trainers_mandatephase",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_mandatephaseevent" ("ends_on", "id", "kind", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preparation", "starts_on", "teaching") VALUES (OLD."ends_on", OLD."id", OLD."kind", OLD."mandate_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."preparation", OLD."starts_on", OLD."teaching"); RETURN NULL;',
                                    hash="2e3ed2fcd2c383f1f2a8904067af2660604435ff",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5adc9",
                                    table="trainers_mandatephase",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("handed_out_on", models.DateField(blank=True, null=True, verbose_name="handed out on")),
                        (
                            "attended",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                        ("words", models.TextField(blank=True, verbose_name="what was handed over, or learnt")),
                        (
                            "mandate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="trainers.mandate"
                            ),
                        ),
                        (
                            "part",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="trainers.trainingpart",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["mandate", "part__position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("mandate", "part"), name="part_of_a_path_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("handed_out_on__isnull", True),
                                    ("done_on__isnull", True),
                                    ("done_on__gte", models.F("handed_out_on")),
                                    _connector="OR",
                                ),
                                name="read_after_it_was_handed_out",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_partrecordevent" ("attended", "done_on", "handed_out_on", "id", "mandate_id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."attended", NEW."done_on", NEW."handed_out_on", NEW."id", NEW."mandate_id", NEW."part_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="1b64797dcaf123bbd5c00a79baecec71eaff5835",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0254d",
                                    table="trainers_partrecord",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_partrecordevent" ("attended", "done_on", "handed_out_on", "id", "mandate_id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."attended", NEW."done_on", NEW."handed_out_on", NEW."id", NEW."mandate_id", NEW."part_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                                    hash="07f2296bd6b41bdfe4da23f47f82c28ff59fb710",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_504ee",
                                    table="trainers_partrecord",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_partrecordevent" ("attended", "done_on", "handed_out_on", "id", "mandate_id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."attended", OLD."done_on", OLD."handed_out_on", OLD."id", OLD."mandate_id", OLD."part_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                                    hash="415ab1e8e538c79d6dc1de21b850d29ee5e783e6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_294d5",
                                    table="trainers_partrecord",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Session",
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
                                    ("teaching", "teaching"),
                                    ("floor_walk", "floor walk"),
                                    ("webinar", "webinar"),
                                    ("follow_up", "follow-up meeting"),
                                    ("anchoring", "visit after the introduction"),
                                    ("network", "network meeting of trainers"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        (
                            "topics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("law", "changes of the law"),
                                        ("functions", "what the system can do now"),
                                        ("best_practice", "best practice"),
                                        ("procedures", "how we work, made clearer"),
                                        ("coming", "how we are going to work"),
                                    ],
                                    max_length=13,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="topics",
                            ),
                        ),
                        ("content", models.TextField(blank=True, verbose_name="what it is about")),
                        ("local_notes", models.TextField(blank=True, verbose_name="how it is done where we are")),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place or link")),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                                default="planned",
                                max_length=9,
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_time", "no released time"),
                                    ("illness", "illness"),
                                    ("few", "too few signed up"),
                                    ("technical", "the system or the room"),
                                    ("other", "something else"),
                                ],
                                max_length=9,
                                verbose_name="why it was cancelled",
                            ),
                        ),
                        ("cause_words", models.TextField(blank=True, verbose_name="in your own words")),
                        ("notes", models.TextField(blank=True, verbose_name="what came out of it")),
                        (
                            "follow_up_on",
                            models.DateField(blank=True, null=True, verbose_name="you hear from us again on"),
                        ),
                        ("invitations", models.PositiveSmallIntegerField(default=0)),
                        ("made_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sessions",
                                to="trainers.round",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                                verbose_name="whom it is for",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "session",
                        "ordering": ["starts_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minutes__gte", 15), ("minutes__lte", 600)),
                                name="session_of_15_to_600_minutes",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), models.Q(("cause", ""), _negated=True)),
                                    models.Q(models.Q(("state", "cancelled"), _negated=True), ("cause", "")),
                                    _connector="OR",
                                ),
                                name="cancelled_session_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("state", "planned")),
                                    models.Q(
                                        models.Q(("state", "planned"), _negated=True), ("closed_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_session_says_when",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_sessionevent" ("cause", "cause_words", "closed_at", "content", "follow_up_on", "id", "invitations", "kind", "local_notes", "made_at", "made_by_id", "minutes", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "round_id", "starts_at", "state", "title", "topics", "unit_id") VALUES (NEW."cause", NEW."cause_words", NEW."closed_at", NEW."content", NEW."follow_up_on", NEW."id", NEW."invitations", NEW."kind", NEW."local_notes", NEW."made_at", NEW."made_by_id", NEW."minutes", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."round_id", NEW."starts_at", NEW."state", NEW."title", NEW."topics", NEW."unit_id"); RETURN NULL;',
                                    hash="4067579ea276d0d9653d0b2fcd79782ff74302aa",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d6eda",
                                    table="trainers_session",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_sessionevent" ("cause", "cause_words", "closed_at", "content", "follow_up_on", "id", "invitations", "kind", "local_notes", "made_at", "made_by_id", "minutes", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "round_id", "starts_at", "state", "title", "topics", "unit_id") VALUES (NEW."cause", NEW."cause_words", NEW."closed_at", NEW."content", NEW."follow_up_on", NEW."id", NEW."invitations", NEW."kind", NEW."local_notes", NEW."made_at", NEW."made_by_id", NEW."minutes", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."round_id", NEW."starts_at", NEW."state", NEW."title", NEW."topics", NEW."unit_id"); RETURN NULL;',
                                    hash="7fc22cb2967a04de28eb819bb9cad37a52d16d54",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d0734",
                                    table="trainers_session",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_sessionevent" ("cause", "cause_words", "closed_at", "content", "follow_up_on", "id", "invitations", "kind", "local_notes", "made_at", "made_by_id", "minutes", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "round_id", "starts_at", "state", "title", "topics", "unit_id") VALUES (OLD."cause", OLD."cause_words", OLD."closed_at", OLD."content", OLD."follow_up_on", OLD."id", OLD."invitations", OLD."kind", OLD."local_notes", OLD."made_at", OLD."made_by_id", OLD."minutes", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."round_id", OLD."starts_at", OLD."state", OLD."title", OLD."topics", OLD."unit_id"); RETURN NULL;',
                                    hash="c4a6ceb83d48c04ab8f909624dc715015cdbd558",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_58eef",
                                    table="trainers_session",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("attended", models.BooleanField(null=True)),
                        ("by_code", models.BooleanField(default=False)),
                        ("has_evaluated", models.BooleanField(default=False)),
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="trainers.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["employee__sort_name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("session", "employee"), name="participant_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("attended", True),
                                    models.Q(("by_code", False), ("has_evaluated", False)),
                                    _connector="OR",
                                ),
                                name="only_who_came_evaluates",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evaluation",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                        ("useful", models.PositiveSmallIntegerField(verbose_name="I can use it in my work")),
                        ("clear", models.PositiveSmallIntegerField(verbose_name="It was clear")),
                        ("sure", models.PositiveSmallIntegerField(verbose_name="I dare to do it myself now")),
                        ("words", models.TextField(blank=True, verbose_name="what would make it better")),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evaluations",
                                to="trainers.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("clear__range", (1, 5)), ("sure__range", (1, 5)), ("useful__range", (1, 5))
                                ),
                                name="evaluation_1_to_5",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SessionTrainer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why before being ready")),
                        (
                            "mandate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="trainers.mandate",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="trainers",
                                to="trainers.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["mandate__employee__sort_name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("session", "mandate"), name="trainer_of_a_session_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_sessiontrainerevent" ("id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "session_id") VALUES (NEW."id", NEW."mandate_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."session_id"); RETURN NULL;',
                                    hash="039ca71c2db7996d6f9aa1ee2d8714d581fd065b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a0c57",
                                    table="trainers_sessiontrainer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_sessiontrainerevent" ("id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "session_id") VALUES (NEW."id", NEW."mandate_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."session_id"); RETURN NULL;',
                                    hash="8ced697d0817c5add778badf5986da1177564759",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d5329",
                                    table="trainers_sessiontrainer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_sessiontrainerevent" ("id", "mandate_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "session_id") VALUES (OLD."id", OLD."mandate_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."session_id"); RETURN NULL;',
                                    hash="dfa940e89c3b645084139cfead98e3556f51b4c0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_606b3",
                                    table="trainers_sessiontrainer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupportEntry",
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
                                    ("error", "error"),
                                    ("change", "wish for a change"),
                                    ("improvement", "idea for an improvement"),
                                ],
                                max_length=11,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("user", "the way it is used"),
                                    ("system", "the system"),
                                    ("unclear", "unclear"),
                                ],
                                max_length=7,
                                verbose_name="where it lies",
                            ),
                        ),
                        ("text", models.CharField(max_length=500, verbose_name="what happens")),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=60, verbose_name="number at the supplier"),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("outcome", models.CharField(blank=True, max_length=500, verbose_name="what came of it")),
                        (
                            "mandate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="support_entries",
                                to="trainers.mandate",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="support_entries",
                                to="trainers.round",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "error or wish",
                        "ordering": ["-made_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closed_at__isnull", False), ("outcome", ""), _connector="OR"),
                                name="outcome_only_when_closed",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_supportentryevent" ("cause", "closed_at", "id", "kind", "made_at", "mandate_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "round_id", "text") VALUES (NEW."cause", NEW."closed_at", NEW."id", NEW."kind", NEW."made_at", NEW."mandate_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."round_id", NEW."text"); RETURN NULL;',
                                    hash="51c317bb6c8d8e911f5433d1dd7563a866a8bd50",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c4367",
                                    table="trainers_supportentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "trainers_supportentryevent" ("cause", "closed_at", "id", "kind", "made_at", "mandate_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "round_id", "text") VALUES (NEW."cause", NEW."closed_at", NEW."id", NEW."kind", NEW."made_at", NEW."mandate_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."round_id", NEW."text"); RETURN NULL;',
                                    hash="ef2934eba6095ed7f616d196a191a306d108143f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c91bd",
                                    table="trainers_supportentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "trainers_supportentryevent" ("cause", "closed_at", "id", "kind", "made_at", "mandate_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "round_id", "text") VALUES (OLD."cause", OLD."closed_at", OLD."id", OLD."kind", OLD."made_at", OLD."mandate_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."round_id", OLD."text"); RETURN NULL;',
                                    hash="55c20290ddf669244debb9ab2f70fb7bcf15d599",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ef296",
                                    table="trainers_supportentry",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("is_given", models.BooleanField(verbose_name="time is released")),
                        (
                            "hours_before",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hours a week before"),
                        ),
                        (
                            "hours_during",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hours a week during"),
                        ),
                        ("hours_after", models.PositiveSmallIntegerField(default=0, verbose_name="hours a week after")),
                        ("words", models.TextField(blank=True, verbose_name="conditions")),
                        ("given_at", models.DateTimeField()),
                        (
                            "candidate",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.candidate",
                            ),
                        ),
                        (
                            "given_by",
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
                                to="trainers.release",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoSelectorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
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
                                to="trainers.coselector",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CandidateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("made_at", models.DateTimeField()),
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
                                to="trainers.candidate",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoundEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("nominate_by", models.DateField(verbose_name="nominate by")),
                        ("answer_by", models.DateField(verbose_name="candidates and managers answer by")),
                        ("score_by", models.DateField(verbose_name="assessed by")),
                        ("decide_on", models.DateField(verbose_name="decided on")),
                        ("min_size", models.PositiveSmallIntegerField(default=2, verbose_name="fewest in the team")),
                        ("max_size", models.PositiveSmallIntegerField(default=4, verbose_name="most in the team")),
                        (
                            "hours_needed",
                            models.PositiveSmallIntegerField(default=10, verbose_name="hours a week the team needs"),
                        ),
                        ("opened_at", models.DateTimeField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("reason", models.TextField(blank=True, verbose_name="why this team")),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
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
                            "leader",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="project leader",
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
                                to="trainers.round",
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.profile",
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
                    },
                ),
                migrations.CreateModel(
                    name="TaughtUnitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("users", models.PositiveSmallIntegerField(verbose_name="users")),
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
                                to="trainers.taughtunit",
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
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnchoringEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "purpose_stated",
                            models.BooleanField(verbose_name="The purpose is clear to me and to the trainer."),
                        ),
                        (
                            "explained",
                            models.BooleanField(verbose_name="The team has heard what the trainer does and why."),
                        ),
                        (
                            "time_given",
                            models.BooleanField(verbose_name="The hours are in the rota, and others know who covers."),
                        ),
                        (
                            "backed",
                            models.BooleanField(verbose_name="The trainer can come to me when it does not work."),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="what we have agreed")),
                        ("signed_at", models.DateTimeField()),
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
                                to="trainers.anchoring",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MandateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "called",
                            models.CharField(blank=True, max_length=60, verbose_name="what the trainer is called"),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("unit", "the own unit"),
                                    ("municipality", "the whole municipality"),
                                    ("others", "other municipalities too"),
                                ],
                                default="unit",
                                max_length=12,
                                verbose_name="whom the trainer teaches",
                            ),
                        ),
                        ("purpose", models.TextField(verbose_name="what it is for")),
                        ("benefit", models.TextField(blank=True, verbose_name="what the unit gets out of it")),
                        ("is_trainer", models.BooleanField(default=True, verbose_name="trainer")),
                        (
                            "super_user_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="hours a week as super-user"
                            ),
                        ),
                        (
                            "support_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="hours a week with support"
                            ),
                        ),
                        ("hours_taken", models.PositiveSmallIntegerField()),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "knows_method",
                            models.BooleanField(default=False, verbose_name="knows the teaching method already"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("selected", "selected"),
                                    ("in_training", "in training"),
                                    ("ready", "ready"),
                                    ("active", "active"),
                                    ("ended", "ended"),
                                ],
                                default="selected",
                                max_length=11,
                            ),
                        ),
                        (
                            "unanchored_reason",
                            models.TextField(blank=True, verbose_name="why it began without the leader’s signature"),
                        ),
                        (
                            "unready_reason",
                            models.TextField(blank=True, verbose_name="why ready before the path is walked"),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("ready_at", models.DateTimeField(blank=True, null=True)),
                        ("active_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("end_reason", models.TextField(blank=True, verbose_name="why it ended")),
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
                                to="trainers.mandate",
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
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MandatePhaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("before", "before the introduction"),
                                    ("during", "during the introduction"),
                                    ("after", "after the introduction"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        ("teaching", models.PositiveSmallIntegerField(verbose_name="hours a week with colleagues")),
                        ("preparation", models.PositiveSmallIntegerField(verbose_name="hours a week for preparation")),
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
                                to="trainers.mandatephase",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartRecordEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("handed_out_on", models.DateField(blank=True, null=True, verbose_name="handed out on")),
                        (
                            "attended",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                        ("words", models.TextField(blank=True, verbose_name="what was handed over, or learnt")),
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
                            "part",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.trainingpart",
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
                                to="trainers.partrecord",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SessionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("teaching", "teaching"),
                                    ("floor_walk", "floor walk"),
                                    ("webinar", "webinar"),
                                    ("follow_up", "follow-up meeting"),
                                    ("anchoring", "visit after the introduction"),
                                    ("network", "network meeting of trainers"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        (
                            "topics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("law", "changes of the law"),
                                        ("functions", "what the system can do now"),
                                        ("best_practice", "best practice"),
                                        ("procedures", "how we work, made clearer"),
                                        ("coming", "how we are going to work"),
                                    ],
                                    max_length=13,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="topics",
                            ),
                        ),
                        ("content", models.TextField(blank=True, verbose_name="what it is about")),
                        ("local_notes", models.TextField(blank=True, verbose_name="how it is done where we are")),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place or link")),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                                default="planned",
                                max_length=9,
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_time", "no released time"),
                                    ("illness", "illness"),
                                    ("few", "too few signed up"),
                                    ("technical", "the system or the room"),
                                    ("other", "something else"),
                                ],
                                max_length=9,
                                verbose_name="why it was cancelled",
                            ),
                        ),
                        ("cause_words", models.TextField(blank=True, verbose_name="in your own words")),
                        ("notes", models.TextField(blank=True, verbose_name="what came out of it")),
                        (
                            "follow_up_on",
                            models.DateField(blank=True, null=True, verbose_name="you hear from us again on"),
                        ),
                        ("invitations", models.PositiveSmallIntegerField(default=0)),
                        ("made_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                                to="trainers.session",
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
                                verbose_name="whom it is for",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SessionTrainerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("reason", models.TextField(blank=True, verbose_name="why before being ready")),
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
                                to="trainers.sessiontrainer",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainers.session",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SupportEntryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("error", "error"),
                                    ("change", "wish for a change"),
                                    ("improvement", "idea for an improvement"),
                                ],
                                max_length=11,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("user", "the way it is used"),
                                    ("system", "the system"),
                                    ("unclear", "unclear"),
                                ],
                                max_length=7,
                                verbose_name="where it lies",
                            ),
                        ),
                        ("text", models.CharField(max_length=500, verbose_name="what happens")),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=60, verbose_name="number at the supplier"),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("outcome", models.CharField(blank=True, max_length=500, verbose_name="what came of it")),
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
                                to="trainers.supportentry",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
