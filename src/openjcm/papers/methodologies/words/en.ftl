# Words of a calculation on paper. Keys are the same in every language.

kind-of-report = Calculation of a rehearsed monitoring report
kind-of-case = Calculation by a definition
title-of-report = Calculation of the monitoring report { $report }
title-of-case = Calculation by { $definition }
standing-template = Unofficial template: { $definition } is ours and no document of the scheme
standing-draft = Draft: worked by a file of somebody’s own, which is no official methodology
fact-record = Journal record
fact-definition = Definition
fact-submitted = Submitted
fact-readings = Readings
fact-given = Values given
fact-case = What is worked
fact-whole-tonnes = Whole tonnes
lead-of-report = The values of each calendar year are worked out again from what the report recorded, and come to what it recorded.
lead-of-case = One set of values is worked through the definition.
lead-order = Every intermediate value stands here in the order of the document: what a formula gives, below it the sums in it, and below each what it is made of, with its unit and its basis.
by-vintage = Results of each calendar year
worked-to-within = { $basis }, worked to within { $amount }
of-vintage = Calendar year { $year }
heading-reductions = Emission reductions ER
heading-credits = Credits
whole-tonnes-not-told = cannot be told from fifty digits
values-said = Intermediate values
warnings-said = What looked implausible
