"""Proofs of the workshop's tools."""
