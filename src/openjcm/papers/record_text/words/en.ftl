# The words of the record's texts for a shell, in English. Keys are the same in every language.


column-amount = Amount
column-announced-on = Announced
column-code = Code
column-country = Partner country
column-day = Day
column-decided-on = Decided
column-decision = Decision
column-decisions = Decisions
column-goj = GoJ will acquire
column-group = Group
column-holder = Recipient
column-issued = Issued
column-issued-on = Issued
column-key = Key
column-kind = What
column-manner = Manner
column-methodologies = Methodologies
column-methodology = Methodology
column-note = Note
column-notified = Notified
column-number = No.
column-order = Place in signing order
column-ordinal = Ordinal
column-partners = Partner countries
column-project = Project
column-projects = Projects
column-proponent = Proponent
column-record = Record
column-registered = Registered
column-registered-on = Registered
column-scope = Sectoral scope
column-share = Share
column-signed-on = Signed
column-status = Status
column-technology = Technology
column-title = Title
column-total = Total
column-versions = Versions
column-zones = Time zones
day-not-known = not known
day-is-announced = announced
day-is-issued = issued
known-confirmed = confirmed
known-observed = observed
known-background = to be confirmed
known-unknown = not known
known-ours = our own
signed-on-marks = Beside the day of signing stands how well it is known. Projects and decisions are counted as of today.
list-whole = { $total ->
    [0] None.
    [one] 1 in all.
   *[other] { $total } in all.
}
list-part = { $shown } of { $total } shown.
list-next = The next ones: the same command with --limit 500, or with
found-part = { $shown } of { $total } shown; more with --limit 500
status-validation = validation
status-registered = registered
status-registration-request-withdrawn = request withdrawn
status-approved = approved
status-proposed = proposed
host-participants = Participants, partner country
japanese-participants = Participants, Japan
expected-per-year = Expected a year (tCO2e)
no-decision-on-credits = No decision on its credits was published.
projects-unnamed = { $count ->
    [one] 1 project without a number
   *[other] { $count } projects without numbers
}
manner-meeting = at a meeting
manner-electronic = electronic decision
manner-decision = decision by the Joint Committee
manner-joint-committee = decision by the Joint Committee
side-both = { $notified }; { $issued }
said-of-day = { $said }, { $day }
noted = { $text } ({ $note })
also-printed = { $measure }, another source
total-notified = Notified
total-notified-pre-2021 = Notified, of vintages before 2021
total-notified-since-2021 = Notified, of vintages from 2021
total-goj = GoJ will acquire
total-issued-japan = Issued, Japan
total-issued-goj = Issued by Japan to its government
total-issued-others = Issued by Japan to others
until-day = up to { $day }
total-issued-host = Issued, partner
total-without = (+{ $count } unknown)
total-none = (+{ $count } without amount)
total-in-part = ({ $count } in part)
total-without-amount = { $count ->
    [one] 1 decision without amount
   *[other] { $count } decisions without amount
}
total-amount-in-part = { $count ->
    [one] 1 decision published in part
   *[other] { $count } decisions published in part
}
total-goj-unknown = share of GoJ not published, or only in part: { $count ->
    [one] 1 decision
   *[other] { $count } decisions
}
total-issued-japan-unknown = issuance by Japan not published, or only in part: { $count ->
    [one] 1 decision
   *[other] { $count } decisions
}
total-issued-host-unknown = issuance by the partner not published, or only in part: { $count ->
    [one] 1 decision
   *[other] { $count } decisions
}
totals-note = In tCO2e. Measures stand side by side and are never added. “+1 without amount” counts a decision whose amount is not published; “1 in part” one of which a part is, which stands in the total; “+1 unknown” counts both. What is missing is not zero. What a total is made of: openjcm figure notified (or { $others }), with --partner or --year.
group-all = All
group-none = not known
title-rests-on = Title rests on
titles-marked = * The title rests on other pages than the document's or the committee's, and may be worded otherwise there.
title-basis-additional-information-document = the additional information of the methodology
title-basis-jc-decision-list = the list of the Joint Committee's decisions
title-basis-methodology-text = the text of the methodology
title-basis-official-methodology-list = the official list of methodologies
title-basis-official-page = an official page
title-basis-programme-page = a page of the programme
title-basis-proponent-page = a page of the proponent
title-basis-proposed-form = the form of the proposed methodology
title-basis-to-be-confirmed = to be confirmed
title-basis-working-title-from-project = a working title of ours, after a project
formula-rests-on = Formula is known from
formula-evidence-additional-information = its additional information
formula-evidence-family-analogue = methodologies of its family; not its own text
formula-evidence-methodology-text-opening = the opening of its text
formula-evidence-monitoring-report-sheet = a monitoring report sheet
formula-evidence-official-summary = an official summary
formula-evidence-pdd-summary = the summary of a project design document
formula-evidence-proposed-form-opening = the opening of its proposed form
formula-evidence-title-only = its title only
formula-evidence-title-plus-study = its title and a study
formula-evidence-adopted-document = the adopted document, compared by two persons
column-calculation = Calculation
entry-word-executable = executable
entry-word-not-yet-written = stated
calculation-and-template = { $said } { $template }
entry-word-proposed = proposal
entry-word-template = template
catalogue-counts = executable: a source states the relation and the definition stands here ({ $executable }). stated: the definition is not yet written ({ $stated }). template: no source states the relation of a version in full; the unofficial template that is named stands in.
scope-published = published
scope-inferred = inferred
proposed-as = Proposed as
public-inputs = Public inputs
approved-on = approved { $day }
approval-day-not-known = day of approval not known
used-by = { $count ->
    [0] used by no project
    [one] used by 1 project
   *[other] used by { $count } projects
}
version-line = Version { $number }: { $approved }, { $used }
goals-on = Policy goals in force on { $day }
no-goal = None is known for that day.
goal-amount = Amount (tCO2e)
goal-by = By the end of
goal-since = In force since
fiscal-year = fiscal year { $year }
progress-heading = Published figures of that day or before
no-progress = None is known for that day.
progress-expected = Expected reductions of supported projects
progress-issued = Credits issued
progress-supported-projects = Supported projects
about-so-many = about { $amount }
column-cases = Issuances
column-vintages = Vintages
issued-to-goj = Issued to the Government of Japan
issued-to-others = Issued by Japan to others
at-least = at least { $count }
counted-until = Counted until
state-of = State of
goals-note = A goal counts cumulative emission reductions and removals. It is set beside expected reductions where such a figure is published, and never beside credits.
workbench-note = No rounding rule of a share is published. Each published share is tried against every rule that could have made it; this shows what fits and what cannot, and proves no rule.
workbench-marks = ✓ explained: the rule can have made it. ✗ contradicted: it cannot. ? cannot be told without what is not published: calendar years, or the amount of each of several projects in one amount. A share that another source prints is tried too, and stands in no score.
workbench-share = { $whose }, share { $share }
share-seen = Why it is tried: { $why } ({ $source })
whose-goj = Government of Japan
whose-host = Partner country
whose-holder = Other named holders
rival-row = other source
rule-words = { $share } of { $base }, { $rounding }
base-total = a project’s total
base-vintage = each calendar year
rounding-down = rounded down
rounding-nearest = rounded to the nearest
rounding-up = rounded up
rounding-majority = the least number above it
score-words = explained { $explained }, contradicted { $contradicted }, cannot be told { $open }
verdict-mark-explained = ✓
verdict-mark-contradicted = ✗
verdict-mark-open = ?
kind-of-partner = partner country
kind-of-project = project
kind-of-methodology = methodology
kind-of-decision = decision
figure-gaps = Not published (in no total): { $decisions }
figure-by-vintage = Where a monitoring period is not published, the vintages follow from the day by which it had ended: that of the decision, its announcement or an issuance.
figure-gaps-by-vintage = Could be of these vintages, amount or vintage not published (in no total): { $decisions }
figure-in-part = Published in part (what is missing is in no total): { $decisions }
both-sides-introduction = Both sides of every decision on credits of { $host }, in order of date, in tCO2e. Published figures only; nothing is reconstructed.
column-check = Check
agreement-agrees = agrees
agreement-contradicted = contradicted:
agreement-no-check = no check
agreement-open = cannot be told
days-below = days below
day-of-issue-not-known = day not known
both-sides-marks = Check: whether the total is Japan’s share and the partner’s together. “No check”: one of the three was worked out from the other two. Below a decision of several lines stands each line. What is not published is no zero.
both-sides-sums = Sums of what is published
sum-unknown = { $count ->
    [one] 1 decision without amount, or with one only in part
   *[other] { $count } decisions without amount, or with one only in part
}
sum-open = { $count ->
    [one] 1 decision not issued
   *[other] { $count } decisions not issued
}
both-sides-contradicted = Contradicted: { $decision }: { $inequation }. The total is not what both sides were notified of.
both-sides-verdict = Total and sides agree in { $agree } of { $total } decisions.
