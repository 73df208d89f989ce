### The sheets of a workbook

sheet-plan = Monitoring Plan Sheet (Input Sheet) [Attachment to Project Design Document]
sheet-plan-calculation = Monitoring Plan Sheet (Calculation Process Sheet) [Attachment to Project Design Document]
sheet-structure = Monitoring Structure Sheet [Attachment to Project Design Document]
sheet-report = Monitoring Report Sheet (Input Sheet) [For Verification]
sheet-report-calculation = Monitoring Report Sheet (Calculation Process Sheet) [For Verification]
spreadsheet-official = Monitoring Spreadsheet: JCM_{ $id }
spreadsheet-own = Worked by: { $id }
reference-number = Reference Number: { $number }
reference-none = Reference Number: not given
project-title = Project: { $title }
definition-state = Made by OpenJCM from the definition with the SHA-256 { $sha256 }
stands-for = It stands in for { $number }, whose relation no source states in full.
not-confirmed = The definition was not compared with the adopted document. Only the adopted spreadsheet is official.
confirmed-definition = The definition was compared with the adopted document. Only the adopted spreadsheet is official.

### Tables

table-monitored-plan = Table 1: Parameters to be monitored ex post
table-monitored-report = Table 1: Parameters monitored ex post
table-fixed = Table 2: Project-specific parameters to be fixed ex ante
table-estimate = Table 3: Ex-ante estimation of CO2 emission reductions
table-result = Table 2: Ex-post calculation of CO2 emission reductions
table-lookup = Values of { $symbol }: { $says }
table-options = [Monitoring option]
option-a = Option A: based on public data which is measured by entities other than the project participants (data used: publicly recognized data such as statistical data and specifications)
option-b = Option B: based on the amount of transaction which is measured directly using measuring equipment (data used: commercial evidence such as invoices)
option-c = Option C: based on the actual measurement using measuring equipment (data used: measured values)

### Headers of columns

header-period = Monitoring period
header-point = Monitoring point No.
header-parameters = Parameters
header-description = Description of data
header-estimated = Estimated Values
header-monitored = Monitored Values
header-units = Units
header-option = Monitoring option
header-source = Source of data
header-methods = Measurement methods and procedures
header-frequency = Monitoring frequency
header-comments = Other comments
header-member = Member
header-evidence = Evidence
header-formula = Formula
header-vintage = Vintage
header-reductions = CO2 emission reductions
header-credits = Whole tonnes
header-estimate = Estimate
header-total = Total
header-from = From
header-to = To
header-from-open = From (not itself)
header-to-itself = To (itself too)
header-option-key = Option
header-since = Since
header-value = Value
header-personnel = Responsible personnel
header-role = Role

### Calculation

section-reductions = 1. Calculations for emission reductions
section-selected = 2. Selected values: monitored, fixed ex ante and default values
section-reference = 3. Calculations for reference emissions
section-project = 4. Calculations of the project emissions
says-re = Reference emissions
says-pe = Project emissions
says-credits = Emission reductions cut down to whole tonnes, never below zero
credits-evidence = a reading (our reading 0003, to be confirmed): each calendar year is cut down once. Rounding at the ninth digit belongs to this sheet alone, which computes in binary numbers; the exact number counts.
says-missing = Values that are still to be given
units-tonnes = tCO2e
units-whole = tCO2e, whole
units-count = values
help-gather = Order for gathering { $formula }
credits-label = Whole tonnes
missing-label = Still to give

### What an input cell says

input-number = { $symbol } in { $unit }
input-number-wrong = Type a number in { $unit }, no text and no formula.
input-option = One of: { $options }
input-option-wrong = Choose one of: { $options }
input-day = A day, such as 2017-03-01
input-day-wrong = Type a day, such as 2017-03-01.
input-range = Believed without a second look: { $range }.
evidence-of = { $evidence }: { $source }
structure-role-manager = Responsible for the monitoring as a whole
structure-role-measuring = Measures and records
structure-role-checking = Checks the records
structure-words = Who is responsible for which part of the monitoring. Type names and roles.
colours-words = Blue cells are to be filled in. All others are protected and compute by themselves.

### A workbook that is read back

read-other-state = note: made from another state of this definition; worked by the one here
read-whole = whole tonnes
read-untold = cannot be told
read-plan = plan
read-total = total
read-note = note: { $place }: { $message }
read-differs = { $place }: { $of } is { $worked }, the sheet shows { $there }
read-more = and more
read-missing = { $place }: { $message }
read-why-blank = blank cells were not worked: open the sheet, let it calculate and save it
read-why-beside = beside a whole number the sheet cannot tell the last digits; the exact number counts
read-why-another = other numbers of the sheet are old or typed over: open it, let it calculate and save it; what then still differs was typed over
read-lost = the sheets have lost cells: fill in the workbook as it was written
read-agree = the sheet's own numbers agree
