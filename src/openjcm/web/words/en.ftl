# The words of the site in English. Keys are the same in every language.
# What papers say too stands in the papers' catalogue.

### Frame

skip = Skip to the content
wordmark = Joint Crediting Mechanism, open
navigation = Pages
nav-notices = Notices
nav-statistics = Statistics
nav-open-data = Open data
nav-search = Search
nav-about = About
about-title = About this site
footer-made-from = As of { $day }. State of the record:
instant = { $day }, { $time } Japan time
cite-title = To cite this page
cite-words = OpenJCM, “{ $title }”, as of { $day }, state of the record { $state }.
cite-stands = as of { $day }, state of the record { $state }
cite-note = The address names the day and the state. Once the record has changed, it says so and shows the record of that later day.
cited-changed-title = The record has changed since this was cited
cited-changed = Cited: state { $state } of { $day }. Today, { $today }: state { $now }. This page shows the record of today. Every version of a published fact stays in it and can be read from the page of that fact.
cited-unchanged = The record stands as it was cited: state { $state } of { $day }.
footer-what = OpenJCM is open-source software for the Joint Crediting Mechanism (JCM) between Japan and its partner countries.
footer-not-official = Not a site of any government. Published facts are quoted with their source.
footer-for-programs = For programs:
api-title = For programs
api-words = Every question that these pages answer can be asked as JSON, without a key and from any page in a browser, and in a shell with openjcm.
api-start = every address with what it answers
api-description = description (OpenAPI 3.1)
footer-about = What is published, what is reconstructed, and the licences
banner-words = No committee decided this. No figure here is published or project data.
legend = How the figures are marked
source = Source:

scrolls-sideways = Wider than the screen: scroll sideways to see the rest. →

### First page

home-title = From a meter reading to a credit
home-headline = From a meter reading to a credit, every step in the open
home-what = A public record of the Joint Crediting Mechanism, in which every figure says why it may be believed and every credit can be walked back towards the meter reading behind it.
five-title = Five measures of tonnes
five-never-added = They stand side by side and are never added: each counts something else.
five-expected = Expected
five-verified = Verified
five-notified = Notified
five-issued = Issued
five-used = Used
five-means-expected = Reductions that supported projects expect to make.
five-means-verified = Reductions that a third-party entity has verified.
five-means-notified = Credits of which a Joint Committee has notified the two sides.
five-means-issued = Credits that each side has issued in its own registry.
five-means-used = Credits retired towards a target.
expected-as-printed = About so much by { $year }, as printed for { $day }, for the scheme as a whole.
expected-of-projects = Expected of { $count } supported projects.
why-printed = Source and day
used-not-printed = No retirement towards the NDC was published.
vintages-add-up = The parts by vintage (before 2021, from 2021, not known) add up to the notified total.
pre-2021-title = Vintages before 2021: not an ITMO
pre-2021-part = Notified, of vintages before 2021
since-2021-part = Notified, of vintages from 2021
vintage-unknown-part = Notified, vintage not known (neither period nor day tells it, or only in part before 2021)
towards-ndc = Of these, towards Japan’s NDC
vintages-by-day = Where a monitoring period is not published, it had ended by the day of the decision, of its announcement or of an issuance; that tells the vintages.
pre-2021-why = Such credits count as issued, and as 0 towards the nationally determined contribution for 2021 to 2030 (decision 2/CMA.3, annex, paragraph 1(e)).
latest-decisions = Latest decisions
all-decisions = All decisions
all-notices = All notices
no-notices = No decision stands in the public record yet.
way-title = The way of a tonne
way-words = One corridor, walked in one direction. A correction is a new step, never an edit, so from any credit the same corridor leads back to the readings.
corridor-title = The way of a tonne, from meter readings to the nationally determined contribution
station-readings = Meter readings
station-period-quantities = Period quantities
station-reductions = Emission reductions
station-reports = Reports and checks
station-decision = Committee decision
station-notified = Notified
station-issued = Issued
station-transferred = Transferred
station-retired = Retired, cancelled
station-counted = NDC and Article 6
station-note-readings = as the meter shows
station-note-period-quantities = per calendar year
station-note-reductions = by the methodology
station-note-reports = by a third-party entity
station-note-decision = by both sides
station-note-notified = to each side
station-note-issued = each share in its registry
station-note-transferred = within one registry
station-note-retired = two kinds of account
station-note-counted = counted at use
rehearsal-box-title = A rehearsal, apart from the record
rehearsal-box-words = The readings behind the published decision are not public. So that the way can be walked from end to end, the same cases were played again from readings chosen for the purpose. A rehearsal is in no statistic, no search and no open data.
rehearsal-link-own = Rehearsal { $rehearsal } of the decision of { $day }, { $host }–Japan
rehearsal-link = Rehearsal of the decision of { $day }, { $host }–Japan

### Notices

notices-title = Notices of decisions on credits
notices-words = What each Joint Committee decided, as published.
committee = Joint Committee
committee-of = { $host }–Japan
projects = Projects
papers-title = This notice as a file
paper-en-pdf = PDF, English
paper-ja-pdf = PDF, Japanese
paper-en-txt = Text, English
paper-ja-txt = Text, Japanese
paper-json = Data (JSON)
sides-title = Notified to each side
sides-words = The committee notifies each side. Each side issues its share in its own registry, on a day of its own. A credit exists in exactly one registry.

### The walk back

walk-title = Walk back from { $heading }
walk-words = Latest first. Each step names the record that says so; each value says where it comes from.
back-to-notice = To the notice
walk-empty = Nothing is recorded behind this yet.
journal-record = Journal record
rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}

### Rehearsals

