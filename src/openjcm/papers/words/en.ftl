# The words of papers in English. Keys are the same in every language.
# The sentences are ours, not a ministry's.

### Days, periods, numbers

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
day = { $day } { $month_name } { $year }
day-to-come = { $day } has not come yet: what is shown is what is known today.
table-day = { $day_padded } { $month_short } { $year }
period = { $first } – { $last }
months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
tonnes = { $amount } { unit-tonnes }
unit-tonnes = tCO2e
ordinal = { $form ->
    [one] { $number }st
    [two] { $number }nd
    [few] { $number }rd
   *[other] { $number }th
}
list-comma = {", "}
two-sentences = { $first } { $then }
full-stop = .
name-apart = {" – "}
brackets = ({ $text })
named = { $label }: { $value }
page-of = Page { $page } of { $pages }

### How a figure came to be

not-published = not published
not-confirmed = not confirmed
basis-published = published
basis-measured = measured
basis-recorded = recorded
basis-derived = derived
basis-recalled = recalled
basis-reconstructed = reconstructed
basis-illustrative = illustrative
basis-undisclosed = not published
basis-means-published = printed in the source that is named: by a ministry, a Joint Committee or the site of the scheme, elsewhere by news or a study; the list of sources says which.
basis-means-measured = taken from a reading file that this system holds.
basis-means-recorded = entered by two persons from a document whose scan is kept.
basis-means-derived = worked out from other figures shown here.
basis-means-recalled = known only from general knowledge, to be confirmed.
basis-means-reconstructed = chosen by us, or worked out from what we chose, so that the rules give a published total; not project data.
basis-means-illustrative = made up to show the arithmetic.
basis-means-undisclosed = exists, but is not published; stands on no balance and in no total.

### The table for the terminal

table-heading = Joint Committee { $host }–Japan, decision of { $day }
table-heading-rehearsal = Rehearsal of Joint Committee { $host }–Japan, decision of { $day }
project = Project
monitoring-period = Monitoring period
notified = Notified
goj-will-acquire = GoJ will acquire
total = Total

### The notice

rehearsal = REHEARSAL
rehearsal-banner = REHEARSAL – no committee decided this; no figure in it is published or project data
kind-published = Decision of a Joint Committee on credits
kind-rehearsal = Rehearsal of a decision on credits
title-published = Joint Crediting Mechanism between { $host } and Japan: { $ordinal } issuance of credits decided
title-rehearsal = Rehearsal: { $ordinal } issuance of credits under the Joint Crediting Mechanism between { $host } and Japan
issuer = Announced by
issuer-ministry = Ministry of the Environment, Government of Japan
issuer-rehearsal = no one: this is a rehearsal in OpenJCM
announced-on = Date announced
not-announced = not announced: a rehearsal
decided-on = Date decided
rehearsed-on = Date rehearsed
decided-by = Decided by
decided-by-decision = Joint Committee { $host }–Japan
decided-by-joint-committee = Joint Committee { $host }–Japan
decided-by-committee = Joint Committee { $host }–Japan; the manner is not published
decided-by-meeting = Joint Committee { $host }–Japan, at a meeting
decided-by-electronic = Joint Committee { $host }–Japan, electronic decision
decided-by-rehearsal = rehearsal participants in the place of the Joint Committee
category = Category
category-words = Global Environment
ordinal-label = Ordinal
ordinal-not-known = not known: earlier decisions may be missing from this record
title-published-uncounted = Joint Crediting Mechanism between { $host } and Japan: issuance of credits decided
ordinal-published = { $ordinal } issuance between { $host } and Japan
ordinal-is-published = { $ordinal } (printed by the source)
ordinal-is-derived = { $ordinal } (computed from this record, not printed by the source)
ordinal-rehearsal = rehearsal of the { $ordinal } issuance between { $host } and Japan
lead-published = On { $day } the Joint Committee of the Joint Crediting Mechanism (JCM) between { $host } and Japan decided which quantities of credits each side is notified of for the { $count ->
        [one] project
       *[other] { $count } projects
    } below.
lead-rehearsal = This is a rehearsal. What { $count ->
        [one] the project
       *[other] the { $count } projects
    } below went through was played again in OpenJCM, from meter readings up to the decision dated { $day }. No committee decided it, no credit exists because of it, and nothing in it is data of a project.
