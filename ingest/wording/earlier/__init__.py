"""How sentences about earlier inspections are read: tokens, the grades given to services, the inspections named."""
