# What the tables of open data and their columns hold, in English. Keys are the same in every
# language; a column may have words of its own in one table: column-<table>-<column>.

### Tables

table-all = Partner countries, projects, methodologies, decisions on credits, goals and progress of the Joint Crediting Mechanism as they were published, each row with its source. A blank is what was not published, never zero. Expected, verified, notified, issued and used tonnes are different measures and must not be added.
table-partners = The countries that signed the bilateral document with Japan, in signing order.
table-projects = Every project of the public table, with what was printed about it.
table-projects-official-columns = The same projects under exactly the columns and spellings of the official table, as far as its third-party copy shows them. For sources see the table projects.
table-decisions = Every published decision on credits as a whole, latest first. What was decided for each project is in decision_lines.
table-decision-lines = The lines of each decision: one project, or several where one amount was printed for them together.
table-amounts = Every single amount that a decision prints or implies, one a row. Add up only rows of one measure and one side that are marked as counted.
table-methodologies = Methodologies as far as they were published, with what title and formulas are known from.
table-goals = The goals of the scheme for cumulative reductions and removals. They are no credits.
table-progress = Figures of the scheme as a whole as printed on a day. They are not worked out from the decisions.
table-sources = Every source that a row names, with its kind and licence note.
table-facts = Every published fact as it was recorded, older versions included, with the record that holds it.

### Units

unit-tco2e = tCO2e
unit-rank = number in a row
unit-project = projects
unit-decision = decisions
unit-month = months
unit-year = year
unit-country = countries
unit-fact = facts

### Columns of every table

column-sources = The keys of all sources, the main one first; the table sources has them.
column-source-url = The address of the main source.
column-licence = On which terms the main source may be quoted.
column-record = The record of the journal that holds the fact.
column-recorded-at = When it was recorded here, in UTC; not the day of the fact.
column-any-basis = Why the amount beside it may be believed: published, derived (worked out from published amounts), or undisclosed (not published, so the amount is blank).

### Columns