lead-goj = The Government of Japan (GoJ) will acquire { $amount } { unit-tonnes } of credits.
lead-goj-rehearsal = In the rehearsal the Government of Japan (GoJ) will acquire { $amount } { unit-tonnes } of credits.
lead-goj-undisclosed = The quantity that the Government of Japan (GoJ) will acquire is not published.
entitlement = “Will acquire” is an entitlement on the day of the decision. Each side issues its share in its own registry, on a day of its own; a credit is issued and acquired only then.
worked-by-template = Worked by the unofficial template { $template }, which is ours and no document of the scheme: { $projects }.

quantities-published = Quantities decided
quantities-rehearsal = Quantities rehearsed
heading-notified = Notified amount ({ unit-tonnes })
heading-goj = GoJ will acquire ({ unit-tonnes })
remainder-of-named = GoJ and the named holders acquire { $known } of the { $total } { unit-tonnes }. The other { $rest } ({ $total } − { $goj } − { $held }, derived): holders not published.
remainder = GoJ does not acquire { $rest } of the { $total } { unit-tonnes } ({ $total } − { $goj }, derived). Who holds them is not published.
unnamed-projects = { $count ->
    [one] 1 project without a published number
   *[other] { $count } projects without published numbers
}
by-year = Quantities by calendar year
calendar-year = Calendar year (vintage)
credits-heading = Credits ({ unit-tonnes })
sides = Each side
side = Side
notification-number = Notification
issued = Issued
issued-on = Date of issue
not-yet-issued = not yet issued
side-japan = Japan

funding = Funding and share of { $projects }
funding-why = The least share of GoJ comes from a project’s funding, not from the scheme. How it is rounded is a reading.
funding-programme = Programme
funding-operator = Operator
funding-year = Year
funding-subsidy = Subsidy
funding-minimum-share = Minimum share of GoJ
funding-rounding = Share as applied
funding-evidence = Evidence
funding-reading = reading { $number }
one-half = one half
rounding-0001 = rounded up per vintage
share-rounded = { $share }, { $how } ({ $reading }; a reading, not a rule of the scheme)
unofficial-template = the unofficial template { $template }, which is ours and no document of the scheme
share-by-reading = { $share } ({ $reading })
share-of = Share of the Government of Japan in { $projects }: { $share } [{ $basis }].
reading-0001-title = The share of the Government of Japan is rounded up for each calendar year
reading-0001-text = Ministry releases say that at least one half of the credits issued for a model project go to the Government of Japan. No rounding is published, and no financing agreement has been read.
reading-0001-question = Is one half taken of the whole monitoring period or of each calendar year, and which way is it rounded?
reading-0001-ours = One half of each calendar year’s whole tonnes, rounded up, belongs to the financing agreement of the project and not to the scheme. It gives the published 73 of 144 and 178 of 355; rounding the total once gives 72 and cannot be what happened.
reading-0001-agreed = nobody yet (to be asked: programme operator, both secretariats)
reading-heading = Reading { $number }: { $title }
reading-agreed = Agreed by: { $who }.

article-6 = Article 6 of the Paris Agreement
article-6-pre-2021 = Not an ITMO; counts as issued, 0 towards the NDC.
article-6-pre-2021-why = Every reduction in this decision was made before 2021. A credit of such a vintage is not an internationally transferred mitigation outcome (ITMO), so none of the quantities above counts towards a nationally determined contribution (NDC) for 2021 to 2030 (decision 2/CMA.3, annex, paragraph 1(e)).
article-6-by-day = Where a monitoring period is not published, this follows from the days that are: it had ended by { $day }, as no period ends after the decision on it, its announcement or an issuance.
article-6-from-2021 = A notification alone counts 0 towards the NDC.
article-6-from-2021-why = A credit of a vintage from 2021 counts towards a nationally determined contribution (NDC) only once it is authorized by both governments, first-transferred by the host country and used.

article-6-unknown = What counts towards the NDC cannot be told.
article-6-unknown-why = The monitoring period of this decision, or of a part of it, is not published. Vintages before 2021 count 0; a credit of a later vintage counts towards a nationally determined contribution (NDC) only once it is authorized by both governments, first-transferred by the host country and used.

