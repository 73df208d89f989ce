"""Readings may arrive in batches while a period runs."""

from pathlib import Path

from django.db import migrations

SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):
    dependencies = [("store", "0005_the_governments_part")]
    operations = [
        migrations.RunSQL((SCHEMA / "0008_readings_arrive.sql").read_text(encoding="utf-8"))
    ]
