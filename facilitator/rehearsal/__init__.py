"""What many rehearsals of a script tell: a tally that merges, and what it finds to change."""
