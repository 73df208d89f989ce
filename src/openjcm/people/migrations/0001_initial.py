"""Persons, organisations, grants, authenticators and server-side sessions exist."""

from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.text
import openjcm.people.models
import uuid
from django.db import migrations, models


SCHEMA = Path(__file__).parents[1] / "schema"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.TextField()),
                ('email', models.EmailField(blank=True, max_length=254, null=True, unique=True)),
                ('password', models.CharField(default=openjcm.people.models.unusable_password, max_length=128)),
                ('is_active', models.BooleanField(default=True)),
                ('is_demonstration', models.BooleanField(default=False)),
            ],
            options={
                'db_table': 'people_person',
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_person_has_a_name'), models.CheckConstraint(condition=models.Q(('email__isnull', True), models.Q(('email', django.db.models.functions.text.Lower(models.F('email'))), models.Q(('email', ''), _negated=True)), _connector='OR'), name='an_address_is_written_in_lower_case')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.TextField()),
                ('kind', models.TextField()),
                ('partnership', models.TextField()),
                ('side', models.TextField(blank=True, null=True)),
            ],
            options={
                'db_table': 'people_organisation',
                'constraints': [models.CheckConstraint(condition=models.Q(('side__isnull', True), ('side__regex', '^[A-Z]{2}$'), _connector='OR'), name='an_organisation_stands_on_one_side_or_none')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('key_sha256', models.BinaryField(primary_key=True, serialize=False)),
                ('content', models.TextField()),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='people.person')),
            ],
            options={
                'db_table': 'people_session',
            },
        ),
        migrations.CreateModel(
            name='Authenticator',
            fields=[
                ('key_id', models.TextField(primary_key=True, serialize=False)),
                ('kind', models.TextField(choices=[('software', 'Software, in demonstrations and tests only'), ('webauthn', 'Passkey or security key')])),
                ('public_key', models.BinaryField()),
                ('registered_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authenticators', to='people.person')),
            ],
            options={
                'db_table': 'people_authenticator',
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['software', 'webauthn'])), name='an_authenticator_is_of_a_known_kind')],
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('role', models.TextField()),
                ('partnership', models.TextField()),
                ('side', models.TextField(blank=True, null=True)),
                ('since', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='people.person')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='people.organisation')),
            ],
            options={
                'db_table': 'people_grant',
                'constraints': [models.CheckConstraint(condition=models.Q(('side__isnull', True), ('side__regex', '^[A-Z]{2}$'), _connector='OR'), name='a_grant_names_a_side_or_none'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='a_grant_ends_after_it_begins')],
            },
        ),
        *(
            migrations.RunSQL((SCHEMA / name).read_text(encoding="utf-8"))
            for name in ("authenticators.sql", "rights.sql")
        ),
    ]