rehearsal-title = The decision rehearsed: { $host }–Japan
pairs-title = Published and rehearsed, side by side
comparison-disagrees = The rehearsal does not give every published figure.
to-published-notice = The published notice
to-rehearsed-notice = The rehearsed notice
blocks-title = Blocks of credits
blocks-words = Each leads back, step by step, to the readings behind it.
no-blocks = No credits have been issued in this rehearsal yet.

### Readings

reading-kind = How we read an unclear paragraph
reading-text = What is known
reading-question = What is unclear
reading-ours = Our reading
reading-status = Who agreed
reading-is-no-rule = A reading is how we understand what a document leaves open. It is not a rule of the scheme and binds nobody.
reading-link = The reading in full

### Statistics

statistics-words = Published facts only. What is not published is said to be so and stands in no total.
counts-title = What the record holds
count-decisions = Decisions on credits
count-projects = Projects in the public table
count-partners = Partner countries
decisions-title = Decisions
to-open-data = The same as open data

### Search

search-label = Search projects and decisions
search-example = BD002, chiller, Bangladesh
search-button = Search
search-of = Search: { $text }
search-found = { $count ->
    [one] 1 result
   *[other] { $count } results
} for “{ $text }”
search-pages = Pages of this site:
search-titles = Most titles are published in English only; technologies, countries and days are found in both languages.
search-hint = By project number, a word of the title, or a country.
hit-project = Project
hit-decision = Decision
hit-decision-title = { $host }–Japan, { $day }

### Open data

open-data-words = Every public table of the record, as CSV, JSON and Parquet. Each row says where it was printed and which record holds it; each quantity has its basis in the column beside it.
open-data-all = Everything at once
open-data-tables = Tables
open-data-bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
open-data-checksums-of = Checksums of { $table } (SHA-256)
open-data-columns-of = Columns of { $table }
open-data-licences-of = Licence notes of the sources of { $table }
open-data-column = Column
open-data-type = Type and unit
open-data-blanks = Blank
open-data-means = Meaning
open-data-never-blank = never
open-data-may-be-blank = may be
open-data-type-string = text
open-data-type-integer = whole number
open-data-type-date = day
open-data-type-datetime = instant, UTC
open-data-type-boolean = true or false
open-data-reading = How to read it
open-data-blank = A blank means that the quantity is not published. It is not zero.
open-data-basis = The column ending in _basis says why the amount to its left may be believed: published, derived or undisclosed.
open-data-never-add = Expected, verified, notified, issued and used quantities are different things and must not be added.
open-data-lists = Several values in one cell are parted by a semicolon.
open-data-rehearsals = Rehearsals are not in these files.
open-data-formula = In the CSV, text that a spreadsheet could take for a formula begins with an apostrophe. It is UTF-8 with a byte order mark; lines end as RFC 4180 has it.
open-data-check = datapackage.json describes every file, column and licence for programs (Frictionless Data Package). SHA256SUMS is for sha256sum --check.

### Feed of decisions

feed-title = OpenJCM: decisions on credits
feed-subtitle = Decisions of the Joint Committees on credits, as far as they were published. Each amount says why it may be believed.
feed-entry = { $host }–Japan: decision { $decision }
feed-no-day = Day not published
feed-day-decided = Decided on { $day }
feed-day-announced = Announced on { $day }
feed-day-issued = Issued on { $day }
feed-projects = Projects: { $projects }
feed-figure = { $measure }: { $amount } ({ $basis })
feed-blank = { $measure }: not published
feed-sources = Sources: { $sources }
feed-link = Feed of decisions on credits (Atom)

### About

honest-title = What you may believe, and why
honest-published = Published facts are as a source printed them: a ministry, a Joint Committee or the scheme’s own site; where none of these is at hand, a third party’s copy or a secondary source, which is marked as such.
honest-undisclosed = What exists but is not published is called “not published”. It is never shown as zero, stands on no balance and is in no total.
honest-reconstructed = Reconstructed figures were chosen by us so that the rules give a published total. They are not data of any project.
honest-rehearsal = They live in rehearsals only. Each page and paper of a rehearsal carries a banner and a watermark.
honest-never-added = Expected, verified, notified, issued and used tonnes are five measures. They are shown side by side and never added.
honest-editions = Where a rule, value or document of the scheme is not confirmed, that is said where it is used.
bases-title = Bases of figures
bases-words = From the firmest to the weakest. A figure that is worked out from others is only as firm as the weakest of them.
meaning = Meaning
licence-title = Licences
licence-code = The software is open source under the Apache License 2.0.
licence-data = Facts published by others are quoted with their source and stay under the terms of that source. How the files are arranged is ours, under the Apache License 2.0.
licence-design = Values of colour, type and spacing follow the design tokens of Japan’s Digital Agency (MIT). Fonts stand under their own open licences.
licence-official = Nothing here is a document of a government.

### Refusals

to-home = To the first page
refusal-400 = The request cannot be read
refusal-words-400 = Something in the address or in what was asked is not as it should be.
refusal-403 = Not allowed
refusal-words-403 = You may not do this, or not now.
refusal-404 = There is no such page here
refusal-words-404 = The address may be mistyped, or what you look for does not exist in the public record.
refusal-405 = This address can only be read
refusal-words-405 = Nothing was changed.
refusal-409 = A rule does not allow this
refusal-words-409 = Nothing was changed. What stands against it is below.
refusal-422 = The request cannot be read
refusal-words-422 = Something in the address or in what was asked is not as it should be.
refusal-500 = Something went wrong on our side
refusal-words-500 = It has been noted. Nothing was half-done.
refusal-503 = The registry is not available
refusal-words-503 = Nothing was lost. Please try again in a few minutes.

