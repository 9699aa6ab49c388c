"""Simulator: how an exercise plays. Rules, engine, journal. No Flask, no wall clock, no chance."""

ENGINE = 2
"""Engine version: raised when the same inputs would give other outcomes (decisions 9)."""
MEASURES = 3
"""Version of the measures' input that journals of today are made for."""
