"""A tally as pictures, each with the table that says the same; words come translated."""
