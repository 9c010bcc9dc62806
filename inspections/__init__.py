"""The Django project, and the app of authorities, frameworks, inspections and judgements."""
