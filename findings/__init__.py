"""What was said: findings, recommendations and actions, their corrections, search and exports."""
