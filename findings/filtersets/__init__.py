"""Filter sets of the lists about findings, shared by pages and exports."""
