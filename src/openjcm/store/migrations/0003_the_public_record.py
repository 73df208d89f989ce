"""The public record exists: facts with their history, projects, decisions, amounts, search."""

from pathlib import Path

from django.db import migrations

SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):
    dependencies = [("store", "0002_no_change_without_a_record")]
    operations = [
        migrations.RunSQL((SCHEMA / "0005_the_public_record.sql").read_text(encoding="utf-8"))
    ]