column-country = The partner country, ISO 3166-1 alpha-2.
column-projects-official-columns-country = The partner country by name.
column-iso3 = The same, ISO 3166-1 alpha-3.
column-name-en = Its name in English.
column-name-ja = Its name in Japanese.
column-name-kana = Its name as it is ordered in Japanese.
column-signing-order = Its place in the order of signing, from 1.
column-signed-on = The day of signing.
column-signed-on-known = How well that day is known: confirmed, observed or background.
column-time-zones = Its time zones, that of the capital first.
column-note = A remark of ours.
column-project = The project's reference number.
column-title-en = Its title in English.
column-title-ja = Its title in Japanese, where one was printed.
column-status = Where it stands: validation, registered or registration-request-withdrawn.
column-methodologies-status = Where the methodology stands, as published.
column-projects-official-columns-status = Where it stands, in the official spelling.
column-registered-on = The day of registration.
column-registration-date = The day of registration.
column-host-participants = Participants of the partner country, parted by semicolons.
column-japanese-participants = Participants of Japan, parted by semicolons.
column-methodologies = The methodologies it uses, with version, parted by semicolons.
column-expected-per-year-tco2e = Reductions that the project expects a year; no credits.
column-funding-programme = The programme that pays part of it.
column-funding-subsidy = What the programme pays, as printed.
column-funding-minimum-share = The least share of the credits for Japan under that programme.
column-funding-evidence = Where this is printed.
column-decisions = How many published decisions name it.
column-reference-no = The project's reference number.
column-title = The title.
column-decision = The key of the decision: country and day, or what is known instead of the day.
column-ordinal-basis = published: a source prints the ordinal; derived: computed from this record.
column-ordinal = Which decision of its committee it is, where that is printed or can be counted.
column-day = The day by which it is filed: decided, else announced, else issued.
column-day-is = Which of the three that day is.
column-decided-on = The day of the decision.
column-announced-on = The day of its announcement.
column-issued-on = The day of issuance, where only that one was printed.
column-amounts-issued-on = The day on which the side issued the amount.
column-manner = How it was decided: at a meeting, electronically, or plainly decided.
column-projects = The projects it names, parted by semicolons.
column-progress-projects = How many projects the figure is about.
column-project-count = How many projects it is about, those without a number included.
column-notified-tco2e = What the committee notified both sides of together.
column-goj-will-acquire-tco2e = What the Government of Japan will acquire: an entitlement at the decision, no issuance.
column-notified-to-japan-tco2e = What the committee notified Japan of.
column-issued-by-japan-tco2e = What Japan issued in its registry.
column-issued-by-japan-standing = Japan’s issuance: issued, open (not by the day in open_by_japan_on), nothing (notified of nothing) or undisclosed.
column-issued-by-japan-on = The day on which Japan issued it.
column-open-by-japan-on = The day until which Japan had not issued it.
column-notified-to-host-tco2e = What the committee notified the partner country of.
column-issued-by-host-tco2e = What the partner country issued in its registry.
column-issued-by-host-standing = The partner country’s issuance: issued, open (not by the day in open_by_host_on), nothing (notified of nothing) or undisclosed.
column-issued-by-host-on = The day on which the partner country issued it.
column-open-by-host-on = The day until which the partner country had not issued it.
column-remarks = Remarks as stems, parted by semicolons.
column-line = Which line of the decision, from 1; blank where the amount is of the decision as a whole.
column-projects-unnamed = How many further projects the line is about that were printed without a number.
column-period-first = The first day of the monitoring period.
column-period-last = Its last day, counted.
column-months = Calendar months begun in it, as a notice counts them.
column-number = Which amount of the decision, from 1.
column-measure = What is counted: notified, issued, goj (will be acquired by the Government of Japan) or holder (of another named recipient).
column-progress-measure = What is counted: expected, issued or supported-projects.
column-side = Whose share: JP or the partner country; blank where both sides are meant together.
column-holder = The named recipient.
column-amount-tco2e = The amount.
column-goals-amount-tco2e = Reductions and removals secured by the end of that fiscal year, counted up from the start; no credits.
column-source = The key of the source that prints the amount; blank where it was added up here.
column-sources-source = The key by which rows name the source.
column-calculation = How a derived amount was worked out.
column-rival = Whether another source prints this instead; such an amount is never counted.
column-counted = Whether the amount stands in totals; so a total and its parts, or two sources of one amount, are never added.
column-methodology = The methodology’s number, without version.
column-title-basis = What the title is known from.
column-sectoral-scope = The number of its sectoral scope.
column-scope-basis = Whether the scope is published or inferred.
column-technology = The technologies, in our words.
column-versions = Its adopted versions, parted by semicolons.
column-approvals = Version and day of its approval, where known.
column-proposed-numbers = The numbers under which it was proposed.
column-proponent = Who proposed it.
column-public-inputs-first = The first day of public inputs.
column-public-inputs-last = Their last day, counted.
column-formula-evidence = What its formulas are known from.
column-goal = The goal, by its fiscal year.
column-fiscal-year = The Japanese fiscal year, April to March, by the end of which it is to be reached.
column-since = The first day on which it was in force.
column-since-known = How well that day is known: confirmed, observed or background.
column-text-en = Its text in English, in our words.
column-text-ja = Its text in Japanese, in our words.
column-figure = The key of the figure.
column-state = The day whose state the figure gives.
column-sources-state = The day whose state the source gives.
column-about = Whether the source rounds it.
column-by-year = The year until which expected reductions are counted.
column-partners = How many partner countries the figure is about.
column-url = Its address.
column-kind = official (a government, a committee or the scheme’s site), secondary (news, studies, reposts) or copy (a third party’s copy of an official table).
column-facts-kind = partner, project, methodology, issuance-decision, progress or goal.
column-facts = How many standing facts name it.
column-partnership = In whose record it stands: a partner country, or JP for the scheme as a whole.
column-key = The fact’s key.
column-on-day = The legal day of the fact.
column-superseded-at = When a newer version took its place, in UTC; blank for the one that stands.
column-says = What was printed, as JSON.
