"""The gjennomgang: what it shows, to whom, and when."""
