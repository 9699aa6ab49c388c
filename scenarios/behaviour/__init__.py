"""How colleagues behave: traits, profiles made of them, and what changes them. Data, no play."""
