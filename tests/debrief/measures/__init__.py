"""Each indicator against cases worked out by hand."""
