"""What staff wrote as needed facts becomes the condition it always meant."""

from django.db import migrations


def renamed(fields, old, new):
    """The names of the fields with one of them exchanged."""
    return sorted({new if name == old else name for name in fields})


def to_conditions(apps, schema_editor):
    """A mapping of schemes to values is a condition as it stands."""
    rows = apps.get_model("compliance", "SupportEntryRow").objects
    for row in rows.exclude(needs={}):
        row.eligible_when = row.eligible_when or row.needs
        row.edited_fields = renamed(row.edited_fields, "needs", "eligible_when")
        row.save(update_fields=["eligible_when", "edited_fields"])


class Migration(migrations.Migration):
    dependencies = [("compliance", "0007_directory_editors")]

    operations = [migrations.RunPython(to_conditions, migrations.RunPython.noop)]
