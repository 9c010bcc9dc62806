"""The quantities that a finding states about the authority: value, unit, what is counted, and as at when."""
