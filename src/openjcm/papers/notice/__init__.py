"""The notice of a decision: in words, as text and as PDF, in the form of the ministry's."""
