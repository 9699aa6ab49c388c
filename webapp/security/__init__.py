"""What guards the doors: headers, origins, limits, secrets, and what may be written."""
