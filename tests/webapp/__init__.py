"""Proofs of the doors: pages, sockets, accounts, the command line."""
