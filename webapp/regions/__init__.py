"""What each audience may see, as plain values, and the named parts of pages that show it.

A module here is named after what it shows. It builds frozen dataclasses from a :class:`Sight`;
templates get those and nothing else, so what a seat does not know never reaches its HTML.
"""
