"""Acts on a monitoring report until both sides have issued their shares."""
