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
footer-what = OpenJCM is open-source software for the Joint Crediting Mechanism (JCM) between Japan and its partner countries.
footer-not-official = Not a site of any government. Published facts are quoted with their source.
footer-about = What is published, what is reconstructed, and the licences
banner-words = No committee decided this. No figure here is published or project data.
legend = How the figures are marked
source = Source:

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
five-means-expected = Reductions that the projects expect to make.
five-means-verified = Reductions that a third-party entity has verified.
five-means-notified = Credits of which a Joint Committee has notified the two sides.
five-means-issued = Credits that each side has issued in its own registry.
five-means-used = Credits retired towards a target.
pre-2021-title = Vintages before 2021: not an ITMO
pre-2021-part = Notified, of vintages before 2021
towards-ndc = Counted towards Japan’s NDC
pre-2021-why = Such credits count as issued, and as 0 towards the nationally determined contribution for 2021 to 2030 (decision 2/CMA.3, annex, paragraph 1(e)).
latest-notice = Latest notice
latest-title = { $host }–Japan: { $ordinal } issuance of credits decided
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
count-projects = Projects in them
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
search-hint = By project number, a word of the title, or a country.
hit-project = Project
hit-decision = Decision
hit-decision-title = { $host }–Japan, { $day }

### Open data

open-data-words = The decisions of the public record, one row per project and decision. Every quantity has its basis in the column beside it.
open-data-csv = for spreadsheets, UTF-8
open-data-json = for programs
open-data-columns = Columns
open-data-columns-words = In this order in the CSV; the same names in the JSON.
open-data-reading = How to read it
open-data-blank = A blank means that the quantity is not published. It is not zero.
open-data-never-add = Expected, verified, notified, issued and used quantities are different things and must not be added.
open-data-rehearsals = Rehearsals are not in these files.
open-data-formula = In the CSV, text that a spreadsheet could take for a formula begins with an apostrophe.

### About

honest-title = What you may believe, and why
honest-published = Published facts are as printed by a ministry, a Joint Committee or the scheme’s own site, each with its source.
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
