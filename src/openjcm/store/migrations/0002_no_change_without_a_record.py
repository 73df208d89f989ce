"""No projection changes without a record, and every constraint's name is a sentence."""

from pathlib import Path

from django.db import migrations

SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):
    dependencies = [("store", "0001_the_record")]
    operations = [
        migrations.RunSQL((SCHEMA / name).read_text(encoding="utf-8"))
        for name in ("0003_no_change_without_a_record.sql", "0004_names_are_sentences.sql")
    ]