remarks = Remarks
remark-secondary-sources-only = Known from secondary sources only.
remark-projects-inferred = The project numbers are inferred; the source names the projects by title.
remark-decision-day-inferred = The day of the decision is inferred.
remark-line-in-total-inferred = That the single line belongs to this total is inferred; the two are never added.
remark-rows-rebuilt = Lines were rebuilt from the cumulative totals of the official page; what was worked out says how.
remark-period-not-confirmed = The monitoring period is not published.
remark-nothing-for-japan = The whole tonne was notified to the host; Japan was notified of nothing.
remark-day-is-of-issuance = The day printed is that of issuance; the day of the decision is not.
remark-day-not-confirmed = No day of this decision was found in print.
remark-further-project-not-known = The decision covers a further project that is not known.
remark-sources-disagree = Sources disagree; both amounts are kept, and the first one is counted.
remark-sides-disagree = What was printed for the two sides is not the total that was printed; all are kept, and nothing is put right.
remark-goj-below-one-half = The share of the Government of Japan is below one half, by a single secondary source.
remark-first-itmos = The first internationally transferred mitigation outcomes of the mechanism: issued in the host’s registry, authorized, then issued by Japan.
remark-amounts-secondary = The quantities are from a secondary source. The ministry’s release gives the days; whether it prints the quantities too is not confirmed.
remark-issued-goj-derived = The ministry’s release says that Japan issued credits held by its government, not how many; they are taken to be the quantity that GoJ will acquire. What Japan issued to others is not published.
remark-itmos = Issued as internationally transferred mitigation outcomes (ITMOs), into the account of the Government of Japan.
remark-day-of-the-figure-not-confirmed = The day of the figure is not confirmed.

what-is-not-published = What is not published
unpublished-announced = the day of the announcement
unpublished-total = the quantity notified in all
unpublished-goj = the quantity that GoJ will acquire
unpublished-notification = the number and the day of each side’s notification
unpublished-sides = the quantity notified to each side
unpublished-issued = the quantity issued by each side, and the day
unpublished-issued-rest = the quantities issued and the days of issue that are not shown for each side above
unpublished-holders = the holders of the credits that GoJ does not acquire
unpublished-years = the quantities by calendar year
unpublished-why = These amounts exist. They stand on no balance and in no total here.

about = About the JCM
about-as-of = As of { $day }.
about-words = In the Joint Crediting Mechanism (JCM) Japan and a partner country bring decarbonising technology and practice into use together. What this avoids or removes of greenhouse gases is measured, checked by a third-party entity and shared between the two as credits. Japan counts its share towards its nationally determined contribution where the rules for it allow.
goal = Goal in force on that day: { $goal } (source: { $source })
partners = Partner countries on { $day } ({ $count })
links = Links and contact
links-only = Links
link-jcm = The Joint Crediting Mechanism
link-registry = JCM Registry of Japan
contact-decision = On the decision: the office of the Ministry of the Environment that the announcement names.
sources = Sources
sources-rehearsal = Sources of the published decision that is rehearsed
no-sources = None given.
marks = How the figures are marked
generated = Generated by OpenJCM; not a document of the Ministry

### Published and rehearsed side by side

