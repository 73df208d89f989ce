"""What ``openjcm intake`` is made of: keys, the texts of answers, the play of a fleet."""
