"""Proofs from outside: real phones on the real server, killed, crowded, guessed at, listened to."""
