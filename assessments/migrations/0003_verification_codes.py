from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0002_renderings_by_form"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="verification_code",
            field=models.CharField(
                default="", max_length=40, verbose_name="verification code"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reportnumber",
            name="verification_hash",
            field=models.CharField(
                blank=True,
                max_length=64,
                verbose_name="hash of the verification code",
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="document",
            field=models.TextField(
                verbose_name="frozen dossier (JSON in canonical form)"
            ),
        ),
    ]
