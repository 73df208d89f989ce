"""OpenJCM: the Joint Crediting Mechanism, from meter reading to NDC."""