comparison = Published and rehearsed side by side: decision of { $day }, { $host }–Japan
figure = Figure
published = Published
rehearsed = Rehearsed
same = Agree
agree-yes = yes
agree-no = NO
agree-nothing = nothing to compare with
measure-months = Months monitored
measure-expected = Expected
measure-verified = Verified
measure-notified = Notified
measure-goj = GoJ will acquire
measure-pre-2021 = … of vintages before 2021
measure-towards-ndc = … of these, towards the NDC
measure-since-2021 = … of vintages from 2021
measure-vintage-unknown = … vintage not known
measure-issued = Issued
measure-issued-japan = … by Japan
measure-issued-goj = … … to the Government of Japan
measure-issued-others = … … to others
measure-issued-open = … … to whom is not published
measure-issued-hosts = … by partner countries
measure-used = Used
measures-made-of = What a total is made of: openjcm figure notified (or { $others }).
measure-of-year = { $measure }, vintage { $year }
comparison-agrees = The rehearsal gives every published figure: they agree.
comparison-differs = The rehearsal does not agree with the published figures: { $places }.
comparison-published = Published: the projects, periods, quantities and dates of the decision.
comparison-reconstructed-agrees = Reconstructed: the meter readings and parameters of the rehearsal, chosen by us so that the rules give the published totals, and every figure worked out from them.
comparison-reconstructed-differs = Reconstructed: the meter readings and parameters of the rehearsal, chosen and not measured, and every figure worked out from them. They do not give every published figure.
comparison-illustrative-agrees = Illustrative: the meter readings that were handed in for this rehearsal, and every figure worked out from them. They are not data of the projects, although they give the published figures.
comparison-illustrative-differs = Illustrative: the meter readings that were handed in for this rehearsal, and every figure worked out from them. They are not data of the projects, and do not give every published figure.
comparison-other = Rehearsed: every figure is worked out from the meter readings that were handed in for this rehearsal ({ $basis }). They are not data of the projects.
rehearsal-why-reconstructed = Nobody outside can work out the published quantities again, because the readings are not public. Here the same cases run from readings chosen by us, by the rules of the scheme, through every step to the credits.
rehearsal-why-other = Nobody outside can work out the published quantities again, because the readings are not public. Here the same cases run from readings that somebody handed in, by the rules of the scheme, through every step to the credits.
first-serials = Serial numbers of the rehearsal: { $serials }

### The walk back

walk-back = Walk back
record = record
on-day = on
step-serial = Serial number
step-issuance = Issuance
step-notification = Notification
step-decision = Decision of the Joint Committee
step-allocation = Allocation
step-issuance-request = Issuance request
step-verification-report = Verification report
step-calculation = Calculation
step-monitoring-report = Monitoring report
step-period-quantity = Period quantities
step-readings = Readings
missing-not-published = The walk ends here: not published.
missing-not-public = The walk ends here: not public.
missing-monitoring-report-not-public = The walk ends here: the monitoring report is not public.
missing-serial-not-published = Serial numbers are not published.
missing-issuance-not-published = The issuance is not published.
missing-not-yet-issued = The registries have not issued these credits yet.
missing-readings-not-public = The walk ends here: the readings are not public.
label-account = Account
label-action = Act
label-amount = Amount
label-agreed-by = Agreed by
label-at = Instant
label-basis = Basis
label-block = Block
label-blocks = Blocks of both registries, by vintage
label-calculation = Calculation
label-chairs = Co-chairs
label-co-chair = Co-chair
label-credits = Credits
label-decided-by = Decided by
label-decided-on = Date decided
label-decision = Decision
label-definition = Definition
label-definition-sha256 = SHA-256 of the definition
label-edition = Edition
label-emission-reductions = Emission reductions
label-equipment = Equipment
label-fault = Fault
label-faults = Faults
label-file = File
label-first = First
label-formula = Formula
label-goj = GoJ
label-goj-will-acquire = GoJ will acquire
label-holder = Holder
label-instant = Instant
label-issued = Issued
label-issued-on = Date of issue
label-last = Last
label-meter = Meter
label-methodology = Methodology
label-monitoring-period = Monitoring period
label-months = Months
label-notification = Notification
label-notification-number = Number of the notification
label-notified = Notified
label-notified-on = Date notified
label-number = Number
label-parameter = Parameter
label-per = Per
label-period = Period
label-place = Place
label-project = Project
label-programme = Programme
label-quantity = Quantity
label-read-at = Read at
label-readings = Readings
label-recipient = Recipient
label-reference = Reference
label-register = Register
label-registry = Registry
label-requested-by = Requested by
label-requested-on = Date requested
label-row = Row
label-rows = Rows
label-rule = Rule
label-says = Note
label-serial = Serial number
label-sha256 = SHA-256
label-sha256-public = SHA-256 of the public rendition
label-share = Share of GoJ
label-side = Side
label-signed-by = Signed by
label-source = Source
label-standing = Standing
label-status = Status
label-step = Step
label-symbol = Symbol
label-third-party-entity = Third-party entity
label-title = Title
label-total = Total
label-uncertainty = Worked to within
label-unit = Unit
label-value = Value
label-verified = Verified
label-verified-on = Date verified
label-vintage = Vintage
label-worked-by = Worked by
label-year = Calendar year
search-nothing = Nothing in the public record matches “{ $text }”.
label-parts = Where its parts stand now

