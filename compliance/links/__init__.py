"""Whether the links of the directory still lead somewhere."""
