"""Reference data: authorities, frameworks, domains, their lineage, grades and the crosswalk of grades, as CSV files."""
