"""What a government was issued may be known where what others were is not."""

from pathlib import Path

from django.db import migrations

SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):
    dependencies = [("store", "0004_quantities_by_vintage")]
    operations = [
        migrations.RunSQL((SCHEMA / "0007_the_governments_part.sql").read_text(encoding="utf-8"))
    ]
