-- What Japan issued to its government may be known where what it issued to others is not.

SET LOCAL search_path = jcm, public;

ALTER TABLE published_decision DROP CONSTRAINT whose_credits_are_is_known_of_all_or_none,
  ADD CONSTRAINT what_others_have_is_known_beside_what_a_government_has
    CHECK ((issued_others IS NULL OR issued_goj IS NOT NULL)
      AND coalesce(issued_goj, 0) >= 0 AND coalesce(issued_others, 0) >= 0);
