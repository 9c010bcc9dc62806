"""Public pages about findings, and pages that show findings and judgements together."""