### What a closed list can hold

status-holding = held
status-retirement = retired
status-cancellation = cancelled
standing-counted = counted
standing-left-out = left out
standing-duplicate = a duplicate
standing-excluded = excluded
standing-filled = filled by the rule of the plan
standing-contradiction = contradicted, not counted
standing-instant-to-come = bears an instant to come, not counted
standing-outside-the-period = outside the period, not counted
standing-not-shown = more rows, not shown here
fault-reset = reset
fault-non-monotone = out of line
fault-gap = gap
fault-duplicate = duplicate
fault-out-of-order = out of order
fault-outside-period = outside the period
fault-negative-step = negative step
fault-rollover = rollover
fault-exchange = register exchanged
fault-beyond-capacity = beyond capacity
fault-outside-calibration = outside calibration
fault-stuck = stuck
fault-contradiction = contradiction
fault-sources-differ = sources differ
fault-future-stamp = instant to come
role-participant = project participant
role-third-party-entity = third-party entity
role-secretariat = secretariat
role-co-chair = co-chair
role-registry-manager = registry manager
role-second-officer = second officer
role-recorder = recorder
signer = { $role } ({ $person })
chain-joint = joint
record-of = { $partnership }/{ $chain } record { $number }
### Charts

chart-notified-by-year = Credits notified, by year of the decision
chart-notified-by-partner = Credits notified, by partner country
chart-issued-by-side = Credits issued by each side, where published
chart-projects-by-partner = Projects by partner country and status
chart-registered-by-year = Projects registered, by year
chart-goals = Goals beside expected reductions
chart-says-notified-by-year = Amounts notified by decisions of the Joint Committees, by the year of the decision, or of its announcement or issuance where its own day is not published. A dashed end stands for decisions without a published amount or published in part: what is missing is not zero. The sums are worked out here from published amounts.
chart-says-notified-by-partner = Amounts notified by decisions of each Joint Committee. A dashed end stands for decisions without a published amount or published in part: what is missing is not zero. The sums are worked out here from published amounts.
chart-says-issued-by-side = What Japan and the partner country issued, each in its own registry, for decisions of which at least one such amount is published. { $count ->
    [0] There is no other decision in this record.
    [one] For 1 other decision neither is published.
   *[other] For { $count } other decisions neither is published.
}
chart-says-projects-by-partner = Projects in the public record by their printed status. The counts are worked out here from the public table. { $count ->
    [0] Every partner country has a project in it.
    [one] 1 partner country has no project in it yet.
   *[other] { $count } partner countries have no project in it yet.
}
chart-says-registered-by-year = Projects of the public record by the year in which they were registered. The counts are worked out here from the public table. { $count ->
    [0] Every registered project has a published day.
    [one] For 1 registered project the day is not published.
   *[other] For { $count } registered projects the day is not published.
}
chart-says-goals = The goals count cumulative reductions and removals, public and private together. Beside them stands the newest published figure of expected reductions. Credits are another measure and are never set against a goal.
chart-series-notified = Notified
chart-series-japan = Issued by Japan
chart-series-partner-country = Issued by the partner country
chart-series-registered = Registered
chart-series-validation = Validation
chart-series-registration-request-withdrawn = Registration request withdrawn
chart-series-expected = Expected reductions
chart-series-goal = Goal
chart-unit-tonnes = tCO2e
chart-unit-million-tonnes = tCO2e
chart-unit-projects = Number of projects
chart-number-tonnes = { $number }
chart-number-million-tonnes = { $number } million
chart-number-projects = { $number }
chart-note-about = about { $number }
chart-note-no-decision = no decision
chart-note-not-yet-issued = not yet issued on { $day }
chart-note-partly-published = { $number } + a part not published
chart-note-without-amount = { $number } + { $count ->
    [one] 1 without amount
   *[other] { $count } without amount
}
chart-note-in-part = { $number }, { $in_part } in part
chart-note-without-amount-and-in-part = { $number } + { $count } without amount, { $in_part } in part
chart-note-only-without-amount = { $count ->
    [one] 1 decision, amount not published
   *[other] { $count } decisions, amounts not published
}
chart-year = { $year }
chart-no-day = day not published
chart-decision = { $host }, { $day }
chart-expected = Expected reductions until { $by } (as of { $state })
chart-expected-without-year = Expected reductions (as of { $state })
chart-goal = Goal for FY{ $year }
chart-alternative-between = {"; "}
chart-parts-between = {" + "}
chart-rows-notified-by-year = Year
chart-rows-notified-by-partner = Partner country
chart-rows-issued-by-side = Decision
chart-rows-projects-by-partner = Partner country
chart-rows-registered-by-year = Year
chart-rows-goals = Figure
chart-see-table = { $title }. The numbers stand in the table under the picture.
chart-table = The numbers of this chart

