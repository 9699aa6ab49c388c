"""Proofs of how an exercise plays."""
