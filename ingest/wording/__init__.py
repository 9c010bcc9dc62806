"""The wording of reports: how dates, grades, references and names of authorities are printed."""
