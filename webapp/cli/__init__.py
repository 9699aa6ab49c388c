"""What ``samspill`` can be told to do, one verb a file."""
