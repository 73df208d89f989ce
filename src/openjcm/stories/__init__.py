"""Stories: scenario files and the public record, played through actions.

``published_record`` holds facts that were printed, with their sources; ``first_issuance`` the
rehearsal of the first decision, from readings to blocks in two registries; ``mongolia`` both
sides of every decision of one country, of published figures only, with nothing played.
A story decides nothing and computes nothing: it hands requests to actions, in a partnership of
its own, and may be played again at any time with the same result.
Not in here: rules, SQL, and what a page or a command says about a story.
"""
