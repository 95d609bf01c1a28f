"""Reports issued so far get a code, and their content hash over the canonical form."""

import hashlib
import json
import secrets

from django.db import migrations

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NOT_CONTENT = ("number", "issued", "changes_since")


def give_codes(apps, schema_editor):
    Report = apps.get_model("assessments", "Report")
    ReportNumber = apps.get_model("assessments", "ReportNumber")
    for report in Report.objects.filter(verification_code="").iterator():
        report.verification_code = new_code()
        report.content_hash = content_hash(json.loads(report.document))
        report.save(update_fields=["verification_code", "content_hash"])
        ReportNumber.objects.filter(pk=report.number_id).update(
            verification_hash=sha256(report.verification_code)
        )


def new_code():
    signs = "".join(secrets.choice(SIGNS) for _ in range(28))
    return "-".join(signs[start : start + 4] for start in range(0, 28, 4))


def content_hash(dossier):
    content = {key: dossier[key] for key in dossier if key not in NOT_CONTENT}
    return sha256(
        json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    )


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0003_verification_codes"),
    ]

    operations = [
        migrations.RunPython(give_codes, migrations.RunPython.noop),
    ]
