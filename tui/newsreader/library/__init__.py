"""What was read, kept so that it can be found again and compared."""
