# Words of the data-quality report of meter readings. Keys are the same in every language.

readings-kind = Data-quality report of meter readings
readings-title = Meter readings under { $plan }
readings-standing-unstated = Nobody stated the basis of these readings: they count as illustrative
readings-standing-illustrative = Illustrative readings: made up to show the arithmetic
readings-standing-reconstructed = Reconstructed readings: not project data
readings-contents = Contents
readings-not-told = not told
readings-hours = { $hours } h { $minutes } min
readings-yes = yes
readings-no = no
readings-and-more = { $count ->
    [one] One more stands in the answer as JSON.
   *[other] { $count } more stand in the answer as JSON.
}
readings-table-scrolls = { $title } (table)

### Head

readings-fact-plan = Monitoring plan
readings-fact-plan-sha256 = SHA-256 of the plan
readings-fact-zone = Legal time of
readings-fact-clock = Clock of times written without a zone
readings-fact-methodology = Methodology
readings-fact-worked-by = Worked by the unofficial template
readings-fact-readings = Readings
readings-fact-figures = Quantities
readings-fact-unstated = { $basis } (no basis was stated; state it with --basis)
readings-lead-what = What { $files ->
        [one] one file of readings comes
       *[other] { $files } files of readings come
    } to under the plan: the quantities of { $meters ->
        [one] one meter
       *[other] { $meters } meters
    }, what was found in the readings, which rule was applied, and where the rows behind each quantity stand.
readings-lead-sound = Every register adds up to its last digit. No fault was found.
readings-lead-not-checked = { $count ->
        [one] One check was
       *[other] { $count } checks were
    } not possible under this plan; below it says which.
readings-lead-faults = Every register adds up to its last digit. { $count ->
        [one] One fault was
       *[other] { $count } faults were
    } decided by the rules of the plan.

### Quantities

readings-equipment = Quantities by parameter, equipment and calendar year
readings-equipment-says = What a methodology asks for. Meters of one parameter and equipment are added up, exactly, in the unit of one of them. Means are no amounts: they are never added, and several of one equipment stand apart.
readings-heading-equipment = Parameter and equipment
readings-of-named = Meters: { $meters }
readings-scrolls = { $count ->
    [one] One row; the box scrolls.
   *[other] { $count } rows; the box scrolls.
}
readings-all-equipment = all { $count } pieces of equipment
readings-of-meters = { $count ->
    [one] one meter
   *[other] { $count } meters
}
readings-stands-apart = { $meter }, which stands apart
readings-names-more = { $names } and { $count } more
readings-where-year = calendar year { $year }
readings-two-sentences = { $first } { $second }
readings-quantities = Quantities by meter and calendar year
readings-quantities-says = A quantity is what was counted and what was filled by a rule; its meter leads to the rows behind it.
readings-heading-filled = Of which filled
readings-heading-unit = Unit
readings-mean-of = mean of { $count ->
    [one] one value
   *[other] { $count } values
}

### Conservation

readings-conservation = How each register adds up
readings-conservation-text = How each register adds up, in last digits
readings-conservation-says = In whole last digits of the register, the amount below them with its multiplier. Span and what is not on the register = counted + filled + excluded + outside the period. The span is the last stand less the first, with what the register turned over by or was exchanged by; it is found by another way than the rest.
readings-heading-ends = First and last
readings-ends = { $first } to { $last }
readings-heading-span = Span
readings-heading-unmetered = Not on the register
readings-heading-counted = Counted
readings-heading-filled-digits = Filled
readings-heading-excluded = Excluded
readings-heading-outside = Outside
readings-heading-holds = Adds up
readings-last-digit = one last digit: { $amount } { $unit }
readings-equation = { $span } = { $parts }
readings-part-counted = { $amount } counted
readings-part-filled = { $amount } filled
readings-part-excluded = { $amount } excluded
readings-part-outside = { $amount } outside the period
readings-part-unmetered = { $amount } not on the register

### Comparisons

readings-comparisons = Two sources of one quantity
readings-comparisons-says = What a second source says, within the tolerance of the plan or beyond it, and what became the quantity.
readings-heading-second = Second source
readings-heading-meter-says = Meter says
readings-heading-second-says = Second source says
readings-heading-within = Within tolerance
readings-heading-taken = Taken

### Faults

readings-faults = What was found, by kind
readings-effects = What was withheld for it, by meter
readings-effects-says = Withheld is what the register shows and the quantity has not, in the unit of the meter; below zero where more was filled than the register shows. The change of the reduction is by how much it is other for it, all else as it is, rounded to three decimals; below zero the rule lowers it. Changes by several kinds cannot be added up where a formula is not linear.
readings-faults-none = Nothing was found.
readings-heading-kind = Kind
readings-heading-count = Count
readings-heading-rule = Rule applied
readings-heading-effect = Withheld
readings-heading-tonnes = Change of the reduction (tCO2e)
readings-places = The first faults with file and row
readings-places-says = At most a hundred of a kind are listed for a meter; the table above counts all. What is excluded adds up to what is excluded of the register where all are listed. Instants are in the legal time of the plan; values are as the face of the register shows them.
readings-heading-seen = What was seen
readings-heading-where = Where
readings-row = row { $row }
readings-where = { $file }, row { $row }

