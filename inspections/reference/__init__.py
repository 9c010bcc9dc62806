"""Reference data as CSV files: authorities, frameworks, domains and their lineage, grades and the crosswalk of grades."""
