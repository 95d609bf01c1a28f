import django.db.models.deletion
from django.db import migrations, models

import assessments.models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="rendering",
            name="form",
            field=models.CharField(
                choices=[
                    ("pdf", "PDF"),
                    ("brief", "brief"),
                    ("docx", "Word"),
                    ("xlsx", "Excel"),
                ],
                default="pdf",
                max_length=10,
                verbose_name="form",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="rendering",
            name="file_hash",
            field=models.CharField(
                blank=True, max_length=64, verbose_name="SHA-256 of the file"
            ),
        ),
        migrations.AddField(
            model_name="rendering",
            name="size",
            field=models.PositiveIntegerField(default=0, verbose_name="bytes"),
        ),
        migrations.AlterField(
            model_name="rendering",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="renderings",
                to="assessments.report",
            ),
        ),
        migrations.AlterField(
            model_name="rendering",
            name="file",
            field=models.FileField(
                blank=True,
                upload_to=assessments.models.place_of_file,
                verbose_name="file",
            ),
        ),
        migrations.AlterModelOptions(
            name="rendering",
            options={"ordering": ["queued_at", "pk"]},
        ),
        migrations.AddConstraint(
            model_name="rendering",
            constraint=models.UniqueConstraint(
                fields=("report", "form", "renderer"), name="one_file_per_renderer"
            ),
        ),
    ]