### The public record: what several pages say

day-heading = Day
year = Year
all = All
yes = Yes
no = No
today = today
order = Order
filters = Filters
filters-apply = Show
filters-clear = Clear filters
words-to-find = Words to find
pager = Pages
pager-first = First page
pager-next = Next page
nav-partners = Partners
nav-projects = Projects
nav-decisions = Decisions
nav-methodologies = Methodologies
nav-goals = Goals
inferred = inferred
day-is-announced = announced
day-is-issued = issued
day-not-known = day not published
issued-by-japan = Issued by Japan
issued-by-host = Issued by the host
acquired = Acquired
known-confirmed = confirmed
known-background = to be confirmed
known-observed = observed
known-unknown = not known
known-ours = ours
provenance-title = Where this comes from
provenance-record = In this record since, with every earlier version:
source-state = state of { $day }
decisions-without-goj = { $count ->
    [one] + 1 decision without this amount
   *[other] + { $count } decisions without this amount
}
decisions-without-issuance = { $count ->
    [one] 1 decision whose issuance is not wholly published
   *[other] { $count } decisions whose issuance is not wholly published
}

### Partner countries

partners-title = Partner countries
partners-on = { $count ->
    [one] 1 partner country on { $day }
   *[other] { $count } partner countries on { $day }
}
partners-words = Countries that had signed the bilateral document with Japan by the end of that day.
partners-shortcuts = Days:
partners-shortcut-first = 31 March 2022, the day of the first Bangladesh notice
partners-none = No country had signed by that day.
partners-counts-are-todays = Projects and decisions are counted as the record stands today, whatever day is chosen.
partner-country = Partner country
as-of-day = As of
signing-order = Signing order
signed-on = Signed
registered = Registered
legal-time = Legal time
order-signing = order of signing
order-kana = Japanese syllabary
projects-of-which-registered = { $count }, of which { $registered } registered
all-projects-of = All { $count } projects
no-decisions-here = No decision on credits was published for this partnership.
no-projects-here = No project of this country stands in the public table.
no-methodologies-here = No methodology is known here.

### Projects

projects-words = The public project table, with the decisions on each project’s credits.
projects-in = Projects in { $host }
projects-found = { $count ->
    [one] 1 project
   *[other] { $count } projects
}
projects-where = Where the projects are
projects-charts = Projects by country, status and year of registration
projects-none = No project fits. Take a filter away, or search by another word.
project-number = Number
project-title = Title
status = Status
status-registered = registered
status-validation = in validation
status-registration-request-withdrawn = request for registration withdrawn
status-unknown = not published
registered-on = Registered on
registered-in = Registered in
not-registered = not registered
methodology = Methodology
methodology-text = Its text:
credits-decided = Credits decided
order-number = number
order-title = title
order-registered = newest registration
participants-of = Participants of { $host }
participants-of-japan = Participants of Japan
expected-per-year = Expected per year
timeline-title = Timeline
timeline-empty = Nothing with a day was published yet.
moment-registered = Registered
moment-monitoring = Monitoring period
moment-decided = Credits decided
moment-announced = Decision announced
moment-issued = Credits issued
moment-issued-by = Issued by { $side }
to-decision = The decision
before-registration = begins before registration, which is allowed
decisions-on-credits = Decisions on credits
no-decisions-on-project = No decision on this project’s credits was published.
one-amount-with = one amount for
financing-programme = Financing programme

### Decisions

decisions-words = What Joint Committees decided on credits, as far as it was published, latest first. Each measure stands in a column of its own; they are never added.
decisions-found = { $count ->
    [one] 1 decision
   *[other] { $count } decisions
}
decisions-none = No decision fits. Take a filter away.
decisions-of = Decisions { $host }–Japan
decision-of = Decision { $name }, { $host }–Japan
decision-title-decided = { $host }–Japan: credits decided on { $day }
decision-title-announced = { $host }–Japan: credits decided, announced on { $day }
decision-title-issued = { $host }–Japan: credits issued on { $day }
decision-title-undated = { $host }–Japan: credits decided, day not published
manner = Manner
manner-meeting = at a meeting
manner-electronic = electronic decision
manner-decision = decision by the Joint Committee
lines-title = By project
another-source = Another source prints:
no-notice-without-decided-day = There is no notice of this decision: a notice names the day on which the Joint Committee decided, and that day is not published.
notices-only-decided = A decision known only by its announcement or its issuance, without a published day of the decision, has no notice; it stands in the list of decisions.
to-notice-form = The same in the form of the ministry’s notice, as page and PDF

### Methodologies

