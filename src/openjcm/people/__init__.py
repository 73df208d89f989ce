"""Persons, organisations, what they may do and since when, and how they sign.

A person is a natural person with an identifier of their own; an organisation is a ministry,
a company or a third-party entity; a grant says which person holds which role for which
organisation, in which partnership and on which side, from a day until a day.
An authenticator is a registered key with which a person signs an act; software keys exist only
in demonstration and test data directories, and the database itself refuses them elsewhere.
Sessions stand on the server: the cookie carries 256 random bits and the table their SHA-256 only.
What a role may do is not decided here but in the table of steps of ``cycle``.
Sign-in with passkeys is not in yet.
"""
