"""The organisation's forbedringsplan: what was decided, and what became of it."""
