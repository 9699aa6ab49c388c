"""Journals as other tools read them."""
