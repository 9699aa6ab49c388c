"""Engine: the SimPy side. Starts from a folded State at any head and emits what comes next."""