seen-reset = The register fell to { $value } since { $since }.
seen-negative-step = The register fell to { $value } since { $since }, and not to zero.
seen-rollover = The register turned over to { $value } since { $since }.
seen-exchange = The register was exchanged since { $since }; it stands at { $value }.
seen-beyond-capacity = The register rose to { $value } since { $since }: more than can be.
seen-outside-calibration = No calibration is valid from { $since } on.
seen-stuck = From { $since } on the register stands still for { $value }.
seen-non-monotone = The register stands at { $value }, out of line with its neighbours.
seen-contradiction = { $value } and { $since } stand at one instant.
seen-gap = No reading since { $since }: { $value } without one ({ $interval }).
seen-duplicate = The reading { $value } stands in an earlier row too.
seen-out-of-order = The row stands below a later reading, of { $since }.
seen-outside-period = The reading { $value } lies outside the period.
seen-future-stamp = The reading { $value } bears an instant to come.
seen-sources-differ = The meter comes to { $value }; { $since }.

rule-count = The difference of the register counts in full.
rule-exclude = The interval counts nothing.
rule-conservative = The interval is filled in the direction that lowers the credits.
rule-refuse = The plan refuses it.
rule-reset-exclude = The interval in which the register fell counts nothing.
rule-non-monotone-exclude = A single reading above or below both its neighbours, which agree with each other, is left out; the difference of the neighbours counts.
rule-gap-count = The register is cumulative: the difference across the gap counts in full. At an end of the period there is none: nothing counts, or the most that can be where that lowers the credits.
rule-duplicate-count = The same reading twice counts once.
rule-out-of-order-count = Readings are put in order of their instants.
rule-outside-period-exclude = A reading outside the period is kept and not counted.
rule-future-stamp-exclude = It is kept and not counted.
rule-contradiction-exclude = Neither of them is taken.
rule-rollover-count = What it moved on through its turn counts in full.
rule-exchange-count = What the old register moved on to its last reading counts, and the new one from its first.
rule-outside-calibration-conservative = The greatest error of the meter is taken in the direction that lowers the credits.
rule-outside-calibration-count = It counts as if the meter were calibrated.
rule-sources-differ-count = The quantity of the meter is taken.
rule-sources-differ-conservative = Whichever of both lowers the credits is taken.

### Checks that were not possible

readings-not-checked = What could not be checked
readings-not-checked-says = What the plan does not say cannot be looked for. That nothing was found is no proof here.
readings-heading-check = Check
readings-heading-unknown = What is not known without it
check-spikes = Jumps and false ends
check-standstill = Standstill
check-calibration = Calibration
check-direction = Conservative side
unchecked-spikes = No capacity is given, or values are averaged: a jump too great for the equipment is not seen, nor is a false first or last reading; it counts in full.
unchecked-standstill = No stuck_after is given, or a value is no stand of a register: readings that stop changing are not seen.
unchecked-calibration = No calibration is given: whether the meter was calibrated when it was read is not known.
unchecked-direction = Neither lowers_credits nor a methodology that can be worked says whether less or more lowers the credits: nothing can be filled conservatively.

### Completeness

readings-completeness = Completeness of each day
readings-completeness-says = Each line is a meter over a calendar year, each column of it a day of the legal time of the plan. What lacks of a day hangs from its top: the deeper it hangs, the more readings lack.
readings-completeness-none = No meter of the plan is read daily or oftener, so completeness is not told by days.
readings-heat-year = Completeness of each day of { $year }
readings-heat-row = { $meter }, { $year }: { $said }
readings-heat-part = { $filling } on { $days ->
    [one] one day
   *[other] { $days } days
}
readings-heading-day-classes = Days by completeness
readings-heading-complete = Part read
readings-heading-read = Readings
readings-heading-expected = Expected
filling-whole = complete
filling-nearly = 90 to under 100 %
filling-partly = 50 to under 90 %
filling-hardly = under 50 %
filling-none = none
filling-unexpected = none expected
readings-lacking = Days that are not complete
readings-lacking-says = Days of one meter and one class that follow each other stand in one line.
readings-lacking-none = Every day of every meter that is read daily or oftener is complete.
readings-heading-days = Days
readings-days = { $first } to { $last }
readings-heading-class = Class
readings-of-expected = { $read } of { $expected }

### Daily profile

readings-profile = How a day runs
readings-profile-says = What the register moved on in each hour of the legal day, added up over all days, in percent of the whole; after a gap it all stands in the hour in which the next reading stands. The bars of each meter have a height of their own.
readings-profile-none = No meter of the plan has a register that is read every hour or oftener, so a day is not told by hours.
readings-profile-first = { $count ->
    [one] One more meter is
   *[other] { $count } more meters are
} in the table alone.
readings-profile-most = most from { $from } to { $until } o’clock: { $percent }
readings-profile-still = did not move
readings-profile-table = Percent of the whole, by hour of the day
readings-profile-whole = Whole
readings-hour = { $from }–{ $until }

