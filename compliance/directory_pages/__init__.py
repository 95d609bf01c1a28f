"""The public pages and the open data of the support directory."""
