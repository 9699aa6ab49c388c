"""Facilitator: the øvingsleder's view of an exercise under way. Reads States, never writes."""
