"""Directory editors may import lists and see what came of links."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

MORE = ("import_directory", "view_directoryarrival", "view_linkcheck")


def allow(apps, schema_editor):
    """Give the group its permissions; they otherwise come only after all migrations."""
    config = apps.get_app_config("compliance")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="compliance", codename__in=MORE
    )
    group_model = apps.get_model("auth", "Group")
    group, _ = group_model.objects.get_or_create(name="Directory editors")
    group.permissions.add(*permissions)


def forbid(apps, schema_editor):
    """Take these permissions away again."""
    permissions = apps.get_model("auth", "Permission").objects.filter(codename__in=MORE)
    for group in apps.get_model("auth", "Group").objects.filter(
        name="Directory editors"
    ):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("compliance", "0006_directory_imports_and_links")]

    operations = [migrations.RunPython(allow, forbid)]
