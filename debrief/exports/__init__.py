"""A journal for other tools: as CSV and as XES. Seats and seqs, never a person's name."""
