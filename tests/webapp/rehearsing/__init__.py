"""Rehearsals: crews, the queue, and Emma in every format."""
