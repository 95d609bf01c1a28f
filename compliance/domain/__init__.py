"""The law as pure values and functions: no framework, no clock, no input or output."""
