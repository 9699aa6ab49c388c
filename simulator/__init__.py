"""Simulator: how an exercise plays. Rules, engine, journal. No Flask, no wall clock, no chance."""
