"""What the screens show, to whom, and what they do."""
