"""What happened after a recommendation, and the progress of improvement plans."""