### Maps

map-partners = Partner countries on { $day }
map-projects = Projects by partner country
map-says-partners = { $count ->
    [0] No country had signed with Japan by that day.
    [one] 1 country had signed with Japan by that day. Its colour stands out; Japan has a colour of its own.
   *[other] { $count } countries had signed with Japan by that day. Their colour stands out; Japan has a colour of its own. A small island state is marked by a circle.
}
map-says-projects = The area of a circle is the number of projects in the public record; the number stands in it. Where circles would cover each other they are moved aside, and a line leads to the capital.
map-says-projects-asked = The area of a circle is the number of projects in the list; the number stands in it. Where circles would cover each other they are moved aside, and a line leads to the capital.
map-borders = Outlines: Natural Earth (public domain), simplified. They say nothing about borders.
map-country = { $name }: signed on { $day }; { $count ->
    [0] no project in the record
    [one] 1 project in the record
   *[other] { $count } projects in the record
}
map-country-projects = { $name }: { $count ->
    [one] 1 project
   *[other] { $count } projects
}
standing-open = not issued by { $day }
standing-nothing = nothing to issue
on-several-days = on several days
source-kind-official = official
source-kind-secondary = secondary source
source-kind-copy = copy of an official table
decisions-without-amount = { $count ->
    [one] + 1 decision without amount
   *[other] + { $count } decisions without amount
}
decisions-in-part = { $count ->
    [one] 1 decision published in part
   *[other] { $count } decisions published in part
}
in-part = , in part
amount-in-part = { $amount }, in part
vintages-before = before 2021: not an ITMO, 0 towards the NDC
vintages-since = from 2021
vintages-both = before 2021 and from 2021
vintages-unknown = not known
ended-by = where it is not published, it had ended by { $day }
notified-here = Notified by the decisions of this record up to that day
decisions-here = { $count ->
    [one] 1 decision is known to this record.
   *[other] { $count } decisions are known to this record.
} Printed for the scheme as a whole: { $amount } issued by { $day }. The two are never added.
about-amount = about { $amount }

### The catalogue of methodologies

calculation-here = Calculation
entry-standing-executable = can be worked here under its official number
entry-standing-not-yet-written = its relation is stated by a source; the definition is not yet written.
entry-standing-proposed = only proposed; nothing is worked under its number.
entry-standing-template = no source states the relation in full for its version; nothing is worked under its number.
template-named = Unofficial template: { $title } ({ $id })
family-named = Family: { $title } ({ $id })
template-heading = Unofficial templates, one for each family. None is a document of the scheme.
entry-short-executable = executable
entry-short-not-yet-written = relation stated, definition not yet written
entry-short-proposed = only proposed
entry-short-template = relation not stated in full for a version
entry-basis-published = printed by the source
entry-basis-derived = worked out by us
entry-basis-recalled = general knowledge, to be confirmed
entry-formula-of-words = named in words by the source; the formula is ours
heading-template = Unofficial template
heading-proposed = Not official: { $id } is only a proposal; it belongs to the unofficial template of its family, { $family }
heading-not-written = Not official: no definition of { $id } is written here, and nothing is worked under its number; what stands in is the unofficial template of its family, { $family }
heading-of-a-draft = Not official: no source states the relation of { $id } in full, so this is a definition of ours; it belongs to the unofficial template of its family
heading-not-official = Not official: no source states the relation of { $id } in full, so this is a definition of ours; it belongs to the unofficial template of its family, { $family }
heading-proposed-form = Not confirmed: written from the official summary of the form that it was proposed as, from which the approved text may differ; the adopted document was not seen
heading-not-confirmed = Not confirmed: written from an official summary; the adopted document was not seen
template-kind = Unofficial template
entry-note = What was seen
template-covers = Patterns
template-numbers = Methodologies
template-written = can be worked here
template-now = not yet written
template-later = named for later
source-speaks-of = The source speaks of
speaks-of-this-version = this version
speaks-of-proposed-form = the form it was proposed as
speaks-of-another-version = another version
speaks-of-no-version = no version in particular
speaks-of-earlier-study = a study before it
speaks-of-other-methodologies = other methodologies
entry-monitored = monitored
entry-fixed = fixed beforehand