methodologies-title = Methodologies
methodologies-words = Approved and proposed methodologies as far as they were published. What title and formula rest on is said for each; nothing here stands in for the adopted document.
methodologies-found = { $count ->
    [one] 1 methodology
   *[other] { $count } methodologies
}
methodologies-of = Methodologies of { $host }
methodology-number = Number
methodology-title = Title
methodology-status-approved = approved
methodology-status-proposed = proposed
proposed = proposed
title-not-official = not the official title
title-rests-on = The title is from
formula-rests-on = What is known of the formula is from
scope = Sectoral scope
technology = Technology
versions = Versions
version = Version
approved-on = Approved on
versions-not-known = No version is known.
proposed-numbers = Proposed as
proponent = Proponent
public-inputs = Public inputs
projects-using-it = Projects that use it
no-projects-use-it = No project of the public table uses it.
title-basis-official_page = the official page
title-basis-official_methodology_list = the official list of methodologies
title-basis-jc_decision_list = a list of the committee’s decisions
title-basis-methodology_text = the methodology’s own text
title-basis-proposed_form = the proposed methodology
title-basis-additional_information_document = an additional information document
title-basis-proponent_page = a page of the proponent
title-basis-programme_page = a page of the financing programme
title-basis-working_title_from_project = a working title of ours, from a project that uses it
title-basis-to_be_confirmed = a similar methodology elsewhere; to be confirmed
evidence-official_summary = the official summary
evidence-methodology_text_opening = the opening of the methodology’s text
evidence-proposed_form_opening = the opening of the proposed form
evidence-pdd_summary = a project design document
evidence-monitoring_report_sheet = a monitoring report sheet
evidence-additional_information = additional information
evidence-title_plus_study = its title and a study
evidence-family_analogue = similar methodologies elsewhere, not its own text
evidence-title_only = its title alone
evidence-adopted_document = the adopted document, compared by two persons
confidence-stated = the source names every factor
confidence-derived = partly worked out by us, or from similar methodologies
known-of-it = What is known of the relation
reference-emissions = Reference emissions
project-emissions = Project emissions
parameter = Parameter
unit = Unit
parameter-meaning = Meaning
parameter-role = Role
parameter-basis = Known as
expected-from = Expected from
per-set = one for each { $set }
no-value-here = The catalogue holds no values: what no source prints is a required input.
templates-title = Unofficial templates
templates-words = One for each family of methodologies, with an identifier of ours. A template stands in where no source states the relation of a methodology; it is no document of the scheme, and nothing made with it is.
template-identifier = Identifier
template-says = What it covers
templates-link = Unofficial templates of the families

### One fact

fact-title = { $kind } { $name }
fact-kind-partner = Partner country
fact-kind-project = Project
fact-kind-methodology = Methodology
fact-kind-issuance-decision = Decision on credits
fact-kind-progress = Progress of the scheme
fact-kind-goal = Policy goal
fact-words = What was printed, as it was entered into the record, field by field. A newer version takes the place of an older one; both stay.
fact-standing = This version stands.
fact-superseded = Superseded on { $day }.
fact-recorded = Recorded { $at }
fact-of-day = Legal day of the fact
fact-field = Field
fact-value = Value
fact-cite = To cite
fact-version-of = Version { $number } of { $count }

### Totals and where they come from

by-decision-year = By year of the decision
by-country = By partner country
totals-reading = Each measure stands alone. A decision of which an amount is not published is counted beside the total, not in it; of one published in part, the published part stands in the total. Each total leads to the amounts that it is made of.
gaps = { $count ->
    [one] + 1 not published
   *[other] + { $count } not published
}
why = what is in it
summed-notified = Notified, all decisions
summed-goj = The Government of Japan will acquire, all decisions
summed-issued-japan = Issued by Japan, all decisions
summed-issued-goj = Issued by Japan to its government, all decisions
summed-issued-others = Issued by Japan to others, all decisions
figure-until = up to { $day }
summed-issued-host = Issued by host countries, all decisions
state-of-the-record = State of the record
state-words = { $count } records, the last of { $at }
addends-title = The amounts in this total
sources-several = several: see the decision
addends-none = No amount is published.
gaps-title = Not in this total
gaps-words = Decisions of which this amount is not published.
gaps-words-by-vintage = Decisions that could be of these vintages: the amount is not published, or not of which vintages it is.
parts-title = In this total in part
parts-words = Decisions of which this amount is not wholly published. What is published of it stands in the total, what is missing does not.
summed-notified-pre-2021 = Notified, of vintages before 2021
summed-notified-since-2021 = Notified, of vintages from 2021
chart-origin = Where these figures come from
to-decision-figures = Where these figures come from: the decision with the source of each
amount = Amount
source-heading = Source
search-more = The first { $count } are shown. Add a word to find fewer.
hit-partner = Partner country
hit-methodology = Methodology
hit-decision-of = { $host }–Japan: decision of { $day }

### Goals

goals-title = Goals
goals-on = Goals in force on { $day }
goals-words = The goals count cumulative reductions and removals secured, by the public and private sectors together. They are set beside expected reductions where such a figure is published, and never beside credits.
goal-by = By fiscal year { $year }
goal-since = In force since { $day }.
goals-none = No goal was in force on that day.
progress-title = Published progress
progress-words = Figures of the scheme as a whole, each as printed on its day. They are not worked out from this record and not added to it.
progress-state = State of
progress-what = What
progress-expected = Expected reductions of supported projects
progress-issued = Credits issued
progress-supported-projects = Supported projects
progress-cases = { $count ->
    [one] (1 issuance)
   *[other] ({ $count } issuances)
}
progress-projects-at-least = (at least { $count } projects)
issued-to-goj-part = Issued by Japan to its government
issued-to-others-part = Issued by Japan to others
issued-open-part = Issued by Japan, to whom is not published
of-vintages = Vintages
progress-by = by { $year }
progress-projects = { $count ->
    [one] (1 project)
   *[other] ({ $count } projects)
}
progress-partners = { $count ->
    [one] in 1 country
   *[other] in { $count } countries
}
progress-none = No figure was published by that day.
about-mark = about

### Allocation workbench

