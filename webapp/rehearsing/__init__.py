"""Rehearsing a script many times: in this process, on all cores, on a cluster, behind a page."""
