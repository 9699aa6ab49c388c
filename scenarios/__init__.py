"""Scenarios: the language a drill is written in, and the library of drills. Data, never time."""
