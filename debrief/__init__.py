"""What a played exercise shows: journal and scenario in, findings out. Pure functions."""
