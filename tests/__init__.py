"""Proofs of what Samspill promises."""
