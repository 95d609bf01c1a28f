"""Forms for the parts of a bank, made from the shape of their values.

A form is a flat set of named fields throughout: as drawn, as sent, and while rows are
added and taken away. `flatten` makes it from the content of a part, `read` makes the
content of it again, `draw` makes what a template shows.
"""
