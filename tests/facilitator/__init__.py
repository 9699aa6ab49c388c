"""Proofs of the øvingsleder's view."""
