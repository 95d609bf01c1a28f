"""The database itself refuses to change a published version.

SQLite drops a trigger when its table is altered: whoever alters the table of versions
lays the trigger again, and tests/compliance/test_immutability.py notices otherwise.
"""

from django.db import migrations

TABLE = "compliance_bankversion"
TRIGGER = "published_versions_stay"
REFUSAL = "A published version stays as it is."

SQLITE = f"""
CREATE TRIGGER {TRIGGER} BEFORE UPDATE ON {TABLE}
BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
"""
POSTGRESQL_FUNCTION = f"""
CREATE FUNCTION {TRIGGER}() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END
$$ LANGUAGE plpgsql
"""
POSTGRESQL = f"""
CREATE TRIGGER {TRIGGER} BEFORE UPDATE ON {TABLE}
FOR EACH ROW EXECUTE FUNCTION {TRIGGER}()
"""


def lay_trigger(apps, schema_editor):
    """Have the database refuse every update of a version."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(SQLITE)
    else:
        schema_editor.execute(POSTGRESQL_FUNCTION)
        schema_editor.execute(POSTGRESQL)


def lift_trigger(apps, schema_editor):
    """Let it go again."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TRIGGER {TRIGGER}")
    else:
        schema_editor.execute(f"DROP TRIGGER {TRIGGER} ON {TABLE}")
        schema_editor.execute(f"DROP FUNCTION {TRIGGER}")


class Migration(migrations.Migration):
    dependencies = [("compliance", "0002_working_copy")]

    operations = [migrations.RunPython(lay_trigger, lift_trigger)]