### Rows, files, plan

readings-rows = The rows behind each quantity
readings-quantities-short = Meter and calendar year
readings-rows-says = First and last row of each file in which readings of the meter and year stand. The header of a text file is row 1; in Parquet the first reading is. A reading at the turn of a year belongs to both years. The command lists the rows one by one, from the folder in which files and plan lie.
readings-heading-rows = Rows
readings-heading-first-row = First row
readings-heading-last-row = Last row
readings-quantity-of = { $meter }, { $year }
readings-files = Files
readings-files-says = Every file is known by its SHA-256 and was not altered.
readings-heading-read-as = How it was read
read-as-unpacked = unpacked from { $form }
read-as-text = text in { $encoding }, read as such
read-as-passed = not read, as it holds no readings
read-as-member-passed = { $member } not read, as it holds no readings
read-as-sheet-passed = sheet { $sheet } not read, as it holds no instants
read-as-sheet = sheet { $sheet }
read-as-cells = cells separated by { $mark }
read-as-commas = decimal commas
read-as-zoned = instants { $form }, with their zone
read-as-clock = instants { $form }, without a zone, read in { $zone }
read-part-commas = commas
read-part-semicolons = semicolons
read-part-tabs = tabs
read-part-bars = bars
read-part-year-first = year first
read-part-day-first = day first
read-part-month-first = month first
read-part-epoch = as counts since 1970
readings-rules = Rules of the plan
readings-rules-says = What is done about each kind of fault, whether it was found or not.
readings-heading-treatment = Treatment
readings-heading-meters = Meters
readings-all-meters = all
treatment-count = count
treatment-exclude = exclude
treatment-conservative = conservative
treatment-refuse = refuse
readings-meters = Meters of the plan
readings-heading-interval = Interval
readings-heading-reads = A value is
readings-heading-settings = More in the plan
reads-register = the stand of a register
reads-interval = the amount of an interval
reads-average = a value to average
every-month = month
every-day = day
setting-multiplier = multiplier { $value }
setting-turns-at = turns over at { $value } last digits
setting-capacity = at most { $value } an hour
setting-stuck-after = stuck after { $value }
setting-accuracy = greatest error { $value } %
setting-lowers-less = less lowers the credits
setting-lowers-more = more lowers the credits
setting-checks = checks { $value }
setting-tolerance = tolerance { $value } %
setting-exchange = exchanged at { $value }
setting-calibration = calibrated { $value }
setting-stamp-start = stamped at the start
setting-names = also named { $value }

### Steps of the work, for a terminal

step-opening = opening the files
step-screening = looking through the readings
step-ordering = putting in order
step-checking = checking each step
step-counting = adding up
step-days = completeness of each day
step-rows = finding the rows
step-comparing = comparing files that were read before
step-reading = reading the files
step-finishing = writing the whole folder
left-seconds = { $number } s left
left-minutes = { $number } min left
left-hours = { $number } h left
staging-taken-over = { $files } of { $of } files were read before; the rest is read now
staging-changed = read before and changed or gone since, so read again with those beside them: { $names }
staging-other-basis = what was read under another plan, or by another version of OpenJCM, is read again
staging-goes-on = { $files } of the files are read and kept in { $folder }; the same command goes on from there, and to remove that folder gives it up

### Rows for a terminal

rows-heading = { $meter }, { $year }
rows-because = { $standing } ({ $fault })
rows-none = No reading of { $meter } stands in { $year }.
rows-more = { $count ->
    [one] One more row follows.
   *[other] { $count } more rows follow.
}

### What came after a report

later-none = Nothing came that the report does not have. No quantity would differ.
later-says = After the report { $late ->
    [one] one reading came late
   *[other] { $late } readings came late
} and { $corrected ->
    [one] one came
   *[other] { $corrected } came
} with another value. The report stays as it was submitted; this is what would differ.
later-quantities = Quantities
later-heading-reported = Reported
later-heading-now = With what came later
later-heading-difference = Difference
later-credits = Credits by calendar year (tCO2e, whole)
later-tonnes = The reduction would differ by { $tonnes } tCO2e, uncut.
later-late = Readings that came late
later-heading-readings = Readings
later-heading-from = From
later-heading-until = Until
later-corrected = Readings that came with another value
later-heading-was = Reported
later-heading-is-now = Came later
later-heading-reported-place = Where it was reported
later-heading-place = Where it came
later-report = Report { $report } ({ $record })
later-batches = Batches that it does not stand on: { $numbers }. Their readings are { $basis }.
later-no-report = No report of the project of { $intake } was submitted yet.

### A plan from a workbook

plan-written = { $out }: { $meters ->
        [one] one meter
       *[other] { $meters } meters
    }, and { $open ->
        [one] one open line
       *[other] { $open } open lines
    } (#?) to be answered or removed before readings are summarised.
later-withdrawn = { $count ->
    [one] One reading of the report stands
   *[other] { $count } readings of the report stand
} in no file that still counts, as the one that had them was replaced.
later-refused = It cannot be told what would differ: { $message }
