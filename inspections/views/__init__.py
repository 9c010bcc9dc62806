"""Public pages about authorities, inspections and source files, and about the site itself."""