# Methodologies: formulas, calculations laid open, versions side by side
math-if = if{"\u00A0"}
math-else = otherwise
math-first = at first{"\u00A0"}
math-place = place
branch-monitored = monitored
branch-fixed = fixed
branch-earlier = worked above
branch-looked-up = looked up
branch-source = source: { $source }
branch-not-exact = rounded at the 50th digit
branch-more = … and { $count } more
role-monitored = monitored
role-fixed-ex-ante-by-the-project = fixed ex ante by the project
role-fixed-by-the-methodology = fixed by the methodology
role-default-of-the-methodology = default of the methodology
role-asked-for-eligibility = asked for eligibility
difference-same = the same
difference-changed = differs
difference-only-a = only in the first
difference-only-b = only in the second
difference-known-a = known of the first alone
difference-known-b = known of the second alone
difference-unknown = not known of either
blank-not-there = not there
blank-not-known = not known
blank-not-stated = no source states it
blank-not-attached = no document is attached
blank-not-confirmed = not confirmed by two persons
blank-no-definition = no definition is written
blank-no-entry = a template has none
compare-rests-on-definitions = Definitions are written of both; beside them stands what the catalogue says.
compare-rests-on-one-definition = A definition is written of one alone; what it says stands beside a blank, and what the catalogue says of both side by side.
compare-rests-on-entries = No definition is written of either; compared is all that the catalogue says. How either is worked out in full is not known here.
compare-not-told = { $count ->
    [one] One thing cannot be compared: it is known of one alone, or of neither.
   *[other] { $count } things cannot be compared: they are known of one alone, or of neither.
  }
compare-count = { $count ->
    [0] Of what is known of both, nothing differs.
    [one] Of what is known of both, one thing differs.
   *[other] Of what is known of both, { $count } things differ.
  }
compare-ours = { $count ->
    [one] One more thing differs only in how we know it: where it was read, and how firm it is.
   *[other] { $count } more things differ only in how we know them: where they were read, and how firm they are.
  }
compare-texts = Both were compared with their adopted documents by two persons.
compare-texts-of-template = One of the two is a template of ours, and a template has no adopted text.
compare-texts-not-known = What the adopted texts changed is not known: not both of them were seen here.
part-head = What the catalogue says
part-stated = Relations as far as sources state them
part-expected = Values that are expected to be monitored or fixed
part-definition = The definition
part-parameters = Parameters
part-tables = Tables
part-formulas = Formulas
part-eligibility = Eligibility criteria
compared-title = title
compared-title_rests_on = title rests on
compared-family = family
compared-scope = sectoral scope
compared-status = status
compared-approved_on = approved on
compared-standing = standing
compared-scope_basis = scope rests on
compared-document = adopted document
compared-confirmed_by = confirmed by
compared-example_project = example project
compared-built_on = built on
compared-sha256 = SHA-256
standing-of-version-executable = can be worked under its number
standing-of-version-not-yet-written = its definition is not yet written
standing-of-version-proposed = proposed; nothing is worked under its number
standing-of-version-template = nothing is worked under its number; a template of its family stands in
standing-of-version-unofficial-template = unofficial template
scope-rests-on-published = published
scope-rests-on-inferred = inferred from the title
compared-technology = technology
compared-rests_on = relation rests on
compared-confidence = how firmly
compared-speaks_of = the source speaks of
compared-evidence = evidence
compared-is_evidence = evidence of the formula
compared-says_evidence = evidence of the words
compared-source = source
compared-para = paragraph
compared-draft = draft
draft-true = of a draft or a study; in no adopted text
value-required = required from the project
validator-answers = The validator answers it.
rows-or-own = The project may give rows of its own in place of these.
rows-by-project = The project gives the rows; no source was seen to print them.
list-colon = {": "}
compared-says = says
compared-rounding = rounding
compared-is = is
compared-unit = unit
compared-kind = kind
compared-options = options
compared-role = role
compared-per = for each
compared-value = value
compared-plausible = plausible range
compared-monitoring_options = monitoring options
compared-frequency = frequency
compared-data_source = expected source
choice-hint = a hint, no default: { $hint }
compared-choice = sources of the value
compared-key = key
compared-closed = closed end
compared-outside = outside of the rows
compared-row = rows
compared-evidence_asked = shown by
compared-expected_from = expected from
role-fixed = fixed
firmness-stated = the source names every factor
firmness-derived = partly worked out by us, or from similar methodologies
definition-status-confirmed = compared with the adopted document word by word
definition-status-not-confirmed = not compared with the adopted document
definition-status-unofficial-template = unofficial template
definition-status-approved = approved
definition-status-proposed = proposed

