"""Proofs of how journals are kept."""
