"""Journals and one's own data, taken out of the house."""