workbench-title = Allocation workbench
all-benches = All shares that are tried
workbench-words = No rule is published for how a share is rounded. Here every published share stands against every rule that could have made it: a share, what it is taken of, and how it is rounded.
verdict-explained = explained
verdict-contradicted = contradicted
verdict-open = cannot be told
verdict-sign-explained = ○
verdict-sign-contradicted = ×
verdict-sign-open = ?
verdict-means-explained = the rule gives the amount, or can give it with the calendar years of the period.
verdict-means-contradicted = the rule cannot give the amount.
verdict-means-open = it depends on calendar years, or on the amounts of single projects, that are not published.
workbench-several = Share, base and rounding belong to each project’s agreement. Where several projects stand in one amount and their single amounts are not published, a rule is tried on every way to share the amount out between them: what it can give stands there from the least to the most.
amounts-unmarked = Amounts without a mark are
bench-goj = The Government of Japan’s share, tried as { $share }
bench-host = The host’s share, tried as { $share }
bench-holder = What another named holder was given, tried as { $share }
rival-row = other source, not in the score
bench-source = Where the share was seen:
years-touched = Calendar years
share = Share
base-total = of a project’s total
base-vintage = of each calendar year
rounding-down = down
rounding-nearest = to the nearest
rounding-up = up
rounding-majority = least above one half
years-at-least = { $count }+ years
score = Explained / contradicted / cannot be told

### The list of sources

sources-title = Sources
sources-words = Where the figures and facts of this record were printed. Facts are quoted with their source; no text of a source is copied.
sources-found = { $count } sources.
sources-of-official = Official sources ({ $count })
sources-of-copy = Copies of official tables ({ $count })
sources-of-secondary = Secondary sources ({ $count })
sources-means-official = Pages of a government, of a Joint Committee, of the scheme’s own site or of the body that runs a programme of it.
sources-means-copy = A copy that a third party made of an official table; cited as such.
sources-means-secondary = News, studies and reposts. Where a figure names one of them, it is marked as such.
sources-facts = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
sources-as-data = The same list as data
to-sources = List of all sources, with the kind of each

### Fields of a fact

field-numbered = { $field } { $number }
scope-basis-published = published
scope-basis-inferred = inferred
precision-about = about
field-title-en = English title
field-title-ja = Japanese title
field-text-en = In English
field-text-ja = In Japanese
field-measure = Measure
field-status = Status
field-iso3 = Code of the country
field-order = Order of signing
field-decided-on = Decided on
field-announced-on = Announced on
field-announced-in = Announced in the year
field-issued-on = Issued on
field-signed-on = Signed on
field-registered-on = Registered on
field-since = Since
field-open-on = Not issued by
field-known = How well known
field-day-from = Where the day is from
field-note = Note
field-zones = Time zone
field-manner = Manner of the decision
field-ordinal = Number of the issuance
field-fiscal-year = Fiscal year
field-million-tonnes = Million tonnes
field-amount = Amount
field-precision = Precision
field-by = By the year
field-title-basis = What the title rests on
field-methodology = Methodology
field-sectoral-scope = Sectoral scope
field-scope-basis = What the scope rests on
field-technology = Technology
field-versions = Version
field-approvals = Approved on
field-proposed-numbers = Proposed number
field-proponent = Proponent
field-public-inputs-first = Public inputs from
field-public-inputs-last = Public inputs until
field-formula-evidence = What the formula rests on
field-projects = Projects
field-cases = Cases
field-project = Project
field-partners = Partner countries
field-unnamed = Projects without a published number
field-vintage = Vintage
field-period = Monitoring period
field-first = From
field-last = Until
field-notified = Notified
field-goj = GoJ will acquire
field-issued = Issued
field-issued-goj = Issued to the Government of Japan (the rest is not published)
field-expected-per-year = Expected a year
field-source = Source
field-source-of = Source of
field-derived = Worked out
field-host-participants = Participant of the partner country
field-japanese-participants = Participant of Japan
field-methodologies = Methodology
field-holder = Holder
field-side = Side
field-id = Name in this record
field-title = Title
field-url = Address
field-kind = Kind
field-state = State of
field-licence = Terms
field-programme = Programme
field-operator = Operator
field-year = Year
field-subsidy = Subsidy
field-minimum-share = Least share of the Government of Japan
field-rounding-reading = Reading of the rounding
field-evidence = Evidence
field-remarks = Remark
field-total = The whole decision
field-totals = The whole decision
field-sides = Side
field-holders = Holder
field-also = Another source
field-lines = Line
field-funding = Funding
field-sources = Source

# A version of a methodology, a template, and two versions side by side
version-of = Version of { $number }
summary = Summary
summary-project = What a project does
summary-pattern-is-ours = technology and pattern in our words
versions-and-changes = Versions, and what changed
versions-changed = From one version to another
compare-two = Compare { $a } and { $b }
diff-group-more = More of what one alone has ({ $count })
diff-group-not-told = What cannot be compared ({ $count })
diff-group-ours = How we know it: what differs in source and firmness alone ({ $count })
diff-group-same = The same in both ({ $count })
not-official = Not official.
not-official-words = No source states the relation of this version in full. What stands here is ours, and nothing of it is the adopted document.
definition-not-written = No definition of this version is written; the template of its family stands in.
template-no-official = A template of ours. It is no official methodology of the scheme, and no number of the scheme is worked by it.
definition-says = What was seen
built-on = Built on
definition-hash = SHA-256 of the definition
condition-of = Condition of criterion { $number }
criteria-none = No criteria are written here: none was seen in a source.
formula-of = Formula of { $symbol }
worked-case = A case, worked
worked-case-words = Every value in the order of the document, with all its digits, and below each what it is made of.
value-monitored = monitored
diff-title = Two versions side by side
diff-words = All that is known of both: what the catalogue says, relations as far as sources state them, and definitions where they are written. What is not known has the reason in its place.
diff-link = Two versions side by side: choose any two versions or templates
diff-side-a = The first
diff-side-b = The second
diff-compare = Compare
diff-what = What
diff-both = both
monitoring-options = Monitoring options
parameter-value = Value
shown-by = Shown by

