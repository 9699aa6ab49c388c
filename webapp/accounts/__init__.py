"""Logging in and out, and the one-time link that makes a first password."""
