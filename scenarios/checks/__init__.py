"""What a scenario is checked for when it is loaded: one kind of check a file, all at once."""
