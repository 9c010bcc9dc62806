"""What can be done with documents from the command line."""
