"""The names of the rules: ours, one member a rule, in the scheme's words.

Where a rule stands and what it is worth is said by an edition, never here.
"""

from enum import StrEnum


class Rule(StrEnum):
    """One rule; its value is the stem used in editions, error codes and message keys."""

    # Methodologies and editions
    EDITION_KNOWN = "edition-known"
    DATED_ON_ITS_LEGAL_DAY = "dated-on-its-legal-day"
    CONFIRMED_METHODOLOGY = "confirmed-methodology"

    # The project cycle
    INDEPENDENT_HANDS = "independent-hands"
    COMPLETENESS_CHECK_DAYS = "completeness-check-days"
    PUBLIC_INPUT_DAYS = "public-input-days"
    VALIDATION_POSITIVE = "validation-positive"
    REGISTERED_BY_THE_COMMITTEE = "registered-by-the-committee"
    MONITORING_MAY_BEGIN_BEFORE_REGISTRATION = "monitoring-may-begin-before-registration"
    NO_PERIOD_TWICE = "no-period-twice"
    REPORTED_AS_DESIGNED = "reported-as-designed"
    WORKED_AS_STATED = "worked-as-stated"
    READINGS_COUNT_ONCE = "readings-count-once"
    MONTHS_IN_THE_NOTICE = "months-in-the-notice"
    NEGATIVE_REDUCTIONS = "negative-reductions"
    WHOLE_TONNES_PER_VINTAGE = "whole-tonnes-per-vintage"
    VERIFIED_BEFORE_REQUEST = "verified-before-request"
    ONLY_REGISTERED_PROJECTS_ARE_ISSUED = "only-registered-projects-are-issued"

    # Allocation and decision
    EXPLICIT_INTEGERS = "explicit-integers"
    ALLOCATION_SUMS_TO_VERIFIED = "allocation-sums-to-verified"
    FINANCING_SHARE = "financing-share"
    FINANCING_SHARE_ROUNDING = "financing-share-rounding"
    RECIPIENT_HOLDS_AN_ACCOUNT = "recipient-holds-an-account"
    DECIDED_BY_BOTH_CHAIRS = "decided-by-both-chairs"
    ELECTRONIC_DECISION_DAYS = "electronic-decision-days"
    COMMITTEE_NOTIFIES_EACH_SIDE = "committee-notifies-each-side"

    # The registries
    EACH_SIDE_ISSUES_ITS_SHARE = "each-side-issues-its-share"
    ISSUED_AS_NOTIFIED = "issued-as-notified"
    SERIAL_NUMBER_FORM = "serial-number-form"
    TRANSFER_WITHIN_ONE_REGISTRY = "transfer-within-one-registry"
    RETIRED_CREDITS_STAY = "retired-credits-stay"
    CANCELLED_CREDITS_STAY = "cancelled-credits-stay"
    TWO_PERSONS = "two-persons"
    PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED = "published-facts-are-never-transferred"
    REHEARSAL_IS_APART = "rehearsal-is-apart"

    # Article 6
    PRE_2021_IS_NOT_AN_ITMO = "pre-2021-is-not-an-itmo"
