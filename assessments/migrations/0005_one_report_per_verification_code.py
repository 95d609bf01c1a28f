from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0004_codes_for_issued_reports"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="reportnumber",
            constraint=models.UniqueConstraint(
                condition=models.Q(("verification_hash", ""), _negated=True),
                fields=("verification_hash",),
                name="one_report_per_verification_code",
            ),
        ),
    ]
