"""Lists from outside: read, compared with the directory, taken over field by field."""