# The calculation of a rehearsed monitoring report
report-papers-title = This calculation as a file
report-year = Calendar year { $year }
report-credits = Credits
report-notes = Why the fixed values are what they are
report-link = Its calculation, value by value
report-as-pdf = { $report } as PDF
reports-title = Calculations of the monitoring reports
reports-words = Each lays open every intermediate value with its unit and its basis, and is there to be printed.
to-rehearsal = The rehearsal that the report belongs to

# A draft of a methodology, checked and worked
draft-title = Try out a draft of a methodology
draft-link = Try out a draft of a methodology: all its faults, how it reads, and a trial calculation
draft-words = Paste a definition or upload its file. The answer shows every fault with its line and what to do about it; when there is none, the draft as it will be read, and a trial calculation of the values you give.
draft-kept = Nothing is kept: the draft is checked, shown to you and forgotten.
draft-example = Fill in an example
draft-begin = Fill in its first lines
draft-begin-from = Begin from a template
draft-definition = Definition
draft-definition-help = In the form of the templates here (TOML). What a template says need not be said again.
draft-file = Or a file
draft-file-help = A definition.toml of at most { $characters } characters. It takes the place of what is pasted above.
draft-case = Values for a trial calculation (may stay blank)
draft-case-help = Values by symbol under [monitored] and [fixed]. Results under [expected] are compared at the digits they state.
draft-check = Check the draft
draft-again = Change it and check again
draft-bounds = A draft may take { $seconds } seconds of computing and { $megabytes } MiB of memory; one that needs more is stopped.
draft-faults = { $count ->
    [one] 1 fault
   *[other] { $count } faults
}
draft-no-faults = No faults.
draft-not-worked = Nothing is worked before they are mended.
draft-view = The draft as it reads
draft-view-words = A draft of yours. It is no official methodology, and nothing here was compared with an adopted document.
draft-tried = Trial calculation
draft-heading = Draft: worked by a file of yours, which is no official methodology
draft-values-rest-on = The values given count as
draft-year = Calendar year
draft-warnings = To be noted
draft-trees = How it comes to this
draft-lines-cut = The text is long: only the lines around its faults are shown.
draft-too-long-view = The draft is sound, but longer than a page can show.
draft-too-long-tried = The values were worked, but the calculation is longer than a page can show.
draft-problem-blank = There is no definition.
draft-problem-words-blank = Paste one below, or choose a file.
draft-problem-too-large = This is too large.
draft-problem-words-too-large = A definition and its values have at most { $characters } characters each. Nothing was read.
draft-problem-too-long = The definition is too long.
draft-problem-words-too-long = It has at most { $characters } characters; nothing was checked. It stands below, cut a little behind that length: shorten it and send it again.
draft-problem-file-too-long = The file is too long.
draft-problem-words-file-too-long = A definition has at most { $characters } characters; nothing was checked. What was pasted stands below.
draft-problem-case-too-long = The values are too long.
draft-problem-words-case-too-long = They have at most { $characters } characters; nothing was checked. They stand below, cut a little behind that length: shorten them and send them again.
draft-problem-not-text = The file is no text.
draft-problem-words-not-text = Save it as text in UTF-8 and choose it again. What was pasted stands below.
draft-problem-out-of-bounds = The check was stopped.
draft-problem-words-out-of-bounds = The draft needed more than { $seconds } seconds of computing or { $megabytes } MiB of memory. Give fewer or shorter formulas, members or values.
draft-problem-busy = Others are trying out drafts just now.
draft-problem-words-busy = Your text stands below; send it again in a few seconds.
refusal-no-version = There is no such version here
refusal-words-no-version = One of the two is neither a version that is known nor a template. The form lists all that can be compared.
refusal-busy = Others are being served just now
refusal-words-busy = This takes some seconds of computing, and only a few can have it at once. Please try again in a few seconds.
try-again = Try again
refusal-form-not-ours = The form could not be taken
refusal-words-form-not-ours = It was sent from another page, or your browser keeps no cookies for this site. Open the page again and send it once more; nothing was stored.

# Documents as pages
document-in-english = This document is written in English only.
documents-others = Other documents
draft-documents = How a definition is written

# The workbook of a version or a template
workbook-file = Workbook for Excel
workbook-file-words = The plan (MPS), the monitoring structure (MSS) and the report (MRS) in the scheme’s structure. Blue cells are to be filled in; every other cell computes by itself, by the formulas of this page. The numbers that count are worked once more, exactly, when the workbook is read back.
workbook-file-words-of-template = The plan (MPS), the monitoring structure (MSS) and the report (MRS) in the scheme’s structure. Blue cells are to be filled in; every other cell computes by itself, by the formulas of an unofficial template. The numbers that count are worked once more, exactly, when the workbook is read back.
workbook-of-template = Made of the unofficial template { $id }, and says so on each of its sheets.
workbook-its-formulas = Its formulas
workbook-how-many = How many: { $set }
workbook-first-day = First day of the monitoring period
workbook-last-day = Last day of the monitoring period
workbook-download = Download the workbook
workbook-tutorial = How to fill it in and read it back, step by step, is told by “Fill in a monitoring report” in the documentation of OpenJCM.
workbook-years = Each calendar year of the period gets rows of its own on MRS(input), and a column on MRS(calc_process).
workbook-page = Back to the methodology
workbook-not-written = The workbook was not written. What you asked stands below: change it and send it again.
workbook-wrong-count = write a whole number from 1 to { $most }
workbook-wrong-day = write a day of the calendar, such as 2017-03-31
workbook-wrong-order = the last day lies before the first; give a later one
workbook-wrong-years = a workbook of this site has at most { $years } calendar years; give an earlier last day
workbook-too-large = It would have more than { $rows } rows: ask for fewer members or fewer years. Larger ones are written by OpenJCM on a machine of your own.

