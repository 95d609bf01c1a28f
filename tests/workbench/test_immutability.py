import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from compliance.models import BankVersion

TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def test_the_trigger_that_guards_versions_is_there_after_all_migrations(db):
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        names = {row[0] for row in cursor.fetchall()}

    assert "published_versions_stay" in names


@pytest.mark.parametrize("field", ["document", "number", "changelog", "fingerprint"])
def test_the_database_refuses_to_change_a_version(version, field):
    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        BankVersion.objects.filter(pk=version.pk).update(**{field: "changed"})


def test_the_database_refuses_to_delete_a_version_in_use(assessment):
    with pytest.raises(ProtectedError):
        assessment.version.delete()


def delete_versions_past_django():
    """Delete all versions in plain SQL, and have the database check its keys."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM compliance_bankversion")
        connection.check_constraints()


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_refuses_to_delete_a_version_in_use(assessment):
    with pytest.raises(IntegrityError):
        delete_versions_past_django()
