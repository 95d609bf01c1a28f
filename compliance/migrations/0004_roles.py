"""The roles of the editors' desk, as groups with their permissions."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDIT = (
    "view_workingcopy", "change_workingcopy", "view_part", "add_part", "change_part",
    "delete_part", "view_bankversion",
)  # fmt: skip
ROLES = {
    "Editors": EDIT,
    "Publishers": (*EDIT, "publish_bank", "import_bank"),
    "Directory editors": (
        "view_supportentryrow", "add_supportentryrow", "change_supportentryrow",
    ),
}  # fmt: skip


def make_roles(apps, schema_editor):
    """Create the groups; permissions otherwise come only after all migrations."""
    config = apps.get_app_config("compliance")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    group_model = apps.get_model("auth", "Group")
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="compliance"
    )
    for name, codenames in ROLES.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(*permissions.filter(codename__in=codenames))


def drop_roles(apps, schema_editor):
    """Take the groups away again."""
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0003_versions_stay_as_they_are"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, drop_roles)]