# A definition tried with values of a reader’s own
try-title = Try it
try-words = The fields begin with the values of the worked case. Put in your own: the result is worked out exactly, and nothing that you type is kept.
try-kept = These stay as in the worked case
try-compute = Compute
try-wrong = These fields could not be read; the others stay as you typed them.
try-wrong-number = write a number such as 0.533, with digits, a point and nothing else
try-wrong-blank = is blank; write a number, and 0 only where it is zero
try-wrong-too-long = is too long; write at most 30 digits before the point and 30 behind it
try-wrong-comma = write the number without commas and blanks, with a point before its decimals: 1234.5
try-wrong-exponent = write the number out: 100000, and not 1e5
try-wrong-with-unit = write the number alone, without a unit; it is read in { $unit }
try-wrong-divisor = is 0, and something is divided by it; write another number
try-wrong-choice = choose one of the options
try-wrong-day = write a day such as 2017-03-31
try-refused = These values cannot be worked.
try-rests-on = It rests on
try-unworked-divided-by-zero = something is divided by zero here; change a value so that what is divided by is not zero.
try-unworked-beyond-all-size = it comes out beyond all size; look for a value in a wrong unit.
try-unworked-too-close-to-tell = fifty digits do not tell it; give values that are less alike.
try-unworked-power-of-no-sense = a power is taken of a number that is not above zero, or with too large an exponent; change one of the two.
try-unworked-exp-of-no-sense = an exponential is taken of more than 1000; make the value smaller.
try-unworked-outside-the-table = the table has no row for this; give a value that lies within its rows.
try-unworked-too-many-places = there are too many members.
try-unworked-other = it cannot be worked; change one of the values.
try-odd = These values are seldom seen. The result below counts only if they are right.
try-odd-range = plausible is { $range }; check the value and its unit.
try-odd-thousandth = A thousandth of it would be plausible: perhaps it was read in a smaller unit, such as kWh for MWh.
try-odd-thousandfold = A thousand times it would be plausible: perhaps it was read in a larger unit, such as MWh for kWh.
try-whole-odd = if the values above are right
try-remark-input-plausible = its values in the worked case lie outside of what is plausible
try-remark-input-whole-tonne-told = fifty digits do not tell whether it reaches the next whole tonne
try-remark-negative-reductions = a calendar year whose reduction is zero or below gives no credits and takes none from another (our reading 0004, to be confirmed)
try-failed = Not computed.
try-failed-words = The site did not answer, or could not take the form. What you typed stays: wait a little, then press “Compute”.
try-RE = Reference emissions RE
try-PE = Project emissions PE
try-ER = Emission reductions ER
try-whole = Whole tonnes
try-not-told = cannot be told
try-values = Every value on the way, with all its digits

### Values typed on a phone, behind a private link

typed-meters = Meters
typed-month = { $name } { $year }
typed-list = What was typed
typed-list-empty = Nothing was typed yet.
typed-illustrative = Values made up to show how it is done. Nothing here is project data.
typed-due = { $count ->
    [one] One meter still lacks its value.
   *[other] { $count } meters still lack their value.
  }
typed-none-due = Every meter has its value.
typed-last = Last value:
typed-last-value = Last value
typed-nothing-yet = No value yet
typed-there = { $month }: there
typed-not-there = { $month }: not there yet
typed-private = This page is private: whoever has its address can type values. Do not pass it on.
typed-source = Typed from
typed-source-meter = the meter
typed-source-bill = a bill
typed-value-register = What the register shows ({ $unit })
typed-value-interval = Amount ({ $unit })
typed-value-average = Value ({ $unit })
typed-value-help-register = All digits as they stand on the face of the meter, leading zeros or not.
typed-value-help-interval = The amount of the whole interval as the meter shows it.
typed-value-help-average = The value as the meter shows it.
typed-bill-help-register = The register reading that the bill prints for its last day, not the amount used.
typed-bill-help-interval = The amount that the bill prints for this meter in { $unit }, before any money.
typed-bill-help-average = The mean that the bill prints for this meter in { $unit }.
typed-digits = With { $digits ->
    [one] one decimal
   *[other] { $digits } decimals
  }, after a point or a comma (such as { $example }).
typed-no-digits = Without decimals, and nothing between the digits (such as { $example }).
typed-multiplier = The register counts { $multiplier } times what it shows; type what it shows.
typed-when = When it was read
typed-when-end = Up to when the amount counts
typed-when-start = From when the amount counts
typed-when-help = In the legal time of { $zone } ({ $utc }).
typed-day = Day
typed-clock = Time
typed-turn-first = The first time that the clock showed it
typed-turn-second = The second time, after it was set back
typed-of-bill = The bill
typed-invoice = Invoice number
typed-last-day = Last day that it covers
typed-last-day-help = The value counts at the end of this day, in the legal time of { $zone }.
typed-evidence = Photo or invoice
typed-evidence-help = JPEG, PNG, HEIC, WebP or PDF, at most { $megabytes } MB each. It is kept as it is, with the place and time that a photo may hold, and shown only behind this link.
typed-photo = Take a photo
typed-file = Or choose a photo or a PDF
typed-drop = leave out
typed-reason = Without either: why?
typed-no-evidence = None. { $reason }
typed-note = Note (may stay blank)
typed-note-said = Note
typed-check = Check
typed-not-yet = Nothing is sent in yet: you see everything once more.
typed-slips = { $count ->
    [one] One thing cannot be taken yet. What you typed stands below.
   *[other] { $count } things cannot be taken yet. What you typed stands below.
  }