# A criterion of eligibility, answered for given values
criterion-holds = holds
criterion-does-not-hold = DOES NOT HOLD
criterion-asks = open: give { $symbols } under [asked]
criterion-of-validator = open: the validator answers it
criterion-untold = open: it cannot be told from these values

# Values worked in the shell
worked-vintage = Vintage { $year }
worked-vintages = All vintages
worked-credits = credits
worked-credits-how = ER of each calendar year cut down to whole tonnes
worked-credits-untold = not told
worked-sum = sum of the vintages
worked-digits = … : digits are left out here; --json has all of them
worked-note = note: { $place }: { $message }

# Confirming a version
confirm-document = Document
confirm-no-document = none is attached
confirm-dated = { $name }, its day: { $day }
confirm-attached-on = attached on { $day }
confirm-definition = Definition
confirm-no-definition = none is written
confirm-first = First person
confirm-second = Second person
confirm-nobody = nobody yet
confirm-person = { $name }, { $day }: { $count } of { $total } parts
confirm-person-before = { $name }, { $day }: { $count } parts of a definition that changed since
confirm-kind-formula = formula
confirm-kind-value = value
confirm-kind-table = table
confirm-kind-criterion = criterion
confirm-before = until confirmed: { $basis }, { $source }
confirm-left = { $count ->
    [one] One comparison is left.
   *[other] { $count } comparisons are left.
  }
confirm-next-attach = Next: attach the adopted document: { $command }
confirm-next-write = Next: write the definition beside the entry, in the symbols of the document; then { $command }
confirm-next-first-person = Next: a first person compares part by part: { $command }
confirm-next-second-person = Next: a second, different person compares part by part: { $command }
confirm-next-again = The definition is not as it was compared. Who compared it takes it back and compares again; what is confirmed is restored: { $command }
confirm-next-confirmed = Confirmed by two persons. An installation with this catalogue works it under its official number: { $command }
confirm-one = { $name }, { $day }: { $count ->
    [one] one part
   *[other] { $count } parts
  }
confirm-whole = Confirmed by two persons.
confirm-not-whole = Not yet confirmed by two persons.

# Which input moves the result of a case most
chart-swings = Which input moves the result most
chart-says-swings = Each input of the worked case is made a tenth smaller and a tenth larger while all others stay as they are; a series is varied whole. Shown is what the emission reduction ER becomes: { $amount } tCO2e in the case itself. Rounded. { $count ->
    [0] {""}
    [one] One input that moves it less is left out.
   *[other] { $count } inputs that move it less are left out.
}
swings-smaller = a tenth smaller
swings-larger = a tenth larger
swings-open = cannot be worked
swings-unit = ER in tCO2e; the line is the case, { $amount }
swings-row = { $symbol }: { $smaller } when it is a tenth smaller, { $larger } when it is a tenth larger
swings-input = Input
swings-at-smaller = ER at −10 %
swings-at-larger = ER at +10 %
swings-not-varied-zero = Not varied, since the case has zero there and a tenth of it is zero: { $symbols }. That says nothing of how much it would move the result.
swings-not-varied-scale = Not varied, since a tenth of a temperature in degrees Celsius means nothing: { $symbols }.
swings-not-varied-no-number = Not varied, since it is no number: { $symbols }.
swings-not-varied-table = Not varied, since it is a table: { $symbols }.
