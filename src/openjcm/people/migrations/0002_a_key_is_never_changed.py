"""A registered key is never changed; a grant names a known role and is given once."""

from pathlib import Path

from django.db import migrations, models

SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['participant', 'third-party-entity', 'secretariat', 'co-chair', 'registry-manager', 'second-officer', 'recorder'])), name='a_grant_names_a_known_role'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.UniqueConstraint(fields=('person', 'organisation', 'role', 'partnership', 'side', 'since'), name='a_grant_is_given_once', nulls_distinct=False),
        ),
        migrations.RunSQL((SCHEMA / 'registered_keys.sql').read_text(encoding='utf-8')),
    ]
