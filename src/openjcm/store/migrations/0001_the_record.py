"""The record exists: journal, chains, clock, projections, guards, rights."""

from pathlib import Path

from django.db import migrations

SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL((SCHEMA / name).read_text(encoding="utf-8"))
        for name in ("0001_the_record.sql", "0002_guards.sql")
    ]
