"""What is written beside play and never judged: drafts, the øvingsleder's notes, the room's wishes."""
