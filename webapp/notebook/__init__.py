"""What is written beside play and never judged: drafts, notes, what a room has chosen."""
