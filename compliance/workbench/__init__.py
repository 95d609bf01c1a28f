"""The editors' workbench: a bank as rows, its checks, and the way to a new version."""
