"""Reference data as CSV files: authorities, frameworks, domains and lineage, grades and the crosswalk of grades."""
