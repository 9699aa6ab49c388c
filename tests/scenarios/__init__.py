"""Tests of the scenario language, its checks and the library."""
