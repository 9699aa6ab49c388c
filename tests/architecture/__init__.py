"""Proofs of how the house is built."""
