"""Proofs of the debrief."""
