"""What a decision notified stands part by part, each with its vintages."""

from pathlib import Path

from django.db import migrations

SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):
    dependencies = [("store", "0003_the_public_record")]
    operations = [
        migrations.RunSQL((SCHEMA / "0006_quantities_by_vintage.sql").read_text(encoding="utf-8"))
    ]