typed-slip-value-blank = Type the value.
typed-slip-value-not-a-number = Type digits only (such as { $example }).
typed-slip-value-negative = A value below zero cannot be taken (type it as { $example }).
typed-slip-value-grouped = Leave out the marks between thousands (such as { $example }).
typed-slip-value-whole = The register has no decimals. Type whole { $unit } without point or comma (such as { $example }).
typed-slip-value-decimals = { $digits ->
    [one] The register has one decimal (such as { $example }). If the mark stands between thousands, leave it out.
   *[other] The register has { $digits } decimals (such as { $example }). If the mark stands between thousands, leave it out.
  }
typed-slip-value-too-large = No register shows so many digits (type it as { $example }).
typed-slip-source = Say where the value is typed from.
typed-slip-day-unreadable = Give the day.
typed-slip-clock-unreadable = Give the time.
typed-slip-no-such-time = The clock was set forward over this time; look at it again.
typed-slip-time-twice = The clock showed this time twice that day; say which it was.
typed-slip-future = This is still to come. Look at the day, the time and the clock.
typed-slip-invoice-blank = Give the number of the invoice.
typed-slip-too-long = This is too long; shorten it.
typed-slip-evidence-blank = Take a photo, choose a file, or say why there is none.
typed-slip-evidence-empty = The file is empty; take the photo again.
typed-slip-evidence-too-large = The file is larger than { $megabytes } MB; choose a smaller one, or set the camera to smaller photos.
typed-slip-evidence-not-known = The file is no whole photo (JPEG, PNG, HEIC, WebP) and no PDF, whatever its name says; choose another.
typed-slip-evidence-two-kinds = The file is of two kinds at once; take a photo of what it shows.
typed-slip-evidence-no-room = Too many photos wait for their values. Take those in, or come again in two days.
typed-slip-evidence-gone = A photo is no longer held; choose it again.
typed-slip-evidence-too-many = At most { $most } photos and files; leave one out.
typed-problem-too-large = This is too large.
typed-problem-words-too-large = A photo or a file has at most { $megabytes } MB. Nothing was read: go back, where what you typed still stands, and choose a smaller one.
typed-problem-busy = A value is being taken in just now.
typed-problem-words-busy = Nothing is lost. Press the button again in a few seconds.
typed-problem-not-sure = Something is still to be answered.
typed-problem-words-not-sure = Tick each point below if it is right, or change the value.
typed-refused = It was not taken. What you typed stands below.
typed-confirm = Is this right?
typed-read-at = Read at ({ $zone })
typed-difference = Since then
typed-times = Times { $multiplier }:
typed-correction = Correction
typed-corrects = In place of no. { $number }
typed-replaced-by = Replaced by no. { $number }.
typed-sure = This is right.
typed-plan-refuses = It cannot be taken so: change the value or ask whoever keeps the plan.
typed-take = Send in
typed-change = Change
typed-asks-reset = { $value } { $unit } is lower than the last value. If it was read rightly, the register was reset or exchanged in between, and what it counted there is not known.
typed-asks-lower = { $value } { $unit } is lower than the last value.
typed-asks-negative-step = { $value } { $unit } is lower than the last value, and too high for a register that began again at zero.
typed-asks-non-monotone = The value { $value } { $unit } of { $at } is out of line with those before and after it.
typed-asks-rollover = The register would have turned over to zero on its way to { $value } { $unit }.
typed-asks-exchange = The plan says that the register was exchanged in between.
typed-asks-beyond-capacity = Up to { $value } { $unit } the register rose by more than the equipment can bring about, as the plan has it.
typed-asks-outside-calibration = The plan names no calibration that is valid at this time.
typed-asks-outside-period = { $at } lies outside the monitoring period; the value is kept and not counted.
typed-asks-future-stamp = { $at } is still to come.
typed-asks-gap = No value since { $at }: { $count ->
    [one] one is missing
   *[other] { $count } are missing
  } in between.
typed-asks-stuck = The register has not moved since { $at } ({ $count ->
    [one] one day
   *[other] { $count } days
  }).
typed-asks-month-there = There is a value of this month already: { $value } { $unit } of { $at }.
typed-asks-unusual-more = This is more than three times the usual step; about { $value } { $unit } would be usual.
typed-asks-unusual-less = This is less than a third of the usual step; about { $value } { $unit } would be usual.
typed-asks-fewer-decimals = Fewer decimals were typed than the register shows. It is taken as { $value } { $unit }.
typed-asks-corrects = At this very time { $value } { $unit } was typed (no. { $count }). This value takes its place; the old one stays in the list.
typed-asks-same-again = The same value was typed for this very time (no. { $count }). This entry takes its place with its photo or invoice.
typed-asks-of-a-file = At this very time { $value } { $unit } came in a file with others (no. { $count }); its sender has to correct it.
typed-asks-of-another = At this very time another value stands (no. { $count }: { $value } { $unit }); correct that one.
typed-receipt = Receipt no. { $number }
typed-number = No. { $number }
typed-taken = Taken in. It is kept for good and cannot be lost.
typed-received = Arrived
typed-so-far = { $month } so far
typed-between = From { $since } until { $until }.
typed-so-far-words = Told by what was read until now. It is no verified quantity; that follows from the whole period.
typed-so-far-none = What was read until now does not tell it yet: a value before this month is missing, or the register fell or was exchanged.
typed-next = Next: { $meter }
typed-to-meters = All meters
typed-correct = Correct this
typed-evidence-private = Photos and invoices are shown only behind this link.
