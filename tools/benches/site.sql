-- A record as large as it may become, for speed alone: none of it is in the journal.
-- :blocks and :projects are put in by site.py; the rules of the record are switched off.

INSERT INTO partnership (key, host, kind, zone, title) VALUES ('QA', 'BD', 'live', 'UTC', 'bench');
INSERT INTO account (partnership, partnership_kind, side, number, kind, holder, government)
  SELECT 'QA', 'live', 'JP', 'QA-' || n, 'holding', 'Holder ' || n, false
  FROM generate_series(1, 1000) n;
INSERT INTO issuance (partnership, side, id, decision, notification, report, project, vintage,
  lo, hi, issued_on)
  SELECT 'QA', 'JP', 'QA-I-' || n, 'QA-D', 'QA-N', 'QA-R-' || n,
  'QA' || lpad((n % 5000)::text, 4, '0'),
  2021 + n % 10, n::bigint * 1000 + 1, n::bigint * 1000 + 1001, '2025-01-01'
  FROM generate_series(1, :blocks / 10) n;
INSERT INTO block (partnership, side, issuance, iss_lo, iss_hi, lo, hi, prev_hi, account, account_kind)
  SELECT 'QA', 'JP', 'QA-I-' || n, n::bigint * 1000 + 1, n::bigint * 1000 + 1001,
  n::bigint * 1000 + 1 + k * 100, n::bigint * 1000 + 101 + k * 100,
  CASE WHEN k > 0 THEN n::bigint * 1000 + 1 + k * 100 END, 'QA-' || (1 + (n + k) % 1000), 'holding'
  FROM generate_series(1, :blocks / 10) n, generate_series(0, 9) k;
INSERT INTO published_fact (partnership, fact, key, seq, recorded_at, body, basis)
  SELECT f.partnership, 'project', 'QA' || lpad(n::text, 4, '0'), 100000 + n, now(), f.body, 'published'
  FROM generate_series(1, :projects) n, published_fact f WHERE f.key = 'BD004';
INSERT INTO published_project (partnership, id, host, title_en, title_ja, status, registered_on,
  methodologies)
  SELECT 'BD', 'QA' || lpad(n::text, 4, '0'), 'BD', 'Solar power for factory ' || n, '太陽光発電 ' || n,
  'registered', date '2015-01-01' + n % 4000, ARRAY['BD_AM002_ver01.0']
  FROM generate_series(1, :projects) n;
INSERT INTO findable (kind, partnership, key, title_en, title_ja, words)
  SELECT 'project', 'BD', 'QA' || lpad(n::text, 4, '0'), 'Solar power for factory ' || n,
  '太陽光発電 ' || n, array_to_tsvector(ARRAY['solar', 'power', 'for', 'factory', n::text])
  FROM generate_series(1, :projects) n;
INSERT INTO published_decision (partnership, key, host, day, decided_on, manner, projects)
  SELECT 'BD', 'QA-D-' || n, 'BD', date '2023-01-01' + n % 1000, date '2023-01-01' + n % 1000, '',
  ARRAY['QA' || lpad(n::text, 4, '0')] FROM generate_series(1, 2000) n;
INSERT INTO published_fact (partnership, fact, key, seq, recorded_at, body, basis)
  SELECT f.partnership, 'issuance-decision', 'QA-D-' || n, 200000 + n, now(), f.body, 'published'
  FROM generate_series(1, 2000) n, published_fact f WHERE f.key = 'BD-2022-03-28';
INSERT INTO published_amount (partnership, decision, number, line, projects, host, day, measure,
  amount, basis, source, calculation, rival, counted)
  SELECT 'BD', 'QA-D-' || n, 1, 0, ARRAY['QA' || lpad(n::text, 4, '0')], 'BD',
  date '2023-01-01' + n % 1000, 'notified', 100 + n, 'published', 'bench', '', false, true
  FROM generate_series(1, 2000) n;
INSERT INTO published_part (partnership, decision, number, line, projects, unnamed, amount, basis,
  source, calculation, ended_by, vintages)
  SELECT 'BD', 'QA-D-' || n, 1, 0, ARRAY['QA' || lpad(n::text, 4, '0')], 0, 100 + n, 'published',
  'bench', '', date '2023-01-01' + n % 1000, 'unknown' FROM generate_series(1, 2000) n;
